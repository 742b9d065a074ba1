package dev.slipway;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.npm.PublicRegistry;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The public npm registry of late 2026 and the runner's id tokens, in memory: it takes a version,
/// scans it, shows it later, keeps stages for people, and changes id tokens of its trusted
/// publisher for tokens. Everything that is for other hosts goes on to them.
final class PublicNpm implements Exchanges {
  static final String TOKEN = "npm_abcdefghijklmnopqrstuvwxyz0123456789";
  static final String RUNNER = "https://runner.example/token?api-version=2.0";
  private static final String EXCHANGED = "npm_exchanged0123456789";
  private static final String HOST = PublicRegistry.ADDRESS.getHost();

  /// A version that was taken.
  ///
  /// @param visible from when on it can be read
  record Held(Json.Obj manifest, Instant visible) {}

  private final Exchanges others;
  private final Time time;
  private final Map<String, Held> live = new LinkedHashMap<>();
  private final Map<String, Json.Obj> staged = new LinkedHashMap<>();
  private final Map<String, String> tags = new TreeMap<>();

  /// Every write that was taken or refused: method, path and status.
  final List<String> writes = new ArrayList<>();

  /// Every document that was sent, in order.
  final List<Json> sent = new ArrayList<>();

  /// How long it scans what it took.
  Duration scan = Duration.ZERO;

  /// What the runner says of this run.
  Json.Obj claims = Json.empty();

  /// Whether a trusted publisher matches.
  boolean trusts;

  /// Whether that may publish directly, and not only stage.
  boolean publishesDirectly = true;

  /// What every answer wants to be shown.
  String notice = "";

  /// What direct publishes are refused with; empty: they are taken.
  String refusesDirect = "";

  /// It says of every stage that it has taken it before, and shows none.
  boolean losesStages;

  /// The next write is taken, and its answer lost.
  boolean losesAnswer;

  /// The package is there, with a version of 1.0.0, as long as nobody says otherwise.
  PublicNpm(Exchanges others, Time time) {
    this.others = others;
    this.time = time;
    live.put(
        "1.0.0",
        new Held(
            Json.empty()
                .with("name", Json.of("widget"))
                .with("version", Json.of("1.0.0"))
                .with("dist", Json.empty().with("integrity", Json.of("sha512-old"))),
            Instant.EPOCH));
    tags.put("latest", "1.0.0");
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    String host = String.valueOf(request.uri().getHost());
    if (host.equals("runner.example")) {
      return json(200, Json.empty().with("value", Json.of(idToken(request))));
    }
    if (!host.equals(HOST)) {
      return others.exchange(request);
    }
    Answer answer = answer(request);
    if (!request.method().equals("GET") && !request.uri().getPath().contains("/oidc/")) {
      writes.add(request.method() + " " + request.uri().getRawPath() + " " + answer.status());
      if (losesAnswer) {
        losesAnswer = false;
        throw new Lost(Lost.Reach.UNKNOWN, "the connection to " + host + " broke");
      }
    }
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    if (!notice.isEmpty()) {
      headers.put("npm-notice", notice);
    }
    return new Answer(answer.status(), headers, answer.body());
  }

