package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.world.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One version, ready to be sent.
///
/// @param manifest the version's manifest as the registry shall show it, with `name` and `version`;
///   `_id` and `dist` are put in when it is sent
/// @param tarball the bytes and what they must be
/// @param distTag the tag that shall point at it
/// @param access who may see a new package; empty: the registry decides
/// @param provenance the signed statement that goes with it
public record PublishRequest(
    Json.Obj manifest,
    Tarball tarball,
    String distTag,
    Optional<Access> access,
    Optional<SigstoreBundle> provenance) {

  /// A tarball with its digests, opened when it is sent.
  ///
  /// @param size in bytes
  /// @param shasum SHA-1 in hex
  /// @param integrity `sha512-` and base64
  public record Tarball(Payload.Source source, long size, String shasum, String integrity) {
    /// A tarball in a file.
    public static Tarball in(Path file, long size, String shasum, String integrity) {
      return new Tarball(() -> Files.newInputStream(file), size, shasum, integrity);
    }
  }

  /// Checks that the manifest is one.
  ///
  /// @throws IllegalArgumentException when the manifest has no name or no version
  public PublishRequest {
    if (manifest.text("name").isEmpty() || manifest.text("version").isEmpty()) {
      throw new IllegalArgumentException("the manifest has no name or no version");
    }
  }

  /// The package's name.
  public String name() {
    return manifest.text("name").orElseThrow();
  }

  /// The version.
  public String version() {
    return manifest.text("version").orElseThrow();
  }

  /// The same with a provenance.
  public PublishRequest with(SigstoreBundle bundle) {
    return new PublishRequest(manifest, tarball, distTag, access, Optional.of(bundle));
  }
}
