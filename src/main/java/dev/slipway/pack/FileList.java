package dev.slipway.pack;

import dev.slipway.manifest.PackageManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which files a package ships, by the rules of npm 12.
///
/// @param entries in the order they are packed in
record FileList(List<Entry> entries) {
  FileList {
    entries = List.copyOf(entries);
  }

  /// @param boundary the workspace's root, or the package's own where there is none
  static FileList of(Tree tree, PackageManifest manifest, Path boundary) {
    boolean hasWorkspaces = !Workspaces.of(tree, manifest).isEmpty();
    Walk walk = new Walk(tree, Walk.Heeds.ALL, List.of(), hasWorkspaces);
    List<Entry> all = new ArrayList<>(walk.files(PackageRules.of(tree, manifest, true)));
    List<Entry> bundled = new Bundles(tree, boundary).of(manifest);
    Set<String> known = all.stream().map(Entry::path).collect(Collectors.toSet());
    bundled.stream().filter(entry -> !known.contains(entry.path())).forEach(all::add);
    return new FileList(EntryOrder.sorted(all));
  }

  /// The paths that npm 11 would pack of the same package, bundled packages left out: about those
  /// the two agree.
  static Set<String> ofNpm11(Tree tree, PackageManifest manifest) {
    boolean hasWorkspaces = !Workspaces.of(tree, manifest).isEmpty();
    return new Walk(tree, Walk.Heeds.ALL, List.of(), hasWorkspaces)
        .files(PackageRules.ofNpm11(tree, manifest)).stream()
            .map(Entry::path)
            .collect(Collectors.toSet());
  }
}
