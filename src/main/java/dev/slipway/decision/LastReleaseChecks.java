package dev.slipway.decision;

import dev.slipway.history.Graph;
import dev.slipway.history.Tag;
import dev.slipway.problem.Refused;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether the last release that the tags name is the last release indeed.
final class LastReleaseChecks {
  private LastReleaseChecks() {}

  /// Makes sure that nothing was overlooked: neither a tag beyond the end of a shallow clone, nor
  /// versions on the registry of a repository without tags.
  ///
  /// @throws Refused when something was
  static void check(
      Graph graph, Line line, Optional<TaggedVersion> last, DecisionSettings settings) {
    String branch = line.line().branch();
    if (graph.isCutShort()) {
      Optional<Tag> newest = newestElsewhere(graph, settings.tagFormat(), last);
      if (last.isEmpty() || newest.isPresent()) {
        throw new Refused(HistoryProblems.cutShort(branch, newest));
      }
    }
    if (last.isEmpty()) {
      settings.published().ifPresent(published -> untagged(graph, branch, published, settings));
    }
  }

  /// The highest version whose tag stands on a commit that is not here, if it is higher than the
  /// last release.
  private static Optional<Tag> newestElsewhere(
      Graph graph, TagFormat format, Optional<TaggedVersion> last) {
    record Candidate(Tag tag, Version version) {}
    return graph.tags().stream()
        .filter(tag -> !graph.has(tag.commit()))
        .flatMap(tag -> format.version(tag.name()).map(v -> new Candidate(tag, v)).stream())
        .filter(c -> !c.version().isPrerelease())
        .filter(c -> last.map(l -> c.version().compareTo(l.version()) > 0).orElse(true))
        .max(Comparator.comparing(Candidate::version))
        .map(Candidate::tag);
  }

  private static void untagged(
      Graph graph, String branch, Published published, DecisionSettings settings) {
    List<Version> missing = missing(graph, published, settings);
    if (missing.isEmpty()
        || settings.initialVersion().map(v -> isAboveAll(v, published)).orElse(false)) {
      return;
    }
    Version highest =
        missing.stream()
            .filter(v -> !v.isPrerelease())
            .max(Comparator.naturalOrder())
            .orElseGet(missing::getLast);
    Optional<String> gitHead = published.versions().getOrDefault(highest, Optional.empty());
    throw new Refused(
        HistoryProblems.tagMissing(
            branch,
            settings.tagFormat().tag(highest),
            published.name(),
            highest,
            gitHead,
            gitHead.map(graph::has).orElse(false)));
  }

  private static boolean isAboveAll(Version version, Published published) {
    return published.versions().keySet().stream().allMatch(v -> v.compareTo(version) < 0);
  }

  /// The versions on the registry that no tag names, lowest first.
  private static List<Version> missing(
      Graph graph, Published published, DecisionSettings settings) {
    Taken taken = Taken.of(graph, settings);
    return published.versions().keySet().stream()
        .filter(version -> taken.tag(version).isEmpty())
        .toList();
  }

  /// Says so when the registry has a higher stable version than the last release, and no tag names
  /// it. That is no reason to stop: people do publish a wrong high version by mistake.
  static Optional<String> registryIsAhead(
      Graph graph, Line line, Optional<TaggedVersion> last, DecisionSettings settings) {
    if (last.isEmpty() || settings.published().isEmpty() || !line.isMain()) {
      return Optional.empty();
    }
    Published published = settings.published().get();
    return missing(graph, published, settings).stream()
        .filter(v -> !v.isPrerelease() && v.compareTo(last.get().version()) > 0)
        .max(Comparator.naturalOrder())
        .map(v -> Reasons.registryIsAhead(published, v, settings.tagFormat().tag(v)));
  }
}
