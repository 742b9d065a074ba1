package dev.slipway.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads the entries of an archive, one after the other, and trusts none of them: every length is
/// checked before it is used, and what npm's own reader would not unpack as a plain file is an
/// error.
final class TarReader {
  private static final int LARGEST_PAX = 1 << 20;

  private final InputStream tar;
  private long left;
  private long padding;

  TarReader(InputStream tar) {
    this.tar = tar;
  }

  /// An entry.
  ///
  /// @param name as it stands in the archive, its top folder included
  /// @param isFolder true for a folder, which holds nothing
  record Header(String name, boolean isFolder, long size, int mode) {}

  /// Something in the archive that no honest package has.
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param what goes on after "it"
    Malformed(String what) {
      super(what);
    }
  }

  /// Goes to the next entry, whatever is left of the one before; empty at the end.
  ///
  /// @throws Malformed when the archive is not one that npm makes
  Optional<Header> next() throws IOException {
    tar.skipNBytes(left + padding);
    left = 0;
    padding = 0;
    String longName = "";
    long longSize = -1;
    while (true) {
      byte[] header = tar.readNBytes(TarHeader.BLOCK);
      if (header.length == 0) {
        return Optional.empty();
      }
      if (header.length < TarHeader.BLOCK) {
        throw new Malformed("ends in the middle of a header");
      }
      if (isZero(header)) {
        expectOnlyZeros();
        return Optional.empty();
      }
      checkSum(header);
      long size = number(header, 124, 12);
      switch (header[156]) {
        case 'x' -> {
          Pax pax = Pax.of(body(size));
          longName = pax.path.orElse(longName);
          longSize = pax.size.orElse(longSize);
        }
        case 'L' -> longName = untilNul(body(size));
        // Facts about the whole archive, such as the commit it was made of.
        case 'g' -> {
          if (Pax.of(body(size)).path.isPresent()) {
            throw new Malformed("names all its files alike");
          }
        }
        case '0', 0, '7', '5' -> {
          boolean folder = header[156] == '5';
          long real = folder ? 0 : longSize >= 0 ? longSize : size;
          left = real;
          padding = -real & (TarHeader.BLOCK - 1);
          return Optional.of(
              new Header(
                  longName.isEmpty() ? name(header) : longName,
                  folder,
                  real,
                  (int) number(header, 100, 8)));
        }
        case '1', '2' -> throw new Malformed("holds a link");
        default -> throw new Malformed("holds something that is no file");
      }
    }
  }

  /// Reads on in the entry's content.
  ///
  /// @return how many bytes; -1 at its end
  int read(byte[] into) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = tar.read(into, 0, (int) Math.min(into.length, left));
    if (count < 0) {
      throw new Malformed("ends in the middle of a file");
    }
    left -= count;
    return count;
  }

  /// The next bytes of the entry's content, as many as there are.
  byte[] read(int most) throws IOException {
    int count = (int) Math.min(most, left);
    byte[] bytes = tar.readNBytes(count);
    if (bytes.length < count) {
      throw new Malformed("ends in the middle of a file");
    }
    left -= count;
    return bytes;
  }

  private byte[] body(long size) throws IOException {
    if (size > LARGEST_PAX) {
      throw new Malformed("holds a header of " + size + " bytes");
    }
    byte[] body = tar.readNBytes((int) size);
    if (body.length < size) {
      throw new EOFException();
    }
    tar.skipNBytes(-size & (TarHeader.BLOCK - 1));
    return body;
  }

  private void expectOnlyZeros() throws IOException {
    byte[] buffer = new byte[64 << 10];
    for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] != 0) {
          throw new Malformed("goes on behind its end");
        }
      }
    }
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static void checkSum(byte[] header) throws Malformed {
    int sum = 8 * ' ';
    for (int i = 0; i < header.length; i++) {
      sum += i >= 148 && i < 156 ? 0 : header[i] & 0xff;
    }
    if (sum != number(header, 148, 8)) {
      throw new Malformed("has a header with a wrong checksum");
    }
  }

  private static String name(byte[] header) {
    boolean ustar = text(header, 257, 5).equals("ustar");
    String prefix = ustar ? text(header, 345, 155) : "";
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

  private static String untilNul(byte[] body) {
    return text(body, 0, body.length);
  }

  /// Octal digits, or base 256 behind a set high bit.
  private static long number(byte[] header, int at, int width) throws Malformed {
    if (header[at] < 0) {
      long value = 0;
      for (int i = at + 1; i < at + width; i++) {
        if (value >>> 55 != 0) {
          throw new Malformed("holds a number that is too large");
        }
        value = (value << 8) | (header[i] & 0xff);
      }
      return value;
    }
    long value = 0;
    boolean ended = false;
    for (int i = at; i < at + width; i++) {
      byte b = header[i];
      if (b >= '0' && b <= '7' && !ended) {
        value = value * 8 + (b - '0');
      } else if (b == ' ' || b == 0) {
        ended = ended || value > 0 || (i > at && header[i - 1] == '0');
      } else {
        throw new Malformed("holds a number that is none");
      }
    }
    return value;
  }

  /// What a PAX header says of the entry behind it.
  private record Pax(Optional<String> path, Optional<Long> size) {
    /// Records of the form `<length> <key>=<value>\n`, where the length counts itself.
    static Pax of(byte[] body) throws Malformed {
      Optional<String> path = Optional.empty();
      Optional<Long> size = Optional.empty();
      int at = 0;
      while (at < body.length && body[at] != 0) {
        int blank = at;
        long length = 0;
        while (blank < body.length && body[blank] >= '0' && body[blank] <= '9') {
          length = length * 10 + (body[blank] - '0');
          blank++;
          if (length > body.length) {
            throw new Malformed("has a header that is longer than it is");
          }
        }
        int end = at + (int) length;
        if (blank == at || blank >= end || end > body.length || body[end - 1] != '\n') {
          throw new Malformed("has a header that cannot be read");
        }
        String record = new String(body, blank + 1, end - blank - 2, StandardCharsets.UTF_8);
        int sign = record.indexOf('=');
        String key = sign < 0 ? record : record.substring(0, sign);
        String value = sign < 0 ? "" : record.substring(sign + 1);
        switch (key) {
          case "path" -> path = Optional.of(value);
          case "size" -> size = Optional.of(whole(value));
          case "linkpath" -> throw new Malformed("holds a link");
          default -> {
            if (key.startsWith("GNU.sparse")) {
              throw new Malformed("holds a file with holes");
            }
          }
        }
        at = end;
      }
      return new Pax(path, size);
    }

    private static long whole(String value) throws Malformed {
      boolean digits = !value.isEmpty() && value.length() <= 16;
      if (!digits || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw new Malformed("holds a size that is no number");
      }
      return Long.parseLong(value);
    }
  }
}
