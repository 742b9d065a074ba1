package dev.slipway.decision;

import dev.slipway.history.Graph;
import dev.slipway.history.Tag;
import dev.slipway.problem.Refused;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The versions that exist already: as a tag anywhere in the repository, or on the registry.
///
/// @param tags the commits of all tags, by their names
record Taken(Map<String, String> tags, TagFormat format, Optional<Published> published) {
  Taken {
    tags = Map.copyOf(tags);
  }

  static Taken of(Graph graph, DecisionSettings settings) {
    return new Taken(
        graph.tags().stream().collect(Collectors.toMap(Tag::name, Tag::commit, (a, _) -> a)),
        settings.tagFormat(),
        settings.published());
  }

  boolean has(Version version) {
    return tag(version).isPresent() || onRegistry(version);
  }

  /// The commit that the version's tag stands on.
  Optional<String> tag(Version version) {
    return Optional.ofNullable(tags.get(format.tag(version)));
  }

  boolean onRegistry(Version version) {
    return published.map(p -> p.versions().containsKey(version)).orElse(false);
  }

  /// The same version, when it does not exist yet.
  ///
  /// @throws Refused when it does
  Version free(Version wanted) {
    Optional<String> commit = tag(wanted);
    if (commit.isPresent()) {
      throw new Refused(ReleaseProblems.tagTaken(wanted, format.tag(wanted), commit.get()));
    }
    if (onRegistry(wanted)) {
      throw new Refused(
          ReleaseProblems.versionTaken(
              wanted,
              format.tag(wanted),
              published.map(Published::name).orElse(""),
              published.flatMap(p -> p.versions().getOrDefault(wanted, Optional.empty()))));
    }
    return wanted;
  }

  /// The first prerelease from this one on that does not exist yet.
  Version freePrerelease(Version wanted) {
    Version free = wanted;
    while (has(free)) {
      free = free.nextPrerelease();
    }
    return free;
  }
}
