package dev.slipway.npm;

import java.util.Optional;

/// How a version is published: with which kind of credential, and whether it goes live at once or
/// waits for a person.
///
/// @param kind the credential
/// @param staged true when a maintainer has to approve it
/// @param why the choice in one line
public record PublishMode(CredentialKind kind, boolean staged, String why) {
  /// What the workflow wants, by the input `publish`.
  public enum Wish {
    /// What is there decides.
    AUTO,
    /// Live at once, or not at all.
    DIRECT,
    /// A maintainer approves it, or not at all.
    STAGE;

    /// The wish that a text names.
    public static Optional<Wish> of(String text) {
      return switch (text) {
        case "auto", "" -> Optional.of(AUTO);
        case "direct" -> Optional.of(DIRECT);
        case "stage" -> Optional.of(STAGE);
        default -> Optional.empty();
      };
    }
  }

  /// The mode to begin with.
  ///
  /// @param wish the input `publish`
  /// @param kind the credential that was chosen
  /// @param hasStaging whether the registry offers staging, as far as is known
  public static PublishMode of(Wish wish, CredentialKind kind, boolean hasStaging) {
    String by =
        switch (kind) {
          case OIDC -> "by trusted publishing";
          case TOKEN -> "with the token";
          case PASSWORD -> "with user and password";
          case NONE -> "without a credential";
        };
    return switch (wish) {
      case DIRECT -> new PublishMode(kind, false, "Publishing directly " + by + ", as asked for.");
      case STAGE ->
          new PublishMode(
              kind, true, "Staging " + by + ", as asked for: a maintainer approves it on npm.");
      case AUTO ->
          new PublishMode(
              kind,
              false,
              "Publishing directly "
                  + by
                  + (hasStaging
                      ? "; if the registry allows only staging, it is staged and this says so."
                      : ": this registry has no staged publishing."));
    };
  }
}
