package dev.slipway.npm;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Reads bytes as base64, and checks on the way that they are the bytes that were promised. When
/// they are not, it fails before its end, so that what was sent is no whole document and nothing
/// wrong can be published.
final class Base64Stream extends InputStream {
  private static final int CHUNK = 3 * 16 * 1024;

  private final InputStream plain;
  private final String integrity;
  private final MessageDigest digest;
  private byte[] ready = {};
  private int at;
  private boolean ended;

  Base64Stream(InputStream plain, String integrity) {
    this.plain = plain;
    this.integrity = integrity;
    try {
      this.digest = MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-512 is part of every Java runtime", impossible);
    }
  }

  /// How many characters this many bytes make.
  static long length(long bytes) {
    return (bytes + 2) / 3 * 4;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == ready.length && !fill()) {
      return -1;
    }
    int count = Math.min(length, ready.length - at);
    System.arraycopy(ready, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    plain.close();
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    byte[] chunk = plain.readNBytes(CHUNK);
    digest.update(chunk);
    ended = chunk.length < CHUNK;
    if (ended
        && !integrity.equals("sha512-" + Base64.getEncoder().encodeToString(digest.digest()))) {
      throw new IOException("the tarball is not the one that was planned");
    }
    ready = Base64.getEncoder().encode(chunk);
    at = 0;
    return ready.length > 0;
  }
}
