package dev.slipway.simulation;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// GitHub's releases: drafts that are not unique, files that may break off, and published releases
/// that are.
final class GitHubModel {
  /// A release.
  static final class Page {
    long id;
    String tag = "";
    String target = "";
    String title = "";
    String body = "";
    boolean draft;
    boolean prerelease;
    final List<File> files = new ArrayList<>();
    private String json = "";

    /// It was changed.
    void changed() {
      json = "";
    }

    /// As GitHub writes it.
    String written() {
      if (json.isEmpty()) {
        json = JsonWriter.compact(json(this));
      }
      return json;
    }
  }

  /// A file.
  record File(long id, String name, Bytes bytes, boolean whole) {}

  private static final long HOUR = 3_600_000;

  final List<Page> pages = new ArrayList<>();
  private long ids = 100;
  private final Universe universe;

  GitHubModel(Universe universe) {
    this.universe = universe;
  }

  /// How many requests an hour allows.
  int perHour = 5_000;

  /// How many things may be made in a minute.
  int perMinute = 80;

  private long hour;
  private int used;
  private final List<Long> made = new ArrayList<>();

  /// Who was told to wait, and until when.
  private final Map<String, Long> told = new HashMap<>();

  /// The answer that told a run to wait was lost.
  void unheard(String who) {
    told.remove(who);
  }

  /// Lifts the limits.
  void relent() {
    perHour = 5_000;
    perMinute = 80;
    told.clear();
  }

  /// The answer to a run, within what the limits allow.
  Answer answer(Request request, String who) {
    if (perHour == 5_000 && perMinute == 80) {
      return permitted(request);
    }
    long now = universe.now();
    if (told.getOrDefault(who, 0L) > now) {
      throw new Violation("LIMIT", who + " asked GitHub before the time it was told to wait for");
    }
    if (now / HOUR != hour) {
      hour = now / HOUR;
      used = 0;
    }
    long reset = (hour + 1) * HOUR;
    if (++used > perHour) {
      told.put(who, reset);
      return limited("API rate limit exceeded", Map.of(), 0, reset);
    }
    if (request.method().equals("POST")) {
      made.removeIf(at -> at + 60_000 <= now);
      if (made.size() >= perMinute) {
        told.put(who, now + 60_000);
        return limited(
            "You have exceeded a secondary rate limit.",
            Map.of("retry-after", "60"),
            perHour - used,
            reset);
      }
      made.add(now);
    }
    Answer answer = permitted(request);
    if (used == perHour) {
      told.put(who, reset);
    }
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.putAll(limits(perHour - used, reset));
    return new Answer(answer.status(), headers, answer.body());
  }

  private static Map<String, String> limits(int remaining, long reset) {
    return Map.of(
        "x-ratelimit-remaining",
        Integer.toString(remaining),
        "x-ratelimit-reset",
        Long.toString(reset / 1_000));
  }

  private static Answer limited(
      String message, Map<String, String> more, int remaining, long reset) {
    Map<String, String> headers = new HashMap<>(limits(remaining, reset));
    headers.putAll(more);
    return new Answer(403, headers, Bytes.of("{\"message\":\"" + message + "\"}"));
  }

  private Answer permitted(Request request) {
    if (universe.scenario.tagged() && !request.method().equals("GET")) {
      return RegistryModel.json(403, "{\"message\":\"Resource not accessible by integration\"}");
    }
    String path = request.uri().getRawPath();
    String method = request.method();
    String[] parts = path.substring("/repos/o/r/".length()).split("/", -1);
    if (!parts[0].equals("releases")) {
      return RegistryModel.json(404, "{\"message\":\"Not Found\"}");
    }
    if (parts.length == 1) {
      return method.equals("POST") ? create(request) : list();
    }
    if (parts[1].equals("tags")) {
      String tag = path.substring("/repos/o/r/releases/tags/".length()).replace("%40", "@");
      return pages.stream()
          .filter(page -> !page.draft && page.tag.equals(tag))
          .findFirst()
          .map(page -> answer(200, page))
          .orElseGet(GitHubModel::missing);
    }
    if (parts[1].equals("assets")) {
      return file(method, Long.parseLong(parts[2]));
    }
    Optional<Page> page = page(Long.parseLong(parts[1]));
    if (page.isEmpty()) {
      return missing();
    }
    if (parts.length == 3) {
      return method.equals("POST")
          ? upload(page.get(), request, true)
          : RegistryModel.json(200, JsonWriter.compact(files(page.get())));
    }
    return switch (method) {
      case "PATCH" -> patch(page.get(), request);
      case "DELETE" -> {
        pages.remove(page.get());
        yield new Answer(204, Map.of(), Bytes.of(""));
      }
      default -> answer(200, page.get());
    };
  }

  private static Answer missing() {
    return RegistryModel.json(404, "{\"message\":\"Not Found\"}");
  }

  private Optional<Page> page(long id) {
    return pages.stream().filter(page -> page.id == id).findFirst();
  }

