package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A merge becomes an npm release: the whole program, against git's own server.
class ReleaseTest {
  @TempDir Path folder;
  private Theatre theatre;

  @BeforeEach
  void a_repository_that_released_1_0_0_and_has_a_fix_since_then() {
    theatre = Theatre.quick(folder);
  }

  @AfterEach
  void close() {
    theatre.close();
  }

  @Test
  void a_push_to_the_release_branch_publishes_tags_and_tells() {
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(run.output("released")).isEqualTo("true");
    assertThat(run.output("version")).isEqualTo("1.0.1");
    assertThat(run.output("previous-version")).isEqualTo("1.0.0");
    assertThat(run.output("tag")).isEqualTo("v1.0.1");
    assertThat(run.output("channel")).isEqualTo("latest");
    assertThat(run.output("integrity")).startsWith("sha512-");
    assertThat(run.output("new_release_version")).isEqualTo("1.0.1");
    assertThat(run.output("last_release_git_tag")).isEqualTo("v1.0.0");
    assertThat(theatre.refs())
        .containsExactlyInAnyOrder(
            "refs/heads/main", "refs/tags/v1.0.0", "refs/tags/v1.0.1", "refs/slipway/lines/main");
    assertThat(theatre.origin.hash("v1.0.1")).isEqualTo(theatre.author.hash("main"));
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
    assertThat(theatre.hub.githubWrites()).isNotEmpty();
    assertThat(run.log().lines().filter(line -> !line.startsWith("::add-mask::")))
        .noneMatch(line -> line.contains(Theatre.NPM_TOKEN) || line.contains(Theatre.GITHUB_TOKEN));
  }

  /// Each request is a tenth of a second or two in a workflow.
  @Test
  void a_release_with_a_page_and_three_files_asks_github_ten_times_and_git_thirteen_times() {
    theatre.onPush();
    assertThat(theatre.hub.githubRequests()).isEqualTo(10);
    assertThat(theatre.git.requests()).hasSize(13);
  }

  @Test
  void the_log_has_a_group_for_each_part_a_line_for_each_step_and_detail_where_it_is_asked_for() {
    theatre.environment.put("RUNNER_DEBUG", "1");
    Theatre.Run run = theatre.onPush();
    assertThat(
            run.log()
                .lines()
                .filter(line -> line.matches("::(end)?group::.*|✅.*"))
                .map(line -> line.replaceAll(" \\([0-9.]+ s\\)$", "")))
        .containsExactly(
            "::group::widget@1.0.1, after 1.0.0 (patch)",
            "::endgroup::",
            "::group::Prepare",
            "✅ record the intent for v1.0.1",
            "✅ draft the release page of v1.0.1",
            "✅ upload widget-1.0.1.tgz",
            "✅ upload widget-1.0.1.tgz.sha512",
            "✅ upload widget-1.0.1.notes.md",
            "✅ mark the intent as under way",
            "::endgroup::",
            "::group::Publish",
            "✅ publish widget@1.0.1",
            "✅ see widget@1.0.1 on the registry",
            "::endgroup::",
            "::group::Seal",
            "✅ tag v1.0.1",
            "::endgroup::",
            "::group::Announce",
            "✅ publish the release page of v1.0.1",
            "✅ clear the intent",
            "::endgroup::");
    assertThat(run.log()).contains("::debug::begin: publish widget@1.0.1");
    theatre.environment.remove("RUNNER_DEBUG");
    assertThat(theatre.onPush().log()).doesNotContain("::debug::");
  }

  @Test
  void a_second_run_does_nothing_and_says_why() {
    theatre.onPush();
    var refs = theatre.refs();
    var registry = theatre.hub.registryWrites();
    var github = theatre.hub.githubWrites();
    Theatre.Run again = theatre.onPush();
    assertThat(again.code()).as(again.log()).isZero();
    assertThat(again.output("status")).isEqualTo("nothing");
    assertThat(again.output("released")).isEmpty();
    assertThat(again.output("version")).isEmpty();
    assertThat(again.log()).contains("There is no commit since then.", "Nothing was released.");
    assertThat(theatre.refs()).isEqualTo(refs);
    assertThat(theatre.hub.registryWrites()).isEqualTo(registry);
    assertThat(theatre.hub.githubWrites()).isEqualTo(github);
  }

  @Test
  void the_workspace_is_left_as_it_was() {
    Theatre.Run run = theatre.onPush();
    assertThat(new GitSandbox(run.workspace()).git("status", "--porcelain", "--ignored")).isEmpty();
  }

  @Test
  void commits_that_ask_for_no_release_are_told_one_by_one() {
    theatre.onPush();
    theatre.author.write("README.md", "# widget\n\nBetter.\n").commit("docs: say more");
    theatre.author.write("x.js", "1\n").commit("faet: typo in the type");
    theatre.push();
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("nothing");
    assertThat(run.log()).contains("docs: say more", "faet: typo in the type");
  }

  @Test
  void a_first_release_is_1_0_0() {
    theatre.author.git("tag", "-d", "v1.0.0");
    theatre.origin.git("update-ref", "-d", "refs/tags/v1.0.0");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("1.0.0");
    assertThat(run.output("previous-version")).isEmpty();
  }

  @Test
  void a_registry_with_versions_and_a_repository_without_tags_ask_for_the_missing_tag() {
    theatre.onPush();
    theatre.origin.git("update-ref", "-d", "refs/tags/v1.0.0");
    theatre.origin.git("update-ref", "-d", "refs/tags/v1.0.1");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isNotZero();
    assertThat(run.log()).contains("v1.0.1", theatre.author.hash("main"));
    assertThat(theatre.refs()).doesNotContain("refs/tags/v1.0.0");
  }

