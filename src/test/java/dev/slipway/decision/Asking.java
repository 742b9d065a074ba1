package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.history.MemoryGraph;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings for a decision, from a sensible start with the one thing changed that a test is about;
/// and the decision they lead to.
record Asking(DecisionSettings settings) {
  static final Value TRUE = new Value.Flag(true);
  static final Value FALSE = new Value.Flag(false);

  /// Branches by name, read by the first words of the commits.
  static Asking with(String... branches) {
    return with(Arrays.stream(branches).map(BranchSpec::of).toArray(BranchSpec[]::new));
  }

  static Asking with(BranchSpec... branches) {
    return new Asking(
        new DecisionSettings(
            List.of(branches),
            TagFormat.V,
            BumpWords.INSTANCE,
            Optional.empty(),
            false,
            DecisionSettings.Behind.SKIP,
            Optional.empty()));
  }

  Asking behind(DecisionSettings.Behind behind) {
    return new Asking(settings.whenBehind(behind));
  }

  Asking initialVersion(String version) {
    return new Asking(settings.startingAt(Version.of(version)));
  }

  Asking majorZero() {
    return new Asking(settings.withMajorZero(true));
  }

  /// The registry has these versions of package `widget`.
  Asking published(Map<Version, Optional<String>> versions) {
    return new Asking(settings.knowing(new Published("widget", versions)));
  }

  Decision decide(MemoryGraph graph, String branch) {
    return Decider.decide(graph, branch, settings);
  }

  /// The release that is decided for a branch.
  NextRelease release(MemoryGraph graph, String branch) {
    Decision decision = decide(graph.checkout(branch), branch);
    assertThat(decision).isInstanceOf(Decision.Release.class);
    return ((Decision.Release) decision).next();
  }

  /// What is wrong, in the order it was found.
  List<Problem> problems(MemoryGraph graph, String branch) {
    return Optional.ofNullable(
            catchThrowableOfType(Refused.class, () -> decide(graph.checkout(branch), branch)))
        .map(Refused::problems)
        .orElse(List.of());
  }

  /// Each line's branch and range.
  Map<String, String> ranges(MemoryGraph graph, String current) {
    Map<String, String> ranges = new LinkedHashMap<>();
    for (Line line : Lines.of(graph.checkout(current), current, settings).all()) {
      ranges.put(
          line.line().branch(),
          switch (line.line()) {
            case ReleaseLine.Maintenance m -> m.range().toString();
            case ReleaseLine.Stable s -> s.range().toString();
            case ReleaseLine.Prerelease p -> p.identifier();
          });
    }
    return ranges;
  }
}
