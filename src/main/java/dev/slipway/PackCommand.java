package dev.slipway;

import dev.slipway.npm.Lookup;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.problem.Refused;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Makes the tarball that would be published, with the version that package.json has, lists it, and
/// compares it with the last version that is published. As JSON it is npm's document, which has no
/// place for a comparison: then nobody is asked.
final class PackCommand {
  private PackCommand() {}

  /// What was packed.
  ///
  /// @param kept where the tarball was left; empty where nobody asked for it
  record Made(Inspecting.Inspected inspected, Optional<Path> kept) {}

  /// Packs the working directory.
  ///
  /// @throws Refused when it cannot be packed
  static Made run(Hands hands) {
    Packing packing = Packing.of(hands);
    Inspecting.Inspected inspected =
        hands.inputs().of(InputTable.JSON)
            ? packed(hands, packing, Optional.empty())
            : compared(hands, packing);
    Optional<Path> kept = KeptTarball.of(hands, inspected.packed().tarball(), Optional.empty());
    return new Made(inspected, kept);
  }

  private static Inspecting.Inspected compared(Hands hands, Packing packing) {
    NamedRegistry named = NamedRegistry.of(hands, packing);
    if (named.reader().isEmpty()) {
      return packed(hands, packing, Optional.empty())
          .uncompared(named.elsewhere().getFirst().what());
    }
    Registry registry = named.reader().get();
    Packing beside = packing.comparedWith(registry);
    return switch (registry.hurried().abbreviated(packing.manifest().name())) {
      case Lookup.Found<Packument>(var document) -> packed(hands, beside, latest(document));
      case Lookup.Absent<Packument>() -> packed(hands, packing, Optional.empty());
      case Lookup.Denied<Packument>(var problem) ->
          packed(hands, packing, Optional.empty()).uncompared(problem.what());
      case Lookup.Unknown<Packument>(var problem) ->
          packed(hands, packing, Optional.empty()).uncompared(problem.what());
    };
  }

  private static Inspecting.Inspected packed(
      Hands hands, Packing packing, Optional<Version> previous) {
    return packing.inspected(
        Optional.empty(),
        Optional.empty(),
        previous,
        Map.of(),
        hands.scratch().resolve("tarballs"));
  }

  /// The version that people get.
  private static Optional<Version> latest(Packument document) {
    return Optional.ofNullable(document.distTags().get("latest")).flatMap(Version::parse);
  }
}
