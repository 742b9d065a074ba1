package dev.slipway.decision;

import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import java.util.Optional;

/// The version that follows a release.
final class NextVersions {
  private NextVersions() {}

  /// The version that commits with this bump ask for.
  ///
  /// @param first the version of a first release
  static Version after(Optional<TaggedVersion> last, Line line, Bump bump, Version first) {
    return switch (line.line()) {
      case ReleaseLine.Maintenance _, ReleaseLine.Stable _ ->
          last.map(l -> l.version().bump(bump)).orElse(first);
      case ReleaseLine.Prerelease p ->
          last.map(l -> prerelease(l.version(), line, p.identifier(), bump))
              .orElseGet(() -> first.firstPrerelease(p.identifier()));
    };
  }

  private static Version prerelease(Version last, Line line, String identifier, Bump bump) {
    if (!last.isPrerelease()) {
      return last.bump(bump).firstPrerelease(identifier);
    }
    // what was prepared so far may be too small for what has come since: then it starts anew
    Version anew =
        Versions.highest(line.branch()).orElse(last).bump(bump).firstPrerelease(identifier);
    return Versions.higher(last.nextPrerelease(), anew);
  }

  /// The bump that counts: below 1.0.0 a breaking change may be asked to move the minor version.
  static Bump counting(Bump bump, Optional<TaggedVersion> last, boolean majorZero) {
    boolean below = last.map(l -> l.version().major() == 0).orElse(false);
    return majorZero && below && bump == Bump.MAJOR ? Bump.MINOR : bump;
  }
}
