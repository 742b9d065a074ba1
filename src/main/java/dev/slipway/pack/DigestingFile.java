package dev.slipway.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// A new file that digests what is written to it.
final class DigestingFile extends OutputStream {
  private final OutputStream file;
  private final MessageDigest sha1 = digest("SHA-1");
  private final MessageDigest sha512 = digest("SHA-512");
  private long size;

  DigestingFile(Path path) throws IOException {
    this.file = Files.newOutputStream(path);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    file.write(bytes, from, count);
    sha1.update(bytes, from, count);
    sha512.update(bytes, from, count);
    size += count;
  }

  long size() {
    return size;
  }

  /// The hexadecimal SHA-1. Ask once, at the end.
  String shasum() {
    return HexFormat.of().formatHex(sha1.digest());
  }

  /// `sha512-` and the base64 digest. Ask once, at the end.
  String integrity() {
    return "sha512-" + Base64.getEncoder().encodeToString(sha512.digest());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
