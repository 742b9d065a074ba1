package dev.slipway.npm;

import dev.slipway.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Warns before a token ends: no token can be asked when it does, so the workflow says it.
public final class TokenExpiry {
  private static final Duration EARLY = Duration.ofDays(14);

  /// The day from which tokens no longer publish directly; GitHub names the month only.
  private static final LocalDate END_OF_DIRECT = LocalDate.of(2027, 1, 1);

  private TokenExpiry() {}

  /// What there is to say about the token that would publish.
  ///
  /// @param input the input `npm-token-expires`
  /// @param kind the credential that is used
  /// @param staged whether the version is staged and not published directly
  public static List<Problem> check(
      Optional<LocalDate> input, CredentialKind kind, URI registry, boolean staged, Instant now) {
    List<Problem> problems = new ArrayList<>();
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    input
        .filter(_ -> kind == CredentialKind.TOKEN)
        .ifPresent(last -> aboutDay(last, today, problems));
    if (kind == CredentialKind.TOKEN && !staged && PublicRegistry.is(registry)) {
      problems.add(
          Problem.warning(
              "NPM_TOKEN_ENDS_JANUARY_2027",
              today.isBefore(END_OF_DIRECT)
                  ? "From January 2027 npm takes no version directly from a token any more."
                  : "Since January 2027 npm is to take no version directly from a token any more.",
              "Set up trusted publishing, which needs no token. " + Advice.STAGE));
    }
    return problems;
  }

  private static void aboutDay(LocalDate last, LocalDate today, List<Problem> problems) {
    long days = last.toEpochDay() - today.toEpochDay();
    if (days < 0) {
      problems.add(
          Problem.warning(
              "NPM_TOKEN_EXPIRED",
              "The token ended on " + last + ", as npm-token-expires says.",
              "Make a new one, put it into the secret NPM_TOKEN, and set npm-token-expires to its"
                  + " last day."));
    } else if (days <= EARLY.toDays()) {
      problems.add(
          Problem.warning(
              "NPM_TOKEN_EXPIRES_SOON",
              "The token ends "
                  + (days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days")
                  + ", on "
                  + last
                  + ".",
              "Make a new one, put it into the secret NPM_TOKEN, and set npm-token-expires to its"
                  + " last day."));
    }
  }
}
