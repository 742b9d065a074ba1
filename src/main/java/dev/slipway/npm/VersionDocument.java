package dev.slipway.npm;

import dev.slipway.json.Json;
import java.util.Optional;

/// What a registry says about one version.
public record VersionDocument(Json json) {
  /// `sha512-` and base64, as we compute it too.
  public Optional<String> integrity() {
    return json.at("dist", "integrity").flatMap(Json::text);
  }

  /// The SHA-1 of the tarball in hex.
  public Optional<String> shasum() {
    return json.at("dist", "shasum").flatMap(Json::text);
  }

  /// The commit it was published from.
  public Optional<String> gitHead() {
    return json.text("gitHead");
  }

  /// The message it was deprecated with.
  public Optional<String> deprecated() {
    return json.text("deprecated").filter(text -> !text.isEmpty());
  }

  /// Whether the registry holds a provenance for it.
  public boolean hasProvenance() {
    return json.at("dist", "attestations", "provenance").isPresent();
  }

  /// Whether it is this tarball. Compares by SHA-512; where the registry names none, by SHA-1;
  /// where it names neither, it is not.
  public boolean is(String integrity, String shasum) {
    return integrity()
        .map(integrity::equals)
        .orElseGet(() -> shasum().map(shasum::equalsIgnoreCase).orElse(false));
  }
}
