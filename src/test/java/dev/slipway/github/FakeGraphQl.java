package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.world.Bytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The GraphQL side of the fake: knows the documents that Slipway sends, by what they ask for.
record FakeGraphQl(FakeGitHub hub) {
  private static final Pattern ALIAS =
      Pattern.compile(
          "(\\w+): (object|issueOrPullRequest)\\((?:oid: \"(\\w+)\"|number: (\\d+))\\)");

  Json answer(Json body) {
    String document = body.text("query").orElse("");
    Json variables = body.get("variables").orElseGet(Json::empty);
    if (document.contains("createCommitOnBranch")) {
      return commit(variables.get("input").orElseThrow());
    }
    if (document.contains("states: OPEN")) {
      return repository(Json.empty().with("issues", open(variables)));
    }
    if (document.contains("comments(first: 100")) {
      return repository(Json.empty().with("issueOrPullRequest", comments(variables)));
    }
    Map<String, Json> found = new LinkedHashMap<>();
    List<Json> errors = new ArrayList<>();
    Matcher alias = ALIAS.matcher(document);
    while (alias.find()) {
      Optional<Json> node =
          alias.group(2).equals("object")
              ? Optional.of(pulls(alias.group(3)))
              : thread(Long.parseLong(alias.group(4)), document.contains("viewerDidAuthor"));
      found.put(alias.group(1), node.orElseGet(Json.Null::new));
      if (node.isEmpty()) {
        errors.add(
            Json.empty()
                .with("type", Json.of("NOT_FOUND"))
                .with("message", Json.of("Could not resolve to an issue or pull request.")));
      }
    }
    Json.Obj answer = (Json.Obj) repository(new Json.Obj(found));
    return errors.isEmpty() ? answer : answer.with("errors", new Json.Arr(errors));
  }

  private static Json repository(Json value) {
    return Json.empty().with("data", Json.empty().with("repository", value));
  }

  private Json commit(Json input) {
    String branch = "refs/heads/" + input.at("branch", "branchName").flatMap(Json::text).orElse("");
    String head = hub.refs.getOrDefault(branch, "");
    String expected = input.text("expectedHeadOid").orElse("");
    if (hub.denied.contains("graphql")) {
      return failed("FORBIDDEN", "Resource not accessible by integration");
    }
    if (!hub.rules.getOrDefault(branch.substring("refs/heads/".length()), List.of()).isEmpty()) {
      return failed(
          "UNPROCESSABLE",
          "Repository rule violations found\n\nChanges must be made through a pull request.\n\n");
    }
    if (!head.equals(expected)) {
      return failed(
          "STALE_DATA",
          "Expected branch to point to \"" + expected + "\" but it points to \"" + head + "\"");
    }
    Map<String, Bytes> files = new LinkedHashMap<>();
    for (Json file : input.at("fileChanges", "additions").map(Json::items).orElse(List.of())) {
      files.put(
          file.text("path").orElse(""),
          Bytes.of(Base64.getDecoder().decode(file.text("contents").orElse(""))));
    }
    String headline = input.at("message", "headline").flatMap(Json::text).orElse("");
    String rest = input.at("message", "body").flatMap(Json::text).orElse("");
    String sha =
        hub.commit(branch, expected, rest.isEmpty() ? headline : headline + "\n\n" + rest, files);
    hub.refs.put(branch, sha);
    Json made =
        Json.empty()
            .with("oid", Json.of(sha))
            .with("url", Json.of("https://github.com/acme/widget/commit/" + sha));
    return Json.empty()
        .with("data", Json.empty().with("createCommitOnBranch", Json.empty().with("commit", made)));
  }

  private static Json failed(String type, String message) {
    return Json.empty()
        .with("data", Json.empty().with("createCommitOnBranch", new Json.Null()))
        .with(
            "errors",
            new Json.Arr(
                List.of(
                    Json.empty()
                        .with("type", Json.of(type))
                        .with("path", Json.of(List.of("createCommitOnBranch")))
                        .with("message", Json.of(message)))));
  }

  private Json open(Json variables) {
    List<String> labels =
        variables.get("labels").map(Json::items).orElse(List.of()).stream()
            .flatMap(label -> label.text().stream())
            .toList();
    return nodes(
        hub.threads.values().stream()
            .filter(thread -> !thread.pull && thread.state.equals("OPEN"))
            .filter(thread -> thread.labels.containsAll(labels))
            .<Json>map(thread ->
                Json.empty()
                    .with("number", Json.of(thread.number))
                    .with("body", Json.of(thread.body))
                    .with("url", Json.of("https://github.com/acme/widget/issues/" + thread.number)))
            .toList());
  }

