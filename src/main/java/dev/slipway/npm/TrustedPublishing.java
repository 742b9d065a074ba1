package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.world.Answer;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Secret;
import dev.slipway.world.Time;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Changes the runner's id token for a token that publishes one package for an hour.
public final class TrustedPublishing {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);
  private static final int ATTEMPTS = 3;

  private final URI registry;
  private final RunnerIdentity runner;
  private final Exchanges exchanges;
  private final Time time;

  private TrustedPublishing(URI registry, RunnerIdentity runner, Exchanges exchanges, Time time) {
    this.registry = registry;
    this.runner = runner;
    this.exchanges = exchanges;
    this.time = time;
  }

  /// Trusted publishing on a registry, for the run that the runner vouches for.
  public static TrustedPublishing on(
      URI registry, RunnerIdentity runner, Exchanges exchanges, Time time) {
    return new TrustedPublishing(Paths.below(registry).base(), runner, exchanges, time);
  }

  /// How an exchange ended.
  public sealed interface Exchange {
    /// A token.
    ///
    /// @param name the only package it is good for
    /// @param expires by when it has to be used
    /// @param claims what the id token said
    record Token(String name, Secret secret, Instant expires, Claims claims) implements Exchange {
      /// As a credential.
      public Credential credential() {
        return new Credential.Bearer(secret);
      }

      /// True while it lives five minutes longer at least.
      public boolean isFresh(Instant now) {
        return now.plus(RENEWED_BEFORE).isBefore(expires);
      }
    }

    /// No token.
    ///
    /// @param problem the cause, the claims that were sent, and the settings that would match
    /// @param claims what the id token said; without content when there was none
    record Refused(Problem problem, Claims claims) implements Exchange {}
  }

  /// The token that is held if it lives long enough and is for this package, else a new one.
  public Exchange renew(Exchange.Token held, String name) {
    return held.name().equals(name) && held.isFresh(time.now()) ? held : exchange(name);
  }

  /// A token for a package. Each asks the runner anew: an id token is used once.
  public Exchange exchange(String name) {
    for (int attempt = 1; ; attempt++) {
      switch (runner.forRegistry(registry)) {
        case RunnerIdentity.Given.Not(var problem) -> {
          return new Exchange.Refused(problem, new Claims(Json.empty()));
        }
        case RunnerIdentity.Given.Token(var idToken) -> {
          Tried tried = once(name, idToken);
          if (tried.exchange() instanceof Exchange.Refused
              && tried.next() instanceof NextStep.AskAgain(var after)
              && attempt < ATTEMPTS) {
            time.sleep(after);
            continue;
          }
          return tried.exchange();
        }
      }
    }
  }

  private record Tried(Exchange exchange, NextStep next) {}

  private Tried once(String name, IdToken idToken) {
    Attempt attempt = new Attempt(Operation.EXCHANGE, name, "", registry, CredentialKind.OIDC);
    // npm resolves this path against the host, also where the registry lies below a path.
    URI address = registry.resolve("/-/npm/v1/oidc/token/exchange/package/" + Paths.escaped(name));
    Request request =
        Request.get("exchange the id token for " + name, address)
            .with("POST", new Payload.Empty())
            .as(new Credential.Bearer(idToken.token()))
            .header("accept", "application/json");
    try {
      Answer answer = exchanges.exchange(request);
      Optional<Json> json = answer.isOk() ? ServerText.json(answer) : Optional.empty();
      Optional<String> token = json.flatMap(j -> j.text("token")).filter(text -> !text.isEmpty());
      if (token.isPresent()) {
        return new Tried(
            new Exchange.Token(
                name,
                Secret.of(token.get()),
                json.flatMap(j -> j.text("expires"))
                    .flatMap(TrustedPublishing::instant)
                    .orElse(time.now().plus(LIFE)),
                idToken.claims()),
            new NextStep.Proceed());
      }
      return refused(name, AnswerDictionary.read(attempt, answer, time.now()), idToken.claims());
    } catch (Lost lost) {
      return refused(name, AnswerDictionary.read(attempt, lost), idToken.claims());
    }
  }

  private static Tried refused(String name, Meaning meaning, Claims claims) {
    Problem problem = meaning.problem();
    String said =
        problem.what()
            + "\n\nThis workflow said of itself:\n"
            + String.join("\n", claims.lines().stream().map(line -> "    " + line).toList());
    String remedy =
        """
        A trusted publisher of %s with these settings would match:

        %s

        %s%s\
        """
            .formatted(
                name,
                claims.publisherSettings().indent(4).stripTrailing(),
                problem.remedy(),
                claims.isReusableWorkflow()
                    ? " This job runs in a reusable workflow: the file that counts is the one that"
                        + " calls it."
                    : "");
    return new Tried(
        new Exchange.Refused(
            new Problem(problem.code(), problem.kind(), said, remedy, problem.place()), claims),
        meaning.next());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
