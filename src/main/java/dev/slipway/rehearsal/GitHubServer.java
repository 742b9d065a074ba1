package dev.slipway.rehearsal;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.rehearsal.Loopback.Call;
import dev.slipway.rehearsal.Loopback.Reply;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// As much of GitHub's REST API as a release needs: releases with their files, and a repository
/// without rules. Everything is kept in memory.
final class GitHubServer implements AutoCloseable {
  /// No pull request resolves anything here, and no issue says that a release failed.
  private static final Json NOTHING_THERE =
      Json.empty().with("data", Json.empty().with("repository", Json.empty()));

  /// The repository's refs as they stand now, by full name.
  @FunctionalInterface
  interface Branches {
    Map<String, String> refs() throws IOException;
  }

  private final String repository;
  private final Branches git;
  private final Clock clock;
  private final Map<Long, Json.Obj> releases = new TreeMap<>();
  private final Map<Long, Map<Long, Json.Obj>> assets = new TreeMap<>();
  private final Map<Long, byte[]> contents = new TreeMap<>();
  private final List<String> log = new ArrayList<>();
  private final Loopback server;
  private long lastId;
  private int requests;

  private GitHubServer(String repository, Branches git, Clock clock) throws IOException {
    this.repository = repository;
    this.git = git;
    this.clock = clock;
    this.server = Loopback.serve(this::reply);
  }

  /// Starts a GitHub with one repository.
  ///
  /// @param repository `owner/name`
  /// @param git where its refs are
  static GitHubServer start(String repository, Branches git, Clock clock) throws IOException {
    return new GitHubServer(repository, git, clock);
  }

  /// The address of the API, without a slash at the end.
  String address() {
    return server.address();
  }

  /// Every writing request so far, as method and path.
  synchronized List<String> writes() {
    return List.copyOf(log);
  }

  /// How many requests there were so far.
  synchronized int requests() {
    return requests;
  }

  /// The tags of all release pages; a draft's with `draft of` before it.
  synchronized List<String> pages() {
    return releases.values().stream()
        .map(page ->
            (page.get("draft").flatMap(Json::truth).orElse(false) ? "draft of " : "")
                + page.text("tag_name").orElse(""))
        .toList();
  }

  private synchronized Reply reply(Call call) throws IOException {
    requests++;
    String prefix = "/repos/" + repository;
    if (!call.method().equals("GET") && !call.path().equals("/graphql")) {
      log.add(call.method() + " " + call.path());
    }
    if (call.path().equals("/graphql")) {
      return json(200, NOTHING_THERE);
    }
    if (call.path().equals(prefix)) {
      return json(200, repositoryDocument());
    }
    if (!call.path().startsWith(prefix + "/")) {
      return notFound();
    }
    List<String> path =
        List.of(call.path().substring(prefix.length() + 1).split("/", -1)).stream()
            .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    return switch (path.getFirst()) {
      case "releases" -> releases(call, path.subList(1, path.size()));
      case "immutable-releases" ->
          json(
              200,
              Json.empty()
                  .with("enabled", Json.of(false))
                  .with("enforced_by_owner", Json.of(false)));
      case "rules", "rulesets" -> json(200, new Json.Arr(List.of()));
      case "git", "issues", "pulls" -> call.method().equals("POST") ? unprocessable() : notFound();
      case "branches" -> branch(String.join("/", path.subList(1, path.size())));
      default -> notFound();
    };
  }

  private Json repositoryDocument() {
    return Json.empty()
        .with("id", Json.of(1))
        .with("name", Json.of(repository.substring(repository.indexOf('/') + 1)))
        .with("full_name", Json.of(repository))
        .with("clone_url", Json.of("https://github.com/" + repository + ".git"))
        .with("private", Json.of(false))
        .with("visibility", Json.of("public"))
        .with("permissions", Json.empty().with("push", Json.of(true)).with("pull", Json.of(true)));
  }

  private Reply branch(String name) throws IOException {
    String tip = git.refs().get("refs/heads/" + name);
    return tip == null
        ? notFound()
        : json(
            200,
            Json.empty()
                .with("name", Json.of(name))
                .with("commit", Json.empty().with("sha", Json.of(tip)))
                .with("protected", Json.of(false)));
  }

