package dev.slipway.npm;

import dev.slipway.http.Retry;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A registry, as one credential sees it.
///
/// Reads are asked again where that may help. A write is sent once, and its answer says what
/// follows. The credential goes to the registry's own origin only.
public final class Registry {
  private static final String ABBREVIATED =
      "application/vnd.npm.install-v1+json; q=1.0, application/json; q=0.8, */*";
  private static final Duration WRITING = Duration.ofMinutes(5);
  private static final Duration HURRY = Duration.ofSeconds(8);

  private final Paths paths;
  private final Credential credential;
  private final CredentialKind kind;
  private final Exchanges exchanges;
  private final Time time;
  private final List<String> notices;
  private final boolean hurried;

  private Registry(
      Paths paths,
      Credential credential,
      CredentialKind kind,
      Exchanges exchanges,
      Time time,
      List<String> notices,
      boolean hurried) {
    this.paths = paths;
    this.credential = credential;
    this.kind = kind;
    this.exchanges = exchanges;
    this.time = time;
    this.notices = notices;
    this.hurried = hurried;
  }

  /// A registry. A bearer credential is taken for a token from a secret.
  ///
  /// @param address its base address, with or without a slash at the end
  public static Registry at(URI address, Credential credential, Exchanges exchanges, Time time) {
    CredentialKind kind =
        switch (credential) {
          case Credential.Bearer _ -> CredentialKind.TOKEN;
          case Credential.Basic _ -> CredentialKind.PASSWORD;
          case Credential.None() -> CredentialKind.NONE;
        };
    return new Registry(
        Paths.below(address), credential, kind, exchanges, time, new ArrayList<>(), false);
  }

  /// The same registry as the token of a trusted publisher sees it.
  public Registry withExchanged(Credential token) {
    return new Registry(paths, token, CredentialKind.OIDC, exchanges, time, notices, hurried);
  }

  /// The same registry as everybody sees it.
  public Registry anonymous() {
    return new Registry(
        paths, new Credential.None(), CredentialKind.NONE, exchanges, time, notices, hurried);
  }

  /// The same registry, asked once and waited for a few seconds only: for what is good to know and
  /// can be done without.
  public Registry hurried() {
    return new Registry(paths, credential, kind, exchanges, time, notices, true);
  }

  /// The base address, with a slash at its end.
  public URI address() {
    return paths.base();
  }

  /// How we prove who we are.
  public CredentialKind kind() {
    return kind;
  }

  /// What the registry wanted to be shown in its answers so far (`npm-notice`), whoever asked, each
  /// once; foreign text.
  public List<String> notices() {
    return List.copyOf(notices);
  }

  /// The whole document of a package, with the times of all versions.
  public Lookup<Packument> packument(String name) {
    return read(
        Operation.READ,
        name,
        "",
        get("read " + name, paths.document(name)).header("accept", "application/json"),
        json ->
            of(json.get("versions").isPresent() || json.get("time").isPresent(), json)
                .map(Packument::new));
  }

  /// The short document of a package: versions and dist-tags, without times.
  public Lookup<Packument> abbreviated(String name) {
    return read(
        Operation.READ,
        name,
        "",
        get("read " + name, paths.document(name)).header("accept", ABBREVIATED),
        json -> of(json.get("versions").isPresent(), json).map(Packument::new));
  }

  /// The document of one version, past every cache that can be told so.
  public Lookup<VersionDocument> versionDocument(String name, String version) {
    Lookup<VersionDocument> document =
        read(
            Operation.READ,
            name,
            version,
            get("read " + name + "@" + version, paths.version(name, version))
                .header("accept", "application/json")
                .header("cache-control", "no-cache"),
            json ->
                of(json.text("version").filter(version::equals).isPresent(), json)
                    .map(VersionDocument::new));
    return switch (document) {
      case Lookup.Absent<VersionDocument> _ when GitHubPackages.hidesVersions(address()) ->
          inPackument(name, version);
      case Lookup.Denied<VersionDocument>(var problem)
          when problem.code().equals(OtherAnswers.NOT_OFFERED) ->
          inPackument(name, version);
      case Lookup.Found<VersionDocument> _,
          Lookup.Absent<VersionDocument> _,
          Lookup.Denied<VersionDocument> _,
          Lookup.Unknown<VersionDocument> _ ->
          document;
    };
  }

