package dev.slipway.simulation;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.version.Version;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The npm registry of 2026: it takes a version, scans it, shows it later, keeps stages for people
/// to approve, never takes a number twice, and serves reads from edges that lag behind.
final class RegistryModel {
  /// A version in any state.
  static final class Held {
    final String version;
    final String integrity;
    final String shasum;
    final String manifest;
    final String distTag;
    long visibleAt;
    boolean rejected;

    Held(String version, String integrity, String shasum, String manifest, String distTag) {
      this.version = version;
      this.integrity = integrity;
      this.shasum = shasum;
      this.manifest = manifest;
      this.distTag = distTag;
    }
  }

  /// A package.
  static final class Shelf {
    final Map<String, Held> taken = new LinkedHashMap<>();
    final Map<String, Held> staged = new LinkedHashMap<>();
    final Set<String> burned = new HashSet<>();
    final Map<String, String> distTags = new TreeMap<>();
  }

  static final String EXCHANGE = "/-/npm/v1/oidc/token/exchange/package/";

  /// What a token begins with that was exchanged.
  static final String EXCHANGED = "npm_oidc_";

  private static final long TOKEN_LIFE = 3_600_000;

  /// Until when a token is good, by the token and the package it is good for.
  private final Map<String, Long> tokens = new HashMap<>();

  final Map<String, Shelf> shelves = new TreeMap<>();

  /// How long a scan takes, in milliseconds.
  long lag;

  /// How long scans take, one of these each; none: always the same.
  long[] lags = {};

  /// A registry of one's own: no scan, no stages, other words.
  boolean small;

  /// How long an edge still says 404 after the version is there.
  long stale;

  /// The next version taken will be held back by the scan.
  boolean rejectNext;

  /// `name@version` of what a person has rejected.
  final Set<String> rejected = new HashSet<>();

  /// Tags of versions that a person has unpublished.
  final Set<String> burnedTags = new HashSet<>();

  final List<String> puts = new ArrayList<>();
  private final Set<String> lookedSince = new HashSet<>();
  private final Universe universe;

  RegistryModel(Universe universe) {
    this.universe = universe;
  }

  Shelf shelf(String name) {
    return shelves.computeIfAbsent(name, _ -> new Shelf());
  }

  /// Whether any version has these bytes.
  boolean isLive(String integrity) {
    return shelves.values().stream()
        .flatMap(shelf -> shelf.taken.values().stream())
        .anyMatch(held -> held.integrity.equals(integrity));
  }

  /// Whether the number was used and nothing can be read under it any more.
  boolean isGone(String name, String version) {
    Held held = shelf(name).taken.get(version);
    return shelf(name).burned.contains(version) || (held != null && held.rejected);
  }

  boolean isVisible(String name, String version) {
    Held held = shelf(name).taken.get(version);
    return held != null && !held.rejected && held.visibleAt <= universe.now();
  }

