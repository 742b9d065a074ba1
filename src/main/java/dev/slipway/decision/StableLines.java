package dev.slipway.decision;

import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import dev.slipway.version.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What release branches may release: from the last release on them and on the branches before
/// them, and below what the next of them has already released.
final class StableLines {
  private StableLines() {}

  /// The lines of these branches, in the order of the configuration.
  ///
  /// @param first the version of a first release
  static List<Line> of(List<KnownBranch> branches, Version first) {
    List<Line> lines = new ArrayList<>();
    if (branches.isEmpty()) {
      return lines;
    }
    Version from = Versions.latest(branches.getFirst()).orElse(first);
    for (int i = 0; i < branches.size(); i++) {
      KnownBranch branch = branches.get(i);
      Optional<Version> latest = Versions.latest(branch);
      Version before = from;
      from = latest.map(l -> Versions.higher(l, before)).orElse(before);
      Optional<KnownBranch> next =
          i + 1 < branches.size() ? Optional.of(branches.get(i + 1)) : Optional.empty();
      List<KnownBranch> upToHere = branches.subList(0, i + 1);
      Optional<Version> below = next.flatMap(n -> Versions.firstAbove(n, upToHere));
      VersionRange range = new VersionRange(from, below);
      lines.add(
          new Line(
              new ReleaseLine.Stable(
                  branch.name(),
                  branch.channelOr(i == 0 ? Optional.empty() : Optional.of(branch.name())),
                  range,
                  Accepted.within(range),
                  i == 0),
              branch,
              explanation(branch, from, latest, below, next)));
    }
    return lines;
  }

  private static List<String> explanation(
      KnownBranch branch,
      Version from,
      Optional<Version> latest,
      Optional<Version> below,
      Optional<KnownBranch> next) {
    String start =
        latest.filter(from::equals).isPresent()
            ? "It starts at " + from + ", the last release on " + branch.name() + "."
            : "It starts at " + from + ", the highest version before it.";
    String end =
        below.isPresent()
            ? "It ends below "
                + below.get()
                + ", which "
                + next.map(KnownBranch::name).orElse("the next branch")
                + " has already released."
            : "It has no end.";
    return List.of(start, end);
  }
}