  /// Some registries show no documents of single versions: GitHub Packages answers 405
  /// (dependabot-core#9641).
  private Lookup<VersionDocument> inPackument(String name, String version) {
    return switch (packument(name)) {
      case Lookup.Found<Packument>(var whole) ->
          whole
              .version(version)
              .<Lookup<VersionDocument>>map(Lookup.Found::new)
              .orElseGet(Lookup.Absent::new);
      case Lookup.Absent<Packument>() -> new Lookup.Absent<>();
      case Lookup.Denied<Packument>(var problem) -> new Lookup.Denied<>(problem);
      case Lookup.Unknown<Packument>(var problem) -> new Lookup.Unknown<>(problem);
    };
  }

  /// The tarball of a version, from where npm's rule puts it: an address out of a document is never
  /// followed with our credential.
  ///
  /// @param most a longer one is not read
  public Lookup<Bytes> tarball(String name, String version, long most) {
    return whole(
        Operation.READ,
        name,
        version,
        get("read the tarball of " + name + "@" + version, paths.tarball(name, version))
            .atMost(most),
        answer -> Optional.of(answer.body()));
  }

  /// Tag to version.
  public Lookup<Map<String, String>> distTags(String name) {
    return read(
        Operation.READ,
        name,
        "",
        get("read the dist-tags of " + name, paths.ofPackage(name, "dist-tags"))
            .header("accept", "application/json"),
        json -> of(json instanceof Json.Obj, json).map(Packument::tags));
  }

  /// True when everybody may see the package.
  public Lookup<Boolean> isPublic(String name) {
    return read(
        Operation.READ,
        name,
        "",
        get("read the visibility of " + name, paths.ofPackage(name, "visibility"))
            .header("accept", "application/json"),
        json -> json.get("public").flatMap(Json::truth));
  }

  /// The user behind the credential.
  ///
  /// @param name the package that is to be published, for what is said of a refusal
  public Lookup<String> whoami(String name) {
    Lookup<String> who =
        read(
            Operation.WHO,
            name,
            "",
            get("ask who the token belongs to", paths.of("-/whoami"))
                .header("accept", "application/json"),
            json -> json.text("username").or(() -> nobody(json)));
    return who.equals(new Lookup.Found<>(""))
        ? new Lookup.Denied<>(TokenQuestion.ofNobody(attempt(Operation.WHO, name, "")))
        : who;
  }

  /// Verdaccio answers a token that it does not know with an object that names nobody.
  private static Optional<String> nobody(Json json) {
    return json instanceof Json.Obj(var members) && members.isEmpty()
        ? Optional.of("")
        : Optional.empty();
  }

  /// Whether it answers a question that no registry knows with the same refusal (401) as one that
  /// it only answers to whom it knows: then such a refusal says nothing of the credential.
  public boolean refusesTheUnknown() {
    return read(
            Operation.WHO,
            "itself",
            "",
            get("ask for nothing", paths.of("-/nothing")).header("accept", "application/json"),
            Optional::of)
        instanceof Lookup.Denied<Json>;
  }

  /// Who may do what with a package: user to `read-only`, `read-write` or the like. Most tokens may
  /// not ask that.
  public Lookup<Map<String, String>> collaborators(String name) {
    return read(
        Operation.READ,
        name,
        "",
        get("read the collaborators of " + name, paths.ofPackage(name, "collaborators"))
            .header("accept", "application/json"),
        json -> of(json instanceof Json.Obj, json).map(Packument::tags));
  }

  /// Whether it answers at all.
  public Lookup<Boolean> ping() {
    return read(
        Operation.READ,
        "itself",
        "",
        get("reach the registry", paths.of("-/ping")).header("accept", "application/json"),
        _ -> Optional.of(true));
  }

  /// Sends a version, once.
  public PublishAnswer publish(PublishRequest request) {
    return Sending.publish(this, request);
  }

  /// Sends a version that a person will approve, once.
  public PublishAnswer stage(PublishRequest request) {
    return Sending.stage(this, request);
  }

  /// Points a dist-tag at a version, once.
  public Meaning addDistTag(String name, String tag, String version) {
    return write(
        new Attempt(Operation.DIST_TAG, name, tag, address(), kind),
        request(
            "point " + tag + " of " + name + " at " + version,
            "PUT",
            paths.ofPackage(name, "dist-tags/" + Paths.component(tag)),
            json(Json.of(version))));
  }

  /// Removes a dist-tag, once.
  public Meaning removeDistTag(String name, String tag) {
    return write(
        new Attempt(Operation.DIST_TAG, name, tag, address(), kind),
        request(
            "remove " + tag + " of " + name,
            "DELETE",
            paths.ofPackage(name, "dist-tags/" + Paths.component(tag)),
            new Payload.Empty()));
  }

