package dev.slipway;

import dev.slipway.npm.Destination;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Npmrc;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.problem.Refused;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the tarball that would be published, with the version that package.json has, lists it, and
/// compares it with the last version that is published.
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
    Optional<Registry> registry =
        hands.inputs().of(InputTable.JSON) ? Optional.empty() : registry(hands, packing);
    Packing compared = registry.map(packing::comparedWith).orElse(packing);
    Inspecting.Inspected inspected =
        compared.inspected(
            Optional.empty(),
            Optional.empty(),
            registry.flatMap(known -> last(known, packing)),
            Map.of(),
            hands.scratch().resolve("tarballs"));
    Optional<Path> kept = KeptTarball.of(hands, inspected.packed().tarball(), Optional.empty());
    return new Made(inspected, kept);
  }

  /// The registry that the package would go to, as its credential sees it; empty where a file of
  /// the repository names another one, which a release refuses and a listing need not ask.
  private static Optional<Registry> registry(Hands hands, Packing packing) {
    List<Npmrc> files = NpmrcFiles.of(packing.root(), packing.directory(), hands.environment());
    URI address =
        Destination.registry(
            hands.inputs().of(InputTable.REGISTRY).map(URI::toString), hands.environment());
    String name = packing.manifest().name();
    boolean elsewhere =
        !Destination.check(
                name,
                packing.manifest().publishConfig(),
                packing.inRepository("package.json"),
                files,
                java.util.Set.of(address))
            .isEmpty();
    return elsewhere
        ? Optional.empty()
        : Optional.of(Publishing.of(hands, List.of(address), files).reader(name, address));
  }

  /// The last version of the same kind: what `latest` points at.
  private static Optional<Version> last(Registry registry, Packing packing) {
    return registry.abbreviated(packing.manifest().name())
            instanceof Lookup.Found<Packument>(var it)
        ? Optional.ofNullable(it.distTags().get("latest")).flatMap(Version::parse)
        : Optional.empty();
  }
}
