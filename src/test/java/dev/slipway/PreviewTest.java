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
    theatre.origin.git("update-ref", "refs/pull/7/merge", theatre.author.hash("feature"));
    return theatre.run(
        "pull_request", "refs/pull/7/merge", "feature", payload(title, fork), List.of());
  }

  @Test
  void a_title_that_is_no_conventional_commit_gets_a_better_one() {
    try (Theatre theatre = Theatre.quick(folder)) {
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
    try (Theatre theatre = Theatre.quick(folder)) {
      theatre.environment.put("INPUT_NPM-TOKEN", "");
      Theatre.Run run = pull(theatre, "feat: count even more", true);
      assertThat(run.code()).as(run.log()).isZero();
      assertThat(run.summary()).startsWith("### 🔭 Merging this releases widget 1.1.0");
      assertThat(theatre.hub.githubWrites()).isEmpty();
      assertThat(theatre.hub.registryWrites()).isEmpty();
    }
  }

  @Test
  void the_files_that_enter_and_leave_the_package_are_shown() {
    try (Theatre theatre = new Theatre(folder)) {
      theatre.author.write("old.js", "1\n").commit("fix: more");
      theatre.push();
      assertThat(theatre.onPush().output("version")).isEqualTo("1.0.1");
      theatre.author.git("rm", "-q", "old.js");
      theatre.author.write("index.js", "module.exports = 12345\n");
      theatre.environment.put("INPUT_NPM-TOKEN", "");

      Theatre.Run run = pull(theatre, "feat: count even more", false);

      assertThat(run.code()).as(run.log()).isZero();
      assertThat(run.summary())
          .contains(
              "unpacked. Beside 1.0.1: `more.js` enters; `old.js` leaves; 1 file changes its size.")
          .contains("**Enter the package** (1)\n\n- `more.js`\n")
          .contains("**Leave the package** (1)\n\n- `old.js`\n")
          .contains("**Change their size** (1)\n\n- `index.js` 19 B → 23 B\n");
    }
  }

  @Test
  void where_the_registry_cannot_be_read_the_preview_says_so_and_is_green() {
    try (Theatre theatre = new Theatre(folder)) {
      Theatre.Run absent = pull(theatre, "feat: count even more", true);
      assertThat(absent.code()).as(absent.log()).isZero();
      assertThat(absent.summary())
          .contains("The files are not compared with 1.0.0: the registry does not have it.");

      theatre.environment.put("INPUT_REGISTRY", "http://127.0.0.1:9/");
      Theatre.Run dead = again(theatre);
      assertThat(dead.code()).as(dead.log()).isZero();
      assertThat(dead.summary())
          .contains("The files are not compared with 1.0.0: the registry could not be read.")
          .contains("**Package**: 4 files, ");
    }
  }

  @Test
  void a_build_that_did_not_run_before_the_preview_is_told_in_a_sentence() {
    try (Theatre theatre = new Theatre(folder)) {
      assertThat(theatre.onPush().output("version")).isEqualTo("1.0.1");
      theatre.author.write(
          "package.json",
          """
          {
            "name": "widget",
            "version": "1.0.0",
            "main": "dist/index.js",
            "files": ["dist"],
            "repository": "acme/widget"
          }
          """);
      theatre.environment.put("INPUT_PREVIEW", "summary");
      Theatre.Run run = pull(theatre, "feat: count even more", false);
      assertThat(run.code()).as(run.log()).isZero();
      assertThat(run.log()).doesNotContain("::error").doesNotContain("::warning");
      assertThat(run.summary())
          .contains(
              "\"main\" in package.json names dist/index.js, which is not in the tarball.\n\n"
                  + "If a build makes it, let the build run before the preview: what enters or leaves"
                  + " the package is only shown then.")
          .doesNotContain("Leave the package");
    }
  }

  @Test
  void what_would_stop_the_release_is_a_warning_on_the_line_at_fault() {
    try (Theatre theatre = new Theatre(folder)) {
      assertThat(theatre.onPush().output("version")).isEqualTo("1.0.1");
      theatre.author.write("setup.js", "1\n");
      theatre.author.write(
          "package.json",
          """
          {
            "name": "widget",
            "version": "1.0.0",
            "scripts": {
              "test": "node test.js",
              "postinstall": "node setup.js"
            },
            "repository": "acme/widget"
          }
          """);
      Theatre.Run run = pull(theatre, "feat: count even more", false);
      assertThat(run.code()).as(run.log()).isZero();
      assertThat(run.log())
          .contains("::warning file=package.json,line=6,col=20,title=INSTALL_SCRIPT_NEW::");
      assertThat(run.summary()).contains("**INSTALL\\_SCRIPT\\_NEW** in `package.json:6:20`");
    }
  }

  private static Theatre.Run again(Theatre theatre) {
    return theatre.run(
        "pull_request",
        "refs/pull/7/merge",
        "feature",
        payload("feat: count even more", true),
        List.of());
  }
}
