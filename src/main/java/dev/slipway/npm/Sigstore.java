package dev.slipway.npm;

import java.net.URI;
import java.util.Optional;

/// A sigstore instance.
///
/// @param fulcio its certificate authority
/// @param rekor its transparency log, version 1
/// @param logKey the log's public key, base64 of its SPKI form; empty: what the log signed is not
///   checked
public record Sigstore(URI fulcio, URI rekor, Optional<String> logKey) {
  /// The public instance, with the log key of its trust root.
  public static Sigstore publicInstance() {
    return new Sigstore(
        PublicRegistry.FULCIO,
        PublicRegistry.REKOR,
        Optional.of(
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G2Y+2tabdTV5BcGiBIx0a9fAFwrkBbmLSGtks4L3qX6yYY0"
                + "zufBnhC8Ur/iy55GhWP/9A/bY2LhC30M9+RYtw=="));
  }
}
