package dev.slipway.decision;

import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which tagged version a line's next release follows: the highest stable one, and on a prerelease
/// line also its own prereleases.
final class LastReleases {
  private LastReleases() {}

  /// The last release on a line.
  static Optional<TaggedVersion> of(Line line) {
    return highest(line, Optional.empty());
  }

  /// The last release on a line that is lower than a version.
  static Optional<TaggedVersion> before(Line line, Version bound) {
    return highest(line, Optional.of(bound));
  }

  private static Optional<TaggedVersion> highest(Line line, Optional<Version> bound) {
    return line.tags().stream()
        .filter(tag -> tag.isStable() || isOwnPrerelease(line.line(), tag))
        .filter(tag -> bound.map(b -> tag.version().compareTo(b) < 0).orElse(true))
        // of equals the first in the order of names
        .sorted(Comparator.comparing(TaggedVersion::version).reversed())
        .findFirst();
  }

  private static boolean isOwnPrerelease(ReleaseLine line, TaggedVersion tag) {
    return switch (line) {
      case ReleaseLine.Maintenance _, ReleaseLine.Stable _ -> false;
      case ReleaseLine.Prerelease prerelease ->
          carries(tag.version(), prerelease.identifier())
              && (tag.channels().contains(prerelease.channel()) || !tag.noted());
    };
  }

  /// True when the identifier stands behind the hyphen. One that has parts of its own (`feat.1`) or
  /// is a number must stand at the front; semantic-release never finds those.
  static boolean carries(Version version, String identifier) {
    List<String> parts = version.prerelease();
    return parts.contains(identifier) || String.join(".", parts).startsWith(identifier + ".");
  }
}
