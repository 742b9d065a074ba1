package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dist-tags and deprecations by the whole program, on a real registry, with the npm client as the
/// judge.
class UpkeepTest {
  @TempDir static Path folder;
  private static final String THREE_ZEROS = "29e2dcfbb16f63bb0254df7585a15bb6fb5e927d";
  private static Verdaccio verdaccio;

  private record Run(int code, String out, String err) {}

  private final Map<String, String> environment = new HashMap<>();

  @BeforeAll
  static void a_registry() {
    verdaccio = Verdaccio.shared();
  }

  @Test
  void a_dist_tag_is_pointed_listed_and_removed() throws Exception {
    Path directory = published("upkept-tags", "1.0.0", "1.1.0", "2.0.0");

    Run add = run(directory, "dist-tag", "add", "upkept-tags@1.1.0", "stable");

    assertThat(add)
        .isEqualTo(
            new Run(
                0,
                """
                upkept-tags on 127.0.0.1: dist-tag add 1.1.0 stable. Done.
                  latest: 2.0.0
                  stable: 1.1.0
                """,
                ""));
    assertThat(npm("dist-tag", "ls", "upkept-tags")).isEqualTo("latest: 2.0.0\nstable: 1.1.0");

    Run again = run(directory, "dist-tag", "add", "1.1.0", "stable");
    assertThat(again.code()).isZero();
    assertThat(again.out())
        .startsWith(
            "upkept-tags on 127.0.0.1: dist-tag add 1.1.0 stable."
                + " Nothing to do: stable pointed at 1.1.0 before.\n");

    Run dry = run(directory, "dist-tag", "rm", "stable", "--dry-run", "--json");
    assertThat(JsonReader.read(dry.out().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            JsonReader.read(
                """
                { "schema": 1, "what": "dist-tag rm stable", "packages": [
                  { "name": "upkept-tags", "registry": "%s", "end": "dry-run",
                    "dist-tags": { "latest": "2.0.0", "stable": "1.1.0" }, "code": "",
                    "answer": "It would be done; this was a dry run.", "remedy": "" } ] }
                """
                    .formatted(verdaccio.address())
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(npm("dist-tag", "ls", "upkept-tags")).contains("stable");

    assertThat(run(directory, "dist-tag", "rm", "stable").code()).isZero();
    assertThat(npm("dist-tag", "ls", "upkept-tags")).isEqualTo("latest: 2.0.0");
    assertThat(run(directory, "dist-tag").out())
        .isEqualTo("upkept-tags on 127.0.0.1: dist-tag ls\n  latest: 2.0.0\n");
    assertThat(run(directory, "dist-tag", "rm", "stable").out())
        .startsWith(
            "upkept-tags on 127.0.0.1: dist-tag rm stable. Nothing to do: There is no stable.\n");
  }

  @Test
  void latest_goes_down_only_when_that_is_said() throws Exception {
    Path directory = published("upkept-latest", "1.0.0", "2.0.0");

    Run down = run(directory, "dist-tag", "add", "1.0.0", "latest");

    assertThat(down.code()).isEqualTo(1);
    assertThat(down.out())
        .contains(
            """
            error: latest of upkept-latest points at 2.0.0 and would go down to 1.0.0.
            """);
    assertThat(npm("dist-tag", "ls", "upkept-latest")).isEqualTo("latest: 2.0.0");

    assertThat(run(directory, "dist-tag", "add", "1.0.0", "latest", "--latest-may-go-down").code())
        .isZero();
    assertThat(npm("dist-tag", "ls", "upkept-latest")).isEqualTo("latest: 1.0.0");
    Run none = run(directory, "dist-tag", "rm", "latest");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.out())
        .contains("latest of upkept-latest cannot be removed: every package has one.");
    Run absent = run(directory, "dist-tag", "add", "9.9.9", "next");
    assertThat(absent.code()).isEqualTo(1);
    assertThat(absent.out()).contains("127.0.0.1 shows no version 9.9.9 of upkept-latest.");
  }

  @Test
  void versions_in_a_range_are_deprecated_and_the_mark_is_taken_away() throws Exception {
    Path directory = published("upkept-old", "1.0.0", "1.1.0-rc.1", "1.1.0", "2.0.0");

    environment.put("INPUT_COMMAND", "deprecate \"<1.1.0\" \"it's full of holes; use 1.1\"");
    Run marked = run(directory);

    assertThat(marked.code()).as(marked.out()).isZero();
    assertThat(deprecated("upkept-old"))
        .isEqualTo(
            Map.of(
                "1.0.0", "it's full of holes; use 1.1",
                "1.1.0-rc.1", "it's full of holes; use 1.1"));
    assertThat(npm("view", "upkept-old@1.0.0", "deprecated"))
        .isEqualTo("it's full of holes; use 1.1");
    assertThat(run(directory).out()).contains("Nothing to do: They were deprecated so before.");

    environment.clear();
    assertThat(run(directory, "deprecate", "*", "").code()).isZero();
    assertThat(deprecated("upkept-old")).isEmpty();
    Run nowhere = run(directory, "deprecate", "7.x", "old");
    assertThat(nowhere.code()).isEqualTo(1);
    assertThat(nowhere.out())
        .contains("127.0.0.1 shows no version of upkept-old in the range 7.x.");
  }

  @Test
  void words_that_ask_for_nothing_are_refused_before_anything_is_asked() throws Exception {
    Path directory = packageOf("upkept-words");
    environment.put("INPUT_REGISTRY", "http://127.0.0.1:9/");

    Run usage = run(directory, "dist-tag", "add", "1.0.0");

    assertThat(usage.code()).isEqualTo(2);
    assertThat(usage.out())
        .contains("It is not clear what dist-tag add 1.0.0 asks for.")
        .contains("slipway deprecate RANGE MESSAGE");
    assertThat(run(directory, "dist-tag", "add", "1", "next").out())
        .contains("\"1\" is no version.");
    assertThat(run(directory, "dist-tag", "add", "1.0.0", "1.x").out())
        .contains("\"1.x\" cannot be a dist-tag: npm takes it for a range of versions.");
    assertThat(run(directory, "deprecate", "not a range", "m").out())
        .contains("\"not a range\" is no range of versions as npm writes them.");
  }

  @Test
  void a_credential_that_cannot_do_it_is_told_as_the_doctor_tells_it() throws Exception {
    Path directory = published("upkept-denied", "1.0.0");
    environment.put("INPUT_NPM-TOKEN", "npm_wrong456789abcdefghijklmnopqrstuvwxyz");

    Run wrong = run(directory, "dist-tag", "add", "1.0.0", "stable");

    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out())
        .contains(
            "error: 127.0.0.1 knows nobody by this credential: it is expired, revoked, not whole, or"
                + " one of another registry.")
        .contains(
            "Make a new token on 127.0.0.1 that may write upkept-denied, and hand it over in the"
                + " input npm-token.");
    environment.put("INPUT_NPM-TOKEN", "");
    Run none = run(directory, "deprecate", "1.0.0", "old");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.out())
        .contains(
            "There is no token to deprecate versions of upkept-denied with, and a trusted publisher"
                + " may not do it.");
    assertThat(deprecated("upkept-denied")).isEmpty();
  }

