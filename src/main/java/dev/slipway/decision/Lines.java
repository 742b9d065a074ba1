package dev.slipway.decision;

import dev.slipway.history.Graph;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.MaintenanceRange;
import dev.slipway.version.RefName;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import dev.slipway.version.VersionRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// All release lines of a repository: what is configured, found and computed together. Maintenance
/// lines come first, then release lines, then prerelease lines.
///
/// @param all in that order, which is also the order from lower to higher
record Lines(List<Line> all) {
  Lines {
    all = List.copyOf(all);
  }

  /// The lines of a repository.
  ///
  /// @param current the branch that is checked out
  /// @throws Refused with everything that is wrong with the branches
  static Lines of(Graph graph, String current, DecisionSettings settings) {
    List<Problem> problems = new ArrayList<>();
    List<KnownBranch> branches =
        Expansion.of(graph, current, settings.branches(), settings.tagFormat(), problems);
    Lines lines = of(branches, settings.first(), problems);
    Refused.ifAny(problems);
    return lines;
  }

  /// The lines of these branches.
  ///
  /// @param problems receives everything that is wrong with them
  static Lines of(List<KnownBranch> branches, Version first, List<Problem> problems) {
    List<KnownBranch> maintenance =
        branches.stream().filter(MaintenanceLines::isMaintenance).toList();
    List<KnownBranch> prerelease = branches.stream().filter(PrereleaseLines::isPrerelease).toList();
    List<KnownBranch> stable =
        branches.stream().filter(b -> !maintenance.contains(b) && !prerelease.contains(b)).toList();

    for (KnownBranch branch : maintenance) {
      if (!hasGoodRange(branch)) {
        problems.add(BranchProblems.maintenance(branch));
      }
    }
    List<Line> maintained = MaintenanceLines.of(maintenance, stable.stream().findFirst(), first);
    if (repeated(maintained, line -> range(line.line())).findAny().isPresent()) {
      problems.add(BranchProblems.maintenanceSet(maintained));
    }
    for (KnownBranch branch : prerelease) {
      if (!hasGoodIdentifier(branch)) {
        problems.add(BranchProblems.prerelease(branch));
      }
    }
    List<Line> early = PrereleaseLines.of(prerelease);
    if (repeated(prerelease, PrereleaseLines::identifier).findAny().isPresent()) {
      problems.add(BranchProblems.prereleaseSet(prerelease));
    }
    if (stable.isEmpty() || stable.size() > 3) {
      problems.add(BranchProblems.releaseSet(stable));
    }
    List<String> names = branches.stream().map(KnownBranch::name).toList();
    List<String> duplicates = repeated(names, Function.identity()).distinct().sorted().toList();
    if (!duplicates.isEmpty()) {
      problems.add(BranchProblems.duplicates(duplicates));
    }
    names.stream()
        .filter(name -> !RefName.isValid(name))
        .map(BranchProblems::name)
        .forEach(problems::add);
    return new Lines(
        Stream.of(maintained, StableLines.of(stable, first), early).flatMap(List::stream).toList());
  }

  /// The line of a branch. One that is both for maintenance and for prereleases is for maintenance.
  Optional<Line> named(String branch) {
    return all.stream().filter(line -> line.line().branch().equals(branch)).findFirst();
  }

  /// The line of the first release branch.
  Optional<Line> main() {
    return all.stream().filter(Line::isMain).findFirst();
  }

  /// The release line that comes next.
  Optional<Line> after(Line line) {
    return above(line).stream().findFirst();
  }

  /// The lines above one that release stable versions.
  List<Line> above(Line line) {
    return all.stream()
        .dropWhile(other -> !other.branch().name().equals(line.branch().name()))
        .skip(1)
        .filter(other -> !(other.line() instanceof ReleaseLine.Prerelease))
        .toList();
  }

  private static boolean hasGoodRange(KnownBranch branch) {
    return branch
        .range()
        .map(value ->
            switch (value) {
              case Value.Text(String text) -> MaintenanceRange.read(text).isPresent();
              case Value.Flag _ -> false;
            })
        .orElse(true);
  }

  private static boolean hasGoodIdentifier(KnownBranch branch) {
    return Version.parse("1.0.0-" + PrereleaseLines.identifier(branch) + ".1").isPresent();
  }

  /// Builds differ in nothing that a range knows of.
  private static String range(ReleaseLine line) {
    return switch (line) {
      case ReleaseLine.Maintenance m -> withoutBuild(m.range());
      case ReleaseLine.Stable s -> withoutBuild(s.range());
      case ReleaseLine.Prerelease p -> p.identifier();
    };
  }

  private static String withoutBuild(VersionRange range) {
    return new VersionRange(range.from().withoutBuild(), range.below().map(Version::withoutBuild))
        .toString();
  }

  private static <T, K> Stream<K> repeated(List<T> items, Function<T, K> key) {
    Map<K, Integer> counts = new HashMap<>();
    items.forEach(item -> counts.merge(key.apply(item), 1, Integer::sum));
    return counts.entrySet().stream().filter(e -> e.getValue() > 1).map(Map.Entry::getKey);
  }
}
