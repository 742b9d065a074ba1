package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jar as the runner starts it: a process with the runner's variables, its file of the event
/// and its files for outputs and summary. The payloads are GitHub's own examples with this
/// repository's names in them.
class RunnerTest {
  @TempDir Path folder;

  private static Json.Obj example(String event, Predicate<Json> wanted) throws IOException {
    Json all =
        JsonReader.read(
            Files.readAllBytes(
                Peers.of("@octokit/webhooks-examples").resolve("api.github.com/index.json")));
    return ((Json.Arr) all)
        .items().stream()
            .filter(listed -> listed.text("name").equals(Optional.of(event)))
            .flatMap(listed -> listed.get("examples").orElseThrow().items().stream())
            .filter(wanted)
            .map(Json.Obj.class::cast)
            .findFirst()
            .orElseThrow();
  }

  private static Json repository() {
    return Json.empty()
        .with("full_name", Json.of("acme/widget"))
        .with("default_branch", Json.of("main"));
  }

  private static Theatre.Run pushed(Theatre theatre, String ref, String name) throws IOException {
    Json push =
        example("push", e -> e.get("deleted").equals(Optional.of(Json.of(false))))
            .with("ref", Json.of(ref))
            .with("after", Json.of(theatre.author.hash("HEAD")))
            .with("repository", repository());
    return theatre.run("push", ref, name, JsonWriter.compact(push), List.of());
  }

  @Test
  void a_pull_request_a_merge_a_schedule_a_tag_and_a_dispatch_one_after_another() throws Exception {
    try (Theatre theatre = new Theatre(folder)) {
      theatre.performer = Performer::asAProcess;
      pullRequest(theatre);
      merge(theatre);
      schedule(theatre);
      tag(theatre);
      dispatch(theatre);
    }
  }

  private static void pullRequest(Theatre theatre) throws IOException {
    theatre.author.git("switch", "-q", "-c", "topic");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: count further");
    theatre.push();
    String head = theatre.author.hash("topic");
    theatre.origin.git("update-ref", "refs/pull/2/merge", head);
    Json.Obj event = example("pull_request", e -> e.text("action").equals(Optional.of("opened")));
    Json.Obj pull = (Json.Obj) event.get("pull_request").orElseThrow();
    Json.Obj base = (Json.Obj) pull.get("base").orElseThrow();
    Json.Obj from = (Json.Obj) pull.get("head").orElseThrow();
    Json payload =
        event
            .with("repository", repository())
            .with(
                "pull_request",
                pull.with("base", base.with("ref", Json.of("main")).with("repo", repository()))
                    .with(
                        "head",
                        from.with("ref", Json.of("topic"))
                            .with("sha", Json.of(head))
                            .with("repo", repository())));
    Theatre.Run run =
        theatre.run(
            "pull_request", "refs/pull/2/merge", "topic", JsonWriter.compact(payload), List.of());
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("planned");
    assertThat(run.output("released")).isEmpty();
    assertThat(run.summary()).contains("1.1.0");
    theatre.author.git("switch", "-q", "main");
  }

  private static void merge(Theatre theatre) throws IOException {
    Theatre.Run run = pushed(theatre, "refs/heads/main", "main");
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(run.output("released")).isEqualTo("true");
    assertThat(run.output("version")).isEqualTo("1.0.1");
    assertThat(run.output("new_release_version")).isEqualTo("1.0.1");
    assertThat(run.summary()).contains("1.0.1");
    assertThat(theatre.refs()).contains("refs/tags/v1.0.1");
    assertThat(run.log().lines().filter(line -> !line.startsWith("::add-mask::")))
        .noneMatch(line -> line.contains(Theatre.NPM_TOKEN))
        .noneMatch(line -> line.contains(Theatre.GITHUB_TOKEN));
  }

  private static void schedule(Theatre theatre) {
    Theatre.Run run =
        theatre.run(
            "schedule", "refs/heads/main", "main", "{\"schedule\":\"0 4 * * *\"}", List.of());
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("nothing");
    assertThat(run.output("released")).isEmpty();
    assertThat(run.output("version")).isEmpty();
  }

  private static void tag(Theatre theatre) throws IOException {
    theatre.author.write("index.js", "module.exports = 4\n").commit("feat: count on");
    theatre.author.git("tag", "v2.0.0");
    theatre.push();
    Theatre.Run run = pushed(theatre, "refs/tags/v2.0.0", "v2.0.0");
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(run.output("version")).isEqualTo("2.0.0");
    assertThat(run.output("previous-version")).isEqualTo("1.0.1");
  }

  private static void dispatch(Theatre theatre) throws IOException {
    Json payload =
        example("workflow_dispatch", _ -> true)
            .with("ref", Json.of("refs/heads/main"))
            .with("inputs", Json.empty().with("tag", Json.of("v2.0.0")))
            .with("repository", repository());
    int writes = theatre.hub.registryWrites().size();
    Theatre.Run run =
        theatre.run(
            "workflow_dispatch", "refs/heads/main", "main", JsonWriter.compact(payload), List.of());
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("nothing");
    assertThat(run.output("version")).isEmpty();
    assertThat(run.log())
        .contains("widget@2.0.0 is published already, with these very bytes.")
        .contains("Nothing was released.");
    assertThat(theatre.hub.registryWrites()).hasSize(writes);
  }
}
