package dev.slipway.pack;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The members of an npm workspace.
public final class Workspaces {
  private Workspaces() {}

  /// The members' folders from the root, with `/`: those that the patterns under `workspaces` name
  /// and that hold a package.json.
  static Set<String> of(Tree tree, PackageManifest manifest) {
    Set<String> members = new LinkedHashSet<>();
    for (String pattern : patterns(manifest)) {
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