  /// Marks versions as deprecated; an empty message takes the mark away.
  ///
  /// @param which the versions, by their text
  public Meaning deprecate(String name, Predicate<String> which, String message) {
    return Deprecation.write(this, name, which, message);
  }

  /// The staged versions of a package that this credential may see, newest first.
  public Lookup<List<StagedVersion>> staged(String name) {
    return StagedVersion.list(this, name);
  }

  /// One staged version.
  public Lookup<StagedVersion> staged(String name, String id) {
    return StagedVersion.one(this, name, id);
  }

  Attempt attempt(Operation operation, String name, String version) {
    return new Attempt(operation, name, version, address(), kind);
  }

  Paths paths() {
    return paths;
  }

  Time time() {
    return time;
  }

  /// A request with our credential and the headers by which a registry knows an npm client.
  Request request(String purpose, String method, URI uri, Payload payload) {
    return get(purpose, uri).with(method, payload).within(WRITING);
  }

  Request get(String purpose, URI uri) {
    return Request.get(purpose, uri).as(credential);
  }

  static Payload json(Json value) {
    return new Payload.Content(Bytes.of(JsonWriter.compact(value)), "application/json");
  }

  /// Sends a write as it is, once, and keeps what the registry wants to be shown.
  ///
  /// @throws Lost also when a web page came back: a portal or proxy has answered, not the registry
  Answer exchange(Operation operation, Request request) throws Lost {
    Answer answer =
        exchanges.exchange(
            request.header("npm-command", operation.command()).header("npm-auth-type", "web"));
    if (answer.isOk() && answer.text().stripLeading().startsWith("<")) {
      throw new Lost(
          Lost.Reach.UNKNOWN,
          request.uri().getHost() + " answered with a web page; is a proxy in between?");
    }
    return noticed(answer);
  }

  /// Sends a write, once, and says what its answer means.
  Meaning write(Attempt attempt, Request request) {
    try {
      return AnswerDictionary.read(attempt, exchange(attempt.operation(), request), time.now());
    } catch (Lost lost) {
      return AnswerDictionary.read(attempt, lost);
    }
  }

  <T> Lookup<T> read(
      Operation operation,
      String name,
      String version,
      Request request,
      Function<Json, Optional<T>> understood) {
    return whole(
        operation, name, version, request, answer -> ServerText.json(answer).flatMap(understood));
  }

  private <T> Lookup<T> whole(
      Operation operation,
      String name,
      String version,
      Request request,
      Function<Answer, Optional<T>> understood) {
    Attempt attempt = attempt(operation, name, version);
    try {
      Answer answer = asAnybody(operation, request, noticed(sent(request)));
      if (answer.isOk()) {
        Optional<T> value = understood.apply(answer);
        if (value.isPresent()) {
          return new Lookup.Found<>(value.get());
        }
      }
      if (answer.status() == 404 && operation == Operation.READ) {
        return new Lookup.Absent<>();
      }
      Meaning meaning = AnswerDictionary.read(attempt, answer, time.now());
      return switch (answer.status()) {
        case 404 ->
            meaning.code().equals("NPM_TOKEN_EXPIRED")
                ? new Lookup.Denied<>(meaning.problem())
                : new Lookup.Absent<>();
        case 401, 402, 403, 405, 501 -> new Lookup.Denied<>(meaning.problem());
        default -> new Lookup.Unknown<>(meaning.problem());
      };
    } catch (Lost lost) {
      return new Lookup.Unknown<>(AnswerDictionary.read(attempt, lost).problem());
    }
  }

  /// A registry turns a dead token away even from what everybody may read, or hides it behind a
  /// 404: such a document is asked for once more as everybody does. What only the credential may
  /// see stays refused.
  private Answer asAnybody(Operation operation, Request request, Answer answer) throws Lost {
    boolean deadToken =
        answer.status() == 401
            || (answer.status() == 404
                && ServerText.notices(answer).stream()
                    .anyMatch(notice -> notice.contains("expired or revoked")));
    if (operation != Operation.READ || kind == CredentialKind.NONE || !deadToken) {
      return answer;
    }
    Answer open = noticed(sent(request.as(new Credential.None())));
    return open.isOk() ? open : answer;
  }

  private Answer sent(Request request) throws Lost {
    return hurried
        ? exchanges.exchange(request.within(HURRY))
        : Retry.read(exchanges, time, request);
  }

  private Answer noticed(Answer answer) {
    for (String notice : ServerText.notices(answer)) {
      if (!notices.contains(notice)) {
        notices.add(notice);
      }
    }
    return answer;
  }

  private static Optional<Json> of(boolean understood, Json json) {
    return understood ? Optional.of(json) : Optional.empty();
  }
}
