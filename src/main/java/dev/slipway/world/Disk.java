package dev.slipway.world;

import java.io.IOException;
import java.nio.file.Path;

/// The files a release writes. What is written belongs to the owner of the workspace.
public interface Disk {
  /// Replaces a file's content as a whole: a reader sees the old or the new bytes, never half.
  /// Makes missing folders.
  void write(Path file, byte[] content) throws IOException;

  /// The same with the content of another file, however large.
  default void copy(Path from, Path file) throws IOException {
    write(file, read(from));
  }

  /// Appends to a file, making it where it is missing.
  void append(Path file, byte[] content) throws IOException;

  /// The whole content of a file.
  byte[] read(Path file) throws IOException;
}