  private Reply releases(Call call, List<String> path) {
    if (path.isEmpty()) {
      return switch (call.method()) {
        case "GET" -> json(200, new Json.Arr(List.copyOf(releases.values())));
        case "POST" -> create(JsonReader.read(call.body().bytes()));
        default -> notFound();
      };
    }
    if (path.getFirst().equals("tags")) {
      String tag = String.join("/", path.subList(1, path.size()));
      return byTag(tag).map(release -> json(200, release)).orElseGet(GitHubServer::notFound);
    }
    if (path.getFirst().equals("assets")) {
      long id = Long.parseLong(path.get(1));
      return call.header("Accept").contains("octet-stream") && contents.containsKey(id)
          ? Reply.of(200, "application/octet-stream", contents.getOrDefault(id, new byte[0]))
          : notFound();
    }
    long id = Long.parseLong(path.getFirst());
    Json.Obj release = releases.get(id);
    if (release == null) {
      return notFound();
    }
    if (path.size() > 1 && path.get(1).equals("assets")) {
      Map<Long, Json.Obj> files = assets.getOrDefault(id, Map.of());
      return call.method().equals("POST")
          ? upload(id, call)
          : json(200, new Json.Arr(List.copyOf(files.values())));
    }
    return switch (call.method()) {
      case "PATCH" -> {
        Json.Obj changed = release;
        for (Map.Entry<String, Json> member :
            JsonReader.read(call.body().bytes()).members().entrySet()) {
          changed = changed.with(member.getKey(), member.getValue());
        }
        releases.put(id, changed);
        yield json(200, changed);
      }
      case "DELETE" -> {
        releases.remove(id);
        yield Reply.of(204, "text/plain", new byte[0]);
      }
      default -> json(200, release);
    };
  }

  private Optional<Json.Obj> byTag(String tag) {
    return releases.values().stream()
        .filter(release -> release.text("tag_name").orElse("").equals(tag))
        .filter(release -> !release.get("draft").flatMap(Json::truth).orElse(false))
        .findFirst();
  }

  private Reply create(Json asked) {
    long id = ++lastId;
    String tag = asked.text("tag_name").orElse("");
    String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    Map<String, Json> release = new LinkedHashMap<>();
    release.put("id", Json.of(id));
    release.put("tag_name", Json.of(tag));
    release.put("name", asked.get("name").orElse(Json.of(tag)));
    release.put("body", asked.get("body").orElse(Json.of("")));
    release.put("draft", asked.get("draft").orElse(Json.of(false)));
    release.put("prerelease", asked.get("prerelease").orElse(Json.of(false)));
    release.put("immutable", Json.of(false));
    release.put("target_commitish", asked.get("target_commitish").orElse(Json.of("main")));
    release.put("created_at", Json.of(now));
    release.put("published_at", Json.of(now));
    release.put("html_url", Json.of(address() + "/" + repository + "/releases/tag/" + tag));
    release.put("url", Json.of(address() + "/repos/" + repository + "/releases/" + id));
    release.put(
        "upload_url",
        Json.of(address() + "/repos/" + repository + "/releases/" + id + "/assets{?name,label}"));
    release.put("assets", new Json.Arr(List.of()));
    Json.Obj made = new Json.Obj(release);
    releases.put(id, made);
    return json(201, made);
  }

  private Reply upload(long release, Call call) {
    long id = ++lastId;
    byte[] content = call.body().bytes();
    String name = "";
    for (String part : call.query().split("&", -1)) {
      if (part.startsWith("name=")) {
        name = URLDecoder.decode(part.substring("name=".length()), StandardCharsets.UTF_8);
      }
    }
    Json.Obj asset =
        Json.empty()
            .with("id", Json.of(id))
            .with("name", Json.of(name))
            .with("label", new Json.Null())
            .with("state", Json.of("uploaded"))
            .with("content_type", Json.of(call.header("Content-Type")))
            .with("size", Json.of(content.length))
            .with("url", Json.of(address() + "/repos/" + repository + "/releases/assets/" + id))
            .with(
                "browser_download_url",
                Json.of(address() + "/" + repository + "/releases/download/" + name));
    contents.put(id, content);
    Map<Long, Json.Obj> files = assets.computeIfAbsent(release, _ -> new TreeMap<>());
    files.put(id, asset);
    releases.computeIfPresent(
        release, (_, page) -> page.with("assets", new Json.Arr(List.copyOf(files.values()))));
    return json(201, asset);
  }

  private static Reply json(int status, Json value) {
    return Reply.of(
        status,
        "application/json; charset=utf-8",
        JsonWriter.compact(value).getBytes(StandardCharsets.UTF_8));
  }

  private static Reply unprocessable() {
    return json(422, Json.empty().with("message", Json.of("Validation Failed")));
  }

  private static Reply notFound() {
    return json(404, Json.empty().with("message", Json.of("Not Found")));
  }

  @Override
  public void close() {
    server.close();
  }
}
