package dev.slipway.world;

/// What proves to a server who we are. Kept apart from a request's headers so that no message that
/// names a request can name it.
public sealed interface Credential {
  /// `Authorization: Bearer …`.
  record Bearer(Secret token) implements Credential {}

  /// `Authorization: Basic …`; the secret is already base64 of `user:password`.
  record Basic(Secret encoded) implements Credential {}

  /// No credential.
  record None() implements Credential {}
}
