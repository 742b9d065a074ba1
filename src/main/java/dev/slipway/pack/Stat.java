package dev.slipway.pack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/// What the file system says about a name, links not followed.
///
/// @param mode type and permission bits
/// @param size in bytes
/// @param key device and inode
record Stat(int mode, long size, Object key) {
  private static final int TYPE = 0170000;

  static Stat of(Path path) throws IOException {
    Map<String, Object> about =
        Files.readAttributes(path, "unix:mode,size,fileKey", LinkOption.NOFOLLOW_LINKS);
    return new Stat(
        (Integer) requireNonNull(about.get("mode")),
        (Long) requireNonNull(about.get("size")),
        requireNonNull(about.get("fileKey")));
  }

  /// Of a file that is yet to be written, with the permissions that it will get.
  static Stat ofNewFile(Path path) {
    return new Stat(0100644, 0, path);
  }

  /// Of a folder that is yet to be made.
  static Stat ofNewFolder(Path path) {
    return new Stat(0040755, 0, path);
  }

  boolean isFile() {
    return (mode & TYPE) == 0100000;
  }

  boolean isDirectory() {
    return (mode & TYPE) == 0040000;
  }

  boolean isLink() {
    return (mode & TYPE) == 0120000;
  }
}