  private Answer list() {
    StringBuilder all = new StringBuilder("[");
    pages
        .reversed()
        .forEach(page -> all.append(all.length() == 1 ? "" : ",").append(page.written()));
    return RegistryModel.json(200, all.append(']').toString());
  }

  private Answer create(Request request) {
    Json body = JsonReader.read(RegistryModel.body(request));
    Page page = new Page();
    page.id = ids++;
    page.draft = body.get("draft").flatMap(Json::truth).orElse(false);
    page.target = body.text("target_commitish").orElse("");
    set(page, body);
    pages.add(page);
    if (!page.draft) {
      universe.invariants.announced(page.tag);
    }
    return answer(201, page);
  }

  private static void set(Page page, Json body) {
    page.tag = body.text("tag_name").orElse(page.tag);
    page.title = body.text("name").orElse(page.title);
    page.body = body.text("body").orElse(page.body);
    page.prerelease = body.get("prerelease").flatMap(Json::truth).orElse(page.prerelease);
    page.changed();
  }

  private Answer patch(Page page, Request request) {
    Json body = JsonReader.read(RegistryModel.body(request));
    boolean publishes =
        page.draft && body.get("draft").flatMap(Json::truth).filter(d -> !d).isPresent();
    if (publishes) {
      boolean taken = pages.stream().anyMatch(other -> !other.draft && other.tag.equals(page.tag));
      if (taken) {
        return RegistryModel.json(
            422,
            "{\"message\":\"Validation"
                + " Failed\",\"errors\":[{\"resource\":\"Release\",\"code\":\"already_exists\",\"field\":\"tag_name\"}]}");
      }
      universe.invariants.announced(page.tag);
      page.draft = false;
    }
    set(page, body);
    return answer(200, page);
  }

  /// Puts a file on a page.
  ///
  /// @param whole false when the upload breaks off
  Answer upload(Page page, Request request, boolean whole) {
    String name = request.uri().getQuery().substring("name=".length());
    if (page.files.stream().anyMatch(file -> file.name().equals(name))) {
      return RegistryModel.json(
          422,
          "{\"message\":\"Validation"
              + " Failed\",\"errors\":[{\"resource\":\"ReleaseAsset\",\"code\":\"already_exists\",\"field\":\"name\"}]}");
    }
    File file = new File(ids++, name, Bytes.of(RegistryModel.body(request)), whole);
    page.files.add(file);
    page.changed();
    return RegistryModel.json(201, JsonWriter.compact(json(file)));
  }

  /// An upload of which only the beginning arrives.
  void breakOff(Request request) {
    if (request.uri().getHost().startsWith("uploads.")) {
      String[] parts = request.uri().getRawPath().substring("/repos/o/r/".length()).split("/", -1);
      page(Long.parseLong(parts[1])).ifPresent(page -> upload(page, request, false));
    }
  }

  private Answer file(String method, long id) {
    for (Page page : pages) {
      for (File file : page.files) {
        if (file.id() == id) {
          if (method.equals("DELETE")) {
            page.files.remove(file);
            page.changed();
            return new Answer(204, Map.of(), Bytes.of(""));
          }
          return new Answer(302, Map.of("location", "https://objects.gh.test/" + id), Bytes.of(""));
        }
      }
    }
    return missing();
  }

  /// What the storage behind GitHub gives to everybody who has the address.
  Answer stored(Request request) {
    long id = Long.parseLong(request.uri().getPath().substring(1));
    return pages.stream()
        .flatMap(page -> page.files.stream())
        .filter(file -> file.id() == id && file.whole())
        .findFirst()
        .map(file -> new Answer(200, Map.of(), file.bytes()))
        .orElseGet(GitHubModel::missing);
  }

  private static Answer answer(int status, Page page) {
    return RegistryModel.json(status, page.written());
  }

  private static Json json(Page page) {
    return Json.empty()
        .with("id", Json.of(page.id))
        .with("tag_name", Json.of(page.tag))
        .with("name", Json.of(page.title))
        .with("body", Json.of(page.body))
        .with("draft", Json.of(page.draft))
        .with("prerelease", Json.of(page.prerelease))
        .with("html_url", Json.of("https://gh.test/o/r/releases/" + page.id))
        .with(
            "upload_url",
            Json.of(
                "https://uploads.gh.test/repos/o/r/releases/" + page.id + "/assets{?name,label}"))
        .with("assets", files(page));
  }

  private static Json files(Page page) {
    return new Json.Arr(page.files.stream().map(GitHubModel::json).toList());
  }

  private static Json json(File file) {
    return Json.empty()
        .with("id", Json.of(file.id()))
        .with("name", Json.of(file.name()))
        .with("size", Json.of(file.bytes().size()))
        .with("state", Json.of(file.whole() ? "uploaded" : "starter"))
        .with("browser_download_url", Json.of("https://gh.test/x/" + file.id()));
  }
}
