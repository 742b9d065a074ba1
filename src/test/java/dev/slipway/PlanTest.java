package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plan` in a repository without release tags, where only the registry knows what was released.
class PlanTest {
  @TempDir Path folder;
  private GitSandbox repository;
  private CannedRegistry registry;
  private String first;

  @BeforeEach
  void a_repository_without_tags_and_a_registry_that_knows_no_package() {
    repository = GitSandbox.init(folder.resolve("widget"));
    repository.write("package.json", "{\"name\":\"widget\",\"version\":\"0.0.0\"}\n");
    first = repository.commit("feat: begin");
    registry = CannedRegistry.start();
  }

  @AfterEach
  void close() {
    registry.close();
  }

  /// How a run ended.
  record Run(int code, String out, String err) {}

  private Run run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("INPUT_REGISTRY", registry.address());
    int code =
        Slipway.run(
            new Start(
                List.of(arguments),
                all,
                repository.folder(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-09-01T12:00:00Z"), ZoneOffset.UTC)));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Run run(String... arguments) {
    return run(Map.of(), arguments);
  }

  /// The registry has these versions, all made from one commit.
  private void published(String commit, String... versions) {
    Json all = Json.empty();
    for (String version : versions) {
      all =
          ((Json.Obj) all)
              .with(
                  version,
                  Json.empty().with("version", Json.of(version)).with("gitHead", Json.of(commit)));
    }
    registry.shows("/widget", Json.empty().with("name", Json.of("widget")).with("versions", all));
  }

  private static final String NOTHING_BEFORE =
      "Nothing was released from `main` before: no tag of the form `v${version}` is in its"
          + " history.";

  private String asPeopleSeeIt(String remark) {
    String shown = first.substring(0, 7);
    return String.join(
        "\n",
        NOTHING_BEFORE,
        "The one commit asks for a release; the furthest change is minor: `feat: begin` ("
            + shown
            + ").",
        "A first release is 1.0.0, whatever the commits ask for.",
        "It goes to the default channel, which is the dist-tag `latest`.",
        remark,
        "",
        "widget@1.0.0, the first (minor)",
        "  " + shown + "  minor  feat: begin  – minor by a default rule (type: feat)",
        "",
        "## 1.0.0 (2026-09-01)",
        "",
        "### Features",
        "",
        "* begin " + shown,
        "",
        "A release would be made: widget@1.0.0. Nothing was changed.",
        "");
  }

  @Test
  void a_repository_with_release_tags_asks_nobody() {
    repository.git("tag", "v1.0.0");
    repository.write("a", "a").commit("fix: mend");
    published(first, "1.0.0", "7.0.0");
    Run run = run("plan", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(JsonReader.read(run.out()).get("releases").orElseThrow().items())
        .extracting(release -> release.text("version").orElse(""))
        .containsExactly("1.0.1");
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void a_package_that_was_released_without_a_tag_is_not_begun_anew() {
    repository.write("a", "a").commit("fix: mend");
    published(first, "1.0.0", "1.1.0");
    String what =
        "No release tag is in the history of `main`, but widget has versions on the registry, the"
            + " highest being 1.1.0. It was made from commit "
            + first
            + ".";
    Run people = run("plan");
    assertThat(people.out())
        .isEqualTo(
            """
            error: %s
            Create the missing tag on the commit that was released, and push it:
              git tag v1.1.0 %s
              git push origin v1.1.0
            Or, if those versions have nothing to do with this history, say which version comes first, above all of them:
              with:
                initial-version: 2.0.0
            Nothing was done.
            """
                .formatted(what, first));
    assertThat(people.code()).isEqualTo(2);
    Run json = run("plan", "--json");
    assertThat(json.out())
        .isEqualTo(
            """
            {
              "schema": 1,
              "status": "refused",
              "releases": [],
              "reasons": [
                "%s"
              ],
              "commits": []
            }
            """
                .formatted(what));
    assertThat(json.code()).isEqualTo(people.code());
    assertThat(registry.requests()).containsExactly("GET /widget", "GET /widget");
  }

  @Test
  void a_version_above_all_of_them_begins_anew() {
    published(first, "1.0.0", "1.1.0");
    repository.write("a", "a").commit("fix: mend");
    Run run = run("plan", "--json", "--initial-version", "2.0.0");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(JsonReader.read(run.out()).get("releases").orElseThrow().items())
        .extracting(release -> release.text("version").orElse(""))
        .containsExactly("2.0.0");
  }

  @Test
  void what_was_published_from_this_very_commit_is_released_to_its_end() {
    published(first, "1.0.0");
    Run run = run("plan", "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(JsonReader.read(run.out()).get("releases").orElseThrow().items())
        .extracting(release -> release.text("version").orElse(""))
        .containsExactly("1.0.0");
  }

  @Test
  void a_first_release_says_that_the_registry_knows_none() {
    assertThat(run("plan"))
        .isEqualTo(new Run(0, asPeopleSeeIt("The registry shows no version of widget."), ""));
    assertThat(registry.requests()).containsExactly("GET /widget");
  }

  @Test
  void without_a_network_there_is_a_plan_and_what_it_does_not_know() {
    String remark =
        "Whether the registry has versions of widget already is not known. There was no answer"
            + " while widget was asked for or sent: http://127.0.0.1:1 refused the connection. A"
            + " release asks again, and stops if it has.";
    Map<String, String> cutOff = Map.of("INPUT_REGISTRY", "http://127.0.0.1:1/");
    assertThat(run(cutOff, "plan")).isEqualTo(new Run(0, asPeopleSeeIt(remark), ""));
    Run json = run(cutOff, "plan", "--json");
    assertThat(json.out())
        .isEqualTo(
            """
            {
              "schema": 1,
              "status": "release",
              "releases": [
                {
                  "name": "widget",
                  "directory": ".",
                  "previous": null,
                  "version": "1.0.0",
                  "bump": "minor",
                  "tag": "v1.0.0",
                  "channel": "latest",
                  "notes": "## 1.0.0 (2026-09-01)\\n\\n### Features\\n\\n* begin %2$s\\n",
                  "commits": [
                    {
                      "sha": "%1$s",
                      "type": "feat",
                      "scope": null,
                      "subject": "begin",
                      "breaking": false,
                      "bump": "minor",
                      "why": "minor by a default rule (type: feat)"
                    }
                  ]
                }
              ],
              "reasons": [
                "%3$s",
                "The one commit asks for a release; the furthest change is minor: `feat: begin` (%2$s).",
                "A first release is 1.0.0, whatever the commits ask for.",
                "It goes to the default channel, which is the dist-tag `latest`.",
                "%4$s"
              ]
            }
            """
                .formatted(first, first.substring(0, 7), NOTHING_BEFORE, remark));
  }

  @Test
  void a_registry_that_is_named_by_a_file_alone_is_not_asked() {
    repository.write(".npmrc", "registry=https://npm.example.org/\n").commit("chore: elsewhere");
    Run run = run("plan");
    assertThat(run.out())
        .contains(
            "Whether the registry has versions of widget already is not known. registry in .npmrc"
                + " of the package names https://npm.example.org/, and the workflow names "
                + registry.address()
                + ". A file in the repository cannot send a package or a token elsewhere. A"
                + " release asks again, and stops if it has.");
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void prepare_writes_no_number_that_is_a_guess() {
    repository.write("a", "a").commit("fix: mend");
    published(first, "1.0.0");
    Run run = run("prepare");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("highest being 1.0.0. It was made from commit " + first);
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }
}
