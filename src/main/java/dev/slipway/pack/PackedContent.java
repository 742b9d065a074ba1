package dev.slipway.pack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Reads back from a tarball of our own what is in its files: the bytes that were packed, whatever
/// is on disk by now.
public final class PackedContent {
  private PackedContent() {}

  /// Told of what is read.
  public interface Reader {
    /// A file begins.
    ///
    /// @param path inside the package
    void begin(String path);

    /// The next bytes of it.
    ///
    /// @param count how many of the buffer
    void read(byte[] buffer, int count);
  }

  /// Reads everything, a piece at a time.
  ///
  /// @throws IOException when the tarball cannot be read
  public static void all(Path tgz, Reader reader) throws IOException {
    byte[] buffer = new byte[64 << 10];
    try (InputStream in = open(tgz)) {
      TarReader tar = new TarReader(in);
      for (Optional<TarReader.Header> file = tar.next(); file.isPresent(); file = tar.next()) {
        reader.begin(path(file.get()));
        for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
          reader.read(buffer, count);
        }
      }
    }
  }

  /// The first bytes of some files, by path. Reads no further than the last of them.
  ///
  /// @param most how many bytes of each
  /// @throws IOException when the tarball cannot be read
  public static Map<String, byte[]> starts(Path tgz, Set<String> paths, int most)
      throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    try (InputStream in = open(tgz)) {
      TarReader tar = new TarReader(in);
      while (found.size() < paths.size()) {
        Optional<TarReader.Header> file = tar.next();
        if (file.isEmpty()) {
          break;
        }
        String path = path(file.get());
        if (paths.contains(path)) {
          found.put(path, tar.read(most));
        }
      }
    }
    return found;
  }

  private static InputStream open(Path tgz) throws IOException {
    InputStream file = Files.newInputStream(tgz);
    return new BufferedInputStream(new GZIPInputStream(file, 64 << 10), 64 << 10);
  }

  private static String path(TarReader.Header header) {
    return header.name().substring(header.name().indexOf('/') + 1);
  }
}
