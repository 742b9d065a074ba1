package dev.slipway.npm;

import dev.slipway.http.Retry;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.world.Answer;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import dev.slipway.world.Secret;
import dev.slipway.world.Time;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// The runner, as far as it says who this run is: it gives an id token for an audience, a fresh one
/// each time.
public final class RunnerIdentity {
  /// How asking for an id token ended.
  public sealed interface Given {
    /// There is one.
    record Token(IdToken token) implements Given {}

    /// There is none.
    record Not(Problem problem) implements Given {}
  }

  private final URI address;
  private final Secret token;
  private final Map<String, String> readyMade;
  private final Exchanges exchanges;
  private final Time time;

  private RunnerIdentity(
      URI address, Secret token, Map<String, String> readyMade, Exchanges exchanges, Time time) {
    this.address = address;
    this.token = token;
    this.readyMade = readyMade;
    this.exchanges = exchanges;
    this.time = time;
  }

  /// The runner of this job; empty when the job has no permission `id-token: write`, which is also
  /// so in a pull request from a fork.
  ///
  /// `NPM_ID_TOKEN` and `SIGSTORE_ID_TOKEN` in the environment stand for the runner's answers.
  public static Optional<RunnerIdentity> of(
      Map<String, String> environment, Exchanges exchanges, Time time) {
    String address = environment.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_URL", "");
    String token = environment.getOrDefault("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "");
    Map<String, String> readyMade = new java.util.HashMap<>();
    for (String name : java.util.List.of("NPM_ID_TOKEN", "SIGSTORE_ID_TOKEN")) {
      Optional.ofNullable(environment.get(name))
          .filter(value -> !value.isBlank())
          .ifPresent(value -> readyMade.put(name, value.strip()));
    }
    boolean asked = !address.isBlank() && !token.isBlank();
    if (!asked && readyMade.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RunnerIdentity(
            URI.create(asked ? address.strip() : ""),
            Secret.of(token.strip()),
            Map.copyOf(readyMade),
            exchanges,
            time));
  }

  /// An id token by which a registry knows this run.
  public Given forRegistry(URI registry) {
    return ask("NPM_ID_TOKEN", "npm:" + registry.getHost());
  }

  /// An id token by which sigstore knows this run.
  public Given forSigstore() {
    return ask("SIGSTORE_ID_TOKEN", "sigstore");
  }

  private Given ask(String variable, String audience) {
    String ready = readyMade.get(variable);
    if (ready != null) {
      return new Given.Token(IdToken.of(ready));
    }
    if (address.getHost() == null) {
      return new Given.Not(
          Problem.failure(
              "OIDC_PERMISSION_MISSING",
              "This job has no permission to ask for an id token.",
              Advice.ID_TOKEN));
    }
    String query = address.getRawQuery() == null ? "?" : "&";
    URI asking =
        URI.create(address + query + "audience=" + Paths.component(audience).replace("%3A", ":"));
    Attempt attempt = new Attempt(Operation.ID_TOKEN, "", "", address, CredentialKind.TOKEN);
    try {
      Answer answer =
          Retry.read(
              exchanges,
              time,
              Request.get("ask the runner for an id token", asking)
                  .as(new Credential.Bearer(token))
                  .header("accept", "application/json"));
      Optional<String> value =
          answer.isOk()
              ? ServerText.json(answer).flatMap((Json json) -> json.text("value"))
              : Optional.empty();
      return value
          .filter(text -> !text.isEmpty())
          .<Given>map(text -> new Given.Token(IdToken.of(text)))
          .orElseGet(
              () -> new Given.Not(AnswerDictionary.read(attempt, answer, time.now()).problem()));
    } catch (Lost lost) {
      return new Given.Not(
          Problem.failure(
              "OIDC_RUNNER_NOT_REACHED",
              "The runner did not answer when it was asked for an id token: " + lost.text(),
              "Run the job again. If it stays so, look at GitHub's status page, and at the proxy"
                  + " variables of the job."));
    }
  }
}
