package dev.slipway.github;

import dev.slipway.http.Retry;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Secret;
import dev.slipway.world.Time;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Requests to one GitHub: the headers it wants, its limits, its pace, its redirects and its pages.
final class Calls {
  private static final int ATTEMPTS = 3;

  /// A page of a hundred, as large as GitHub gives.
  static final int PAGE = 100;

  private final Address address;
  private final Repository repository;
  private final Credential credential;
  private final Exchanges http;
  private final Time time;
  private final Pace pace;
  private Duration patience;
  private Instant notBefore = Instant.EPOCH;

  /// @param patience how long all waiting for limits may take together
  Calls(
      Address address,
      Repository repository,
      Optional<Secret> token,
      Exchanges http,
      Time time,
      Duration patience) {
    this(address, repository, credential(token), http, time, new Pace(), patience);
  }

  private Calls(
      Address address,
      Repository repository,
      Credential credential,
      Exchanges http,
      Time time,
      Pace pace,
      Duration patience) {
    this.address = address;
    this.repository = repository;
    this.credential = credential;
    this.http = http;
    this.time = time;
    this.pace = pace;
    this.patience = patience;
  }

  private static Credential credential(Optional<Secret> token) {
    return token.<Credential>map(Credential.Bearer::new).orElseGet(Credential.None::new);
  }

  /// The same with another patience; the pace stays common.
  Calls patientFor(Duration other) {
    return new Calls(address, repository, credential, http, time, pace, other);
  }

  Repository repository() {
    return repository;
  }

  Address address() {
    return address;
  }

  Time time() {
    return time;
  }

  /// An address below this repository in the REST API.
  URI at(String path) {
    return URI.create(
        address.api()
            + "/repos/"
            + PathText.part(repository.owner())
            + "/"
            + PathText.part(repository.name())
            + path);
  }

  /// Reads; follows a redirect on the same host (a renamed repository), tries again what may pass.
  ///
  /// @throws Lost when the last attempt had no whole answer
  /// @throws Refused when a limit asks for more patience than there is
  Answer read(String purpose, URI uri) throws Lost {
    Request request = request(purpose, uri);
    Answer answer = send(request, false, true);
    for (int hop = 0; hop < 3 && isRedirect(answer); hop++) {
      Optional<URI> target = answer.header("location").map(uri::resolve);
      if (target.isEmpty() || !Address.isSameOrigin(target.get(), address.api())) {
        return answer;
      }
      answer = send(request(purpose, target.get()), false, true);
    }
    return answer;
  }

