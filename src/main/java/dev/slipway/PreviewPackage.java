package dev.slipway;

import dev.slipway.guard.EntryPoints;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Told;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.Choices;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The package that a merge would publish: packed from what is checked out, with the version that
/// it would get, and laid beside the version that is published. Needs no token, and whatever is
/// wrong with the package stops no preview: it is said.
final class PreviewPackage {
  private final Hands hands;
  private final Packing packing;
  private final Map<String, Optional<Inspecting.Inspected>> packed = new LinkedHashMap<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  PreviewPackage(Hands hands, Packages packages) {
    this.hands = hands;
    this.packing = compared(packages);
  }

  /// What is to be said of the package, one plain sentence each; foreign text.
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /// What is worth a warning before the merge.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The same with the package's file.
  Told with(Told told) {
    return told.releasing(told.releases().stream().map(this::with).toList());
  }

  private ToldRelease with(ToldRelease release) {
    return packed
        .computeIfAbsent(release.version(), _ -> pack(release))
        .map(inspected -> release.packed(Telling.tarball(inspected, Optional.empty())))
        .orElse(release);
  }

  private Optional<Inspecting.Inspected> pack(ToldRelease release) {
    try {
      Inspecting.Inspected inspected =
          packing.inspected(
              Version.parse(release.version()),
              Optional.empty(),
              release.previous().flatMap(Version::parse),
              Map.of(),
              hands.scratch().resolve("preview-" + packed.size()));
      return Optional.of(say(release, inspected));
    } catch (Refused refused) {
      remarks.add("The package could not be packed, so its files are not shown.");
      refused.problems().forEach(problem -> problems.add(problem.asWarning()));
      return Optional.empty();
    }
  }

  private Inspecting.Inspected say(ToldRelease release, Inspecting.Inspected inspected) {
    List<Problem> unbuilt =
        inspected.problems().stream()
            .filter(problem -> problem.code().equals(EntryPoints.NOT_BUILT))
            .toList();
    if (unbuilt.isEmpty()) {
      inspected.problems().forEach(problem -> problems.add(problem.asWarning()));
      inspected
          .unread()
          .ifPresent(why ->
              remarks.add(
                  "The files are not compared with "
                      + release.previous().orElse("the version before")
                      + ": "
                      + why));
      return inspected;
    }
    unbuilt.forEach(problem -> remarks.add(problem.what()));
    remarks.add(
        "If a build makes it, let the build run before the preview: what enters or leaves the"
            + " package is only shown then.");
    inspected.problems().stream()
        .filter(problem -> !unbuilt.contains(problem) && !problem.code().equals("TYPES_GONE"))
        .forEach(problem -> problems.add(problem.asWarning()));
    return inspected.withoutLast();
  }

  /// With the registry that the package would go to, where the files of the repository name no
  /// other one: that a release refuses, and the preview says so.
  private Packing compared(Packages packages) {
    try {
      NamedRegistry named = NamedRegistry.of(hands, packages.packing());
      named.elsewhere().forEach(problem -> problems.add(problem.asWarning()));
      Packing plain = packages.packing().lookedAt(guard());
      return named.reader().map(plain::comparedWith).orElse(plain);
    } catch (Refused refused) {
      refused.problems().forEach(problem -> problems.add(problem.asWarning()));
      return packages.packing().lookedAt(guard());
    }
  }

  /// A preview only warns.
  private Choices.Guard guard() {
    return switch (hands.inputs().of(InputTable.GUARD).orElse(Choices.Guard.STRICT)) {
      case STRICT, WARN -> Choices.Guard.WARN;
      case OFF -> Choices.Guard.OFF;
    };
  }
}
