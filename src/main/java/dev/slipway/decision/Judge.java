package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.history.Commit;
import dev.slipway.history.CommitGrammar;
import dev.slipway.history.EachCommit;
import dev.slipway.history.Reverts;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.settings.ReleaseType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Gives each commit its verdict, with the reason in words. What a commit says is read, judged and
/// let go, since there may be a hundred thousand; only where one of them takes another back are
/// they read together.
final class Judge {
  private final AnalyzerSettings settings;
  private final CommitGrammar grammar;
  private final Rules rules;

  /// As much of a commit as the rules ask for.
  private final Function<Commit, Optional<Change>> outline;

  /// Many commits share a reason, a type or a scope, which is kept once.
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  Judge(AnalyzerSettings settings) {
    this.settings = settings;
    grammar = CommitGrammar.of(settings.parser());
    rules = Rules.of(settings.releaseRules());
    outline = rules.askOnlyHeaders() ? grammar::outline : grammar::read;
  }

  /// What a commit asks for when none takes it back.
  ///
  /// @param rules those that fit it, the first for its header
  /// @param takesBack true when it names another that it takes back
  private record Alone(Verdict verdict, List<Rule> rules, boolean takesBack) {}

  Analysis judge(List<Commit> commits) {
    List<Alone> all = EachCommit.of(commits, this::alone);
    IdentityHashMap<Commit, String> dropped =
        all.stream().anyMatch(Alone::takesBack) ? dropped(commits) : new IdentityHashMap<>();
    List<Verdict> verdicts = new ArrayList<>(all.size());
    Optional<Rule> strongest = Optional.empty();
    for (Alone each : all) {
      Verdict verdict = each.verdict();
      String why = dropped.get(verdict.commit());
      if (why != null) {
        verdicts.add(new Verdict(verdict.commit(), verdict.headline(), Optional.empty(), why));
        continue;
      }
      verdicts.add(verdict);
      for (Rule rule : each.rules()) {
        if (rule.release() != ReleaseType.NONE
            && strongest.filter(s -> s.release().compareTo(rule.release()) <= 0).isEmpty()) {
          strongest = Optional.of(rule);
        }
      }
    }
    return Analysis.of(verdicts, strongest);
  }

  /// Why commits that take each other back count for nothing.
  private IdentityHashMap<Commit, String> dropped(List<Commit> commits) {
    List<Change> changes =
        EachCommit.of(commits, commit -> unlessSkipped(commit, grammar::read)).stream()
            .flatMap(Optional::stream)
            .toList();
    Reverts reverts = Reverts.of(changes, settings.parser().profile());
    IdentityHashMap<Commit, String> dropped = new IdentityHashMap<>();
    for (Reverts.Pair pair : reverts.pairs()) {
      dropped.put(
          pair.revert().commit(),
          "takes back " + pair.reverted().commit().shortSha() + ", which was not released yet");
    }
    // A revert that found only some of what it takes back stays.
    reverts.kept().forEach(change -> dropped.remove(change.commit()));
    for (Reverts.Pair pair : reverts.pairs()) {
      dropped.put(pair.reverted().commit(), "taken back by " + pair.revert().commit().shortSha());
    }
    return dropped;
  }

  private static Optional<Change> unlessSkipped(
      Commit commit, Function<Commit, Optional<Change>> read) {
    return Skipped.asks(commit.message()) ? Optional.empty() : read.apply(commit);
  }

  private Alone alone(Commit commit) {
    Optional<Change> change = unlessSkipped(commit, outline);
    if (change.isEmpty()) {
      String why =
          Skipped.asks(commit.message())
              ? "the message says [skip release]"
              : "the message is empty";
      return new Alone(none(commit, change, why), List.of(), false);
    }
    boolean takesBack = change.get().revert().isPresent();
    Optional<Rule> rule = rules.decide(change.get());
    Verdict own =
        rule.isEmpty()
            ? none(commit, change, Silence.reason(change.get(), settings, rules))
            : ruled(commit, change, rule.get(), "");
    return settings.squashBodies()
        ? squashed(own, change, rule, takesBack)
        : new Alone(own, rule.stream().toList(), takesBack);
  }

  /// The strongest of a commit's own header and of the bullets in its body.
  private Alone squashed(
      Verdict own, Optional<Change> change, Optional<Rule> rule, boolean takesBack) {
    Verdict verdict = own;
    List<Rule> fitting = new ArrayList<>(rule.stream().toList());
    for (Change bullet : grammar.squashed(own.commit())) {
      Optional<Rule> another = rules.decide(bullet);
      if (another.isPresent()) {
        fitting.add(another.get());
        Verdict told =
            ruled(own.commit(), change, another.get(), ", in `" + bullet.header().orElse("") + "`");
        if (told.bump().isPresent()
            && verdict.bump().filter(b -> b.compareTo(told.bump().get()) >= 0).isEmpty()) {
          verdict = told;
        }
      }
    }
    return new Alone(verdict, fitting, takesBack);
  }

  private Verdict ruled(Commit commit, Optional<Change> change, Rule rule, String where) {
    return new Verdict(
        commit,
        change.map(this::headline),
        Analysis.bump(rule.release()),
        once(
            (rule.release() == ReleaseType.NONE ? "no release" : rule.release().toString())
                + " by "
                + rule.origin()
                + " ("
                + rule.asWords()
                + ")"
                + where));
  }

  private Verdict none(Commit commit, Optional<Change> change, String why) {
    return new Verdict(commit, change.map(this::headline), Optional.empty(), once(why));
  }

  private Headline headline(Change change) {
    return new Headline(
        change.type().map(this::once),
        change.scope().map(this::once),
        change.subject(),
        change.isBreaking());
  }

  private String once(String text) {
    String before = texts.putIfAbsent(text, text);
    return before == null ? text : before;
  }
}
