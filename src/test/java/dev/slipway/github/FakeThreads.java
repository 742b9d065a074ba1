package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.world.Answer;
import dev.slipway.world.Request;
import java.util.List;
import java.util.Map;

/// Issues, pull requests and comments of the fake.
record FakeThreads(FakeGitHub hub) {
  Answer answer(Request request, String path) {
    String[] parts = path.substring(1).split("/", -1);
    if (parts[0].equals("pulls")) {
      return pulls(request, parts);
    }
    if (parts.length == 1) {
      return open(request);
    }
    if (parts[1].equals("comments")) {
      return edit(request, Long.parseLong(parts[2]));
    }
    FakeGitHub.Talk thread = hub.threads.get(Long.parseLong(parts[1]));
    if (thread == null) {
      return FakeGitHub.error(404, "Not Found");
    }
    if (thread.gone) {
      return FakeGitHub.error(410, "This issue was deleted");
    }
    if (parts.length == 2) {
      FakeGitHub.body(request)
          .text("state")
          .ifPresent(state -> thread.state = state.toUpperCase(java.util.Locale.ROOT));
      return FakeGitHub.ok(200, issue(thread));
    }
    return parts[2].equals("labels") ? label(request, thread) : comment(request, thread);
  }

  private Answer comment(Request request, FakeGitHub.Talk thread) {
    String body = FakeGitHub.body(request).text("body").orElse("");
    if (body.length() > 65_536) {
      return FakeGitHub.invalid("IssueComment", "data", "unprocessable", "Body is too long");
    }
    FakeGitHub.Said said = new FakeGitHub.Said(hub.next(), body, true);
    thread.comments.add(said);
    return FakeGitHub.ok(201, json(said));
  }

  private Answer edit(Request request, long id) {
    for (FakeGitHub.Talk thread : hub.threads.values()) {
      for (int i = 0; i < thread.comments.size(); i++) {
        FakeGitHub.Said said = thread.comments.get(i);
        if (said.id() == id) {
          String body = FakeGitHub.body(request).text("body").orElse("");
          thread.comments.set(i, new FakeGitHub.Said(id, body, said.ours()));
          return FakeGitHub.ok(200, json(thread.comments.get(i)));
        }
      }
    }
    return FakeGitHub.error(404, "Not Found");
  }

  private static Json json(FakeGitHub.Said said) {
    return GitHubDescription.read()
        .sample("issue-comment")
        .with("id", Json.of(said.id()))
        .with("body", Json.of(said.body()));
  }

  private Answer label(Request request, FakeGitHub.Talk thread) {
    FakeGitHub.body(request).get("labels").orElseThrow().items().stream()
        .flatMap(label -> label.text().stream())
        .forEach(thread.labels::add);
    List<Json> labels =
        thread.labels.stream()
            .<Json>map(name -> GitHubDescription.read().sample("label").with("name", Json.of(name)))
            .toList();
    return FakeGitHub.ok(200, new Json.Arr(labels));
  }

  private Answer open(Request request) {
    Json body = FakeGitHub.body(request);
    FakeGitHub.Talk thread = hub.issue(hub.next());
    thread.title = body.text("title").orElse("");
    thread.body = body.text("body").orElse("");
    body.get("labels").map(Json::items).orElse(List.of()).stream()
        .flatMap(label -> label.text().stream())
        .forEach(thread.labels::add);
    return FakeGitHub.ok(201, issue(thread));
  }

  private static Json issue(FakeGitHub.Talk thread) {
    return GitHubDescription.read()
        .sample("issue")
        .with("number", Json.of(thread.number))
        .with("title", Json.of(thread.title))
        .with("state", Json.of(thread.state.toLowerCase(java.util.Locale.ROOT)))
        .with("html_url", Json.of("https://github.com/acme/widget/issues/" + thread.number));
  }

  private Answer pulls(Request request, String[] parts) {
    if (parts.length == 2) {
      FakeGitHub.Talk thread = hub.pull(Long.parseLong(parts[1]));
      Json body = FakeGitHub.body(request);
      body.text("title").ifPresent(title -> thread.title = title);
      body.text("body").ifPresent(text -> thread.body = text);
      return FakeGitHub.ok(200, pull("pull-request", thread));
    }
    if (request.method().equals("GET")) {
      Map<String, String> query = FakeGitHub.query(request.uri());
      return hub.paged(
          request,
          hub.threads.values().stream()
              .filter(thread -> thread.pull && thread.state.equals("OPEN"))
              .filter(thread -> ("acme:" + thread.head).equals(query.get("head")))
              .filter(thread -> thread.base.equals(query.get("base")))
              .map(thread -> pull("pull-request-simple", thread))
              .toList());
    }
    Json body = FakeGitHub.body(request);
    FakeGitHub.Talk thread = hub.pull(hub.next());
    thread.title = body.text("title").orElse("");
    thread.body = body.text("body").orElse("");
    thread.head = body.text("head").orElse("");
    thread.base = body.text("base").orElse("");
    return FakeGitHub.ok(201, pull("pull-request", thread));
  }

  private static Json.Obj pull(String schema, FakeGitHub.Talk thread) {
    Json.Obj sample = GitHubDescription.read().sample(schema);
    Json.Obj head = (Json.Obj) sample.get("head").orElseThrow();
    return sample
        .with("number", Json.of(thread.number))
        .with("title", Json.of(thread.title))
        .with("body", Json.of(thread.body))
        .with("head", head.with("ref", Json.of(thread.head)))
        .with("html_url", Json.of("https://github.com/acme/widget/pull/" + thread.number));
  }
}
