package dev.slipway.guard;

import dev.slipway.json.Json;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Registry;
import dev.slipway.npm.VersionDocument;
import dev.slipway.pack.ForeignTarball;
import dev.slipway.world.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// A version that is published already, as far as the registry shows it. Its tarball is read and
/// never unpacked, and only where its digest is the one that the registry names.
///
/// @param document what the registry says about it
/// @param tarball what is in it; empty where it could not be read
/// @param unread why it could not be read; empty when it was
public record LastPublished(
    String version,
    VersionDocument document,
    Optional<ForeignTarball.Read> tarball,
    Optional<String> unread) {
  /// Larger ones are compared by what the registry says of them.
  private static final int LARGEST = 32 << 20;

  private static final long LARGEST_UNPACKED = 256L << 20;

  /// Asks a registry.
  public static Lookup<LastPublished> read(Registry registry, String name, String version) {
    return registry
        .versionDocument(name, version)
        .map(document -> read(registry, name, version, document));
  }

  private static LastPublished read(
      Registry registry, String name, String version, VersionDocument document) {
    long unpacked =
        document
            .json()
            .at("dist", "unpackedSize")
            .flatMap(Json::whole)
            .map(Long::longValue)
            .orElse(0L);
    if (unpacked > LARGEST_UNPACKED) {
      return unread(version, document, "it is too large to be read for that");
    }
    return switch (registry.tarball(name, version, LARGEST)) {
      case Lookup.Found<Bytes>(var bytes) -> of(version, document, bytes.toArray());
      case Lookup.Absent<Bytes>() ->
          unread(version, document, "the registry has no tarball where npm's rule puts it");
      case Lookup.Denied<Bytes>(var problem) -> unread(version, document, problem.what());
      case Lookup.Unknown<Bytes>(var problem) -> unread(version, document, problem.what());
    };
  }

  /// The same from bytes that are at hand.
  static LastPublished of(String version, VersionDocument document, byte[] tgz) {
    String integrity = "sha512-" + Base64.getEncoder().encodeToString(digest("SHA-512", tgz));
    String shasum = HexFormat.of().formatHex(digest("SHA-1", tgz));
    if (!document.is(integrity, shasum)) {
      return unread(version, document, "it is not the one whose digest the registry names");
    }
    return switch (ForeignTarball.read(tgz, ForeignTarball.Limits.STANDARD)) {
      case ForeignTarball.Read read ->
          new LastPublished(version, document, Optional.of(read), Optional.empty());
      case ForeignTarball.Unreadable(var why) -> unread(version, document, "it " + why);
    };
  }

  private static LastPublished unread(String version, VersionDocument document, String why) {
    return new LastPublished(version, document, Optional.empty(), Optional.of(why));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
