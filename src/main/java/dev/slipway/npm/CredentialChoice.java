package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.world.Credential;
import java.util.Optional;

/// Which credential a package is published with: trusted publishing where it works, else the token.
/// Both are tried before anything is changed, and the choice is said in one line.
public sealed interface CredentialChoice {
  /// The token of a trusted publisher.
  record Trusted(TrustedPublishing.Exchange.Token token, String line) implements CredentialChoice {}

  /// A token, or user and password.
  ///
  /// @param instead why trusted publishing is not used, where it was tried
  record Held(Credentials.Found found, String line, Optional<Problem> instead)
      implements CredentialChoice {}

  /// None.
  record Nothing(Problem problem) implements CredentialChoice {}

  /// Chooses.
  ///
  /// @param exchange how trusted publishing ended; empty when the job may not ask for an id token,
  ///   or the registry is another than the public one
  /// @param found what else there is
  static CredentialChoice of(
      String name, Optional<TrustedPublishing.Exchange> exchange, Credentials.Found found) {
    if (exchange.orElse(null) instanceof TrustedPublishing.Exchange.Token token) {
      return new Trusted(
          token,
          name
              + " is published by trusted publishing."
              + (found.kind() == CredentialKind.NONE
                  ? ""
                  : " The token from " + found.from() + " is not used."));
    }
    Optional<Problem> refused =
        exchange.flatMap(ended ->
            ended instanceof TrustedPublishing.Exchange.Refused(var problem, var _)
                ? Optional.of(problem)
                : Optional.empty());
    if (found.kind() != CredentialKind.NONE) {
      return new Held(
          found,
          name
              + " is published with the credential from "
              + found.from()
              + refused
                  .map(problem -> ": trusted publishing did not work (" + problem.code() + ").")
                  .orElse(": this job does not use trusted publishing."),
          refused);
    }
    return new Nothing(refused.orElseGet(() -> none(name, found)));
  }

  private static Problem none(String name, Credentials.Found found) {
    String places =
        found.warnings().stream().map(Problem::what).reduce("", (all, next) -> all + " " + next);
    return Problem.configuration(
        "NPM_NO_CREDENTIAL",
        "There is no credential to publish " + name + " with." + places,
        """
        Give the job a token:

            with:
              npm-token: ${{ secrets.NPM_TOKEN }}

        """
            + Template.fill(Advice.TRUSTED, java.util.Map.of("name", name)));
  }

  /// The choice in one line; empty where there was none to choose.
  default Optional<String> why() {
    return switch (this) {
      case Trusted(var _, var line) -> Optional.of(line);
      case Held(var _, var line, var _) -> Optional.of(line);
      case Nothing _ -> Optional.empty();
    };
  }

  /// The credential to send.
  default Credential credential() {
    return switch (this) {
      case Trusted(var token, var _) -> token.credential();
      case Held(var found, var _, var _) -> found.credential();
      case Nothing _ -> new Credential.None();
    };
  }

  /// How it proves who we are.
  default CredentialKind kind() {
    return switch (this) {
      case Trusted _ -> CredentialKind.OIDC;
      case Held(var found, var _, var _) -> found.kind();
      case Nothing _ -> CredentialKind.NONE;
    };
  }
}
