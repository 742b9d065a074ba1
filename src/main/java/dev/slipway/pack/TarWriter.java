package dev.slipway.pack;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Writes the entries of an archive, one after the other.
final class TarWriter {
  private static final String TOP = "package/";

  private final OutputStream out;
  private final byte[] buffer = new byte[128 << 10];

  TarWriter(OutputStream out) {
    this.out = out;
  }

  PackedFile file(String path, int mode, Bytes content) throws IOException {
    out.write(TarHeader.file(TOP + path, content.size(), mode));
    out.write(content.toArray());
    pad(content.size());
    return new PackedFile(path, content.size(), mode);
  }

  /// Writes a file from disk and closes it.
  ///
  /// @param size what it was when the files were listed
  /// @throws Refused when it has another size by now
  PackedFile file(String path, int mode, long size, InputStream content) throws IOException {
    try (content) {
      out.write(TarHeader.file(TOP + path, size, mode));
      long left = size;
      while (left > 0) {
        int count = content.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (count < 0) {
          throw changed(path);
        }
        out.write(buffer, 0, count);
        left -= count;
      }
      if (content.read() >= 0) {
        throw changed(path);
      }
    }
    pad(size);
    return new PackedFile(path, size, mode);
  }

  private static Refused changed(String path) {
    return new Refused(
        Problem.failure(
            "FILE_CHANGED_WHILE_PACKED",
            "The file " + path + " changed its size while it was packed.",
            "Let nothing write to the workspace while Slipway runs: end watchers and servers in"
                + " the steps before."));
  }

  private void pad(long size) throws IOException {
    out.write(new byte[(int) (-size & (TarHeader.BLOCK - 1))]);
  }

  void end() throws IOException {
    out.write(new byte[2 * TarHeader.BLOCK]);
  }
}
