package dev.slipway;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// GitHub's npm registry, in memory: it wants a token for everything, has whole documents only (405
/// for one version), takes versions and nothing else, and has neither staging nor lists of
/// dist-tags nor a word on whose token it is. Everything that is for other hosts goes on to them.
final class GitHubNpm implements Exchanges {
  static final String REGISTRY = "https://npm.localhost/";
  private static final String HOST = "npm.localhost";

  private final Exchanges others;
  private final String token;
  private final Map<String, Json> versions = new LinkedHashMap<>();
  private final Map<String, Json> tags = new TreeMap<>();

  /// Every request: method, path and status.
  final List<String> requests = new ArrayList<>();

  /// The token may read and not write, as where the job has no `packages: write`.
  boolean readOnly;

  /// @param token what it takes for every question
  GitHubNpm(Exchanges others, String token) {
    this.others = others;
    this.token = token;
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    if (!HOST.equals(request.uri().getHost())) {
      return others.exchange(request);
    }
    Answer answer = answer(request);
    requests.add(request.method() + " " + request.uri().getRawPath() + " " + answer.status());
    return answer;
  }

  private Answer answer(Request request) {
    boolean known =
        request.credential() instanceof Credential.Bearer(var secret)
            && secret.reveal().equals(token);
    String path = request.uri().getRawPath();
    if (!known || path.startsWith("/-/")) {
      return error(401, "unauthenticated: User cannot be authenticated with the token provided.");
    }
    if (!path.startsWith("/@acme%2fwidget")) {
      return error(404, "not_found: package not found");
    }
    if (!path.equals("/@acme%2fwidget")) {
      return error(405, "method not allowed");
    }
    return switch (request.method()) {
      case "GET" -> versions.isEmpty() ? error(404, "not_found") : json(200, packument());
      case "PUT" ->
          readOnly
              ? error(403, "Permission permission_denied: write_package")
              : publish(JsonReader.read(body(request), Integer.MAX_VALUE));
      default -> error(405, "method not allowed");
    };
  }

  private Json packument() {
    return Json.empty()
        .with("name", Json.of("@acme/widget"))
        .with("dist-tags", new Json.Obj(tags))
        .with("versions", new Json.Obj(versions));
  }

  private Answer publish(Json document) {
    var version = document.get("versions").orElseThrow().members().entrySet().iterator().next();
    if (versions.containsKey(version.getKey())) {
      return error(409, "Cannot publish over existing version");
    }
    versions.put(version.getKey(), version.getValue());
    tags.putAll(document.get("dist-tags").orElseThrow().members());
    return json(200, Json.empty().with("ok", Json.of(true)));
  }

  private static byte[] body(Request request) {
    try {
      return switch (request.payload()) {
        case Payload.Content(var bytes, var _) -> bytes.toArray();
        case Payload.Stream(var _, var _, var source) -> {
          try (InputStream in = source.open()) {
            yield in.readAllBytes();
          }
        }
        case Payload.Empty() -> new byte[0];
      };
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Answer error(int status, String text) {
    return json(status, Json.empty().with("error", Json.of(text)));
  }

  private static Answer json(int status, Json value) {
    return new Answer(
        status, Map.of("content-type", "application/json"), Bytes.of(JsonWriter.compact(value)));
  }
}
