package dev.slipway;

import dev.slipway.git.Workspace;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.Protocols;
import dev.slipway.manifest.PublishConfig;
import dev.slipway.manifest.RegistryManifest;
import dev.slipway.manifest.VersionEdit;
import dev.slipway.npm.Destination;
import dev.slipway.npm.Npmrc;
import dev.slipway.pack.PackRequest;
import dev.slipway.pack.Packer;
import dev.slipway.pack.Tarball;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Choices;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A package of the workspace.
///
/// @param root the root of the working tree
/// @param directory where its package.json is
/// @param inspecting how it is looked at before it is published
record Packing(Path root, Path directory, Inspecting inspecting) {
  /// A package as it would be published.
  ///
  /// @param from the folder that was packed: the package's own, or the one that pnpm's
  ///   `publishConfig.directory` names
  /// @param edits the files of the workspace that name the version, as they would be
  record Packed(
      Tarball tarball, RegistryManifest manifest, Path from, List<VersionEdit.Edited> edits) {}

  /// The package of the working directory, which may lie outside of any repository.
  static Packing of(Hands hands) {
    Path directory =
        hands
            .runner()
            .workspace()
            .resolve(hands.inputs().of(InputTable.WORKING_DIRECTORY).orElse("."))
            .normalize();
    Inspecting inspecting = Inspecting.of(hands.inputs());
    try (Workspace workspace = Workspace.open(directory)) {
      return new Packing(workspace.root().toAbsolutePath().normalize(), directory, inspecting);
    } catch (Refused noRepository) {
      return new Packing(directory, directory, inspecting);
    }
  }

  /// The same package, where a finding does this.
  Packing lookedAt(Choices.Guard guard) {
    return new Packing(root, directory, inspecting.doing(guard));
  }

  /// The same package, compared with what this registry has of it.
  Packing comparedWith(dev.slipway.npm.Registry registry) {
    return new Packing(root, directory, inspecting.comparingWith(registry));
  }

  /// Its manifest as it is on disk.
  ///
  /// @throws Refused when there is none, or none that can be published
  PackageManifest manifest() {
    PackageManifest manifest = PackageManifest.read(bytes(directory), inRepository("package.json"));
    if (manifest.name().isEmpty()) {
      throw new Refused(
          Problem.configuration(
                  "NO_NAME",
                  inRepository("package.json") + " names no package.",
                  "Give it a name: { \"name\": \"widget\", … }.")
              .at(Place.file(inRepository("package.json"))));
    }
    return manifest;
  }

  /// What in the repository names another registry for the package than the workflow does.
  ///
  /// @param registries those that the workflow names
  List<Problem> elsewhere(List<URI> registries, List<Npmrc> files) {
    PackageManifest manifest = manifest();
    return Destination.check(
        manifest.name(),
        manifest.publishConfig(),
        inRepository(PackageManifest.FILE),
        files,
        Set.copyOf(registries));
  }

  private byte[] bytes(Path folder) {
    Path file = folder.resolve(PackageManifest.FILE);
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
      return Files.readAllBytes(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Packs it as this version, into a folder, and looks at what was made.
  ///
  /// @param previous the version before, to compare it with; empty when there is none
  /// @param written contents that stand in for files on disk, such as the changelog
  /// @throws Refused when it cannot be packed
  Inspecting.Inspected inspected(
      Optional<Version> version,
      Optional<String> commit,
      Optional<Version> previous,
      Map<Path, Bytes> written,
      Path into) {
    Inspecting.Inspected inspected =
        inspecting.inspect(pack(version, commit, written, into), previous);
    return inspected.with(new Placing(root, inspected.packed().from()).all(inspected.problems()));
  }

  /// Packs it as this version, into a folder.
  ///
  /// @param version empty: the version it has
  /// @param commit the commit that is released
  /// @throws Refused when it cannot be packed
  Packed pack(Optional<Version> version, Optional<String> commit, Path into) {
    return pack(version, commit, Map.of(), into);
  }

  /// The same with contents that stand in for files on disk, such as the changelog.
  Packed pack(
      Optional<Version> version, Optional<String> commit, Map<Path, Bytes> written, Path into) {
    try {
      PackageManifest manifest = manifest();
      Neighbours around = Neighbours.of(root, directory, manifest.name(), version);
      Path from = packed(around.manager(), manifest);
      List<VersionEdit.Edited> edits =
          version.isPresent()
              ? VersionEdit.of(root, directory, version.get().toString())
              : List.of();
      String before = new String(bytes(from), StandardCharsets.UTF_8);
      PackRequest request =
          PackRequest.of(from, into).withExecutable(around.manager().executables(manifest));
      Map<Path, Bytes> contents = new LinkedHashMap<>(written);
      edits.forEach(edit -> contents.put(edit.file(), Bytes.of(edit.content())));
      for (Map.Entry<Path, Bytes> file : contents.entrySet()) {
        if (file.getKey().startsWith(from)) {
          request =
              request.replacing(
                  from.relativize(file.getKey()).toString().replace('\\', '/'), file.getValue());
        }
      }
      try {
        String after = published(before, version, around);
        Tarball tarball =
            Packer.pack(
                after.equals(before)
                    ? request
                    : request.replacing(PackageManifest.FILE, Bytes.of(after)));
        return new Packed(
            tarball, RegistryManifest.of(tarball.manifest(), from, commit), from, edits);
      } catch (Refused refused) {
        throw new Refused(new Placing(root, from).all(refused.problems()));
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The same package, as released from another commit.
  Packed from(Packed packed, String commit) {
    return new Packed(
        packed.tarball(),
        RegistryManifest.of(packed.tarball().manifest(), packed.from(), Optional.of(commit)),
        packed.from(),
        packed.edits());
  }

  /// The text of the package.json that is packed.
  private static String published(String text, Optional<Version> version, Neighbours around) {
    String bumped =
        version.map(next -> VersionEdit.packageJson(text, next.toString())).orElse(text);
    String understood = Protocols.rewrite(bumped, around.inside(), around.versions());
    return around.manager().rewrite(understood);
  }

  /// The folder that is packed.
  private Path packed(PublishConfig manager, PackageManifest manifest) {
    Optional<String> named = manager.directory(manifest);
    if (named.isEmpty()) {
      return directory;
    }
    Path folder = directory.resolve(named.get()).normalize();
    boolean usable =
        folder.startsWith(directory)
            && Files.isRegularFile(folder.resolve(PackageManifest.FILE), LinkOption.NOFOLLOW_LINKS);
    if (!usable) {
      throw new Refused(
          Problem.configuration(
                  "PUBLISH_DIRECTORY_UNUSABLE",
                  "\"publishConfig.directory\" in "
                      + inRepository(PackageManifest.FILE)
                      + " names "
                      + named.get()
                      + ", which is no folder of the package with a package.json in it.",
                  "Slipway runs no script of the package. Build it in a step before Slipway, or take"
                      + " \"directory\" out of \"publishConfig\".")
              .at(Place.member(inRepository(PackageManifest.FILE), "publishConfig", "directory")));
    }
    return folder;
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