  private Run run(Path directory, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>();
    all.put("HOME", folder.toString());
    all.put("INPUT_NPM-TOKEN", verdaccio.token());
    all.put("INPUT_REGISTRY", verdaccio.address().toString());
    all.putAll(environment);
    all.values().removeIf(String::isEmpty);
    int code =
        Slipway.run(
            new Start(
                List.of(arguments),
                all,
                directory,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemUTC()));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String npm(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    return Peers.npm(folder, folder, verdaccio.address().toString(), all.toArray(String[]::new))
        .ok()
        .strip();
  }

  private static Map<String, String> deprecated(String name) throws Exception {
    Map<String, String> marks = new HashMap<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Json document =
          JsonReader.read(
              client
                  .send(
                      HttpRequest.newBuilder(verdaccio.address().resolve(name)).build(),
                      HttpResponse.BodyHandlers.ofByteArray())
                  .body());
      document
          .get("versions")
          .orElseThrow()
          .members()
          .forEach((version, manifest) ->
              manifest
                  .text("deprecated")
                  .filter(text -> !text.isEmpty())
                  .ifPresent(text -> marks.put(version, text)));
    }
    return marks;
  }

  private static Path packageOf(String name) throws IOException {
    Path directory = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        directory.resolve("package.json"),
        "{ \"name\": \"" + name + "\", \"version\": \"0.0.0\" }\n");
    return directory;
  }

  private static Path published(String name, String... versions) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String version : versions) {
        String tag = version.contains("-") ? "next-" + version.charAt(0) : "latest";
        String body =
            """
            { "_id": "%1$s", "name": "%1$s", "dist-tags": { "%3$s": "%2$s" },
              "versions": { "%2$s": { "name": "%1$s", "version": "%2$s", "readme": "",
                "dist": { "tarball": "%4$s%1$s/-/%1$s-%2$s.tgz", "shasum": "%5$s" } } },
              "_attachments": { "%1$s-%2$s.tgz": { "content_type": "application/octet-stream",
                "data": "AAAA", "length": 3 } } }
            """
                .formatted(name, version, tag, verdaccio.address(), THREE_ZEROS);
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(verdaccio.address() + name))
                    .header("authorization", "Bearer " + verdaccio.token())
                    .header("content-type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
      }
    }
    return packageOf(name);
  }
}
