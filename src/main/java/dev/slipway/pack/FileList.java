package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which files a package ships, by the rules of npm 12.
///
/// @param entries in the order they are packed in
/// @param bundled the names of the packages brought along
record FileList(List<Entry> entries, Set<String> bundled) {
  FileList {
    entries = List.copyOf(entries);
  }

  /// @param boundary the workspace's root, or the package's own where there is none
  static FileList of(Tree tree, PackageManifest manifest, Path boundary) {
    boolean hasWorkspaces = !Workspaces.of(tree, manifest).isEmpty();
    Walk walk = new Walk(tree, Walk.Heeds.ALL, List.of(), hasWorkspaces);
    List<Entry> all = new ArrayList<>(walk.files(PackageRules.of(tree, manifest, true)));
    Bundles.Found bundles = new Bundles(tree, boundary).of(manifest);
    Set<String> known = all.stream().map(Entry::path).collect(java.util.stream.Collectors.toSet());
    bundles.entries().stream().filter(entry -> !known.contains(entry.path())).forEach(all::add);
    return new FileList(EntryOrder.sorted(all), bundles.names());
  }
}
