package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.history.Commit;
import dev.slipway.history.CommitGrammar;
import dev.slipway.history.Reverts;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.settings.ReleaseType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Gives each commit its verdict, with the reason in words.
final class Judge {
  private final AnalyzerSettings settings;
  private final CommitGrammar grammar;
  private final IdentityHashMap<Commit, Change> read;
  private final Rules rules;
  private final IdentityHashMap<Change, Change> revertedBy = new IdentityHashMap<>();
  private final IdentityHashMap<Change, Change> takesBack = new IdentityHashMap<>();
  private Optional<Rule> strongest = Optional.empty();

  Judge(AnalyzerSettings settings, IdentityHashMap<Commit, Change> read, Reverts reverts) {
    this.settings = settings;
    grammar = CommitGrammar.of(settings.parser());
    this.read = read;
    rules = Rules.of(settings.releaseRules());
    for (Reverts.Pair pair : reverts.pairs()) {
      revertedBy.put(pair.reverted(), pair.revert());
      takesBack.put(pair.revert(), pair.reverted());
    }
    // A revert that found only some of what it takes back stays.
    reverts.kept().forEach(takesBack::remove);
  }

  Analysis judge(List<Commit> commits) {
    List<Verdict> verdicts = new ArrayList<>(commits.size());
    for (Commit commit : commits) {
      verdicts.add(verdict(commit));
    }
    return Analysis.of(verdicts, strongest);
  }

  private Verdict verdict(Commit commit) {
    Optional<Change> change = Optional.ofNullable(read.get(commit));
    if (change.isEmpty()) {
      return none(
          commit,
          change,
          Skipped.asks(commit.message())
              ? "the message says [skip release]"
              : "the message is empty");
    }
    Change reverting = revertedBy.get(change.get());
    if (reverting != null) {
      return none(commit, change, "taken back by " + reverting.commit().shortSha());
    }
    Change reverted = takesBack.get(change.get());
    if (reverted != null) {
      return none(
          commit,
          change,
          "takes back " + reverted.commit().shortSha() + ", which was not released yet");
    }
    Optional<Rule> rule = rules.decide(change.get());
    if (settings.squashBodies()) {
      return squashed(commit, change, rule);
    }
    return rule.isEmpty()
        ? none(commit, change, Silence.reason(change.get(), settings, rules))
        : ruled(commit, change, rule.get(), "");
  }

  /// The strongest of a commit's own header and of the bullets in its body.
  private Verdict squashed(Commit commit, Optional<Change> change, Optional<Rule> own) {
    Verdict verdict =
        own.isEmpty()
            ? none(commit, change, Silence.reason(change.orElseThrow(), settings, rules))
            : ruled(commit, change, own.get(), "");
    for (Change bullet : grammar.squashed(commit)) {
      Optional<Rule> rule = rules.decide(bullet);
      if (rule.isPresent()) {
        Verdict another =
            ruled(commit, change, rule.get(), ", in `" + bullet.header().orElse("") + "`");
        if (another.bump().isPresent()
            && verdict.bump().filter(b -> b.compareTo(another.bump().get()) >= 0).isEmpty()) {
          verdict = another;
        }
      }
    }
    return verdict;
  }

  private Verdict ruled(Commit commit, Optional<Change> change, Rule rule, String where) {
    ReleaseType release = rule.release();
    if (release != ReleaseType.NONE
        && strongest.filter(s -> s.release().compareTo(release) <= 0).isEmpty()) {
      strongest = Optional.of(rule);
    }
    return new Verdict(
        commit,
        change.map(Headline::of),
        Analysis.bump(release),
        (release == ReleaseType.NONE ? "no release" : release.toString())
            + " by "
            + rule.origin()
            + " ("
            + rule.asWords()
            + ")"
            + where);
  }

  private static Verdict none(Commit commit, Optional<Change> change, String why) {
    return new Verdict(commit, change.map(Headline::of), Optional.empty(), why);
  }
}
