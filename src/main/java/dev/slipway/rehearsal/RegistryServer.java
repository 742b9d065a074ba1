package dev.slipway.rehearsal;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import dev.slipway.rehearsal.Loopback.Call;
import dev.slipway.rehearsal.Loopback.Reply;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An npm registry in this process: publishing, documents, tarballs and dist-tags, as the npm
/// client and Slipway speak them. It keeps everything in memory and asks for one token.
final class RegistryServer implements AutoCloseable {
  private final String token;
  private final Clock clock;
  private final Map<String, Json.Obj> packuments = new TreeMap<>();
  private final Map<String, byte[]> tarballs = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private final Loopback server;
  private boolean takesWrites = true;

  private RegistryServer(String token, Clock clock) throws IOException {
    this.token = token;
    this.clock = clock;
    this.server = Loopback.serve(this::reply);
  }

  /// Starts an empty registry.
  ///
  /// @param token the one token that may write
  static RegistryServer start(String token, Clock clock) throws IOException {
    return new RegistryServer(token, clock);
  }

  /// The address of the registry, with a slash at the end.
  String address() {
    return server.address() + "/";
  }

  /// Every writing request so far, as method and path.
  synchronized List<String> writes() {
    return List.copyOf(log);
  }

  /// The addresses of all tarballs.
  synchronized List<String> tarballs() {
    return tarballs.keySet().stream().map(file -> address() + file).toList();
  }

  /// Whether the token may still write: one that was revoked may not.
  synchronized void takeWrites(boolean takes) {
    takesWrites = takes;
  }

  /// Shows another digest for a version than the one that it was sent with.
  synchronized void replaceIntegrity(String name, String version, String integrity) {
    packuments.computeIfPresent(
        name,
        (_, packument) -> {
          Json.Obj versions = (Json.Obj) packument.get("versions").orElse(Json.empty());
          Json.Obj one = (Json.Obj) versions.get(version).orElse(Json.empty());
          Json.Obj dist = (Json.Obj) one.get("dist").orElse(Json.empty());
          return packument.with(
              "versions",
              versions.with(version, one.with("dist", dist.with("integrity", Json.of(integrity)))));
        });
  }

