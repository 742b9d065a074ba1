package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.world.Payload;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A package with nothing in it but its package.json, for tests of what carries it.
final class TestPackage {
  private TestPackage() {}

  static PublishRequest of(String name, String version) {
    return of(name, version, "latest");
  }

  static PublishRequest of(String name, String version, String tag) {
    String manifest = "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"}";
    return of((Json.Obj) JsonReader.read(manifest), tgz("package/package.json", manifest), tag);
  }

  static PublishRequest of(Json.Obj manifest, byte[] tgz, String tag) {
    return new PublishRequest(
        manifest, tarball(tgz), tag, Optional.of(Access.PUBLIC), Optional.empty());
  }

  static PublishRequest.Tarball tarball(byte[] tgz) {
    Payload.Source source = () -> new ByteArrayInputStream(tgz);
    return new PublishRequest.Tarball(
        source,
        tgz.length,
        HexFormat.of().formatHex(digest("SHA-1", tgz)),
        "sha512-" + Base64.getEncoder().encodeToString(digest("SHA-512", tgz)));
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A tarball of one file.
  static byte[] tgz(String path, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, path);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, String.format(Locale.ROOT, "%011o", bytes.length));
    put(header, 136, "00000000000");
    put(header, 148, "        ");
    header[156] = '0';
    put(header, 257, "ustar");
    put(header, 263, "00");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(header);
      gzip.write(bytes);
      gzip.write(new byte[(512 - bytes.length % 512) % 512 + 1024]);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return out.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
