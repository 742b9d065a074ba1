package dev.slipway.guard;

import dev.slipway.json.Json;
import dev.slipway.manifest.RegistryManifest;
import dev.slipway.pack.ForeignTarball;
import dev.slipway.pack.Tarball;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at a package before it is published: whether it works where it is installed, what it holds
/// that should stay at home, and what it would change for those who have the version before.
public final class Guard {
  private Guard() {}

  /// Everything there is to say. What is more than a warning should stop the release.
  ///
  /// @param manifest as it will be sent
  /// @param directory what the tarball was packed from
  /// @param last the version before; empty when there is none or the registry does not tell
  /// @throws IOException when the tarball cannot be read
  public static List<Problem> look(
      Tarball tarball, RegistryManifest manifest, Path directory, Optional<LastPublished> last)
      throws IOException {
    List<Problem> problems = new ArrayList<>(EntryPoints.check(tarball, directory));
    if (last.isEmpty()) {
      problems.addAll(FileChanges.ofFirst(tarball));
    } else {
      problems.addAll(changes(tarball, manifest, last.get()));
    }
    problems.addAll(Secrets.in(tarball.file()));
    return List.copyOf(problems);
  }

  private static List<Problem> changes(
      Tarball tarball, RegistryManifest manifest, LastPublished last) {
    List<Problem> problems = new ArrayList<>();
    if (last.tarball().isPresent()) {
      ForeignTarball.Read read = last.tarball().get();
      Json before = read.manifest().json();
      problems.addAll(ManifestChanges.of(last.version(), before, tarball.manifest().json()));
      problems.addAll(FileChanges.of(last.version(), read, tarball));
    } else {
      problems.addAll(ManifestChanges.of(last.version(), last.document().json(), manifest.json()));
      problems.add(
          Problem.warning(
              "LAST_VERSION_NOT_READ",
              "The files of "
                  + last.version()
                  + " could not be compared with those of this version: "
                  + last.unread().orElse("it could not be read")
                  + ".",
              "Nothing is to be done; its manifest was compared."));
    }
    return problems;
  }
}
