package dev.slipway.npm;

import dev.slipway.http.Retry;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The public log that a signature is written into, before anybody believes it. What is written
/// stays for ever.
final class Rekor {
  private static final int ATTEMPTS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String address;
  private final Exchanges exchanges;
  private final Time time;

  Rekor(URI address, Exchanges exchanges, Time time) {
    this.address = Fulcio.trimmed(address);
    this.exchanges = exchanges;
    this.time = time;
  }

  /// Writes an envelope and gives the entry; empty when the log has an equal entry that it does not
  /// give, so that only signing anew helps.
  ///
  /// The same proposal may be sent again: the log refuses an equal entry and says where it is.
  ///
  /// @param pem the certificate as text
  /// @throws Refused when the log cannot be written
  Optional<Json> write(Json.Obj envelope, String pem) {
    Request request =
        Request.get("write into the transparency log", URI.create(address + "/api/v1/log/entries"))
            .with("POST", Registry.json(proposal(envelope, pem)))
            .header("accept", "application/json")
            .within(PATIENCE);
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = exchanges.exchange(request);
        if (answer.isOk()) {
          return Optional.of(entry(answer).orElseThrow(() -> refused("gave no entry")));
        }
        if (answer.status() == 409) {
          return existing(answer);
        }
        if (attempt == ATTEMPTS || !Retry.isPassing(answer.status())) {
          throw refused(
              "answered with status "
                  + answer.status()
                  + Fulcio.said(ServerText.of(answer).words()));
        }
      } catch (Lost lost) {
        if (attempt == ATTEMPTS) {
          throw refused("gave no answer: " + lost.getMessage());
        }
      }
      time.sleep(Duration.ofSeconds(2L * attempt));
    }
  }

  /// The entry that stood in the way. Of the address that the log names only the entry's id is
  /// used.
  private Optional<Json> existing(Answer conflict) {
    String location = conflict.header("location").orElse("");
    String id = location.substring(location.lastIndexOf('/') + 1);
    boolean plain =
        !id.isEmpty() && id.length() <= 80 && id.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    if (!plain) {
      return Optional.empty();
    }
    try {
      Answer answer =
          Retry.read(
              exchanges,
              time,
              Request.get(
                      "read an entry of the transparency log",
                      URI.create(address + "/api/v1/log/entries/" + id))
                  .header("accept", "application/json")
                  .within(PATIENCE));
      return answer.isOk() ? entry(answer) : Optional.empty();
    } catch (Lost lost) {
      return Optional.empty();
    }
  }

  private static Optional<Json> entry(Answer answer) {
    return ServerText.json(answer)
        .flatMap(json -> json.members().values().stream().findFirst())
        .filter(entry -> entry.text("body").isPresent() && entry.get("verification").isPresent());
  }

  private static Json proposal(Json.Obj envelope, String pem) {
    Map<String, Json> content = new LinkedHashMap<>();
    content.put("envelope", Json.of(JsonWriter.compact(envelope)));
    content.put(
        "verifiers",
        Json.of(
            List.of(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)))));
    Map<String, Json> proposal = new LinkedHashMap<>();
    proposal.put("apiVersion", Json.of("0.0.1"));
    proposal.put("kind", Json.of("dsse"));
    proposal.put("spec", new Json.Obj(Map.of("proposedContent", new Json.Obj(content))));
    return new Json.Obj(proposal);
  }

  static Refused refused(String how) {
    return new Refused(
        Problem.failure(
            "PROVENANCE_NOT_LOGGED",
            "The provenance could not be signed: sigstore's transparency log " + how + ".",
            "Nothing was published. Run the job again. " + Advice.NO_PROVENANCE));
  }
}
