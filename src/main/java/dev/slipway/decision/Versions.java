package dev.slipway.decision;

import dev.slipway.version.Version;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Questions about the versions that are tagged on branches.
final class Versions {
  private Versions() {}

  /// The highest stable version on a branch.
  static Optional<Version> latest(KnownBranch branch) {
    return branch.tags().stream()
        .filter(TaggedVersion::isStable)
        .map(TaggedVersion::version)
        .max(Comparator.naturalOrder());
  }

  /// The highest version on a branch, prereleases too.
  static Optional<Version> highest(KnownBranch branch) {
    return branch.tags().stream().map(TaggedVersion::version).max(Comparator.naturalOrder());
  }

  /// The lowest version on a branch that is higher than all on the lower branches; where those have
  /// none, its lowest stable version. Prereleases count, except in that last case.
  static Optional<Version> firstAbove(KnownBranch branch, Collection<KnownBranch> lower) {
    Optional<Version> bound =
        lower.stream()
            .map(Versions::highest)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return branch.tags().stream()
        .filter(tag -> bound.isPresent() || tag.isStable())
        .map(TaggedVersion::version)
        .filter(version -> bound.map(b -> version.compareTo(b) > 0).orElse(true))
        .min(Comparator.naturalOrder());
  }

  static Version higher(Version one, Version other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  static Version lower(Version one, Version other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /// The branch of these that has a version, for saying so.
  static Optional<KnownBranch> holder(List<KnownBranch> branches, Version version) {
    return branches.stream()
        .filter(b -> b.tags().stream().anyMatch(tag -> tag.version().equals(version)))
        .findFirst();
  }
}
