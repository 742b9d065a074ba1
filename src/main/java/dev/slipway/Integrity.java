package dev.slipway;

import dev.slipway.world.Bytes;
import dev.slipway.world.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The SHA-512 of bytes.
///
/// @param digest 64 bytes
record Integrity(Bytes digest) {
  /// The digest of everything that a source gives.
  static Integrity of(Payload.Source source) {
    try (InputStream in = source.open()) {
      MessageDigest sha = MessageDigest.getInstance("SHA-512");
      byte[] part = new byte[64 << 10];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        sha.update(part, 0, n);
      }
      return new Integrity(Bytes.of(sha.digest()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-512 is part of every Java runtime", impossible);
    }
  }

  /// The digest of a few bytes.
  static Integrity of(Bytes bytes) {
    return of(() -> new ByteArrayInputStream(bytes.toArray()));
  }

  /// `sha512-` and base64, as npm writes it.
  String text() {
    return "sha512-" + Base64.getEncoder().encodeToString(digest.toArray());
  }
}
