package dev.slipway.npm;

import dev.slipway.Peers;
import dev.slipway.http.JdkExchanges;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// `sigstore-bench.cjs` as a process: sigstore's own mock of its services, and its verifier as
/// judge.
public final class SigstoreBench implements AutoCloseable {
  private final Process process;
  private final URI address;
  private final JdkExchanges exchanges = JdkExchanges.plain("slipway-test");

  private SigstoreBench(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  public static SigstoreBench start() {
    try {
      Peers.of("@sigstore/mock");
      Process process =
          Peers.builder(
                  Peers.folder(), Map.of(), Peers.folder().resolve("sigstore-bench.cjs").toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      if (line == null || !line.startsWith("listening ")) {
        throw new IllegalStateException("the bench did not start: " + line);
      }
      return new SigstoreBench(
          process, URI.create("http://127.0.0.1:" + line.substring("listening ".length()) + "/"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  public URI address() {
    return address;
  }

  public JdkExchanges exchanges() {
    return exchanges;
  }

  /// Its services, with the key that its log signs with.
  public Sigstore sigstore() {
    return new Sigstore(address, address, get("bench/key").text("key"));
  }

  /// The environment of a job on a runner that gives id tokens with these claims.
  public Map<String, String> job(Map<String, String> more) {
    Map<String, String> environment =
        new java.util.HashMap<>(
            Map.ofEntries(
                Map.entry("CI", "true"),
                Map.entry("GITHUB_ACTIONS", "true"),
                Map.entry("ACTIONS_ID_TOKEN_REQUEST_URL", address + "token?api-version=2.0"),
                Map.entry("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "runner-secret"),
                Map.entry("GITHUB_EVENT_NAME", "push"),
                Map.entry("GITHUB_REF", "refs/heads/main"),
                Map.entry("GITHUB_REPOSITORY", "acme/widget"),
                Map.entry("GITHUB_REPOSITORY_ID", "123"),
                Map.entry("GITHUB_REPOSITORY_OWNER_ID", "456"),
                Map.entry("GITHUB_RUN_ATTEMPT", "1"),
                Map.entry("GITHUB_RUN_ID", "789"),
                Map.entry("GITHUB_SERVER_URL", "https://github.com"),
                Map.entry("GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567"),
                Map.entry(
                    "GITHUB_WORKFLOW_REF",
                    "acme/widget/.github/workflows/release.yml@refs/heads/main"),
                Map.entry("RUNNER_ENVIRONMENT", "github-hosted")));
    environment.putAll(more);
    return environment;
  }

  public void claims(String json) {
    put("bench/claims", json);
  }

  public void failures(String json) {
    put("bench/failures", json);
  }

  public Json get(String path) {
    return send(Request.get("ask the bench", address.resolve(path)));
  }

  public Json put(String path, String json) {
    return send(
        Request.get("tell the bench", address.resolve(path))
            .with("PUT", Registry.json(JsonReader.read(json))));
  }

  /// What sigstore's verifier says about a bundle: empty when it is good, else its code.
  public Optional<String> verdict(Json bundle, String identity) {
    Json.Obj policy = Json.empty().with("subjectAlternativeName", Json.of(identity));
    Payload question = Registry.json(Json.empty().with("bundle", bundle).with("policy", policy));
    Json answer =
        send(Request.get("ask the verifier", address.resolve("verify")).with("POST", question));
    return answer.get("verified").flatMap(Json::truth).orElse(false)
        ? Optional.empty()
        : Optional.of(answer.text("code").orElse("") + " " + answer.text("message").orElse(""));
  }

  private Json send(Request request) {
    try {
      Answer answer = exchanges.exchange(request);
      if (!answer.isOk()) {
        throw new IllegalStateException(answer.status() + " " + answer.text());
      }
      return JsonReader.read(answer.body().toArray());
    } catch (Lost lost) {
      throw new IllegalStateException(lost);
    }
  }

  @Override
  public void close() {
    process.destroy();
    exchanges.close();
  }
}
