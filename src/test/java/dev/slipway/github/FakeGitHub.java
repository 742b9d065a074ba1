package dev.slipway.github;

import static java.util.Objects.requireNonNull;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A GitHub with one repository, `acme/widget`, in memory: enough of it, and as strict. It keeps
/// GitHub's limits by the clock it is given. Put `CheckedExchanges` around it.
public final class FakeGitHub implements Exchanges {
  /// What happens to a request instead of an answer.
  public enum Fault {
    /// It never arrives.
    NOT_SENT,
    /// It is done, and the answer is lost.
    LOST,
    /// It is done, and the answer is 502.
    BAD_GATEWAY,
    /// It is not done, and the answer is 502.
    DOWN
  }

  /// A release, and what it holds.
  static final class Page {
    final long id;
    Json.Obj fields;
    final Map<Long, Json.Obj> assets = new TreeMap<>();

    Page(long id, Json.Obj fields) {
      this.id = id;
      this.fields = fields;
    }

    String text(String name) {
      return fields.text(name).orElse("");
    }

    boolean is(String name) {
      return fields.get(name).flatMap(Json::truth).orElse(false);
    }
  }

  /// An issue or pull request.
  static final class Talk {
    final long number;
    final boolean pull;
    String title = "";
    String body = "";
    String state = "OPEN";
    final Set<String> labels = new LinkedHashSet<>();
    final List<Said> comments = new ArrayList<>();
    String head = "";
    String base = "";
    boolean gone;

    Talk(long number, boolean pull) {
      this.number = number;
      this.pull = pull;
    }
  }

  /// A comment.
  record Said(long id, String body, boolean ours) {}

  /// A commit.
  record Made(String sha, String parent, String message, Map<String, Bytes> files) {}

  /// A real repository behind the fake.
  public interface Git {
    /// Its refs, by full name.
    Map<String, String> refs();

    /// Lets a ref hold a commit; empty: deletes it.
    void set(String ref, Optional<String> sha);

    /// Makes a commit on top of another, and lets a ref hold it.
    String commit(String ref, String parent, String message, Map<String, Bytes> files);
  }

  final Address address;
  private final Time time;
  private Optional<Git> git = Optional.empty();
  final Map<Long, Page> pages = new TreeMap<>();
  final Map<String, String> refs = new TreeMap<>();
  final Map<String, Made> commits = new LinkedHashMap<>();
  final Map<Long, Talk> threads = new TreeMap<>();
  final Map<String, List<Long>> pullsOfCommit = new LinkedHashMap<>();
  final Map<String, List<Json>> rules = new LinkedHashMap<>();
  final Map<Long, Json.Obj> rulesets = new LinkedHashMap<>();
  final Set<String> protectedBranches = new LinkedHashSet<>();
  final Set<String> denied = new LinkedHashSet<>();
  final List<String> log = new ArrayList<>();
  private final Deque<Instant> created = new ArrayDeque<>();
  private final Deque<Instant> hour = new ArrayDeque<>();
  private final List<Map.Entry<Predicate<Request>, Fault>> faults = new ArrayList<>();
  private final Deque<Map.Entry<Predicate<Request>, Answer>> answers = new ArrayDeque<>();
  private long ids = 1000;
  int refused;
  boolean immutable;
  int primary = 1000;

  FakeGitHub(Address address, Time time) {
    this.address = address;
    this.time = time;
    String root = "0".repeat(39) + "1";
    commits.put(root, new Made(root, "", "feat: first", Map.of()));
    refs.put("refs/heads/main", root);
  }

  /// The same over a real repository.
  FakeGitHub over(Git repository) {
    git = Optional.of(repository);
    return this;
  }

  /// The next request of this kind meets this.
  FakeGitHub fault(String method, String path, Fault fault) {
    faults.add(Map.entry(isFor(method, path), fault));
    return this;
  }

  /// The next request of this kind gets this answer and is not done.
  FakeGitHub answer(
      String method, String path, int status, Map<String, String> headers, String body) {
    answers.add(Map.entry(isFor(method, path), new Answer(status, headers, Bytes.of(body))));
    return this;
  }

  private static Predicate<Request> isFor(String method, String path) {
    return request -> request.method().equals(method) && request.uri().getRawPath().contains(path);
  }

