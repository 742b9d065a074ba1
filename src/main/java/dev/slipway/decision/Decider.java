package dev.slipway.decision;

import dev.slipway.history.Graph;
import dev.slipway.problem.Refused;
import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Decides whether to release, as which version, on which channel, and why. Nothing but the
/// repository and the settings goes in, and nothing is changed.
public final class Decider {
  private final Graph graph;
  private final DecisionSettings settings;
  private final Lines lines;
  private final Line line;
  private final List<String> reasons = new ArrayList<>();

  private Decider(Graph graph, DecisionSettings settings, Lines lines, Line line) {
    this.graph = graph;
    this.settings = settings;
    this.lines = lines;
    this.line = line;
  }

  /// The decision for the commit that is checked out.
  ///
  /// @param branch the short name of the branch that the run is for
  /// @throws Refused with every problem that stands in the way of a decision
  public static Decision decide(Graph graph, String branch, DecisionSettings settings) {
    Lines lines = Lines.of(graph, branch, settings);
    Optional<Line> line = lines.named(branch);
    if (line.isEmpty()) {
      return nothing(Decision.Why.WRONG_BRANCH, Reasons.wrongBranch(branch, lines));
    }
    Optional<Decision> behind = behind(graph, branch, settings.behind());
    return behind.orElseGet(() -> new Decider(graph, settings, lines, line.get()).decide());
  }

  private static Optional<Decision> behind(
      Graph graph, String branch, DecisionSettings.Behind policy) {
    if (policy == DecisionSettings.Behind.RELEASE) {
      return Optional.empty();
    }
    return switch (Standing.of(graph, branch)) {
      case Standing.Level _ -> Optional.empty();
      case Standing.Ahead(int commits) ->
          throw new Refused(HistoryProblems.unpushed(branch, commits));
      case Standing.Behind(String tip) -> Optional.of(behind(graph, branch, tip, policy));
      case Standing.Diverged(String tip) -> Optional.of(behind(graph, branch, tip, policy));
    };
  }

  private static Decision behind(
      Graph graph, String branch, String tip, DecisionSettings.Behind policy) {
    if (policy == DecisionSettings.Behind.FAIL) {
      throw new Refused(HistoryProblems.behind(branch, graph.head(), tip));
    }
    return nothing(Decision.Why.BEHIND_REMOTE, Reasons.behind(branch, graph.head(), tip));
  }

  private static Decision nothing(Decision.Why why, String reason) {
    return new Decision.NoRelease(why, Optional.empty(), List.of(), List.of(reason));
  }

  private Decision decide() {
    Optional<TaggedVersion> last = LastReleases.of(line);
    LastReleaseChecks.check(graph, line, last, settings);
    Optional<Promoted> promoted = Promotions.of(graph, lines, line);
    promoted.map(Reasons::promotion).ifPresent(reasons::add);
    List<Verdict> verdicts =
        settings.analyzer().verdicts(graph.commits(last.map(l -> l.tag().commit()), graph.head()));
    reasons.add(Reasons.last(last, line.line().branch(), settings.tagFormat()));
    reasons.add(Reasons.commits(verdicts, last));
    Optional<Bump> asked =
        verdicts.stream()
            .map(Verdict::bump)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    if (asked.isPresent()) {
      NextRelease next = next(last, asked.get(), verdicts);
      return new Decision.Release(next, promoted, verdicts, reasons);
    }
    return promoted
        .<Decision>map(p -> new Decision.Promotion(p, verdicts, reasons))
        .orElseGet(() ->
            new Decision.NoRelease(
                verdicts.isEmpty() ? Decision.Why.NO_COMMITS : Decision.Why.NOTHING_RELEVANT,
                last.map(TaggedVersion::asRelease),
                verdicts,
                reasons));
  }

  private NextRelease next(Optional<TaggedVersion> last, Bump asked, List<Verdict> verdicts) {
    Bump counted = NextVersions.counting(asked, last, settings.majorZero());
    Version wanted = NextVersions.after(last, line, counted, settings.first());
    Version version = allowed(wanted, counted, verdicts);
    reasons.addAll(Reasons.version(last, line.line(), version, wanted, asked, counted));
    reasons.addAll(range());
    reasons.add(Reasons.channel(line.line(), lines));
    LastReleaseChecks.registryIsAhead(graph, line, last, settings).ifPresent(reasons::add);
    return new NextRelease(
        last.map(TaggedVersion::asRelease),
        version,
        counted,
        settings.tagFormat().tag(version),
        line.line().channel(),
        line.line().distTag(),
        graph.head(),
        line.line());
  }

  private Version allowed(Version wanted, Bump bump, List<Verdict> verdicts) {
    Taken taken = Taken.of(graph, settings);
    return switch (line.line()) {
      case ReleaseLine.Maintenance m -> {
        if (!m.range().allows(wanted)) {
          throw new Refused(ReleaseProblems.outOfRange(line, lines, wanted, bump, verdicts));
        }
        yield taken.free(wanted);
      }
      case ReleaseLine.Stable s -> {
        if (!s.range().allows(wanted)) {
          throw new Refused(ReleaseProblems.outOfRange(line, lines, wanted, bump, verdicts));
        }
        yield taken.free(wanted);
      }
      case ReleaseLine.Prerelease _ -> taken.freePrerelease(wanted);
    };
  }

  /// What the branch may release, where that is less than everything.
  private List<String> range() {
    return switch (line.line()) {
      case ReleaseLine.Maintenance m -> range(m.range().toString());
      case ReleaseLine.Stable s when s.range().below().isPresent() -> range(s.range().toString());
      case ReleaseLine.Stable _, ReleaseLine.Prerelease _ -> List.of();
    };
  }

  private List<String> range(String range) {
    List<String> sentences = new ArrayList<>();
    sentences.add("Versions " + range + " can be released from `" + line.line().branch() + "`.");
    sentences.addAll(line.explanation());
    return sentences;
  }
}
