package dev.slipway.decision;

import dev.slipway.history.Graph;
import dev.slipway.problem.Refused;
import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the version that came into a branch by a merge from a higher branch and has not been
/// released on this branch's channel yet.
final class Promotions {
  private Promotions() {}

  /// The version to be promoted.
  ///
  /// @throws Refused when it came into a maintenance branch that it does not belong on
  static Optional<Promoted> of(Graph graph, Lines lines, Line line) {
    List<Optional<String>> higher =
        lines.above(line).stream().map(other -> other.line().channel()).toList();
    Optional<TaggedVersion> candidate =
        line.tags().stream()
            .filter(tag -> !tag.channels().contains(line.line().channel()))
            .filter(tag -> tag.channels().stream().anyMatch(higher::contains))
            .filter(tag -> isHighEnough(line.line(), tag))
            .sorted(Comparator.comparing(TaggedVersion::version).reversed())
            .findFirst();
    Optional<TaggedVersion> last = LastReleases.of(line);
    return candidate
        // where nothing stable was released a prerelease is no promotion (semantic-release crashes)
        .filter(tag -> last.map(l -> l.version().compareTo(tag.version()) <= 0).orElse(false))
        .map(tag -> promoted(graph, line, tag));
  }

  private static boolean isHighEnough(ReleaseLine line, TaggedVersion tag) {
    return !(line instanceof ReleaseLine.Maintenance maintenance)
        || tag.version().compareTo(maintenance.mergeRange().from()) >= 0;
  }

  private static Promoted promoted(Graph graph, Line line, TaggedVersion tag) {
    if (line.line() instanceof ReleaseLine.Maintenance maintenance
        && !maintenance.mergeRange().allows(tag.version())) {
      throw new Refused(ReleaseProblems.maintenanceMerge(maintenance, tag));
    }
    Optional<TaggedVersion> previous = LastReleases.before(line, tag.version());
    Bump bump = previous.flatMap(p -> p.version().bumpTo(tag.version())).orElse(Bump.MAJOR);
    return new Promoted(
        previous.map(TaggedVersion::asRelease),
        tag.version(),
        bump,
        tag.tag().name(),
        tag.tag().commit(),
        tag.channels(),
        line.line().channel(),
        line.line().distTag(),
        graph.commits(previous.map(p -> p.tag().commit()), tag.tag().commit()),
        line.line());
  }
}
