package dev.slipway.decision;

import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.ReleaseLine;
import java.util.List;
import java.util.Optional;

/// Branches whose releases are prereleases.
final class PrereleaseLines {
  private PrereleaseLines() {}

  /// The lines of these branches, in the order of the configuration.
  static List<Line> of(List<KnownBranch> branches) {
    return branches.stream()
        .map(branch ->
            new Line(
                new ReleaseLine.Prerelease(
                    branch.name(),
                    branch.channelOr(Optional.of(branch.name())),
                    identifier(branch)),
                branch,
                List.of()))
        .toList();
  }

  /// True when the option is set and not `false`.
  static boolean isPrerelease(KnownBranch branch) {
    return branch.prerelease().map(value -> !value.equals(new Value.Flag(false))).orElse(false);
  }

  /// The identifier that is configured; the branch's name where it is `true`.
  static String identifier(KnownBranch branch) {
    return branch
        .prerelease()
        .map(value ->
            switch (value) {
              case Value.Text(String text) -> text;
              case Value.Flag _ -> branch.name();
            })
        .orElse(branch.name());
  }
}