  private String idToken(Request request) {
    String query = request.uri().getQuery();
    String audience = query.substring(query.indexOf("audience=") + "audience=".length());
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                JsonWriter.compact(claims.with("aud", Json.of(audience)))
                    .getBytes(StandardCharsets.UTF_8))
        + ".AA";
  }

  private Answer answer(Request request) {
    String path = request.uri().getRawPath();
    String who = who(request);
    if (path.equals("/-/ping")) {
      return json(200, Json.empty());
    }
    if (path.equals("/-/whoami")) {
      return who.equals("ada") ? json(200, one("username", "ada")) : refused(401, "Unauthorized");
    }
    if (path.startsWith("/-/npm/v1/oidc/token/exchange/package/")) {
      return trusts
          ? json(201, one("token", EXCHANGED).with("token_type", Json.of("oidc")))
          : json(404, one("message", "OIDC token exchange error - package not found"));
    }
    if (path.startsWith("/-/package/")) {
      return path.endsWith("/visibility")
          ? json(200, Json.empty().with("public", Json.of(true)))
          : path.endsWith("/dist-tags") ? json(200, tags()) : refused(403, "Forbidden");
    }
    if (path.equals("/-/stage")) {
      return who.equals("ada") ? json(200, stages()) : refused(403, "Forbidden");
    }
    if (path.equals("/-/stage/package/widget")) {
      if (losesStages) {
        return refused(409, "Cannot stage previously published version \"1.0.1\".");
      }
      return who.isEmpty() ? refused(404, "Not found") : stage(document(request));
    }
    return switch (request.method() + " " + path) {
      case "GET /widget" -> json(200, packument());
      case "PUT /widget" ->
          who.isEmpty()
              ? refused(404, "Not found")
              : who.equals("publisher") && !publishesDirectly
                  ? refused(403, "OIDC permission denied for this action")
                  : !refusesDirect.isEmpty()
                      ? refused(403, refusesDirect)
                      : publish(document(request));
      default -> version(URLDecoder.decode(path, StandardCharsets.UTF_8));
    };
  }

  private static String who(Request request) {
    String token =
        request.credential() instanceof Credential.Bearer(var secret) ? secret.reveal() : "";
    return token.equals(TOKEN) ? "ada" : token.equals(EXCHANGED) ? "publisher" : "";
  }

  private Answer version(String path) {
    Held held = live.get(path.substring(path.lastIndexOf('/') + 1));
    return path.startsWith("/widget/") && held != null && !held.visible().isAfter(time.now())
        ? json(200, held.manifest())
        : refused(404, "Not found");
  }

  private Json.Obj packument() {
    Json.Obj versions = Json.empty();
    Json.Obj times = Json.empty();
    for (var each : live.entrySet()) {
      if (!each.getValue().visible().isAfter(time.now())) {
        versions = versions.with(each.getKey(), each.getValue().manifest());
        times = times.with(each.getKey(), Json.of(each.getValue().visible().toString()));
      }
    }
    return Json.empty()
        .with("name", Json.of("widget"))
        .with("dist-tags", tags())
        .with("versions", versions)
        .with("time", times);
  }

  private Json.Obj tags() {
    Json.Obj all = Json.empty();
    for (var tag : tags.entrySet()) {
      all = all.with(tag.getKey(), Json.of(tag.getValue()));
    }
    return all;
  }

  private Json stages() {
    List<Json> items = new ArrayList<>();
    staged.forEach((version, manifest) ->
        items.add(
            one("id", "stage-" + version)
                .with("packageName", Json.of("widget"))
                .with("version", Json.of(version))
                .with("actor", Json.of("ada"))
                .with("shasum", manifest.at("dist", "shasum").orElseThrow())));
    return Json.empty().with("items", new Json.Arr(items)).with("total", Json.of(items.size()));
  }

  private Answer publish(Json document) {
    Json.Obj manifest = manifest(document);
    String version = manifest.text("version").orElseThrow();
    if (live.containsKey(version)) {
      return refused(
          403, "You cannot publish over the previously published versions: " + version + ".");
    }
    if (staged.containsKey(version)) {
      return refused(409, "Cannot publish over previously staged version \"" + version + "\".");
    }
    sent.add(document);
    take(manifest);
    return json(200, Json.empty().with("success", Json.of(true)));
  }

  private Answer stage(Json document) {
    Json.Obj manifest = manifest(document);
    String version = manifest.text("version").orElseThrow();
    if (live.containsKey(version) || staged.containsKey(version)) {
      return refused(409, "Cannot stage previously published version \"" + version + "\".");
    }
    sent.add(document);
    staged.put(version, manifest);
    return json(201, one("message", "staged").with("stageId", Json.of("stage-" + version)));
  }

  private void take(Json.Obj manifest) {
    String version = manifest.text("version").orElseThrow();
    live.put(version, new Held(manifest, time.now().plus(scan)));
    tags.put("latest", version);
  }

  /// A maintainer approves what is staged: it is scanned, then live.
  void approve(String version) {
    Json.Obj manifest = staged.remove(version);
    if (manifest == null) {
      throw new IllegalStateException(version + " is not staged");
    }
    take(manifest);
  }

  /// The scan holds a version back for good that was taken: it is never shown, and its number stays
  /// taken.
  void holdBack(String version) {
    Held held = live.get(version);
    if (held == null || !held.visible().isAfter(time.now())) {
      throw new IllegalStateException(version + " is not being scanned");
    }
    live.put(version, new Held(held.manifest(), Instant.MAX));
    tags.put("latest", "1.0.0");
  }

  /// Somebody publishes a version by hand.
  void publishByHand(String version, String gitHead) {
    take(
        Json.empty()
            .with("name", Json.of("widget"))
            .with("version", Json.of(version))
            .with("gitHead", Json.of(gitHead))
            .with("dist", Json.empty().with("integrity", Json.of("sha512-byhand"))));
  }

  /// Somebody stages a version by hand.
  void stageByHand(String version) {
    staged.put(
        version,
        Json.empty()
            .with("version", Json.of(version))
            .with("dist", Json.empty().with("shasum", Json.of("0123456789"))));
  }

  /// A maintainer rejects what is staged.
  void reject(String version) {
    staged.remove(version);
  }

  private static Json.Obj manifest(Json document) {
    return (Json.Obj) document.get("versions").orElseThrow().members().values().iterator().next();
  }

  private static Json document(Request request) {
    try {
      return switch (request.payload()) {
        case Payload.Content(var bytes, var _) -> JsonReader.read(bytes.toArray());
        case Payload.Stream(var _, var _, var source) -> {
          try (InputStream in = source.open()) {
            yield JsonReader.read(in.readAllBytes(), Integer.MAX_VALUE);
          }
        }
        case Payload.Empty() -> Json.empty();
      };
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Json.Obj one(String name, String text) {
    return Json.empty().with(name, Json.of(text));
  }

  private static Answer refused(int status, String text) {
    return json(status, one("error", text));
  }

  private static Answer json(int status, Json value) {
    return new Answer(
        status, Map.of("content-type", "application/json"), Bytes.of(JsonWriter.compact(value)));
  }
}
