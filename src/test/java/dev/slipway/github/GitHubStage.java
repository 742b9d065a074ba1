package dev.slipway.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fake GitHub on a loopback port, for the whole program: at the addresses of a server of one's
/// own (`/api/v3`, `/api/graphql`), over a git repository, with every request and every answer held
/// against GitHub's descriptions.
public final class GitHubStage implements AutoCloseable {
  private final HttpServer server;
  private final FakeGitHub fake;
  private final CheckedExchanges checked;
  private final String base;
  private final List<String> wrong = new ArrayList<>();

  /// A GitHub with the repository `acme/widget`.
  ///
  /// @param git where its refs and commits are
  public GitHubStage(FakeGitHub.Git git) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    base = "http://127.0.0.1:" + server.getAddress().getPort();
    Address address = Address.of(api(), graphql(), base);
    fake = new FakeGitHub(address, new Clock()).over(git);
    checked = new CheckedExchanges(fake, address);
    server.createContext("/", this::answer);
    server.start();
  }

  private static final class Clock implements Time {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public void sleep(Duration duration) {
      throw new UnsupportedOperationException();
    }
  }

  /// The address of the REST API.
  public String api() {
    return base + "/api/v3";
  }

  /// The address of the GraphQL API.
  public String graphql() {
    return base + "/api/graphql";
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Request request =
          Request.get("answer", URI.create(base + exchange.getRequestURI()))
              .with(exchange.getRequestMethod(), payload(exchange));
      for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
        request =
            request.header(
                header.getKey().toLowerCase(java.util.Locale.ROOT),
                String.join(", ", header.getValue()));
      }
      Answer answer;
      try {
        answer = checked.exchange(request);
      } catch (Lost | AssertionError | RuntimeException problem) {
        wrong.add(request.method() + " " + request.uri() + ": " + problem);
        answer = FakeGitHub.error(500, "the fake cannot answer this");
      }
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] body = answer.body().toArray();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Payload payload(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("content-type")).orElse("");
    if (body.length == 0) {
      return new Payload.Empty();
    }
    return exchange.getRequestURI().getRawPath().endsWith("/assets")
        ? new Payload.Stream(body.length, type, () -> new ByteArrayInputStream(body))
        : new Payload.Content(Bytes.of(body), type);
  }

  /// What was asked or answered against the descriptions, so far; nothing when all was right.
  public List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// What is wrong with the GraphQL that was spoken on these, by GitHub's schema; the empty text
  /// when all was right. Asked once for many: the schema takes a second to read.
  public static String wrongGraphQl(List<GitHubStage> stages) {
    return Hub.wrong(stages.stream().flatMap(stage -> stage.checked.asked().stream()).toList());
  }

  /// Method and path of every request so far.
  public List<String> log() {
    return List.copyOf(fake.log);
  }

  /// An issue.
  public void issue(long number, String title) {
    fake.issue(number).title = title;
  }

  /// A pull request that was merged, with the commit that it became.
  public void merged(long number, String body, String commit) {
    FakeGitHub.Talk pull = fake.pull(number);
    pull.state = "CLOSED";
    pull.body = body;
    fake.pullsOfCommit.put(commit, List.of(number));
  }

  /// The comments on an issue or pull request.
  public List<String> comments(long number) {
    return fake.issue(number).comments.stream().map(FakeGitHub.Said::body).toList();
  }

  /// The labels of an issue or pull request.
  public List<String> labels(long number) {
    return List.copyOf(fake.issue(number).labels);
  }

  /// The numbers of issues and pull requests that are open.
  public List<Long> open() {
    return fake.threads.values().stream()
        .filter(thread -> thread.state.equals("OPEN"))
        .map(thread -> thread.number)
        .toList();
  }

  /// The title of an issue or pull request.
  public String title(long number) {
    return fake.issue(number).title;
  }

  /// The text of an issue or pull request.
  public String body(long number) {
    return fake.issue(number).body;
  }

  /// A release page, with its files.
  public Json.Obj page(String tag) {
    FakeGitHub.Page page =
        fake.pages.values().stream()
            .filter(each -> each.text("tag_name").equals(tag))
            .findFirst()
            .orElseThrow();
    return page.fields.with("assets", new Json.Arr(List.copyOf(page.assets.values())));
  }

  /// How many release pages there are, drafts too.
  public int pages() {
    return fake.pages.size();
  }

  /// Lets a branch be under a rule of a ruleset.
  public void rule(String branch, String rule, long id, String ruleset) {
    fake.rules.put(
        branch,
        List.of(
            Json.empty()
                .with("type", Json.of(rule))
                .with("ruleset_source_type", Json.of("Repository"))
                .with("ruleset_source", Json.of("acme/widget"))
                .with("ruleset_id", Json.of(id))));
    fake.rulesets.put(
        id,
        GitHubDescription.read()
            .sample("repository-ruleset")
            .with("id", Json.of(id))
            .with("name", Json.of(ruleset))
            .with("rules", JsonReader.read("[]")));
  }

  /// Refuses writing requests whose path begins with this, as to a token without the permission.
  ///
  /// @param permission such as `issues=write`
  public void deny(String first, String permission) {
    fake.denied.add(first + "=" + permission);
  }

  /// Refuses nothing any more.
  public void permit() {
    fake.denied.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
