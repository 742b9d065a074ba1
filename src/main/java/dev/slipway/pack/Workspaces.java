package dev.slipway.pack;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members of an npm workspace.
public final class Workspaces {
  private Workspaces() {}

  /// The members' folders from the root, with `/`: those that the patterns under `workspaces` name
  /// and that hold a package.json.
  static Set<String> of(Tree tree, PackageManifest manifest) {
    return of(tree, patterns(manifest));
  }

  /// The members' manifests, by their folders from the root, with `/`. A folder whose package.json
  /// cannot be read is left out: it is not what is packed.
  ///
  /// @param patterns as package managers write them: globs of folders, `!` in front of those that
  ///   are no members
  public static Map<String, PackageManifest> members(Path root, List<String> patterns) {
    Map<String, PackageManifest> members = new LinkedHashMap<>();
    for (String folder : of(new Tree(root), patterns)) {
      String file = folder + "/" + PackageManifest.FILE;
      read(root.resolve(file), file).ifPresent(manifest -> members.put(folder, manifest));
    }
    return members;
  }

  private static Optional<PackageManifest> read(Path file, String shown) {
    try {
      return Optional.of(PackageManifest.read(Files.readAllBytes(file), shown));
    } catch (Refused unreadable) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Set<String> of(Tree tree, List<String> patterns) {
    Set<String> members = new LinkedHashSet<>();
    for (String pattern : patterns) {
      boolean negated = pattern.startsWith("!");
      int from = 0;
      while (from < pattern.length() && "!./".indexOf(pattern.charAt(from)) >= 0) {
        from++;
      }
      Set<String> found = new LinkedHashSet<>();
      FilesGlob.of(pattern.substring(from)).find(tree, Set.of("node_modules"), folders(found));
      found.removeIf(path ->
          path.contains("node_modules") || tree.child(path, PackageManifest.FILE).isEmpty());
      if (negated) {
        members.removeAll(found);
      } else {
        members.addAll(found);
      }
    }
    return members;
  }

  private static List<String> patterns(PackageManifest manifest) {
    Json declared = manifest.json().get("workspaces").orElseGet(Json::empty);
    Json list = declared.get("packages").orElse(declared);
    return list.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private static FilesGlob.Found folders(Set<String> found) {
    return new FilesGlob.Found() {
      @Override
      public void file(String path) {
        // A member is a folder.
      }

      @Override
      public void folder(String path) {
        found.add(path);
      }
    };
  }
}
