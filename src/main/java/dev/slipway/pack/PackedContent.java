package dev.slipway.pack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Reads back from a tarball of our own what is in its files: the bytes that were packed, whatever
/// is on disk by now.
public final class PackedContent {
  private PackedContent() {}

  /// The first bytes of some files, by path. Reads no further than the last of them.
  ///
  /// @param most how many bytes of each
  /// @throws IOException when the tarball cannot be read
  public static Map<String, byte[]> starts(Path tgz, Set<String> paths, int most)
      throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    Set<String> wanted = new HashSet<>(paths);
    if (wanted.isEmpty()) {
      return found;
    }
    try (InputStream file = Files.newInputStream(tgz);
        InputStream tar = new BufferedInputStream(new GZIPInputStream(file, 64 << 10), 64 << 10)) {
      String longName = "";
      byte[] header = tar.readNBytes(TarHeader.BLOCK);
      while (!wanted.isEmpty() && header.length == TarHeader.BLOCK && header[0] != 0) {
        long size = number(header, 124, 12);
        long padding = -size & (TarHeader.BLOCK - 1);
        if (header[156] == 'x') {
          longName = path(tar.readNBytes((int) size));
          tar.skipNBytes(padding);
        } else {
          String name = longName.isEmpty() ? name(header) : longName;
          longName = "";
          String path = name.substring(name.indexOf('/') + 1);
          int taken = wanted.remove(path) ? (int) Math.min(size, most) : 0;
          byte[] start = tar.readNBytes(taken);
          if (taken > 0 || paths.contains(path)) {
            found.put(path, start);
          }
          tar.skipNBytes(size - taken + padding);
        }
        header = tar.readNBytes(TarHeader.BLOCK);
      }
    }
    return found;
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] header, int at, int width) {
    int end = at;
    while (end < at + width && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }

  private static long number(byte[] header, int at, int width) {
    if (header[at] < 0) {
      long value = 0;
      for (int i = at + width - 8; i < at + width; i++) {
        value = (value << 8) | (header[i] & 0xff);
      }
      return value;
    }
    return Long.parseLong(text(header, at, width).strip(), 8);
  }

  /// The first record of a PAX header is the path.
  private static String path(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    int from = text.indexOf("path=") + "path=".length();
    return text.substring(from, text.indexOf("\n", from));
  }
}
