package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import dev.slipway.world.Answer;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// GitHub's own OpenAPI description, as far as Slipway uses it: says whether a request is one that
/// GitHub takes, and whether an answer is one that GitHub gives.
public final class GitHubDescription {
  private static final GitHubDescription ONE = new GitHubDescription();

  private final Json document;
  private final Map<String, Json.Obj> samples = new ConcurrentHashMap<>();

  private GitHubDescription() {
    try (InputStream in = GitHubDescription.class.getResourceAsStream("openapi.json")) {
      document = JsonReader.read(java.util.Objects.requireNonNull(in).readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The description.
  public static GitHubDescription read() {
    return ONE;
  }

  private record Found(Json operation, Map<String, String> path) {}

  /// What is wrong with a request, by the description; nothing when it is right.
  ///
  /// @param base the address of the API, whose path goes before all paths
  public List<String> wrong(URI base, Request request) {
    List<String> wrong = new ArrayList<>();
    String path = path(base, request.uri());
    Optional<Found> found = operation(request.method(), path);
    if (found.isEmpty()) {
      return List.of("no such operation: " + request.method() + " " + path);
    }
    if (!request.headers().getOrDefault("user-agent", "").equals("slipway")) {
      wrong.add("no user agent");
    }
    parameters(found.get(), query(request.uri()), wrong);
    body(found.get().operation(), request, wrong);
    return wrong;
  }

  private void parameters(Found found, Map<String, String> query, List<String> wrong) {
    List<String> known = new ArrayList<>();
    for (Json parameter : found.operation().get("parameters").map(Json::items).orElse(List.of())) {
      Json resolved = resolve(parameter);
      String name = resolved.text("name").orElse("");
      boolean inQuery = resolved.text("in").filter("query"::equals).isPresent();
      Optional<String> value =
          Optional.ofNullable(inQuery ? query.get(name) : found.path().get(name));
      if (inQuery) {
        known.add(name);
      }
      if (value.isEmpty()) {
        if (resolved.get("required").flatMap(Json::truth).orElse(false)) {
          wrong.add("parameter " + name + " is missing");
        }
        continue;
      }
      Json schema = resolve(resolved.get("schema").orElseGet(Json::empty));
      Json typed =
          switch (schema.text("type").orElse("")) {
            case "integer" -> new Json.Num(value.get());
            case "boolean" -> Json.of(value.get().equals("true"));
            default -> Json.of(value.get());
          };
      check(typed, schema, "parameter " + name, wrong);
    }
    query.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong.add("parameter " + name + " is unknown"));
  }

  private void body(Json operation, Request request, List<String> wrong) {
    Optional<Json> described = operation.at("requestBody", "content");
    switch (request.payload()) {
      case Payload.Empty _ -> {
        if (operation.at("requestBody", "required").flatMap(Json::truth).orElse(false)) {
          wrong.add("the body is missing");
        }
      }
      case Payload.Stream _ -> {
        if (described.flatMap(content -> content.get("application/octet-stream")).isEmpty()) {
          wrong.add("bytes are sent to an operation that takes none");
        }
      }
      case Payload.Content(var bytes, var _) -> {
        Optional<Json> schema = described.flatMap(c -> c.at("application/json", "schema"));
        if (schema.isEmpty()) {
          wrong.add("a body is sent to an operation that takes none");
        } else {
          Json body = JsonReader.read(bytes.text());
          check(body, schema.get(), "body", wrong);
          Json resolved = resolve(schema.get());
          body.members().keySet().stream()
              .filter(_ -> resolved.get("properties").isPresent())
              .filter(name -> resolved.at("properties", name).isEmpty())
              .forEach(name -> wrong.add("body." + name + " is unknown"));
        }
      }
    }
  }

  /// What is wrong with an answer, by the description. Answers about limits, permissions and
  /// outages may come anywhere and are not described.
  public List<String> wrong(URI base, Request request, Answer answer) {
    Optional<Found> found = operation(request.method(), path(base, request.uri()));
    if (found.isEmpty()) {
      return List.of("no such operation");
    }
    String status = Integer.toString(answer.status());
    Optional<Json> response = found.get().operation().at("responses", status).map(this::resolve);
    if (response.isEmpty()) {
      boolean anywhere =
          List.of(301, 302, 307, 308, 401, 403, 404, 429).contains(answer.status())
              || answer.status() >= 500;
      return anywhere ? List.of() : List.of("an answer " + status + " is not described");
    }
    Optional<Json> schema = response.get().at("content", "application/json", "schema");
    List<String> wrong = new ArrayList<>();
    if (schema.isPresent()) {
      try {
        check(JsonReader.read(answer.text()), schema.get(), "answer", wrong);
      } catch (NotJson notJson) {
        wrong.add("the answer is not JSON");
      }
    }
    return wrong;
  }

  private static String path(URI base, URI uri) {
    String prefix = base.getRawPath();
    String path = uri.getRawPath();
    return !prefix.isEmpty() && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = uri.getRawQuery();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Optional<Found> operation(String method, String path) {
    Optional<Found> best = Optional.empty();
    int fewest = Integer.MAX_VALUE;
    for (var template : document.get("paths").orElseThrow().members().entrySet()) {
      Optional<Json> operation = template.getValue().get(method.toLowerCase(java.util.Locale.ROOT));
      Optional<Map<String, String>> match =
          operation.flatMap(o -> match(template.getKey(), path, o));
      if (match.isPresent() && match.get().size() < fewest) {
        fewest = match.get().size();
        best = Optional.of(new Found(operation.get(), match.get()));
      }
    }
    return best;
  }

  private Optional<Map<String, String>> match(String template, String path, Json operation) {
    String[] want = template.split("/", -1);
    String[] have = path.split("/", -1);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < want.length; i++) {
      if (i >= have.length) {
        return Optional.empty();
      }
      if (want[i].startsWith("{")) {
        String name = want[i].substring(1, want[i].length() - 1);
        boolean rest = i == want.length - 1 && isMulti(operation, name);
        String value = rest ? String.join("/", List.of(have).subList(i, have.length)) : have[i];
        values.put(name, decoded(value));
        if (rest) {
          return Optional.of(values);
        }
      } else if (!want[i].equals(have[i])) {
        return Optional.empty();
      }
    }
    return want.length == have.length ? Optional.of(values) : Optional.empty();
  }

  private boolean isMulti(Json operation, String name) {
    return operation.get("parameters").map(Json::items).orElse(List.of()).stream()
        .map(this::resolve)
        .filter(parameter -> parameter.text("name").filter(name::equals).isPresent())
        .anyMatch(p -> p.get("x-multi-segment").flatMap(Json::truth).orElse(false));
  }

  private Json resolve(Json json) {
    Optional<String> reference = json.text("$ref");
    if (reference.isEmpty()) {
      return json;
    }
    String[] path = reference.get().substring(2).split("/", -1);
    return resolve(document.at(path).orElseThrow());
  }

  private void check(Json value, Json unresolved, String where, List<String> wrong) {
    Json schema = resolve(unresolved);
    if (value instanceof Json.Null) {
      if (!schema.get("nullable").flatMap(Json::truth).orElse(false) && !allowsNull(schema)) {
        wrong.add(where + " is null");
      }
      return;
    }
    for (String all : List.of("allOf")) {
      schema
          .get(all)
          .map(Json::items)
          .orElse(List.of())
          .forEach(s -> check(value, s, where, wrong));
    }
    for (String some : List.of("oneOf", "anyOf")) {
      List<Json> options = schema.get(some).map(Json::items).orElse(List.of());
      if (!options.isEmpty()
          && options.stream().noneMatch(option -> problems(value, option, where).isEmpty())) {
        wrong.add(
            where
                + " is none of "
                + options.size()
                + ": "
                + problems(value, options.getFirst(), where));
      }
    }
    type(value, schema, where, wrong);
  }

  private List<String> problems(Json value, Json schema, String where) {
    List<String> wrong = new ArrayList<>();
    check(value, schema, where, wrong);
    return wrong;
  }

  private boolean allowsNull(Json schema) {
    return List.of("oneOf", "anyOf", "allOf").stream()
        .flatMap(name -> schema.get(name).map(Json::items).orElse(List.of()).stream())
        .map(this::resolve)
        .anyMatch(option -> option.get("nullable").flatMap(Json::truth).orElse(false));
  }

  private void type(Json value, Json schema, String where, List<String> wrong) {
    String type = schema.text("type").orElse(schema.get("properties").isPresent() ? "object" : "");
    boolean right =
        switch (type) {
          case "object" -> value instanceof Json.Obj;
          case "array" -> value instanceof Json.Arr;
          case "string" -> value instanceof Json.Str;
          case "boolean" -> value instanceof Json.Bool;
          case "integer" -> value.whole().isPresent();
          case "number" -> value instanceof Json.Num;
          default -> true;
        };
    if (!right) {
      wrong.add(where + " is no " + type);
      return;
    }
    List<Json> allowed = schema.get("enum").map(Json::items).orElse(List.of());
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      wrong.add(where + " is " + value + ", none of " + allowed);
    }
    length(value, schema, where, wrong);
    if (value instanceof Json.Obj(var members)) {
      for (Json required : schema.get("required").map(Json::items).orElse(List.of())) {
        if (!members.containsKey(required.text().orElse(""))) {
          wrong.add(where + "." + required.text().orElse("") + " is missing");
        }
      }
      members.forEach((name, member) ->
          schema
              .at("properties", name)
              .ifPresent(s -> check(member, s, where + "." + name, wrong)));
    }
    if (value instanceof Json.Arr(var items)) {
      Optional<Json> each = schema.get("items");
      for (int i = 0; i < items.size() && each.isPresent(); i++) {
        check(items.get(i), each.get(), where + "[" + i + "]", wrong);
      }
    }
  }

  private static void length(Json value, Json schema, String where, List<String> wrong) {
    if (value instanceof Json.Str(var text)) {
      schema
          .get("maxLength")
          .flatMap(Json::whole)
          .filter(most -> text.length() > most)
          .ifPresent(most -> wrong.add(where + " is longer than " + most));
      schema
          .get("minLength")
          .flatMap(Json::whole)
          .filter(least -> text.length() < least)
          .ifPresent(least -> wrong.add(where + " is shorter than " + least));
    }
    schema
        .get("maximum")
        .flatMap(Json::whole)
        .filter(most -> value.whole().filter(v -> v > most).isPresent())
        .ifPresent(most -> wrong.add(where + " is more than " + most));
  }

  /// The smallest value that an answer of this operation may have, to be filled with what matters.
  ///
  /// @param schema the name of one of the description's schemas, such as `release`
  public Json.Obj sample(String schema) {
    return samples.computeIfAbsent(
        schema,
        name -> (Json.Obj) sample(document.at("components", "schemas", name).orElseThrow(), 0));
  }

  private Json sample(Json unresolved, int depth) {
    Json schema = resolve(unresolved);
    if (schema.get("nullable").flatMap(Json::truth).orElse(false) || allowsNull(schema)) {
      return new Json.Null();
    }
    for (String some : List.of("oneOf", "anyOf")) {
      List<Json> options = schema.get(some).map(Json::items).orElse(List.of());
      if (!options.isEmpty()) {
        return sample(options.getFirst(), depth + 1);
      }
    }
    List<Json> allowed = schema.get("enum").map(Json::items).orElse(List.of());
    if (!allowed.isEmpty()) {
      return allowed.getFirst();
    }
    Map<String, Json> members = new LinkedHashMap<>();
    for (Json part : schema.get("allOf").map(Json::items).orElse(List.of())) {
      members.putAll(sample(part, depth + 1).members());
    }
    for (Json required : schema.get("required").map(Json::items).orElse(List.of())) {
      String name = required.text().orElse("");
      schema.at("properties", name).ifPresent(s -> members.put(name, sample(s, depth + 1)));
    }
    return switch (schema.text("type").orElse("object")) {
      case "array" -> new Json.Arr(List.of());
      case "string" -> Json.of("");
      case "boolean" -> Json.of(false);
      case "integer", "number" -> Json.of(0);
      default -> new Json.Obj(members);
    };
  }
}
