package dev.slipway.decision;

import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.MaintenanceRange;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import dev.slipway.version.VersionRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What maintenance branches may release: from their last release on, within what their name means,
/// and below what the first release branch has already released.
final class MaintenanceLines {
  private final List<KnownBranch> branches;
  private final Optional<KnownBranch> main;
  private final Version first;

  private MaintenanceLines(List<KnownBranch> branches, Optional<KnownBranch> main, Version first) {
    this.branches = branches;
    this.main = main;
    this.first = first;
  }

  /// The lines of these branches, ordered by the text of their ranges.
  ///
  /// @param main the first release branch
  /// @param first the version of a first release
  static List<Line> of(List<KnownBranch> branches, Optional<KnownBranch> main, Version first) {
    List<KnownBranch> sorted =
        branches.stream().sorted(Comparator.comparing(MaintenanceLines::rangeText)).toList();
    MaintenanceLines lines = new MaintenanceLines(sorted, main, first);
    List<Line> result = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      result.add(lines.line(i));
    }
    return result;
  }

  /// The range as it is written: the option, or else the branch's name.
  static String rangeText(KnownBranch branch) {
    return branch.range().flatMap(KnownBranch::text).orElse(branch.name());
  }

  /// True when a branch is for maintenance: its name looks like it, or the option is set and not
  /// `false`.
  static boolean isMaintenance(KnownBranch branch) {
    return branch.range().map(value -> !value.equals(new Value.Flag(false))).orElse(false)
        || MaintenanceRange.read(branch.name()).isPresent();
  }

  private Line line(int index) {
    KnownBranch branch = branches.get(index);
    Optional<MaintenanceRange> range = MaintenanceRange.read(rangeText(branch));
    Optional<Version> start = start(range, index);
    Optional<Version> latest = Versions.latest(branch);
    Version own = latest.orElse(first);
    Version from = start.map(s -> Versions.higher(own, s)).orElse(own);

    Optional<Version> above = main.flatMap(m -> Versions.firstAbove(m, branches));
    Version base = above.or(() -> main.flatMap(Versions::latest)).orElse(first);
    Optional<Version> end = range.map(MaintenanceRange::below);
    Version below = end.map(e -> Versions.lower(base, e)).orElse(base);

    VersionRange allowed = new VersionRange(from, Optional.of(below));
    VersionRange mergeable = new VersionRange(start.orElse(first), Optional.of(end.orElse(base)));
    return new Line(
        new ReleaseLine.Maintenance(
            branch.name(),
            branch.channelOr(Optional.of(branch.name())),
            allowed,
            Accepted.within(allowed),
            mergeable),
        branch,
        List.of(whyFrom(branch, from, latest), whyBelow(branch, below, base, above.isPresent())));
  }

  /// Where the branch's name lets it begin. A whole major version begins where the minor version
  /// before it in the list ends.
  private Optional<Version> start(Optional<MaintenanceRange> range, int index) {
    if (index > 0 && range.map(MaintenanceRange::isMajor).orElse(false)) {
      Optional<MaintenanceRange> before = MaintenanceRange.read(rangeText(branches.get(index - 1)));
      if (before.map(b -> !b.isMajor()).orElse(false)) {
        return before.map(MaintenanceRange::below);
      }
    }
    return range.map(MaintenanceRange::from);
  }

  private String whyFrom(KnownBranch branch, Version from, Optional<Version> latest) {
    if (latest.isPresent() && latest.get().equals(from)) {
      return "It starts at " + from + ", the last release on " + branch.name() + ".";
    }
    return from.equals(first) && latest.isEmpty()
        ? "It starts at " + from + ", since nothing was ever released on " + branch.name() + "."
        : "It starts at " + from + ", the lowest version that is left for " + branch.name() + ".";
  }

  private String whyBelow(KnownBranch branch, Version below, Version base, boolean above) {
    if (!below.equals(base)) {
      return "It ends below " + below + ", since " + branch.name() + " is for nothing higher.";
    }
    String holder = main.map(KnownBranch::name).orElse("the first release branch");
    if (above) {
      return "It ends below "
          + below
          + ", the first version on "
          + holder
          + " that is on no maintenance branch.";
    }
    return main.flatMap(Versions::latest).isPresent()
        ? "It ends below "
            + below
            + ", since "
            + holder
            + " has released nothing higher than what the maintenance branches have."
        : "It ends below " + below + ", since " + holder + " has released nothing yet.";
  }
}
