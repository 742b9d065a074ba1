package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Refs, objects and rules of the fake.
record FakeRefs(FakeGitHub hub) {
  Answer answer(Request request, String path) {
    if (path.startsWith("/git/ref/")) {
      String name = "refs/" + path.substring("/git/ref/".length());
      return hub.refs.containsKey(name)
          ? FakeGitHub.ok(200, ref(name))
          : FakeGitHub.error(404, "Not Found");
    }
    if (path.startsWith("/git/matching-refs/")) {
      String prefix = "refs/" + path.substring("/git/matching-refs/".length());
      return hub.paged(
          request,
          hub.refs.keySet().stream()
              .filter(name -> name.startsWith(prefix))
              .map(this::ref)
              .toList());
    }
    if (path.equals("/git/refs")) {
      Json body = FakeGitHub.body(request);
      String name = body.text("ref").orElse("");
      if (hub.refs.containsKey(name)) {
        return FakeGitHub.error(422, "Reference already exists");
      }
      hub.refs.put(name, body.text("sha").orElse(""));
      return FakeGitHub.ok(201, ref(name));
    }
    if (path.startsWith("/git/refs/")) {
      return move(request, "refs/" + path.substring("/git/refs/".length()));
    }
    if (path.startsWith("/git/commits/")) {
      FakeGitHub.Made commit = hub.commits.get(path.substring("/git/commits/".length()));
      return commit == null
          ? FakeGitHub.error(404, "Not Found")
          : FakeGitHub.ok(200, commit(commit));
    }
    return switch (path) {
      case "/git/blobs" -> blob(request);
      case "/git/trees" -> tree(request);
      case "/git/commits" -> makeCommit(request);
      default -> rules(request, path);
    };
  }

  private static final Map<String, Bytes> BLOBS = new LinkedHashMap<>();
  private static final Map<String, Map<String, Bytes>> TREES = new LinkedHashMap<>();

  private Answer blob(Request request) {
    Json body = FakeGitHub.body(request);
    String sha = String.format(java.util.Locale.ROOT, "%040x", 0xb10b00 + hub.next());
    BLOBS.put(sha, Bytes.of(java.util.Base64.getDecoder().decode(body.text("content").orElse(""))));
    return FakeGitHub.ok(
        201, Json.empty().with("sha", Json.of(sha)).with("url", Json.of("https://x/" + sha)));
  }

  private Answer tree(Request request) {
    Map<String, Bytes> files = new LinkedHashMap<>();
    for (Json entry : FakeGitHub.body(request).get("tree").orElseThrow().items()) {
      String name = entry.text("path").orElse("") + "@" + entry.text("mode").orElse("");
      entry.text("sha").ifPresent(sha -> files.put(name, BLOBS.getOrDefault(sha, Bytes.of(""))));
    }
    String sha = String.format(java.util.Locale.ROOT, "%040x", 0x77ee00 + hub.next());
    TREES.put(sha, files);
    return FakeGitHub.ok(
        201,
        GitHubDescription.read()
            .sample("git-tree")
            .with("sha", Json.of(sha))
            .with("url", Json.of("https://x")));
  }

  private Answer makeCommit(Request request) {
    Json body = FakeGitHub.body(request);
    String parent = body.get("parents").orElseThrow().items().getFirst().text().orElse("");
    String sha =
        hub.commit(
            parent,
            body.text("message").orElse(""),
            TREES.getOrDefault(body.text("tree").orElse(""), Map.of()));
    return FakeGitHub.ok(201, commit(hub.made(sha)));
  }

  private Json commit(FakeGitHub.Made commit) {
    Json.Obj parent =
        Json.empty()
            .with("sha", Json.of(commit.parent()))
            .with("url", Json.of("https://x"))
            .with("html_url", Json.of("https://x"));
    return GitHubDescription.read()
        .sample("git-commit")
        .with("sha", Json.of(commit.sha()))
        .with("message", Json.of(commit.message()))
        .with(
            "tree",
            Json.empty().with("sha", Json.of(commit.sha())).with("url", Json.of("https://x")))
        .with("parents", new Json.Arr(commit.parent().isEmpty() ? List.of() : List.of(parent)));
  }

  private Answer move(Request request, String name) {
    if (request.method().equals("DELETE")) {
      hub.refs.remove(name);
      return new Answer(204, Map.of(), Bytes.of(""));
    }
    Json body = FakeGitHub.body(request);
    String sha = body.text("sha").orElse("");
    boolean force = body.get("force").flatMap(Json::truth).orElse(false);
    boolean forward =
        hub.commits.containsKey(sha)
            && hub.commits.get(sha).parent().equals(hub.refs.getOrDefault(name, ""));
    if (!force && !forward) {
      return FakeGitHub.error(422, "Update is not a fast forward");
    }
    hub.refs.put(name, sha);
    return FakeGitHub.ok(200, ref(name));
  }

  private Json.Obj ref(String name) {
    Json.Obj object =
        Json.empty()
            .with("type", Json.of("commit"))
            .with("sha", Json.of(hub.tip(name)))
            .with("url", Json.of("https://x"));
    return GitHubDescription.read()
        .sample("git-ref")
        .with("ref", Json.of(name))
        .with("object", object);
  }

  private Answer rules(Request request, String path) {
    if (path.startsWith("/rules/branches/")) {
      String branch = path.substring("/rules/branches/".length());
      return hub.paged(request, hub.rules.getOrDefault(branch, List.of()));
    }
    if (path.equals("/rulesets")) {
      return hub.paged(
          request, hub.rulesets.values().stream().map(set -> set.without("rules")).toList());
    }
    if (path.startsWith("/rulesets/")) {
      Json.Obj found = hub.rulesets.get(Long.parseLong(path.substring("/rulesets/".length())));
      return found == null ? FakeGitHub.error(404, "Not Found") : FakeGitHub.ok(200, found);
    }
    if (path.startsWith("/branches/")) {
      String branch = path.substring("/branches/".length());
      return FakeGitHub.ok(
          200,
          GitHubDescription.read()
              .sample("branch-with-protection")
              .with("name", Json.of(branch))
              .with("protected", Json.of(hub.protectedBranches.contains(branch))));
    }
    return FakeGitHub.error(404, "Not Found");
  }
}
