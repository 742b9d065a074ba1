package dev.slipway;

import dev.slipway.npm.Npmrc;
import dev.slipway.npm.Registry;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The registry that a package would go to, for a command that only reads.
///
/// @param reader as the credential at hand sees it; empty where a file of the repository names
///   another registry than the workflow, which a release refuses
/// @param elsewhere what names another one
record NamedRegistry(Optional<Registry> reader, List<Problem> elsewhere) {
  /// Finds it; asks nobody yet.
  ///
  /// @throws dev.slipway.problem.Refused when the workflow names no address that can be used
  static NamedRegistry of(Hands hands, Packing packing) {
    List<URI> registries = Packages.registries(hands);
    List<Npmrc> files = NpmrcFiles.of(packing.root(), packing.directory(), hands.environment());
    List<Problem> elsewhere = packing.elsewhere(registries, files);
    return new NamedRegistry(
        elsewhere.isEmpty()
            ? Optional.of(
                Publishing.of(hands, registries, files)
                    .reader(packing.manifest().name(), registries.getFirst()))
            : Optional.empty(),
        elsewhere);
  }
}
