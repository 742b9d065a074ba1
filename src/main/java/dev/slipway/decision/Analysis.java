package dev.slipway.decision;

import dev.slipway.history.Commit;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.settings.ReleaseType;
import dev.slipway.version.Bump;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What the commits since the last release ask for.
///
/// @param verdicts one for each commit, newest first
/// @param bump the furthest of them; empty: nothing to release
public record Analysis(List<Verdict> verdicts, Optional<Bump> bump) {
  public Analysis {
    verdicts = List.copyOf(verdicts);
  }

  /// Reads and judges commits, newest first.
  ///
  /// @throws Refused when the strongest rule that fits asks for a prerelease, which
  ///   semantic-release takes from no rule
  public static Analysis of(List<Commit> commits, AnalyzerSettings settings) {
    return new Judge(settings).judge(commits);
  }

  static Analysis of(List<Verdict> verdicts, Optional<Rule> strongest) {
    if (strongest.isPresent()) {
      Rule rule = strongest.get();
      switch (rule.release()) {
        case PREMAJOR, PREMINOR, PREPATCH, PRERELEASE ->
            throw new Refused(
                Problem.configuration(
                    "RELEASE_TYPE_NOT_USABLE",
                    rule.origin()
                        + " ("
                        + rule.asWords()
                        + ") asks for the release type `"
                        + rule.release()
                        + "`, and no rule that fits asks for more. A release is `major`, `minor` or"
                        + " `patch`.",
                    "Let the rule ask for `major`, `minor` or `patch`. Prereleases are made from a"
                        + " prerelease branch:\nbranches: [main, {name: beta, prerelease: true}]"));
        case NONE, MAJOR, MINOR, PATCH -> {}
      }
    }
    return new Analysis(
        verdicts,
        verdicts.stream()
            .flatMap(verdict -> verdict.bump().stream())
            .max(Comparator.naturalOrder()));
  }

  static Optional<Bump> bump(ReleaseType release) {
    return switch (release) {
      case MAJOR -> Optional.of(Bump.MAJOR);
      case MINOR -> Optional.of(Bump.MINOR);
      case PATCH -> Optional.of(Bump.PATCH);
      case NONE, PREMAJOR, PREMINOR, PREPATCH, PRERELEASE -> Optional.empty();
    };
  }
}
