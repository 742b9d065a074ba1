package dev.slipway.decision;

import dev.slipway.version.Bump;
import dev.slipway.version.VersionRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The bumps a release line can take.
final class Accepted {
  private Accepted() {}

  /// The bumps that are smaller than the step from a range's start to its end: all of them when it
  /// has no end, none when it is empty.
  static List<Bump> within(VersionRange range) {
    if (range.below().isEmpty()) {
      return List.of(Bump.values());
    }
    Optional<Bump> step = range.below().flatMap(range.from()::bumpTo);
    return Arrays.stream(Bump.values())
        .filter(bump -> step.map(s -> bump.compareTo(s) < 0).orElse(false))
        .toList();
  }
}