  private synchronized Reply reply(Call call) {
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      if (!takesWrites || !call.header("Authorization").equals("Bearer " + token)) {
        return error(401, "Unauthorized");
      }
      log.add(call.method() + " " + call.path());
    }
    List<String> path =
        Arrays.stream(call.path().substring(1).split("/", -1))
            .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    if (path.getFirst().equals("-")) {
      return service(call, path.subList(1, path.size()));
    }
    boolean scopeApart = path.getFirst().startsWith("@") && !path.getFirst().contains("/");
    String name = scopeApart && path.size() > 1 ? path.get(0) + "/" + path.get(1) : path.getFirst();
    List<String> rest = path.subList(scopeApart && path.size() > 1 ? 2 : 1, path.size());
    if (call.method().equals("PUT") && rest.isEmpty()) {
      return publish(name, call.body().bytes());
    }
    if (rest.size() >= 2 && rest.getFirst().equals("-")) {
      byte[] tarball = tarballs.get(name + "/-/" + String.join("/", rest.subList(1, rest.size())));
      return tarball == null
          ? error(404, "Not found")
          : Reply.of(200, "application/octet-stream", tarball);
    }
    Json.Obj packument = packuments.get(name);
    if (packument == null) {
      return error(404, "Not found");
    }
    if (rest.isEmpty()) {
      return json(
          200, call.header("Accept").contains("install-v1") ? abbreviated(packument) : packument);
    }
    String wanted =
        packument.at("dist-tags", rest.getFirst()).flatMap(Json::text).orElse(rest.getFirst());
    return packument
        .at("versions", wanted)
        .map(version -> json(200, version))
        .orElseGet(() -> error(404, "version not found: " + wanted));
  }

  private Reply service(Call call, List<String> path) {
    if (path.equals(List.of("ping"))) {
      return json(200, Json.empty());
    }
    if (path.equals(List.of("whoami"))) {
      return call.header("Authorization").equals("Bearer " + token)
          ? json(200, Json.empty().with("username", Json.of("rehearsal")))
          : error(401, "Unauthorized");
    }
    if (path.size() >= 3 && path.getFirst().equals("package")) {
      boolean scopeApart = path.get(1).startsWith("@") && !path.get(1).contains("/");
      String name = scopeApart ? path.get(1) + "/" + path.get(2) : path.get(1);
      List<String> rest = path.subList(scopeApart ? 3 : 2, path.size());
      Json.Obj packument = packuments.get(name);
      if (packument == null) {
        return error(404, "Not found");
      }
      if (rest.equals(List.of("visibility"))) {
        return json(200, Json.empty().with("public", Json.of(true)));
      }
      if (rest.equals(List.of("collaborators"))) {
        return json(200, Json.empty().with("rehearsal", Json.of("read-write")));
      }
      if (!rest.isEmpty() && rest.getFirst().equals("dist-tags")) {
        return distTags(call, name, packument, rest);
      }
    }
    return error(404, "Not found");
  }

  private Reply distTags(Call call, String name, Json.Obj packument, List<String> rest) {
    Json.Obj tags = (Json.Obj) packument.get("dist-tags").orElse(Json.empty());
    if (rest.size() == 1) {
      return json(200, tags);
    }
    return switch (call.method()) {
      case "PUT", "POST" -> setTag(name, packument, tags, rest.get(1), call.body().bytes());
      case "DELETE" -> {
        packuments.put(name, packument.with("dist-tags", tags.without(rest.get(1))));
        yield json(200, Json.empty().with("ok", Json.of("dist-tags updated")));
      }
      default -> error(405, "Method not allowed");
    };
  }

  private Reply setTag(String name, Json.Obj packument, Json.Obj tags, String tag, byte[] body) {
    String version = JsonReader.read(body).text().orElse("");
    if (packument.at("versions", version).isEmpty()) {
      return error(404, "version not found: " + version);
    }
    packuments.put(name, packument.with("dist-tags", tags.with(tag, Json.of(version))));
    return json(201, Json.empty().with("ok", Json.of("dist-tags updated")));
  }

  private Reply publish(String name, byte[] body) {
    Json sent;
    try {
      sent = JsonReader.read(body, Integer.MAX_VALUE);
    } catch (NotJson wrong) {
      return error(400, "not JSON: " + wrong.getMessage());
    }
    Json.Obj old = packuments.getOrDefault(name, fresh(name));
    Json.Obj versions = (Json.Obj) old.get("versions").orElse(Json.empty());
    Json.Obj tags = (Json.Obj) old.get("dist-tags").orElse(Json.empty());
    Json.Obj times = (Json.Obj) old.get("time").orElse(Json.empty());
    String now = clock.instant().toString();
    for (Map.Entry<String, Json> version :
        sent.get("versions").orElse(Json.empty()).members().entrySet()) {
      if (versions.members().containsKey(version.getKey())) {
        return error(
            403,
            "You cannot publish over the previously published versions: " + version.getKey() + ".");
      }
      String file =
          name + "/-/" + name.substring(name.indexOf('/') + 1) + "-" + version.getKey() + ".tgz";
      byte[] tarball = tarball(sent, name + "-" + version.getKey() + ".tgz");
      if (tarball.length == 0) {
        return error(400, "no tarball for " + version.getKey());
      }
      tarballs.put(file, tarball);
      Json.Obj dist =
          ((Json.Obj) version.getValue().get("dist").orElse(Json.empty()))
              .with("tarball", Json.of(address() + file));
      versions =
          versions.with(version.getKey(), ((Json.Obj) version.getValue()).with("dist", dist));
      times = times.with(version.getKey(), Json.of(now));
    }
    for (Map.Entry<String, Json> tag :
        sent.get("dist-tags").orElse(Json.empty()).members().entrySet()) {
      tags = tags.with(tag.getKey(), tag.getValue());
    }
    packuments.put(
        name,
        old.with("versions", versions)
            .with("dist-tags", tags)
            .with("time", times.with("modified", Json.of(now))));
    return json(200, Json.empty().with("success", Json.of(true)));
  }

  private static byte[] tarball(Json sent, String file) {
    return sent.at("_attachments", file, "data")
        .flatMap(Json::text)
        .map(data -> Base64.getDecoder().decode(data))
        .orElse(new byte[0]);
  }

  private Json.Obj fresh(String name) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("_id", Json.of(name));
    members.put("_rev", Json.of("1-0"));
    members.put("name", Json.of(name));
    members.put("dist-tags", Json.empty());
    members.put("versions", Json.empty());
    members.put("time", Json.empty().with("created", Json.of(clock.instant().toString())));
    return new Json.Obj(members);
  }

  private static Json abbreviated(Json.Obj packument) {
    return packument
        .without("time")
        .without("_id")
        .without("_rev")
        .with(
            "modified",
            packument.at("time", "modified").orElse(Json.of("1970-01-01T00:00:00.000Z")));
  }

  private static Reply json(int status, Json value) {
    return Reply.of(
        status, "application/json", JsonWriter.compact(value).getBytes(StandardCharsets.UTF_8));
  }

  private static Reply error(int status, String text) {
    return json(status, Json.empty().with("error", Json.of(text)));
  }

  @Override
  public void close() {
    server.close();
  }
}
