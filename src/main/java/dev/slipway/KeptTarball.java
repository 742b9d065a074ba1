package dev.slipway;

import dev.slipway.pack.Tarball;
import dev.slipway.settings.InputTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/// The tarball, left in the workspace for the steps that follow, where that is wanted.
final class KeptTarball {
  private KeptTarball() {}

  /// Leaves it in the folder of the input `out`, else in the one that the configuration names.
  ///
  /// @param configured the configuration's folder, relative to the workspace
  /// @return where it is; empty where nobody asked for it
  static Optional<Path> of(Hands hands, Tarball tarball, Optional<String> configured) {
    Optional<Path> kept =
        hands
            .inputs()
            .of(InputTable.OUT)
            .or(() -> configured)
            .map(folder -> hands.runner().workspace().resolve(folder))
            .map(folder -> folder.resolve(tarball.filename()).normalize());
    kept.ifPresent(file -> {
      try {
        hands.disk().copy(tarball.file(), file);
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    });
    return kept;
  }
}