  @Test
  void a_prerelease_branch_releases_to_its_own_dist_tag() {
    theatre.author.git("switch", "-q", "-c", "beta");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: more");
    theatre.push();
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("1.1.0-beta.1");
    assertThat(run.output("channel")).isEqualTo("beta");
    assertThat(theatre.refs()).contains("refs/notes/semantic-release-v1.1.0-beta.1");
  }

  @Test
  void another_branch_releases_nothing_and_is_green() {
    theatre.author.git("switch", "-q", "-c", "feature");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: more");
    theatre.push();
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("nothing");
    assertThat(run.log()).contains("feature");
    assertThat(theatre.hub.registryWrites()).isEmpty();
  }

  @Test
  void a_missing_token_stops_before_anything_is_written() {
    theatre.environment.put("INPUT_NPM-TOKEN", "");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(2);
    assertThat(run.log())
        .contains("There is no credential to publish widget with.", "secrets.NPM_TOKEN");
    assertThat(theatre.refs()).containsExactlyInAnyOrder("refs/heads/main", "refs/tags/v1.0.0");
  }

  @Test
  void a_token_that_is_refused_stops_the_run_before_anything_is_written() {
    theatre.environment.put("INPUT_NPM-TOKEN", "npm_wrong456789abcdefghijklmnopqrstuvwxyz");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(1);
    assertThat(run.output("status")).isEqualTo("refused");
    assertThat(run.log())
        .contains("127.0.0.1 does not say who this token belongs to (status 401): it is expired,")
        .contains(
            "Make a new token on 127.0.0.1 that may write widget, and hand it over in the input"
                + " npm-token.");
    assertThat(theatre.refs()).containsExactlyInAnyOrder("refs/heads/main", "refs/tags/v1.0.0");
    assertThat(theatre.hub.registryWrites()).isEmpty();
    assertThat(theatre.hub.githubWrites()).isEmpty();
  }

  @Test
  void a_token_that_dies_after_it_was_looked_at_leaves_an_intent_to_finish() {
    theatre.hub.revokeTokenForWrites();
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isNotZero();
    assertThat(run.output("status")).isEqualTo("failed");
    assertThat(run.log())
        .contains("does not know this token: it is expired, revoked, not whole")
        .contains("Make a new token on 127.0.0.1 that may write widget");
    assertThat(run.log()).containsOnlyOnce("widget is published with the credential from");
    assertThat(theatre.refs())
        .contains("refs/slipway/intents/v1.0.1")
        .doesNotContain("refs/tags/v1.0.1");

    theatre.hub.takeTokenAgain();
    Theatre.Run mended = theatre.onPush();
    assertThat(mended.code()).as(mended.log()).isZero();
    assertThat(mended.output("version")).isEqualTo("1.0.1");
    assertThat(theatre.refs())
        .contains("refs/tags/v1.0.1")
        .doesNotContain("refs/slipway/intents/v1.0.1");
  }

  @Test
  void tracked_files_that_a_step_changed_are_named() throws Exception {
    Theatre.Run run =
        theatre.run(
            "push",
            "refs/heads/main",
            "main",
            "{\"ref\":\"refs/heads/main\"}",
            java.util.List.of("pack", "--json"));
    assertThat(run.code()).as(run.log()).isZero();
    Files.writeString(run.workspace().resolve("index.js"), "module.exports = 'built'\n");
    try (dev.slipway.git.Workspace workspace = dev.slipway.git.Workspace.open(run.workspace())) {
      assertThat(workspace.modifiedFiles()).containsExactly("index.js");
    }
  }

  @Test
  void a_protected_tag_stops_the_run_with_the_servers_words() throws Exception {
    theatre.hook("case $1 in refs/slipway/*) echo no >&2; exit 1;; esac\n");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isNotZero();
    assertThat(run.log()).contains("hook declined");
    assertThat(theatre.hub.registryWrites()).isEmpty();
  }

  @Test
  void a_tag_that_is_pushed_is_published_as_its_version() {
    theatre.author.git("tag", "v2.0.0-rc.1");
    theatre.push();
    Theatre.Run run = theatre.onTag("v2.0.0-rc.1");
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("2.0.0-rc.1");
    assertThat(run.output("channel")).isEqualTo("rc");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  void a_tag_on_a_commit_that_nobody_merged_is_not_published() {
    theatre.author.git("switch", "-q", "-c", "feature");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: more");
    theatre.author.git("tag", "v3.0.0");
    theatre.push();
    Theatre.Run run = theatre.onTag("v3.0.0");
    assertThat(run.code()).as(run.log()).isEqualTo(4);
    assertThat(run.log()).contains("nobody has merged it");
    assertThat(theatre.hub.registryWrites()).isEmpty();
  }

  @Test
  void a_misspelt_input_stops_the_run() {
    theatre.environment.put("INPUT_DRYRUN", "true");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(2);
    assertThat(run.log()).contains("Did you mean dry-run?");
  }

  @Test
  void a_dry_run_changes_nothing_and_says_what_would_be() {
    theatre.environment.put("INPUT_DRY-RUN", "true");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("planned");
    assertThat(run.output("plan")).contains("\"version\": \"1.0.1\"");
    assertThat(theatre.refs()).containsExactlyInAnyOrder("refs/heads/main", "refs/tags/v1.0.0");
    assertThat(theatre.hub.registryWrites()).isEmpty();
  }
}
