package dev.slipway.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompresses one gzip member that nobody vouches for: at most so many bytes, the checksum and
/// the length right, and nothing behind it.
final class ForeignGzip extends InputStream {
  private static final int TRAILER = 8;

  private final byte[] gzip;
  private final long most;
  private final int start;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private long length;

  ForeignGzip(byte[] gzip, long most) throws IOException {
    this.gzip = gzip;
    this.most = most;
    this.start = behindHeader(gzip);
    inflater.setInput(gzip, start, gzip.length - start);
  }

  /// Where the compressed bytes begin: behind the ten fixed bytes and the four optional fields.
  private static int behindHeader(byte[] gzip) throws IOException {
    if (gzip.length < 10 || gzip[0] != 0x1f || gzip[1] != (byte) 0x8b || gzip[2] != 8) {
      throw new TarReader.Malformed("is not compressed with gzip");
    }
    int flags = gzip[3];
    int at = 10;
    if ((flags & 4) != 0) {
      need(gzip, at + 2);
      at += 2 + (gzip[at] & 0xff) + ((gzip[at + 1] & 0xff) << 8);
    }
    for (int flag : new int[] {8, 16}) {
      if ((flags & flag) != 0) {
        need(gzip, at + 1);
        while (gzip[at] != 0) {
          at++;
          need(gzip, at + 1);
        }
        at++;
      }
    }
    at += (flags & 2) != 0 ? 2 : 0;
    need(gzip, at);
    return at;
  }

  private static void need(byte[] gzip, int count) throws EOFException {
    if (count > gzip.length) {
      throw new EOFException();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    try {
      int made = inflater.inflate(into, from, count);
      if (made == 0 && !inflater.finished()) {
        throw new EOFException();
      }
      crc.update(into, from, made);
      length += made;
      if (length > most) {
        throw new TarReader.Malformed("unpacks to more than " + most + " bytes");
      }
      return made == 0 ? -1 : made;
    } catch (DataFormatException broken) {
      throw new IOException(broken);
    }
  }

  /// Checks what follows the compressed bytes. Call it when everything was read.
  void end() throws IOException {
    if (read() >= 0 || !inflater.finished()) {
      throw new TarReader.Malformed("goes on behind its end");
    }
    long trailer = start + inflater.getBytesRead();
    if (trailer + TRAILER != gzip.length) {
      throw new TarReader.Malformed("has something in front of or behind its compressed bytes");
    }
    boolean right =
        littleEndian((int) trailer) == crc.getValue()
            && littleEndian((int) trailer + 4) == (length & 0xffff_ffffL);
    if (!right) {
      throw new TarReader.Malformed("has a wrong checksum");
    }
  }

  private long littleEndian(int at) {
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = (value << 8) | (gzip[at + i] & 0xff);
    }
    return value;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
