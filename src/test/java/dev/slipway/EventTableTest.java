package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every event, with every set of rights, on a history that asks for a release and on one that does
/// not: what the whole program ends with. Rows that must not write are held to that: neither the
/// registry nor the remote has changed after them. Rows that release have a fix of their own.
class EventTableTest {
  @TempDir static Path folder;
  private static Theatre theatre;
  private static Theatre released;

  /// What the workflow run is.
  ///
  /// @param payload the event's own file
  private record Happened(
      String label, String event, String ref, String checkedOut, String payload) {
    @Override
    public String toString() {
      return label;
    }
  }

  /// What the job was given.
  private record Rights(String label, Map<String, String> environment) {
    @Override
    public String toString() {
      return label;
    }
  }

  /// A row: what happens, with which rights, and what it must end with.
  record Row(Happened happened, Rights rights, String end) {
    @Override
    public String toString() {
      return happened + ", " + rights + ": " + end;
    }
  }

  @BeforeAll
  static void a_branch_that_asks_for_a_release_and_one_that_does_not() {
    theatre = Theatre.quick(folder.resolve("quiet"));
    theatre.sharing = true;
    released = Theatre.quick(folder.resolve("loud"));
    released.sharing = true;
    // A branch of which the configuration knows nothing.
    theatre.author.git("switch", "-q", "-c", "topic");
    theatre.author.write("more.js", "1\n").commit("feat: more");
    theatre.push();
    theatre.origin.git("update-ref", "refs/pull/7/merge", theatre.author.hash("topic"));
    theatre.author.git("switch", "-q", "main");
  }

  @AfterAll
  static void close() {
    theatre.close();
    released.close();
  }

  private static Happened on(String event, String ref, String checkedOut, String payload) {
    return new Happened(event + " of " + ref, event, ref, checkedOut, payload);
  }

  private static final List<Rights> RIGHTS =
      List.of(
          new Rights("all rights", Map.of()),
          new Rights("no npm token", Map.of("INPUT_NPM-TOKEN", "")),
          new Rights("no tokens at all", Map.of("INPUT_NPM-TOKEN", "", "INPUT_GITHUB-TOKEN", "")),
          new Rights("a dry run", Map.of("INPUT_DRY-RUN", "true")),
          new Rights(
              "a dry run without tokens", Map.of("INPUT_DRY-RUN", "true", "INPUT_NPM-TOKEN", "")),
          new Rights("previews off", Map.of("INPUT_PREVIEW", "off", "INPUT_DRY-RUN", "true")));

