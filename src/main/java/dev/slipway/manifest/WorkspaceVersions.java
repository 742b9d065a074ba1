package dev.slipway.manifest;

import java.util.Map;
import java.util.Optional;

/// The packages of a workspace as they will be released, and its catalogs: what a dependency that
/// names the workspace turns into.
///
/// @param versions the version that each member has in this release, by name
/// @param directories the name of each member, by its folder from the workspace's root, with `/`
/// @param catalogs ranges by package name, by catalog; the one without a name is `default`
public record WorkspaceVersions(
    Map<String, String> versions,
    Map<String, String> directories,
    Map<String, Map<String, String>> catalogs) {
  public WorkspaceVersions {
    versions = Map.copyOf(versions);
    directories = Map.copyOf(directories);
    catalogs = Map.copyOf(catalogs);
  }

  /// No workspace.
  public static WorkspaceVersions none() {
    return new WorkspaceVersions(Map.of(), Map.of(), Map.of());
  }

  Optional<String> version(String name) {
    return Optional.ofNullable(versions.get(name));
  }

  Optional<String> catalog(String catalog, String name) {
    return Optional.ofNullable(catalogs.get(catalog)).map(ranges -> ranges.get(name));
  }

  Optional<String> memberAt(String directory) {
    return Optional.ofNullable(directories.get(directory));
  }
}
