package dev.slipway;

import dev.slipway.git.Workspace;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.InputTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the tarball that would be published, with the version that package.json has, and lists it.
final class PackCommand {
  private PackCommand() {}

  /// What was packed.
  ///
  /// @param kept where the tarball was left; empty where nobody asked for it
  record Made(Packing.Packed packed, Optional<Path> kept, List<Problem> problems) {}

  /// Packs the working directory.
  ///
  /// @throws Refused when it cannot be packed
  static Made run(Hands hands) {
    Packing packing = packing(hands);
    Packing.Packed packed =
        packing.pack(Optional.empty(), Optional.empty(), hands.scratch().resolve("tarballs"));
    Optional<Path> kept = KeptTarball.of(hands, packed.tarball(), Optional.empty());
    return new Made(packed, kept, packed.findings());
  }

  /// A package can be packed outside of any repository, too.
  private static Packing packing(Hands hands) {
    Path directory =
        hands
            .runner()
            .workspace()
            .resolve(hands.inputs().of(InputTable.WORKING_DIRECTORY).orElse("."))
            .normalize();
    try (Workspace workspace = Workspace.open(directory)) {
      return new Packing(workspace.root().toAbsolutePath().normalize(), directory);
    } catch (Refused noRepository) {
      return new Packing(directory, directory);
    }
  }
}