  /// What a ref holds.
  String tip(String ref) {
    return requireNonNull(refs.get(ref), ref);
  }

  /// A commit.
  Made made(String sha) {
    return requireNonNull(commits.get(sha), sha);
  }

  /// A release.
  Page page(long id) {
    return requireNonNull(pages.get(id));
  }

  Talk issue(long number) {
    return threads.computeIfAbsent(number, n -> new Talk(n, false));
  }

  Talk pull(long number) {
    return threads.computeIfAbsent(number, n -> new Talk(n, true));
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    log.add(request.method() + " " + request.uri().getRawPath());
    for (var scripted : List.copyOf(answers)) {
      if (scripted.getKey().test(request)) {
        answers.remove(scripted);
        return scripted.getValue();
      }
    }
    Optional<Fault> fault = Optional.empty();
    for (var planned : List.copyOf(faults)) {
      if (fault.isEmpty() && planned.getKey().test(request)) {
        faults.remove(planned);
        fault = Optional.of(planned.getValue());
      }
    }
    if (fault.equals(Optional.of(Fault.NOT_SENT))) {
      throw new Lost(Lost.Reach.NOT_SENT, "connection refused");
    }
    if (fault.equals(Optional.of(Fault.DOWN))) {
      return error(502, "Bad gateway");
    }
    Answer answer = limited(request).orElseGet(() -> inStep(request));
    if (fault.equals(Optional.of(Fault.LOST))) {
      throw new Lost(Lost.Reach.UNKNOWN, "connection reset");
    }
    return fault.equals(Optional.of(Fault.BAD_GATEWAY))
        ? error(502, "Bad gateway")
        : counted(answer);
  }

  private Answer counted(Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put("x-ratelimit-limit", Integer.toString(primary));
    headers.put("x-ratelimit-remaining", Integer.toString(primary - hour.size()));
    Instant reset = hour.isEmpty() ? time.now() : hour.peekFirst().plus(Duration.ofHours(1));
    headers.put("x-ratelimit-reset", Long.toString(reset.getEpochSecond() + 1));
    return new Answer(answer.status(), headers, answer.body());
  }

  /// The primary limit as a sliding hour; 80 things created a minute and 500 an hour.
  private Optional<Answer> limited(Request request) {
    Instant now = time.now();
    while (!hour.isEmpty() && !hour.peekFirst().plus(Duration.ofHours(1)).isAfter(now)) {
      hour.removeFirst();
    }
    while (!created.isEmpty() && !created.peekFirst().plus(Duration.ofHours(1)).isAfter(now)) {
      created.removeFirst();
    }
    if (hour.size() >= primary) {
      refused++;
      return Optional.of(error(403, "API rate limit exceeded"));
    }
    if (!request.uri().equals(address.graphql())) {
      hour.addLast(now);
    }
    boolean creates =
        request.method().equals("POST")
            && (request.uri().getRawPath().endsWith("/comments")
                || request.uri().getRawPath().endsWith("/issues"));
    if (creates) {
      long minute =
          created.stream().filter(at -> at.plus(Duration.ofMinutes(1)).isAfter(now)).count();
      if (minute >= 80 || created.size() >= 500) {
        refused++;
        return Optional.of(error(403, "You have exceeded a secondary rate limit."));
      }
      created.addLast(now);
    }
    return Optional.empty();
  }

  /// Answers from what the repository holds now, and brings what was changed to it.
  private Answer inStep(Request request) {
    if (git.isEmpty()) {
      return done(request);
    }
    Map<String, String> before = git.get().refs();
    refs.clear();
    refs.putAll(before);
    Answer answer = done(request);
    Map<String, String> now = git.get().refs();
    refs.forEach((name, sha) -> {
      if (!sha.equals(now.get(name))) {
        git.get().set(name, Optional.of(sha));
      }
    });
    before.keySet().stream()
        .filter(name -> !refs.containsKey(name))
        .forEach(name -> git.get().set(name, Optional.empty()));
    return answer;
  }

