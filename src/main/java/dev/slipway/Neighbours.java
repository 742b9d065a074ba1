package dev.slipway;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.PublishConfig;
import dev.slipway.manifest.WorkspaceVersions;
import dev.slipway.pack.Workspaces;
import dev.slipway.settings.WorkspaceFiles;
import dev.slipway.version.Version;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The workspace around a package: what its dependencies on the packages beside it turn into.
///
/// @param manager whose meaning `publishConfig` has
/// @param inside the package's folder from the workspace's root, with `/`; empty for the root
/// @param versions the packages beside it and what they share
record Neighbours(PublishConfig manager, String inside, WorkspaceVersions versions) {
  /// Looks for the workspace from the package's folder upwards.
  ///
  /// @param top the root of the working tree
  /// @param own the package's name and the version it gets; empty: the one it has
  static Neighbours of(Path top, Path directory, String name, Optional<Version> own) {
    WorkspaceFiles files = WorkspaceFiles.in(directory);
    for (Path root = directory; root != null && root.startsWith(top); root = root.getParent()) {
      WorkspaceFiles here = root.equals(directory) ? files : WorkspaceFiles.in(root);
      String inside = root.relativize(directory).toString().replace('\\', '/');
      Map<String, PackageManifest> members = Workspaces.members(root, here.members());
      if (inside.isEmpty() ? !members.isEmpty() : members.containsKey(inside)) {
        return new Neighbours(here.manager(), inside, versions(members, here, name, own));
      }
    }
    // A package on its own; what its folder or the repository's root says still counts.
    WorkspaceFiles outer = directory.equals(top) ? files : WorkspaceFiles.in(top);
    boolean alone = files.catalogs().isEmpty() && files.manager() == PublishConfig.NPM;
    WorkspaceFiles told = alone ? outer : files;
    return new Neighbours(told.manager(), "", versions(Map.of(), told, name, own));
  }

  private static WorkspaceVersions versions(
      Map<String, PackageManifest> members,
      WorkspaceFiles files,
      String name,
      Optional<Version> own) {
    Map<String, String> versions = new LinkedHashMap<>();
    Map<String, String> folders = new LinkedHashMap<>();
    members.forEach((folder, manifest) -> {
      if (!manifest.name().isEmpty()) {
        folders.put(folder, manifest.name());
        if (!manifest.version().isEmpty()) {
          versions.put(manifest.name(), manifest.version());
        }
      }
    });
    own.ifPresent(version -> versions.put(name, version.toString()));
    return new WorkspaceVersions(versions, folders, files.catalogs());
  }
}
