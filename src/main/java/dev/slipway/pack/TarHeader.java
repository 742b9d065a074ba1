package dev.slipway.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The blocks in front of a file's content, to the byte as npm's tar writer makes them in its
/// portable mode: no owner, no group, one fixed date, a PAX header only where ustar's fields do not
/// hold the name or the size.
final class TarHeader {
  /// All headers and contents come in blocks of this many bytes.
  static final int BLOCK = 512;

  /// 1985-10-26T08:15:00Z, the date of every file npm packs.
  private static final long DATE = 499_162_500;

  private static final int NAME = 100;
  private static final int PREFIX = 155;

  /// The largest number that fits the twelve octal places of a size: 8 GiB less one byte.
  private static final long LARGEST_OCTAL = 077_777_777_777L;

  private TarHeader() {}

  /// The permission bits of a file in a tarball: readable and writable by its owner, writable by
  /// nobody else.
  static int portableMode(int mode) {
    return ((mode & 07777) | 0600) & ~022;
  }

  /// The header of a regular file.
  ///
  /// @param path the whole name, `package/` included
  static byte[] file(String path, long size, int mode) {
    Split split = Split.of(path);
    byte[] header = ustar(split, size, mode, '0');
    boolean needsPax =
        split.truncated || !isAscii(split.name) || !isAscii(split.prefix) || size > LARGEST_OCTAL;
    return needsPax ? concat(pax(path, size), header) : header;
  }

  private static byte[] pax(String path, long size) {
    String body = record("path", path) + record("mtime", DATE) + record("size", size);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String base = path.substring(path.lastIndexOf('/') + 1);
    Split name = Split.of(cut("PaxHeader/" + base, NAME - 1));
    byte[] header = ustar(name, bytes.length, 0644, 'x');
    byte[] padded = new byte[BLOCK + roundUp(bytes.length)];
    System.arraycopy(header, 0, padded, 0, BLOCK);
    System.arraycopy(bytes, 0, padded, BLOCK, bytes.length);
    return padded;
  }

  /// `<length> <key>=<value>\n`, where the length counts itself.
  private static String record(String key, Object value) {
    String rest = " " + key + "=" + value + "\n";
    int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
    int digits = Integer.toString(bytes).length();
    if (bytes + digits >= Math.powExact(10, digits)) {
      digits++;
    }
    return (bytes + digits) + rest;
  }

  private static byte[] ustar(Split split, long size, int mode, char type) {
    byte[] block = new byte[BLOCK];
    put(block, 0, NAME, split.name);
    octal(block, 100, 8, mode);
    number(block, 124, size);
    octal(block, 136, 12, DATE);
    block[156] = (byte) type;
    put(block, 257, 8, "ustar\00000");
    octal(block, 329, 8, 0);
    octal(block, 337, 8, 0);
    put(block, 345, PREFIX, split.prefix);
    // The checksum counts its own field as blanks.
    int sum = 8 * ' ';
    for (byte b : block) {
      sum += b & 0xff;
    }
    octal(block, 148, 8, sum);
    return block;
  }

  private static void number(byte[] block, int at, long value) {
    if (value <= LARGEST_OCTAL) {
      octal(block, at, 12, value);
      return;
    }
    // Base 256: the high bit of the first byte, then the number itself.
    block[at] = (byte) 0x80;
    for (int i = 0; i < 8; i++) {
      block[at + 11 - i] = (byte) (value >>> (8 * i));
    }
  }

  /// Octal digits, zeros in front to all but two places, a blank and NUL behind; a number that
  /// needs all but one place stands without the blank.
  private static void octal(byte[] block, int at, int width, long value) {
    String digits = Long.toOctalString(value);
    String text =
        digits.length() == width - 1
            ? digits
            : "0".repeat(width - 2 - digits.length()) + digits + " ";
    put(block, at, width, text);
  }

  /// As many whole characters as fit.
  private static void put(byte[] block, int at, int width, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, width);
    if (length < bytes.length) {
      while (length > 0 && (bytes[length] & 0xc0) == 0x80) {
        length--;
      }
    }
    System.arraycopy(bytes, 0, block, at, length);
  }

  /// A name split over ustar's two fields. Lengths are those of JavaScript: bytes where it must
  /// fit, UTF-16 units where it is cut.
  private record Split(String name, String prefix, boolean truncated) {
    static Split of(String path) {
      if (bytes(path) < NAME) {
        return new Split(path, "", false);
      }
      List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
      String name = parts.removeLast();
      while (!parts.isEmpty()) {
        String prefix = String.join("/", parts);
        if (bytes(prefix) <= PREFIX) {
          return bytes(name) <= NAME
              ? new Split(name, prefix, false)
              : new Split(cut(name, NAME - 1), prefix, true);
        }
        name = parts.removeLast() + "/" + name;
      }
      return new Split(cut(path, NAME - 1), "", true);
    }
  }

  private static String cut(String text, int units) {
    return text.length() <= units ? text : text.substring(0, units);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isAscii(String text) {
    return bytes(text) == text.length();
  }

  /// The next multiple of a block's size.
  static int roundUp(int size) {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
