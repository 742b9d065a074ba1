package dev.slipway.manifest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes a version into a package's files: only the version's own characters change, every other
/// byte stays, whatever the formatting. Read as data, the result is what `npm version` writes.
public final class VersionEdit {
  private VersionEdit() {}

  /// A file with its new content.
  ///
  /// @param file absolute
  /// @param content the whole new text, in UTF-8
  public record Edited(Path file, String content) {}

  /// The manifest with this version; added as the last member where there was none.
  public static String packageJson(String text, String version) {
    return JsonText.of(text).set(version, "version").text();
  }

  /// A `package-lock.json` or `npm-shrinkwrap.json` (lock file versions 1 to 3) with this version
  /// for the package in a directory of it.
  ///
  /// @param directory relative to the lock file with `/`; empty for the lock's own package
  public static String npmLock(String text, String directory, String version) {
    JsonText lock = JsonText.of(text);
    if (directory.isEmpty() && lock.has("version")) {
      lock = lock.set(version, "version");
    }
    if (lock.has("packages", directory)) {
      lock = lock.set(version, "packages", directory, "version");
    }
    return lock.text();
  }

  /// A `bun.lock` (JSON with trailing commas) with this version for a workspace package of it. The
  /// root package has no version there.
  ///
  /// @param directory relative to the lock file with `/`; empty for the root
  public static String bunLock(String text, String directory, String version) {
    JsonText lock = JsonText.of(text);
    return lock.has("workspaces", directory, "version")
        ? lock.set(version, "workspaces", directory, "version").text()
        : text;
  }

  /// Every file that must change for a package to have this version: its package.json and the npm
  /// and bun lock files beside it and in the workspace's root. Files that would not change are left
  /// out. pnpm's and yarn's lock files hold no version of the package itself and stay as they are.
  ///
  /// @param root the workspace's root
  /// @param directory the package's directory, inside the root or the root itself
  /// @throws IOException when a file cannot be read
  public static List<Edited> of(Path root, Path directory, String version) throws IOException {
    return VersionFiles.edit(root, directory, version);
  }
}