  private static boolean isRedirect(Answer answer) {
    int status = answer.status();
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  /// Reads every page of a list.
  ///
  /// @param most how many pages at most
  List<Json> pages(String purpose, String path, int most) throws Lost {
    List<Json> items = new ArrayList<>();
    URI next = at(path + (path.contains("?") ? "&" : "?") + "per_page=" + PAGE);
    for (int page = 0; page < most; page++) {
      Answer answer = read(purpose, next);
      items.addAll(list(purpose, answer));
      Optional<URI> link =
          NextPage.of(answer).filter(uri -> Address.isSameOrigin(uri, address.api()));
      if (link.isEmpty()) {
        break;
      }
      next = link.get();
    }
    return items;
  }

  /// Writes once; again only where GitHub turned it away because of a limit.
  ///
  /// @param creates whether it creates something that people are told of
  /// @throws Lost of reach UNKNOWN also for 5xx: it may have been done
  Answer create(String purpose, URI uri, Json body, boolean creates) throws Lost {
    Answer answer = send(write(purpose, "POST", uri, body), creates, false);
    if (answer.status() >= 500) {
      throw new Lost(
          Lost.Reach.UNKNOWN, "Could not " + purpose + ": GitHub answered " + answer.status());
    }
    return answer;
  }

  /// The same for something of which there has to be one. Where GitHub turned it away because of a
  /// limit, the wait it asked for is spent and nothing was sent again: another run may have made it
  /// meanwhile, so the caller looks first.
  ///
  /// @return empty when it was turned away
  Optional<Answer> createOne(String purpose, URI uri, Json body) throws Lost {
    Optional<Answer> answer = attempt(write(purpose, "POST", uri, body), true, false, false);
    if (answer.isPresent() && answer.get().status() >= 500) {
      throw new Lost(
          Lost.Reach.UNKNOWN,
          "Could not " + purpose + ": GitHub answered " + answer.get().status());
    }
    return answer;
  }

  /// Asks for something to be made of nothing, once and without the pace of writes: it can only be
  /// declined, and how says what the token may.
  Answer declined(String purpose, URI uri) throws Lost {
    return http.exchange(write(purpose, "POST", uri, Json.empty()));
  }

  /// Changes something to a state that is the same however often it is asked for.
  ///
  /// @param method `PATCH`, `PUT` or `DELETE`
  Answer change(String purpose, String method, URI uri, Json body) throws Lost {
    return send(write(purpose, method, uri, body), false, true);
  }

  /// Asks the GraphQL API.
  ///
  /// @param again whether it may be sent again when it is not known what came of it: a query may
  /// @return the whole answer, with `data` and `errors`
  Json graphql(String purpose, String document, Json.Obj variables, boolean again) throws Lost {
    Json.Obj body = Json.empty().with("query", Json.of(document)).with("variables", variables);
    Answer answer = send(write(purpose, "POST", address.graphql(), body), !again, again);
    if (answer.status() >= 500 && !again) {
      throw new Lost(
          Lost.Reach.UNKNOWN, "Could not " + purpose + ": GitHub answered " + answer.status());
    }
    return json(purpose, answer);
  }

  /// Asks a query about this repository; answers what stands under `data.repository`. An error
  /// beside it (one of many issues is not there) does not spoil the rest.
  ///
  /// @throws Refused when there is nothing under it
  Json query(String purpose, String document, Json.Obj more) throws Lost {
    Json.Obj variables =
        Json.empty()
            .with("owner", Json.of(repository.owner()))
            .with("name", Json.of(repository.name()));
    for (var variable : more.members().entrySet()) {
      variables = variables.with(variable.getKey(), variable.getValue());
    }
    Json answer = graphql(purpose, document, variables, true);
    Optional<Json> found =
        answer.at("data", "repository").filter(json -> !(json instanceof Json.Null));
    if (found.isEmpty()) {
      String said =
          answer.get("errors").map(Json::items).orElse(List.of()).stream()
              .flatMap(error -> error.text("message").stream())
              .findFirst()
              .orElse("it gave no reason");
      throw new Refused(
          Problem.failure(
              "GITHUB_QUERY_REFUSED",
              "Could not " + purpose + ": GitHub answered: " + said,
              "The token must be allowed to read the repository's issues and pull requests:"
                  + "\n\npermissions:\n  issues: read\n  pull-requests: read\n"));
    }
    return found.get();
  }

  /// Sends bytes as they are.
  Answer upload(String purpose, URI uri, Payload payload) throws Lost {
    Request request = request(purpose, uri).with("POST", payload).within(Duration.ofMinutes(10));
    return send(request, true, false);
  }

  /// Reads a file as it is. GitHub gives it itself or names a place to have it from; that place is
  /// asked without our credential.
  Answer file(String purpose, URI uri) throws Lost {
    Request request = request(purpose, uri).header("accept", "application/octet-stream");
    Answer answer = send(request.within(Duration.ofMinutes(10)), false, true);
    Optional<URI> elsewhere =
        isRedirect(answer) ? answer.header("location").map(uri::resolve) : Optional.empty();
    return elsewhere.isEmpty()
        ? answer
        : Retry.read(
            http,
            time,
            Request.get(purpose, elsewhere.get())
                .header("user-agent", "slipway")
                .within(Duration.ofMinutes(10)));
  }

  private Request request(String purpose, URI uri) {
    return Request.get(purpose, uri)
        .header("accept", "application/vnd.github+json")
        .header("x-github-api-version", "2022-11-28")
        .header("user-agent", "slipway")
        .as(credential);
  }

  private Request write(String purpose, String method, URI uri, Json body) {
    Payload payload =
        body instanceof Json.Null
            ? new Payload.Empty()
            : new Payload.Content(Bytes.of(JsonWriter.compact(body)), "application/json");
    return request(purpose, uri).with(method, payload);
  }

  /// The body of an answer that is 2xx.
  ///
  /// @throws Refused for any other
  Json json(String purpose, Answer answer) {
    if (!answer.isOk()) {
      throw refused(purpose, answer);
    }
    try {
      return answer.body().size() == 0 ? new Json.Null() : JsonReader.read(answer.text());
    } catch (NotJson notJson) {
      throw unreadable(purpose, "is not JSON");
    }
  }

  /// The same, where it has to be one thing.
  Json.Obj object(String purpose, Answer answer) {
    if (json(purpose, answer) instanceof Json.Obj object) {
      return object;
    }
    throw unreadable(purpose, "is not what was asked for");
  }

  /// The same, where it has to be a list: an answer without one does not say that there is nothing.
  private List<Json> list(String purpose, Answer answer) {
    if (json(purpose, answer) instanceof Json.Arr list) {
      return list.items();
    }
    throw unreadable(purpose, "is no list");
  }

  private static Refused unreadable(String purpose, String what) {
    return new Refused(
        Problem.failure(
            "GITHUB_UNREADABLE",
            "Could not " + purpose + ": GitHub's answer " + what + ".",
            "Run the job again; a proxy between the runner and GitHub may have answered."));
  }

  Refused refused(String purpose, Answer answer) {
    return new Refused(Refusals.problem(purpose, repository, answer));
  }

  private Answer send(Request request, boolean creates, boolean again) throws Lost {
    return attempt(request, creates, again, true).orElseThrow();
  }

  /// Sends a request until it is answered.
  ///
  /// @param again whether it may be sent again when it is not known what came of it
  /// @param patient whether it is sent again once a limit is over; else nothing comes back then
  private Optional<Answer> attempt(Request request, boolean creates, boolean again, boolean patient)
      throws Lost {
    boolean writes = !request.method().equals("GET") && !request.uri().equals(address.graphql());
    Duration wait = Duration.ofSeconds(1);
    int turnedAway = 0;
    for (int attempt = 1; ; attempt++) {
      Instant now = time.now();
      if (notBefore.isAfter(now)) {
        spend(request.purpose(), Duration.between(now, notBefore));
      }
      if (writes || creates) {
        Duration gap = pace.before(time.now(), creates);
        if (gap.compareTo(Pace.GAP) > 0) {
          spend(request.purpose(), gap);
        } else {
          pause(gap);
        }
        pace.sent(time.now(), creates);
      }
      try {
        Answer answer = http.exchange(request);
        remember(answer);
        Optional<Duration> limit = Limit.wait(answer, time.now(), turnedAway);
        if (limit.isPresent()) {
          turnedAway++;
          attempt--;
          spend(request.purpose(), turnedAway > 10 ? patience.plusSeconds(1) : limit.get());
          if (!patient) {
            return Optional.empty();
          }
          continue;
        }
        boolean passing = again && Retry.isPassing(answer.status());
        if (!passing || attempt >= ATTEMPTS) {
          return Optional.of(answer);
        }
      } catch (Lost lost) {
        boolean mayRepeat = again || lost.reach() == Lost.Reach.NOT_SENT;
        if (!mayRepeat || attempt >= ATTEMPTS || Thread.currentThread().isInterrupted()) {
          throw lost;
        }
      }
      pause(wait);
      wait = wait.multipliedBy(4);
    }
  }

  /// When the last request of the hour has been used, the next one is not even sent before its
  /// time: asking while being limited is counted against us.
  private void remember(Answer answer) {
    if (answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent()) {
      Instant now = time.now();
      Limit.untilReset(answer, now).ifPresent(wait -> notBefore = now.plus(wait));
    }
  }

  /// Waits for a limit, out of what patience there is.
  private void spend(String purpose, Duration wait) throws Lost {
    if (wait.compareTo(patience) > 0) {
      throw new Refused(Refusals.limited(purpose, wait.toSeconds()));
    }
    patience = patience.minus(wait);
    pause(wait);
  }

  private void pause(Duration wait) throws Lost {
    if (wait.isZero()) {
      return;
    }
    time.sleep(wait);
    if (Thread.currentThread().isInterrupted()) {
      throw new Lost(Lost.Reach.NOT_SENT, "The run was stopped while it waited for GitHub.");
    }
  }
}
