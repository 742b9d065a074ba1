package dev.slipway.npm;

import dev.slipway.problem.Finding;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.List;

/// Whether a registry knows the credential that was handed over, and whose it is.
///
/// @param one a package that would be published there
record TokenQuestion(URI registry, Credentials.Found found, Examined one, Surroundings around) {
  private static final String OF_NOBODY = "NPM_TOKEN_OF_NOBODY";

  /// What to say of a credential that a registry takes, and knows nobody by.
  static Problem ofNobody(Attempt attempt) {
    return Problem.failure(
        OF_NOBODY,
        attempt.registry().getHost()
            + " knows nobody by this credential: it is expired, revoked, not whole, or one of"
            + " another registry.",
        attempt.words().getOrDefault("newToken", ""));
  }

  Finding ask() {
    return switch (reader().whoami(one.name())) {
      case Lookup.Found<String>(var user) -> proved(what() + " of the user " + user + ".");
      case Lookup.Denied<String>(var problem) when isDead(problem) ->
          Finding.disproved(host(), "credential", problem);
      case Lookup.Denied<String>(var problem)
          when !PublicRegistry.is(registry) && problem.code().equals("NPM_TOKEN_UNKNOWN") ->
          Finding.notProvable(
              host(),
              "credential",
              what()
                  + "; the registry answers 401 to every question about it, so the publish has to"
                  + " tell.");
      case Lookup.Denied<String>(var problem) -> Finding.notProvable(host(), "credential", problem);
      case Lookup.Absent<String>() ->
          Finding.notProvable(host(), "credential", what() + "; the registry does not say whose.");
      case Lookup.Unknown<String>(var problem) ->
          Finding.notProvable(host(), "credential", problem);
    };
  }

  /// A 401 to the question who we are is not proof on the public registry: some tokens for single
  /// packages may not ask it. They may list staged versions, though, so a second 401 is. On other
  /// registries it counts for tokens where the registry knows the question, which shows in how it
  /// answers one that nobody knows; and not for user and password, which some take for publishing
  /// only.
  private boolean isDead(Problem problem) {
    if (problem.code().equals("NPM_TOKEN_EXPIRED") || problem.code().equals(OF_NOBODY)) {
      return true;
    }
    if (!problem.code().equals("NPM_TOKEN_UNKNOWN") || found.kind() != CredentialKind.TOKEN) {
      return false;
    }
    return PublicRegistry.is(registry) ? isDeadForStages() : !reader().refusesTheUnknown();
  }

  private boolean isDeadForStages() {
    return reader().staged(one.name()) instanceof Lookup.Denied<List<StagedVersion>>(var again)
        && (again.code().equals("NPM_TOKEN_UNKNOWN") || again.code().equals("NPM_TOKEN_EXPIRED"));
  }

  private String what() {
    return (found.kind() == CredentialKind.PASSWORD ? "User and password" : "A token")
        + " from "
        + found.from();
  }

  private Finding proved(String answer) {
    return Finding.proved(host(), "credential", answer);
  }

  private Registry reader() {
    return around.accounts().reader(registry);
  }

  private String host() {
    return registry.getHost();
  }
}