  /// With no token at all the remote, which is a private repository here, cannot be read.
  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    each(
        rows,
        on("push", "refs/heads/topic", "topic", "{\"ref\":\"refs/heads/topic\",\"deleted\":false}"),
        List.of("nothing 0", "nothing 0", "refused 1", "nothing 0", "nothing 0", "nothing 0"));
    each(
        rows,
        on("push", "refs/heads/gone", "main", "{\"ref\":\"refs/heads/gone\",\"deleted\":true}"),
        List.of("nothing 0", "nothing 0", "nothing 0", "nothing 0", "nothing 0", "nothing 0"));
    each(
        rows,
        on("push", "refs/tags/v0", "main", "{\"ref\":\"refs/tags/v0\",\"deleted\":true}"),
        List.of("nothing 0", "nothing 0", "nothing 0", "nothing 0", "nothing 0", "nothing 0"));
    each(
        rows,
        on(
            "push",
            "refs/tags/not-a-version",
            "main",
            "{\"ref\":\"refs/tags/not-a-version\",\"deleted\":false}"),
        List.of("refused 2", "refused 2", "refused 1", "refused 2", "refused 2", "refused 2"));
    each(
        rows,
        on(
            "release",
            "refs/tags/v9.9.9-x",
            "main",
            "{\"action\":\"edited\",\"release\":{\"tag_name\":\"v1.0.0\"}}"),
        List.of("refused 2", "refused 2", "refused 2", "refused 2", "refused 2", "refused 2"));
    each(
        rows,
        on(
            "workflow_dispatch",
            "refs/heads/topic",
            "topic",
            "{\"ref\":\"refs/heads/topic\",\"inputs\":{}}"),
        List.of("nothing 0", "nothing 0", "refused 1", "nothing 0", "nothing 0", "nothing 0"));
    each(
        rows,
        on(
            "workflow_dispatch",
            "refs/heads/main",
            "main",
            "{\"ref\":\"refs/heads/main\",\"inputs\":{\"tag\":\"not-there\"}}"),
        List.of("refused 2", "refused 2", "refused 1", "refused 2", "refused 2", "refused 2"));
    each(
        rows,
        on("schedule", "refs/heads/topic", "topic", "{\"schedule\":\"0 4 * * *\"}"),
        List.of("nothing 0", "nothing 0", "refused 1", "nothing 0", "nothing 0", "nothing 0"));
    each(
        rows,
        on(
            "workflow_run",
            "refs/heads/main",
            "main",
            "{\"workflow_run\":{\"conclusion\":\"failure\",\"event\":\"push\",\"head_branch\":\"main\",\"head_repository\":{\"full_name\":\"acme/widget\"}},\"repository\":{\"full_name\":\"acme/widget\"}}"),
        List.of("nothing 0", "nothing 0", "nothing 0", "nothing 0", "nothing 0", "nothing 0"));
    each(
        rows,
        on(
            "workflow_run",
            "refs/heads/main",
            "main",
            "{\"workflow_run\":{\"conclusion\":\"success\",\"event\":\"pull_request\",\"head_branch\":\"main\",\"head_repository\":{\"full_name\":\"stranger/widget\"}},\"repository\":{\"full_name\":\"acme/widget\"}}"),
        List.of("refused 2", "refused 2", "refused 2", "refused 2", "refused 2", "refused 2"));
    each(
        rows,
        on(
            "merge_group",
            "refs/heads/gh-readonly-queue/main/pr-7",
            "main",
            "{\"merge_group\":{\"base_ref\":\"refs/heads/main\"}}"),
        List.of("nothing 0", "nothing 0", "refused 1", "nothing 0", "nothing 0", "nothing 0"));
    each(
        rows,
        on("issues", "refs/heads/main", "main", "{\"action\":\"opened\"}"),
        List.of("refused 2", "refused 2", "refused 2", "refused 2", "refused 2", "refused 2"));
    // A called workflow has the event of its caller; nothing ever starts with this one.
    each(
        rows,
        on("workflow_call", "refs/heads/main", "main", "{\"inputs\":{}}"),
        List.of("refused 2", "refused 2", "refused 2", "refused 2", "refused 2", "refused 2"));
    each(
        rows,
        on("create", "refs/tags/v1.0.0", "main", "{\"ref\":\"v1.0.0\"}"),
        List.of("refused 2", "refused 2", "refused 2", "refused 2", "refused 2", "refused 2"));
    each(
        rows,
        on("pull_request", "refs/pull/7/merge", "topic", PreviewTest.payload("feat: more", false)),
        List.of("planned 0", "planned 0", "refused 1", "planned 0", "planned 0", "nothing 0"));
    each(
        rows,
        on("pull_request", "refs/pull/7/merge", "topic", PreviewTest.payload("more", true)),
        List.of("planned 0", "planned 0", "refused 1", "planned 0", "planned 0", "nothing 0"));
    each(
        rows,
        on("push", "refs/heads/main", "main", "{\"ref\":\"refs/heads/main\",\"deleted\":false}"),
        List.of("", "refused 2", "refused 1", "planned 0", "planned 0", "planned 0"));
    return rows.stream().filter(row -> !row.end().isEmpty()).toList();
  }

  /// One row for each set of rights.
  private static void each(List<Row> rows, Happened happened, List<String> ends) {
    for (int i = 0; i < RIGHTS.size(); i++) {
      rows.add(new Row(happened, RIGHTS.get(i), ends.get(i)));
    }
  }

  /// A release of its own: what happens to a branch with a new fix, or to a tag on it.
  ///
  /// @param tag what the author tags before; empty: nothing
  record Releasing(String event, String ref, String tag, String payload, String end) {
    @Override
    public String toString() {
      return event + " of " + ref + (tag.isEmpty() ? "" : " with " + tag) + ": " + end;
    }
  }

  private static final String MAIN = "refs/heads/main";

  /// The tag of the version that package.json has by then.
  private static final String EQUAL = "v8.3.0";

  static List<Releasing> releases() {
    String run =
        "{\"workflow_run\":{\"conclusion\":\"success\",\"event\":\"push\",\"head_branch\":\"main\","
            + "\"head_repository\":{\"full_name\":\"acme/widget\"}},"
            + "\"repository\":{\"full_name\":\"acme/widget\"}}";
    return List.of(
        new Releasing("push", MAIN, "", "{\"ref\":\"refs/heads/main\"}", "released 0"),
        new Releasing("schedule", MAIN, "", "{\"schedule\":\"0 4 * * *\"}", "released 0"),
        new Releasing("workflow_dispatch", MAIN, "", "{\"inputs\":{}}", "released 0"),
        new Releasing("repository_dispatch", MAIN, "", "{\"client_payload\":{}}", "released 0"),
        new Releasing("workflow_run", MAIN, "", run, "released 0"),
        new Releasing(
            "push", "refs/tags/v5.0.0", "v5.0.0", "{\"ref\":\"refs/tags/v5.0.0\"}", "released 0"),
        new Releasing(
            "release", "refs/tags/v6.0.0", "v6.0.0", published("v6.0.0", false), "released 0"),
        new Releasing(
            "release",
            "refs/tags/v7.0.0-rc.1",
            "v7.0.0-rc.1",
            published("v7.0.0-rc.1", true),
            "released 0"),
        new Releasing(
            "release", "refs/tags/v8.0.0", "v8.0.0", published("v8.0.0", true), "refused 2"),
        new Releasing(
            "workflow_dispatch", MAIN, "v8.1.0", "{\"inputs\":{\"tag\":\"v8.1.0\"}}", "released 0"),
        new Releasing(
            "workflow_dispatch",
            "refs/tags/v8.2.0",
            "v8.2.0",
            "{\"ref\":\"refs/tags/v8.2.0\",\"inputs\":{}}",
            "released 0"),
        new Releasing(
            "push", "refs/tags/v0.9.0", "v0.9.0", "{\"ref\":\"refs/tags/v0.9.0\"}", "refused 2"),
        new Releasing("push", "refs/tags/" + EQUAL, EQUAL, "{}", "released 0"));
  }

  private static String published(String tag, boolean ticked) {
    return "{\"action\":\"published\",\"release\":{\"tag_name\":\""
        + tag
        + "\",\"prerelease\":"
        + ticked
        + ",\"draft\":false}}";
  }

  @ParameterizedTest
  @MethodSource("releases")
  void what_releases_publishes_once_and_a_rerun_publishes_nothing_more(Releasing row) {
    Theatre stage = released;
    stage.environment.clear();
    stage.author.git("switch", "-q", "main");
    stage.author.write("index.js", "module.exports = '" + row + "'\n").commit("fix: count");
    if (row.tag().equals(EQUAL)) {
      stage.author.write(
          "package.json", "{\"name\":\"widget\",\"version\":\"8.3.0\",\"main\":\"index.js\"}");
      stage.author.commit("chore: say the version");
    }
    if (!row.tag().isEmpty()) {
      stage.author.git("tag", row.tag());
    }
    stage.push();
    List<String> before = stage.hub.registryWrites();
    Theatre.Run run = stage.run(row.event(), row.ref(), "main", row.payload(), List.of());
    assertThat(run.output("status") + " " + run.code()).as(run.log()).isEqualTo(row.end());
    boolean out = row.end().equals("released 0");
    assertThat(run.output("released")).isEqualTo(out ? "true" : "");
    List<String> after = stage.hub.registryWrites();
    assertThat(after).hasSize(before.size() + (out ? 1 : 0));
    if (out) {
      assertThat(run.output("tag")).isEqualTo(row.tag().isEmpty() ? run.output("tag") : row.tag());
      assertThat(stage.refs()).contains("refs/tags/" + run.output("tag"));
      Theatre.Run again = stage.run(row.event(), row.ref(), "main", row.payload(), List.of());
      assertThat(again.code()).as(again.log()).isZero();
      assertThat(stage.hub.registryWrites()).isEqualTo(after);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_trigger_does_the_obvious_thing_or_says_why_not(Row row) {
    theatre.environment.clear();
    theatre.environment.putAll(row.rights().environment());
    List<String> refs = theatre.refs();
    List<String> published = theatre.hub.registryWrites();
    Happened happened = row.happened();
    Theatre.Run run =
        theatre.run(
            happened.event(), happened.ref(), happened.checkedOut(), happened.payload(), List.of());
    assertThat(run.output("status") + " " + run.code()).as(run.log()).isEqualTo(row.end());
    assertThat(run.output("released")).isEmpty();
    assertThat(run.output("new_release_published")).isEmpty();
    assertThat(run.summary()).startsWith("#");
    assertThat(theatre.refs()).isEqualTo(refs);
    assertThat(theatre.hub.registryWrites()).isEqualTo(published);
    if (run.code() != 0) {
      assertThat(run.log()).contains("::error ");
    } else {
      assertThat(run.log()).doesNotContain("::error ");
    }
  }
}