  private Answer done(Request request) {
    if (request.uri().equals(address.graphql())) {
      return ok(200, new FakeGraphQl(this).answer(body(request)));
    }
    String prefix = address.api().getRawPath() + "/repos/acme/widget";
    String raw = request.uri().getRawPath();
    if (!raw.startsWith(prefix)) {
      return error(404, "Not Found");
    }
    String path = URLDecoder.decode(raw.substring(prefix.length()), StandardCharsets.UTF_8);
    String first = path.isEmpty() ? "" : path.split("/", -1)[1];
    for (String feature : denied) {
      if (!request.method().equals("GET") && feature.startsWith(first + "=")) {
        return forbidden(feature.substring(feature.indexOf('=') + 1));
      }
    }
    return switch (first) {
      case "releases" -> new FakeReleases(this).answer(request, path);
      case "git", "branches", "rules", "rulesets" -> new FakeRefs(this).answer(request, path);
      case "issues", "pulls" -> new FakeThreads(this).answer(request, path);
      case "immutable-releases" ->
          immutable
              ? ok(
                  200,
                  Json.empty()
                      .with("enabled", Json.of(true))
                      .with("enforced_by_owner", Json.of(false)))
              : error(404, "Not Found");
      default -> error(404, "Not Found");
    };
  }

  static Answer forbidden(String permissions) {
    return new Answer(
        403,
        Map.of("x-accepted-github-permissions", permissions),
        Bytes.of("{\"message\":\"Resource not accessible by integration\"}"));
  }

  long next() {
    return ++ids;
  }

  /// A commit on a branch; the branch is moved by the caller.
  String commit(String branch, String parent, String message, Map<String, Bytes> files) {
    if (git.isEmpty()) {
      return commit(parent, message, files);
    }
    String sha = git.get().commit(branch, parent, message, files);
    commits.put(sha, new Made(sha, parent, message, files));
    return sha;
  }

  String commit(String parent, String message, Map<String, Bytes> files) {
    String sha = String.format(Locale.ROOT, "%040x", 0xabc000 + next());
    Map<String, Bytes> all = new LinkedHashMap<>(made(parent).files());
    all.putAll(files);
    commits.put(sha, new Made(sha, parent, message, all));
    return sha;
  }

  static Json body(Request request) {
    return switch (request.payload()) {
      case Payload.Content(var bytes, var _) -> JsonReader.read(bytes.text());
      case Payload.Empty _ -> Json.empty();
      case Payload.Stream stream -> {
        try (var in = stream.source().open()) {
          yield Json.of(Base64.getEncoder().encodeToString(in.readAllBytes()));
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    };
  }

  static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] halves = pair.split("=", 2);
        query.put(halves[0], URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  static Answer ok(int status, Json body) {
    return new Answer(
        status,
        Map.of("content-type", "application/json; charset=utf-8"),
        body instanceof Json.Null ? Bytes.of("") : Bytes.of(JsonWriter.compact(body)));
  }

  static Answer error(int status, String message) {
    return new Answer(
        status,
        Map.of(),
        Bytes.of(
            JsonWriter.compact(
                Json.empty()
                    .with("message", Json.of(message))
                    .with("documentation_url", Json.of("https://docs.github.com/rest")))));
  }

  static Answer invalid(String resource, String field, String code, String message) {
    Json.Obj error =
        Json.empty()
            .with("resource", Json.of(resource))
            .with("field", Json.of(field))
            .with("code", Json.of(code));
    Json.Obj whole = message.isEmpty() ? error : error.with("message", Json.of(message));
    return ok(
        422,
        Json.empty()
            .with("message", Json.of("Validation Failed"))
            .with("documentation_url", Json.of("https://docs.github.com/rest"))
            .with("errors", new Json.Arr(List.of(whole))));
  }

  /// One page of a list, with the `Link` to the next.
  Answer paged(Request request, List<? extends Json> items) {
    Map<String, String> query = query(request.uri());
    int size = Integer.parseInt(query.getOrDefault("per_page", "30"));
    int page = Integer.parseInt(query.getOrDefault("page", "1"));
    int from = Math.min((page - 1) * size, items.size());
    int to = Math.min(from + size, items.size());
    Answer answer = ok(200, new Json.Arr(new ArrayList<>(items.subList(from, to))));
    if (to == items.size()) {
      return answer;
    }
    String base = request.uri().toString();
    String next =
        query.containsKey("page")
            ? base.replace("page=" + page, "page=" + (page + 1))
                .replace("per_page=" + (page + 1), "per_page=" + size)
            : base + "&page=" + (page + 1);
    return new Answer(200, Map.of("link", "<" + next + ">; rel=\"next\""), answer.body());
  }
}