  /// Something that was there before the story begins.
  void given(String name, String version, String distTag) {
    Held held =
        new Held(
            version,
            "sha512-given" + name + version,
            "0",
            "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"}",
            distTag);
    held.visibleAt = 0;
    shelf(name).taken.put(version, held);
    shelf(name).distTags.put(distTag, version);
    settled.add(name + "@" + version);
  }

  Answer answer(Request request, String who) {
    String path = request.uri().getRawPath();
    String[] parts = path.substring(1).split("/", -1);
    boolean get = request.method().equals("GET");
    if (path.startsWith(EXCHANGE)) {
      return exchange(request, name(path.substring(EXCHANGE.length())));
    }
    if (path.equals("/-/stage")) {
      return listing(request);
    }
    if (path.startsWith("/-/stage/package/")) {
      String name = name(parts[3]);
      return may(request, name) ? stage(request, name, who) : unknown();
    }
    if (path.startsWith("/-/package/") && parts.length >= 4 && parts[3].equals("dist-tags")) {
      return get ? tags(name(parts[2])) : move(request, name(parts[2]), parts[4]);
    }
    if (path.equals("/-/whoami")) {
      return json(200, "{\"username\":\"robot\"}");
    }
    if (get && parts.length == 2) {
      return document(name(parts[0]), parts[1], who);
    }
    if (get && parts.length == 1) {
      return packument(name(parts[0]));
    }
    if (request.method().equals("PUT") && parts.length == 1) {
      String name = name(parts[0]);
      return may(request, name) ? put(request, name, who) : unknown();
    }
    return json(404, "{\"error\":\"not found\"}");
  }

  /// What the registry says to one who may not: that there is no such thing.
  private static Answer unknown() {
    return json(404, "{\"error\":\"Not found\"}");
  }

  /// Whether the token that a request shows may publish a package now.
  private boolean may(Request request, String name) {
    String token = SimExchanges.token(request);
    return universe.scenario.trusted()
        ? tokens.getOrDefault(token + " " + name, 0L) > universe.now()
        : token.equals("npm_secret");
  }

  /// A token for one package, for an id token that was not used before.
  private Answer exchange(Request request, String name) {
    if (!universe.scenario.trusted() || !universe.runner.take(SimExchanges.token(request))) {
      return json(404, "{\"message\":\"OIDC token exchange error - package not found\"}");
    }
    String token = EXCHANGED + tokens.size();
    long end = universe.now() + TOKEN_LIFE;
    tokens.put(token + " " + name, end);
    return json(
        201,
        "{\"token\":\""
            + token
            + "\",\"expires\":\""
            + Instant.ofEpochMilli(end)
            + "\",\"token_type\":\"oidc\"}");
  }

  /// What waits for approval, of one package. An exchanged token may not see it.
  private Answer listing(Request request) {
    if (universe.scenario.trusted()) {
      return json(401, "{\"error\":\"Unauthorized\"}");
    }
    String query = request.uri().getRawQuery();
    String name = name(query.substring(query.indexOf("&package=") + 9).replace("%40", "@"));
    List<String> items = new ArrayList<>();
    shelf(name)
        .staged
        .values()
        .forEach(held ->
            items.add(
                "{\"id\":\"stage-"
                    + held.version
                    + "\",\"packageName\":\""
                    + name
                    + "\",\"version\":\""
                    + held.version
                    + "\",\"tag\":\""
                    + held.distTag
                    + "\",\"shasum\":\""
                    + held.shasum
                    + "\"}"));
    return json(
        200,
        "{\"items\":["
            + String.join(",", items)
            + "],\"page\":0,\"perPage\":100,\"total\":"
            + items.size()
            + "}");
  }

  private static String name(String escaped) {
    return escaped.replace("%2f", "/").replace("%2F", "/");
  }

  static Answer json(int status, String body) {
    return new Answer(status, Map.of("content-type", "application/json"), Bytes.of(body));
  }

  private Answer document(String name, String version, String who) {
    lookedSince.add(who + " " + name + "@" + version);
    Held held = shelf(name).taken.get(version);
    if (held == null || held.rejected || held.visibleAt + edge() > universe.now()) {
      return json(404, "{\"error\":\"version not found: " + version + "\"}");
    }
    return json(200, document(held));
  }

  private static String document(Held held) {
    return held.manifest.substring(0, held.manifest.length() - 1)
        + ",\"dist\":{\"integrity\":\""
        + held.integrity
        + "\",\"shasum\":\""
        + held.shasum
        + "\"}}";
  }

  private long edge() {
    return stale == 0 ? 0 : universe.random.nextLong(stale + 1);
  }

  private Answer packument(String name) {
    Shelf shelf = shelves.get(name);
    if (shelf == null || (shelf.taken.isEmpty() && shelf.burned.isEmpty())) {
      return json(404, "{\"error\":\"Not found\"}");
    }
    settle(name);
    StringBuilder out = new StringBuilder("{\"name\":\"").append(name).append("\",\"dist-tags\":{");
    String comma = "";
    for (Map.Entry<String, String> tag : shelf.distTags.entrySet()) {
      out.append(comma).append('"').append(tag.getKey()).append("\":\"").append(tag.getValue());
      out.append('"');
      comma = ",";
    }
    out.append("},\"versions\":{");
    StringBuilder time = new StringBuilder("\"created\":\"2026-01-01T00:00:00.000Z\"");
    comma = "";
    for (Held held : shelf.taken.values()) {
      if (!held.rejected && held.visibleAt <= universe.now()) {
        out.append(comma).append('"').append(held.version).append("\":").append(document(held));
        comma = ",";
        time.append(",\"").append(held.version).append("\":\"2026-01-01T00:00:00.000Z\"");
      } else if (held.rejected && held.visibleAt <= universe.now()) {
        time.append(",\"").append(held.version).append("\":\"2026-01-01T00:00:00.000Z\"");
      }
    }
    for (String version : shelf.burned) {
      time.append(",\"").append(version).append("\":\"2026-01-01T00:00:00.000Z\"");
    }
    return json(200, out.append("},\"time\":{").append(time).append("}}").toString());
  }

  /// Moves the dist-tags of what has become visible.
  private void settle(String name) {
    Shelf shelf = shelf(name);
    for (Held held : shelf.taken.values()) {
      if (!held.rejected && held.visibleAt <= universe.now() && !held.distTag.isEmpty()) {
        moved(name, held.distTag, held.version);
      }
    }
  }

  private final Set<String> settled = new HashSet<>();

  private void moved(String name, String tag, String version) {
    if (settled.add(name + "@" + version)) {
      point(name, tag, version);
    }
  }

  private void point(String name, String tag, String version) {
    Optional<String> before = Optional.ofNullable(shelf(name).distTags.put(tag, version));
    universe.invariants.pointed(name, tag, before, version);
  }

  private Answer tags(String name) {
    settle(name);
    StringBuilder out = new StringBuilder("{");
    shelf(name)
        .distTags
        .forEach((tag, version) ->
            out.append(out.length() == 1 ? "" : ",")
                .append('"')
                .append(tag)
                .append("\":\"")
                .append(version)
                .append('"'));
    return json(200, out.append('}').toString());
  }

  private Answer move(Request request, String name, String tag) {
    if (universe.scenario.trusted()) {
      return json(403, "{\"error\":\"OIDC permission denied for this action\"}");
    }
    String version = JsonReader.read(body(request)).text().orElse("");
    if (!isVisible(name, version)) {
      return json(404, "{\"error\":\"version not found\"}");
    }
    settle(name);
    point(name, tag, version);
    return json(201, "{}");
  }

  static byte[] body(Request request) {
    try {
      return switch (request.payload()) {
        case Payload.Empty() -> new byte[0];
        case Payload.Content(var bytes, var _) -> bytes.toArray();
        case Payload.Stream(var length, var _, var source) -> {
          try (InputStream in = source.open()) {
            byte[] all = in.readAllBytes();
            if (all.length != length) {
              throw new Violation("LENGTH", "body of another length than promised");
            }
            yield all;
          }
        }
      };
    } catch (IOException cannot) {
      throw new UncheckedIOException(cannot);
    }
  }

  private record Sent(String version, Held held) {}

  private Sent read(Request request, String name) {
    Json body = JsonReader.read(body(request));
    Map.Entry<String, Json> version =
        body.get("versions").orElseThrow().members().entrySet().iterator().next();
    Json manifest = version.getValue();
    String integrity = manifest.at("dist", "integrity").flatMap(Json::text).orElseThrow();
    String shasum = manifest.at("dist", "shasum").flatMap(Json::text).orElseThrow();
    String data =
        body.at("_attachments", name + "-" + version.getKey() + ".tgz", "data")
            .flatMap(Json::text)
            .orElseThrow();
    if (!integrity(Base64.getDecoder().decode(data)).equals(integrity)) {
      throw new Violation("I1", "bytes and digest differ in a PUT of " + name);
    }
    String tag = body.get("dist-tags").orElseThrow().members().keySet().iterator().next();
    Json.Obj plain = manifest instanceof Json.Obj o ? o.without("dist") : Json.empty();
    return new Sent(
        version.getKey(),
        new Held(version.getKey(), integrity, shasum, JsonWriter.compact(plain), tag));
  }

  static String integrity(byte[] bytes) {
    try {
      return "sha512-"
          + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Notes that bytes reached the registry, and whether they were looked for before.
  private void arrived(Sent sent, String name, String who) {
    String label = name + "@" + sent.version();
    puts.add(label);
    universe.invariants.put(name, sent.version(), sent.held().integrity, sent.held().distTag);
    if (!lookedSince.remove(who + " " + label)) {
      throw new Violation("BLIND", who + " sent " + label + " without looking first");
    }
  }

  private Answer put(Request request, String name, String who) {
    Sent sent = read(request, name);
    arrived(sent, name, who);
    Shelf shelf = shelf(name);
    Held there = shelf.taken.get(sent.version());
    if (small && (there != null || shelf.burned.contains(sent.version()))) {
      return json(409, "{\"error\":\"this package is already present\"}");
    }
    if (shelf.burned.contains(sent.version())
        || (there != null && (there.visibleAt <= universe.now()))) {
      return json(
          403,
          "{\"error\":\"You cannot publish over the previously published versions: "
              + sent.version()
              + ".\"}");
    }
    if (there != null || shelf.staged.containsKey(sent.version())) {
      return json(
          409,
          "{\"error\":\"Cannot publish over previously staged version \\\""
              + sent.version()
              + "\\\".\"}");
    }
    take(name, sent.held());
    return json(small ? 201 : 200, "{\"success\":true}");
  }

  private void take(String name, Held held) {
    long scan = lags.length == 0 ? lag : lags[universe.random.nextInt(lags.length)];
    held.visibleAt = universe.now() + (small ? 0 : scan);
    held.rejected = rejectNext;
    rejectNext = false;
    shelf(name).taken.put(held.version, held);
    universe.invariants.accepted(name, held.version, held.integrity);
  }

  private Answer stage(Request request, String name, String who) {
    Sent sent = read(request, name);
    arrived(sent, name, who);
    Shelf shelf = shelf(name);
    if (shelf.taken.containsKey(sent.version()) || shelf.burned.contains(sent.version())) {
      return json(
          409,
          "{\"error\":\"Cannot stage previously published version \\\""
              + sent.version()
              + "\\\".\"}");
    }
    if (shelf.staged.containsKey(sent.version())) {
      return json(
          409,
          "{\"error\":\"Cannot publish over previously staged version \\\""
              + sent.version()
              + "\\\".\"}");
    }
    universe.invariants.staged(name + "@" + sent.version(), sent.held().integrity, who);
    shelf.staged.put(sent.version(), sent.held());
    return json(201, "{\"message\":\"staged\",\"stageId\":\"stage-" + sent.version() + "\"}");
  }

  /// A person approves all that is staged.
  void approve() {
    shelves.forEach((name, shelf) -> {
      List<Held> all = new ArrayList<>(shelf.staged.values());
      shelf.staged.clear();
      all.forEach(held -> take(name, held));
    });
  }

  /// A person publishes a version with bytes of their own.
  void byHand(String name, String version, String distTag) {
    String label = name + "@" + version;
    Held held =
        new Held(
            version,
            "sha512-hand" + label,
            "1",
            "{\"name\":\"" + name + "\",\"version\":\"" + version + "\"}",
            distTag);
    held.visibleAt = universe.now();
    shelf(name).taken.put(version, held);
    universe.byHand.add(label);
    settled.add(label);
    shelf(name).distTags.put(distTag, version);
  }

  /// A person rejects all that is staged.
  void reject() {
    shelves.forEach((name, shelf) -> {
      shelf
          .staged
          .keySet()
          .forEach(version -> {
            rejected.add(name + "@" + version);
            universe.invariants.rejected(name + "@" + version);
          });
      shelf.staged.clear();
    });
  }

  /// A person unpublishes a version.
  void unpublish(String name, String version) {
    Shelf shelf = shelf(name);
    if (shelf.taken.remove(version) != null) {
      shelf.burned.add(version);
      shelf.distTags.values().removeIf(version::equals);
      burnedTags.add(universe.scenario.tag(name, version));
      universe.invariants.unpublished(name + "@" + version);
      Optional<String> highest =
          shelf.taken.keySet().stream().max((a, b) -> Version.of(a).compareTo(Version.of(b)));
      highest.ifPresent(v -> shelf.distTags.putIfAbsent("latest", v));
    }
  }
}
