package dev.slipway.npm;

/// Where a credential came from, as far as it changes what an answer means.
public enum CredentialKind {
  /// A token from a secret.
  TOKEN,
  /// A token that an id token was exchanged for.
  OIDC,
  /// User and password.
  PASSWORD,
  /// None.
  NONE
}
