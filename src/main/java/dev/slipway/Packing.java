package dev.slipway;

import dev.slipway.guard.EntryPoints;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.RegistryManifest;
import dev.slipway.manifest.VersionEdit;
import dev.slipway.pack.PackRequest;
import dev.slipway.pack.Packer;
import dev.slipway.pack.Tarball;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.Version;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A package of the workspace.
///
/// @param root the root of the working tree
/// @param directory where its package.json is
record Packing(Path root, Path directory) {
  /// A package as it would be published.
  ///
  /// @param edits the files of the workspace that name the version, as they would be
  /// @param findings what is wrong with it or worth saying
  record Packed(
      Tarball tarball,
      RegistryManifest manifest,
      List<VersionEdit.Edited> edits,
      List<Problem> findings) {}

  /// Its manifest as it is on disk.
  ///
  /// @throws Refused when there is none, or none that can be published
  PackageManifest manifest() {
    Path file = directory.resolve("package.json");
    try {
      if (!Files.isRegularFile(file)) {
        throw new Refused(
            Problem.configuration(
                "NO_MANIFEST",
                "There is no package.json in " + shown() + ".",
                """
                Name the package's folder:

                  with:
                    working-directory: packages/widget\
                """));
      }
      PackageManifest manifest =
          PackageManifest.read(Files.readAllBytes(file), inRepository("package.json"));
      if (manifest.name().isEmpty()) {
        throw new Refused(
            Problem.configuration(
                    "NO_NAME",
                    inRepository("package.json") + " names no package.",
                    "Give it a name: { \"name\": \"widget\", … }.")
                .at(Place.file(inRepository("package.json"))));
      }
      return manifest;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Packs it as this version, into a folder.
  ///
  /// @param version empty: the version it has
  /// @param commit the commit that is released
  Packed pack(Optional<Version> version, Optional<String> commit, Path into) {
    return pack(version, commit, Map.of(), into);
  }

  /// Packs it as this version, into a folder.
  ///
  /// @param version empty: the version it has
  /// @param commit the commit that is released
  /// @param written contents that stand in for files on disk, such as the changelog
  Packed pack(
      Optional<Version> version, Optional<String> commit, Map<Path, Bytes> written, Path into) {
    try {
      List<VersionEdit.Edited> edits =
          version.isPresent()
              ? VersionEdit.of(root, directory, version.get().toString())
              : List.of();
      Map<Path, Bytes> contents = new LinkedHashMap<>(written);
      edits.forEach(edit -> contents.put(edit.file(), Bytes.of(edit.content())));
      PackRequest request = PackRequest.of(directory, into);
      for (Map.Entry<Path, Bytes> file : contents.entrySet()) {
        if (file.getKey().startsWith(directory)) {
          request =
              request.replacing(
                  directory.relativize(file.getKey()).toString().replace('\\', '/'),
                  file.getValue());
        }
      }
      Tarball tarball = Packer.pack(request);
      List<Problem> findings = new ArrayList<>(tarball.warnings());
      findings.addAll(EntryPoints.check(tarball));
      return new Packed(
          tarball, RegistryManifest.of(tarball.manifest(), directory, commit), edits, findings);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The same package, as released from another commit.
  Packed from(Packed packed, String commit) {
    return new Packed(
        packed.tarball(),
        RegistryManifest.of(packed.tarball().manifest(), directory, Optional.of(commit)),
        packed.edits(),
        packed.findings());
  }

  /// Where it lies in the repository, with `/`; `.` is the root.
  String shown() {
    String inside = root.relativize(directory).toString().replace('\\', '/');
    return inside.isEmpty() ? "." : inside;
  }

  /// A file of the package as a person in the repository names it.
  String inRepository(String file) {
    return shown().equals(".") ? file : shown() + "/" + file;
  }
}
