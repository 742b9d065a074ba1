package dev.slipway;

import dev.slipway.npm.Access;
import dev.slipway.npm.Doctor;
import dev.slipway.npm.Examined;
import dev.slipway.npm.PublishMode;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Choices;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a release asks of its registries before anything is recorded: as whom it publishes, whether
/// they know that credential, and whether a provenance can be made.
///
/// @param registries where the package goes
/// @param access who may see it, where that is said
record Preflight(
    Publishing publishing, Packing packing, List<URI> registries, Optional<Access> access) {
  /// Asks.
  ///
  /// @return how the version will be published
  /// @throws Refused with all that stands against it
  PublishMode check(Version version) {
    List<PublishMode> modes =
        registries.stream().map(registry -> publishing.choose(name(), registry)).toList();
    if (modes.getFirst().staged() && registries.size() > 1) {
      throw new Refused(
          Problem.configuration(
              "STAGED_WITH_REGISTRIES",
              "A version that is staged goes live when a maintainer approves it, and the further"
                  + " registries have no staging: they could not be kept as one release.",
              "Leave out the input registries, or publish directly:\n\n"
                  + "    with:\n      publish: direct"));
    }
    Refused.ifAny(
        Doctor.against(
            registries.stream().map(registry -> examined(version, registry)).toList(),
            publishing.surroundings(packing.manifest().json(), List.of())));
    return modes.getFirst();
  }

  /// Whether the version is signed for each registry, one line each.
  ///
  /// @throws Refused when a provenance was asked for and cannot be made
  List<String> provenance(Version version) {
    Set<String> lines = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (URI registry : registries) {
      try {
        lines.add(
            publishing
                .withoutProvenance(
                    version.toString(),
                    packing.manifest().json(),
                    packing.inRepository("package.json"),
                    directory(),
                    access,
                    registry)
                .orElse("With provenance."));
      } catch (Refused refused) {
        problems.addAll(refused.problems());
      }
    }
    Refused.ifAny(problems.stream().distinct().toList());
    return List.copyOf(lines);
  }

  /// Who may see a package, where the workflow or its package.json says so.
  static Optional<Access> access(Hands hands, Packing packing) {
    return hands
        .inputs()
        .of(InputTable.ACCESS)
        .map(access -> access == Choices.Access.PUBLIC ? Access.PUBLIC : Access.RESTRICTED)
        .or(() -> packing.manifest().publishConfig().text("access").flatMap(Access::of));
  }

  private Examined examined(Version version, URI registry) {
    return new Examined(
        name(),
        Optional.of(version.toString()),
        "",
        access,
        registry,
        packing.manifest().json(),
        packing.inRepository("package.json"),
        directory(),
        List.of());
  }

  private String directory() {
    return packing.shown().equals(".") ? "" : packing.shown();
  }

  private String name() {
    return packing.manifest().name();
  }
}