  private static Json.Obj nodes(List<Json> nodes) {
    return Json.empty().with("nodes", new Json.Arr(nodes));
  }

  private Json comments(Json variables) {
    FakeGitHub.Talk thread =
        hub.threads.get(variables.get("number").flatMap(Json::whole).orElse(0L));
    if (thread == null) {
      return new Json.Null();
    }
    int from = variables.text("after").map(Integer::parseInt).orElse(0);
    int to = Math.min(from + 100, thread.comments.size());
    List<Json> page = new ArrayList<>();
    for (FakeGitHub.Said said : thread.comments.subList(from, to)) {
      page.add(
          Json.empty()
              .with("databaseId", Json.of(said.id()))
              .with("body", Json.of(said.body()))
              .with(
                  "url",
                  Json.of("https://github.com/acme/widget/issues/1#issuecomment-" + said.id()))
              .with("viewerDidAuthor", Json.of(said.ours())));
    }
    Json info =
        Json.empty()
            .with("hasNextPage", Json.of(to < thread.comments.size()))
            .with("endCursor", Json.of(Integer.toString(to)));
    return Json.empty().with("comments", nodes(page).with("pageInfo", info));
  }

  private Json pulls(String sha) {
    List<Json> pulls =
        hub.pullsOfCommit.getOrDefault(sha, List.of()).stream()
            .<Json>map(number -> fields(hub.pull(number)))
            .toList();
    return Json.empty().with("associatedPullRequests", nodes(pulls));
  }

  private Optional<Json> thread(long number, boolean standing) {
    FakeGitHub.Talk thread = hub.threads.get(number);
    if (thread == null) {
      return Optional.empty();
    }
    return Optional.of(standing ? standing(thread) : fields(thread));
  }

  private static Json standing(FakeGitHub.Talk thread) {
    List<Json> labels =
        thread.labels.stream().<Json>map(name -> Json.empty().with("name", Json.of(name))).toList();
    List<Json> comments =
        thread.comments.stream()
            .<Json>map(said ->
                Json.empty()
                    .with("body", Json.of(said.body()))
                    .with("viewerDidAuthor", Json.of(said.ours())))
            .toList();
    return Json.empty()
        .with("number", Json.of(thread.number))
        .with("labels", nodes(labels))
        .with(
            "comments",
            nodes(comments.subList(Math.max(0, comments.size() - 50), comments.size())));
  }

  private static Json fields(FakeGitHub.Talk thread) {
    Json who =
        Json.empty()
            .with("login", Json.of("octocat"))
            .with("url", Json.of("https://github.com/octocat"))
            .with("avatarUrl", Json.of("https://avatars.example/1"));
    List<Json> labels =
        thread.labels.stream()
            .<Json>map(name ->
                Json.empty()
                    .with("name", Json.of(name))
                    .with("color", Json.of("ededed"))
                    .with("description", new Json.Null()))
            .toList();
    Json.Obj common =
        Json.empty()
            .with("__typename", Json.of(thread.pull ? "PullRequest" : "Issue"))
            .with("number", Json.of(thread.number))
            .with("title", Json.of(thread.title))
            .with("body", Json.of(thread.body))
            .with("url", Json.of("https://github.com/acme/widget/issues/" + thread.number))
            .with(
                thread.pull ? "pullState" : "state",
                Json.of(thread.pull && thread.state.equals("CLOSED") ? "MERGED" : thread.state))
            .with("locked", Json.of(false))
            .with("createdAt", Json.of("2026-11-24T12:00:00Z"))
            .with("updatedAt", Json.of("2026-11-24T12:00:00Z"))
            .with("closedAt", new Json.Null())
            .with("author", who)
            .with("labels", nodes(labels))
            .with("milestone", new Json.Null());
    if (!thread.pull) {
      return common;
    }
    boolean merged = thread.state.equals("CLOSED");
    return common
        .with("mergedAt", merged ? Json.of("2026-11-24T12:00:00Z") : new Json.Null())
        .with("isDraft", Json.of(false))
        .with("headRefOid", Json.of("f".repeat(40)))
        .with("baseRefName", Json.of("main"))
        .with("mergedBy", merged ? who : new Json.Null());
  }
}
