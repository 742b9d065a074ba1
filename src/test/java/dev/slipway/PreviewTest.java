package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a pull request is told: the whole program, on the event of a pull request.
class PreviewTest {
  @TempDir Path folder;

  static String payload(String title, boolean fork) {
    Json.Obj base =
        Json.empty()
            .with("ref", Json.of("main"))
            .with("sha", Json.of("0".repeat(40)))
            .with("repo", repository("acme/widget", false));
    Json.Obj head =
        Json.empty()
            .with("ref", Json.of("feature"))
            .with("sha", Json.of("1".repeat(40)))
            .with("repo", repository(fork ? "stranger/widget" : "acme/widget", fork));
    Json.Obj pull =
        Json.empty()
            .with("number", Json.of(7))
            .with("title", Json.of(title))
            .with("body", new Json.Null())
            .with("draft", Json.of(false))
            .with("merged", Json.of(false))
            .with("base", base)
            .with("head", head);
    return JsonWriter.compact(
        Json.empty()
            .with("action", Json.of("opened"))
            .with("number", Json.of(7))
            .with("pull_request", pull)
            .with("repository", repository("acme/widget", false)));
  }

  private static Json.Obj repository(String name, boolean fork) {
    return Json.empty().with("full_name", Json.of(name)).with("fork", Json.of(fork));
  }

  private Theatre.Run pull(Theatre theatre, String title, boolean fork) {
    theatre.author.git("switch", "-q", "-c", "feature");
    theatre.author.write("more.js", "1\n").commit("feat: count more");
    theatre.push();
    theatre.origin.git(
        "update-ref", "refs/pull/7/merge", theatre.author.git("rev-parse", "feature"));
    return theatre.run(
        "pull_request", "refs/pull/7/merge", "feature", payload(title, fork), List.of());
  }

  @Test
  void a_title_that_is_no_conventional_commit_gets_a_better_one() {
    try (Theatre theatre = new Theatre(folder)) {
      Theatre.Run run = pull(theatre, "Count even more", false);
      assertThat(run.code()).as(run.log()).isZero();
      assertThat(run.summary())
          .contains("| **Merge commit** or **rebase** | **widget 1.1.0** |")
          .contains("feat: count even more")
          .contains("A preview: nothing has been released.");
      assertThat(run.output("released")).isEmpty();
      assertThat(theatre.hub.registryWrites()).isEmpty();
    }
  }

  @Test
  void a_pull_request_of_a_fork_is_previewed_without_any_token() {
    try (Theatre theatre = new Theatre(folder)) {
      theatre.environment.put("INPUT_NPM-TOKEN", "");
      Theatre.Run run = pull(theatre, "feat: count even more", true);
      assertThat(run.code()).as(run.log()).isZero();
      assertThat(run.summary()).startsWith("### 🔭 Merging this releases widget 1.1.0");
      assertThat(theatre.hub.githubWrites()).isEmpty();
      assertThat(theatre.hub.registryWrites()).isEmpty();
    }
  }
}
