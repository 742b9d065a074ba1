package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.JsonReader;
import dev.slipway.rehearsal.Crash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was left half way is finished, or stopped with a name: the whole program. Every run is a
/// machine of its own. What hangs on the server's answer is played against git's own; with
/// `-Dslipway.git=own` everything is.
class RecoveryTest {
  private static final String GITS_OWN = "git";

  @TempDir Path folder;
  private Theatre theatre;

  @BeforeEach
  void a_repository_that_released_1_0_0_and_has_a_fix_since_then(TestInfo test) {
    theatre = test.getTags().contains(GITS_OWN) ? new Theatre(folder) : Theatre.quick(folder);
  }

  @AfterEach
  void close() {
    theatre.close();
  }

  private Theatre.Run killedAt(String step) {
    Theatre.Run run = theatre.run(theatre.pushed(), List.of(), network -> Crash.at(step, network));
    assertThat(run.code()).as(run.log()).isEqualTo(137);
    return run;
  }

  private void merge(String message) {
    theatre.author.write("index.js", "module.exports = '" + message + "'\n").commit(message);
    theatre.push();
  }

  private String tip() {
    return theatre.author.hash("main");
  }

  private List<String> open() {
    return theatre.refs().stream().filter(ref -> ref.startsWith("refs/slipway/intents/")).toList();
  }

  private String on(String tag) {
    return theatre.origin.hash(tag);
  }

  @Test
  @Tag(GITS_OWN)
  void another_machine_with_a_newer_checkout_finishes_from_the_bytes_on_the_draft() {
    String released = tip();
    killedAt("upload");
    // Right after the upload nothing was sent yet; the bytes are on the draft all the same.
    merge("feat: more");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget", "PUT /widget");
    assertThat(on("v1.0.1")).isEqualTo(released);
    assertThat(on("v1.1.0")).isEqualTo(tip());
    assertThat(theatre.hub.pages()).containsExactlyInAnyOrder("v1.0.1", "v1.1.0");
    assertThat(open()).isEmpty();
    assertThat(next.output("version")).isEqualTo("1.1.0");
    assertThat(next.log()).contains("Released widget@1.0.1, widget@1.1.0.");
  }

  @Test
  void after_a_crash_behind_the_publish_the_next_run_only_looks_and_seals() {
    killedAt("publish");
    merge("feat: more");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(next.log()).contains("It is live, with our digest.");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget", "PUT /widget");
    assertThat(theatre.refs()).contains("refs/tags/v1.0.1", "refs/tags/v1.1.0");
  }

  @Test
  void what_was_only_drafted_and_cannot_be_had_again_is_taken_back_and_planned_anew() {
    killedAt("draft");
    assertThat(open()).containsExactly("refs/slipway/intents/v1.0.1");
    merge("feat: more");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(theatre.refs()).contains("refs/tags/v1.1.0").doesNotContain("refs/tags/v1.0.1");
    assertThat(theatre.hub.pages()).containsExactly("v1.1.0");
    assertThat(open()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_release_commit_without_a_page_is_finished_from_the_push_before_it_and_from_itself(
      boolean before) {
    theatre.environment.put("INPUT_COMMIT", "true");
    theatre.environment.put("INPUT_CHANGELOG", "CHANGELOG.md");
    theatre.environment.put("INPUT_GITHUB-RELEASE", "false");
    theatre.environment.put("GIT_AUTHOR_NAME", "Release Robot");
    theatre.environment.put("GIT_AUTHOR_EMAIL", "robot@example.org");
    theatre.author.write("CHANGELOG.md", "# 1.0.0\n").commit("docs: begin a changelog");
    theatre.push();
    String pushed = tip();
    Theatre.Run stopped =
        theatre.run(
            theatre.pushed(),
            List.of(),
            Meddling.answering(Meddling.of("PUT", "/widget"), 401, "{\"error\":\"no\"}"));
    assertThat(stopped.code()).as(stopped.log()).isEqualTo(1);
    String released = on("main");
    assertThat(released).isNotEqualTo(pushed);

    Theatre.Run next = theatre.run(theatre.pushedOnce(before ? pushed : released));
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(next.output("version")).isEqualTo("1.0.1");
    assertThat(on("v1.0.1")).isEqualTo(released).isEqualTo(on("main"));
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
    assertThat(open()).isEmpty();
  }

  /// An intent whose bytes may have been sent and are kept nowhere.
  private void bytesLost() {
    theatre.environment.put("INPUT_GITHUB-RELEASE", "false");
    Theatre.Run run =
        theatre.run(
            theatre.pushed(),
            List.of(),
            Meddling.answering(Meddling.of("PUT", "/widget"), 401, "{\"error\":\"no\"}"));
    assertThat(run.code()).as(run.log()).isEqualTo(1);
    assertThat(open()).containsExactly("refs/slipway/intents/v1.0.1");
    merge("feat: more");
  }

  @Test
  void bytes_that_cannot_be_made_again_stop_the_run_with_two_ways_out() {
    String released = tip();
    bytesLost();
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isEqualTo(3);
    assertThat(next.log())
        .contains(
            "widget@1.0.1 was begun with the digest sha512-",
            "and this run cannot make those bytes again. Other bytes are never published under the"
                + " same number.",
            "Either run the workflow again on " + released,
            "or drop the intent, and the next number is released:",
            "  drop-intent: v1.0.1");
    assertThat(theatre.hub.registryWrites()).isEmpty();
    // The first way out: the same commit makes the same bytes.
    Theatre.Run again = theatre.run(theatre.pushedOnce(released));
    assertThat(again.code()).as(again.log()).isZero();
    assertThat(on("v1.0.1")).isEqualTo(released);
  }

  @Test
  void a_dropped_release_uses_its_number_up_and_the_next_one_is_made() {
    bytesLost();
    Theatre.Run plan = theatre.run(theatre.pushed(), List.of("plan", "--json"));
    assertThat(plan.log())
        .contains(
            "widget@1.0.1 is open: run 101 began it at ",
            " and may have sent it. Its bytes are packed again from that commit, and compared.",
            "The next run finishes it. Giving it up (drop-intent: v1.0.1) uses the number up: no"
                + " release is ever made as v1.0.1 again, and if the bytes have arrived, that version"
                + " stays without tag and notes.",
            "\"status\": \"pending\"");
    assertThat(plan.code()).isZero();

    theatre.environment.put("INPUT_DROP-INTENT", "v1.0.1");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(next.log())
        .contains(
            "The release of v1.0.1 was given up. Its bytes may have reached the registry, so its"
                + " number is used up: no release is ever made as v1.0.1 again.");
    assertThat(theatre.refs())
        .contains("refs/slipway/given-up/v1.0.1", "refs/tags/v1.1.0")
        .doesNotContain("refs/tags/v1.0.1");
    assertThat(open()).isEmpty();

    Theatre.Run once_more = theatre.onPush();
    assertThat(once_more.code()).as(once_more.log()).isZero();
    assertThat(once_more.log())
        .contains("There is nothing to give up: no release of v1.0.1 is open.");
  }

  @Test
  void a_number_that_was_given_up_is_stepped_over() {
    bytesLost();
    theatre.author.git("reset", "-q", "--hard", "HEAD~1");
    merge("fix: another way");
    theatre.environment.put("INPUT_DROP-INTENT", "v1.0.1");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(next.output("version")).isEqualTo("1.0.2");
    assertThat(next.log())
        .contains(
            "widget@1.0.1 can never be published: the number was used and given up.",
            "Nothing is to be done: 1.0.2 takes its place.");
  }

  @Test
  void what_was_not_sent_yet_is_dropped_without_a_trace() {
    killedAt("draft");
    theatre.environment.put("INPUT_DROP-INTENT", "v1.0.1");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(next.log())
        .contains(
            "The release of v1.0.1 was given up. Nothing had been sent to a registry, so its number"
                + " is free again.");
    assertThat(next.output("version")).isEqualTo("1.0.1");
    assertThat(theatre.hub.pages()).containsExactly("v1.0.1");
    assertThat(theatre.refs()).noneMatch(ref -> ref.startsWith("refs/slipway/given-up/"));
  }

  @Test
  void what_is_live_already_is_not_dropped() {
    killedAt("publish");
    theatre.environment.put("INPUT_DROP-INTENT", "v1.0.1");
    Theatre.Run refused = theatre.onPush();
    assertThat(refused.code()).as(refused.log()).isEqualTo(2);
    assertThat(refused.log())
        .contains(
            "The release of v1.0.1 cannot be given up: all of it is live, with exactly the planned"
                + " bytes.");
    theatre.environment.remove("INPUT_DROP-INTENT");
    assertThat(theatre.onPush().output("status")).isEqualTo("released");
  }

  @Test
  void a_lost_answer_is_looked_after_and_nothing_is_sent_twice() {
    Theatre.Run run =
        theatre.run(
            theatre.pushed(), List.of(), Meddling.losingAnswers(Meddling.of("PUT", "/widget")));
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.log()).contains("The answer was lost or late; it had arrived.");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  void a_version_that_is_live_with_another_digest_is_a_security_stop() {
    killedAt("upload");
    theatre.publish("1.0.1", "somebody else's bytes", "0123456789012345678901234567890123456789");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isEqualTo(4);
    assertThat(next.log())
        .contains(
            "widget@1.0.1 is live on the registry with another digest than sha512-",
            "It says that it was made from 0123456789012345678901234567890123456789.",
            "treat the package as attacked");
    assertThat(theatre.refs()).doesNotContain("refs/tags/v1.0.1");
  }

  @Test
  void a_burned_number_is_stepped_over() {
    Theatre.Run run =
        theatre.run(
            theatre.pushed(),
            List.of(),
            Meddling.answering(
                Meddling.of("GET", "/widget"),
                200,
                """
                {
                  "name": "widget",
                  "dist-tags": { "latest": "1.0.0" },
                  "versions": { "1.0.0": { "name": "widget", "version": "1.0.0" } },
                  "time": { "1.0.0": "2026-01-01T00:00:00Z", "1.0.1": "2026-01-02T00:00:00Z" }
                }
                """));
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("1.0.2");
    assertThat(run.log())
        .contains("widget@1.0.1 can never be published: the number was used and taken back.");
  }

  @Test
  void a_tag_that_stands_elsewhere_is_a_security_stop() {
    killedAt("publish");
    String elsewhere = theatre.author.hash("v1.0.0");
    theatre.origin.git("tag", "v1.0.1", elsewhere);
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isEqualTo(4);
    assertThat(next.log())
        .contains(
            "The tag v1.0.1 stands on "
                + elsewhere
                + ", and this release is of "
                + tip()
                + ". Slipway did not put it there and never moves a tag.",
            "git push origin :refs/tags/v1.0.1");
    theatre.origin.git("tag", "-d", "v1.0.1");
    assertThat(theatre.onPush().output("status")).isEqualTo("released");
  }

  @Test
  @Tag(GITS_OWN)
  void a_ruleset_for_tags_is_named_and_the_next_run_only_seals() throws Exception {
    Path hook =
        theatre.hook(
            """
            case $1 in refs/tags/*)
              echo "error: GH013: Repository rule violations found for $1." >&2
              echo "- Cannot create ref due to creations being restricted." >&2
              exit 1;;
            esac
            """);
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(3);
    assertThat(run.log())
        .contains(
            "The version is live, but the remote does not take the tag v1.0.1.",
            "GH013: Repository rule violations found for refs/tags/v1.0.1.",
            "Cannot create ref due to creations being restricted.");
    assertThat(open()).containsExactly("refs/slipway/intents/v1.0.1");
    Files.delete(hook);
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(theatre.refs()).contains("refs/tags/v1.0.1");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  @Tag(GITS_OWN)
  void a_protected_branch_that_only_the_push_shows_is_named_with_the_ways_out() throws Exception {
    theatre.environment.put("INPUT_COMMIT", "true");
    Path hook =
        theatre.hook(
            """
            case $1 in refs/heads/main)
              echo "error: GH006: Protected branch update failed for $1." >&2
              echo "- Changes must be made through a pull request." >&2
              exit 1;;
            esac
            """);
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(2);
    assertThat(run.log())
        .contains(
            "The release commit may not go to main.",
            "GH006: Protected branch update failed for refs/heads/main.",
            "Changes must be made through a pull request.",
            "Nothing was published. Let the job's app or token bypass the rule, release without a commit,",
            "commit: pull-request");
    assertThat(open()).isEmpty();
    assertThat(theatre.refs()).containsExactly("refs/heads/main", "refs/tags/v1.0.0");
    assertThat(theatre.hub.registryWrites()).isEmpty();
    Files.delete(hook);
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(theatre.refs()).contains("refs/tags/v1.0.1");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  @Tag(GITS_OWN)
  void a_branch_that_moves_on_during_the_run_makes_it_superseded_and_green() {
    Theatre.Run run =
        theatre.run(
            theatre.pushed(),
            List.of(),
            Meddling.before(Meddling.of("GET", "/widget"), () -> merge("fix: meanwhile")));
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(theatre.hub.registryWrites()).isEmpty();
    assertThat(run.output("status")).isIn("superseded", "nothing");
    assertThat(theatre.onPush().output("version")).isEqualTo("1.0.1");
    assertThat(on("v1.0.1")).isEqualTo(tip());
  }

  @Test
  @Tag(GITS_OWN)
  void a_force_push_over_an_open_release_does_not_lose_it() {
    String released = tip();
    killedAt("publish");
    theatre.author.git("reset", "-q", "--hard", "v1.0.0");
    merge("fix: another history");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isIn(0, 1, 2);
    assertThat(on("v1.0.1")).isEqualTo(released);
    assertThat(open()).isEmpty();
  }

  @Test
  @Tag(GITS_OWN)
  void a_deleted_tag_is_put_again_where_the_bytes_are_the_same() {
    theatre.onPush();
    theatre.origin.git("tag", "-d", "v1.0.1");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(on("v1.0.1")).isEqualTo(tip());
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
    assertThat(theatre.hub.pages()).containsExactly("v1.0.1");
  }

  @Test
  void a_package_that_somebody_published_from_this_commit_without_a_tag_is_a_security_stop() {
    theatre.publish("1.0.0", "the first", theatre.author.hash("v1.0.0"));
    theatre.publish("1.0.1", "by hand", tip());
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(4);
    assertThat(run.log())
        .contains(
            "It says that it was made from the very commit that is released here, so another tool or"
                + " a person may have published it.",
            "put the tag v1.0.1 on its commit, and the next release starts from there");
    assertThat(open()).isEmpty();
  }

  @Test
  void what_an_open_release_came_to_is_told_though_nothing_can_be_planned_after_it() {
    killedAt("publish");
    merge("feat: more");
    String earlier = tip();
    theatre.publish("1.1.0", "by hand", earlier);
    merge("fix: more");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isEqualTo(1);
    assertThat(theatre.refs()).contains("refs/tags/v1.0.1").doesNotContain("refs/tags/v1.1.0");
    assertThat(next.log())
        .contains(
            "widget@1.1.0 is on the registry already, made from commit " + earlier,
            "Released widget@1.0.1.");
    assertThat(next.output("status")).isEqualTo("released");
    assertThat(next.output("version")).isEqualTo("1.0.1");
  }

  @Test
  void a_package_without_a_tag_from_an_earlier_commit_asks_for_the_tag() {
    theatre.publish("1.0.0", "the first", theatre.author.hash("v1.0.0"));
    theatre.publish("1.0.1", "by hand", tip());
    String earlier = tip();
    merge("fix: more");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(1);
    assertThat(run.log())
        .contains(
            "widget@1.0.1 is on the registry already, made from commit " + earlier,
            "git tag v1.0.1 " + earlier);
  }

  @Test
  void a_tag_without_a_package_on_this_commit_is_published() {
    theatre.publish("1.0.0", "the first", theatre.author.hash("v1.0.0"));
    theatre.author.git("tag", "v1.0.1");
    theatre.push();
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("1.0.1");
    assertThat(run.log())
        .contains(
            "The tag v1.0.1 stands on this commit and its package was never published: an earlier"
                + " release stopped half way, and this one finishes it.");
    assertThat(theatre.hub.registryWrites()).hasSize(2);
    assertThat(theatre.hub.pages()).containsExactly("v1.0.1");
    assertThat(theatre.onPush().output("status")).isEqualTo("nothing");
  }

  @Test
  void a_tag_without_a_package_behind_a_newer_release_is_named() {
    theatre.publish("1.0.0", "the first", theatre.author.hash("v1.0.0"));
    theatre.author.git("tag", "v1.0.1");
    merge("fix: more");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("1.0.2");
    assertThat(run.log())
        .contains(
            "The tag v1.0.1 stands on ",
            "but widget@1.0.1 is not on the registry and never was",
            "tag: v1.0.1");
  }

  @Test
  void a_tag_without_a_package_is_no_green_run_where_nothing_is_released() {
    theatre.publish("1.0.0", "the first", theatre.author.hash("v1.0.0"));
    theatre.author.git("tag", "v1.0.1");
    theatre.author.write("README.md", "# more\n").commit("docs: more");
    theatre.push();
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isEqualTo(3);
    assertThat(run.log())
        .contains("widget@1.0.1 is not on the registry and never was", "Or delete the tag");
    Theatre.Run mended =
        theatre.run(
            theatre.set(
                "workflow_dispatch",
                "refs/tags/v1.0.1",
                "v1.0.1",
                "{\"ref\":\"refs/tags/v1.0.1\",\"inputs\":{}}"));
    assertThat(mended.code()).as(mended.log()).isZero();
    assertThat(theatre.onPush().output("status")).isEqualTo("nothing");
  }

  @Test
  void an_old_run_that_is_run_again_changes_nothing() {
    String old = tip();
    theatre.onPush();
    merge("feat: more");
    theatre.onPush();
    List<String> refs = theatre.refs();
    Theatre.Run again = theatre.run(theatre.pushedOnce(old));
    assertThat(again.code()).as(again.log()).isZero();
    assertThat(again.output("status")).isEqualTo("nothing");
    assertThat(theatre.refs()).isEqualTo(refs);
    assertThat(theatre.hub.registryWrites()).hasSize(2);
  }

  @Test
  @Tag(GITS_OWN)
  void of_runs_at_once_one_releases_and_the_others_are_green() throws Exception {
    int count = Integer.getInteger("slipway.races", 3);
    List<Theatre.Stage> stages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stages.add(theatre.pushed());
    }
    List<Theatre.Run> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<Theatre.Run>> all =
          stages.stream().map(stage -> threads.submit(() -> theatre.run(stage))).toList();
      for (Future<Theatre.Run> each : all) {
        runs.add(each.get());
      }
    }
    assertThat(runs)
        .allSatisfy(run -> {
          assertThat(run.code()).as(run.log()).isZero();
          assertThat(run.output("status")).isIn("released", "superseded", "nothing");
        });
    assertThat(runs).anyMatch(run -> run.output("status").equals("released"));
    assertThat(on("v1.0.1")).isEqualTo(tip());
    assertThat(theatre.versions()).containsExactly("1.0.1");
    assertThat(theatre.hub.pages()).containsExactly("v1.0.1");
    assertThat(open()).isEmpty();
  }

  @Test
  void a_version_that_is_not_shown_in_time_is_pending_and_the_next_run_seals_it() {
    theatre.environment.put("INPUT_WAIT", "3m");
    Theatre.Run run =
        theatre.run(
            theatre.pushed(),
            List.of(),
            Meddling.answering(Meddling.of("GET", "/widget/1.0.1"), 404, "{}"));
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("pending");
    assertThat(run.log())
        .containsPattern(
            "waiting for widget@1.0.1 to be readable, since \\d\\d:\\d\\d:\\d\\d, at most until"
                + " \\d\\d:\\d\\d:\\d\\d UTC")
        .contains("The next run of this workflow finishes it");
    assertThat(theatre.time.slept()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
    assertThat(theatre.refs()).doesNotContain("refs/tags/v1.0.1");
    assertThat(
            JsonReader.read(run.output("plan").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .text("status"))
        .contains("pending");
    Theatre.Run next = theatre.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(next.output("status")).isEqualTo("released");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  void the_deadline_of_the_run_ends_it_and_the_next_one_goes_on() {
    theatre.environment.put("INPUT_DEADLINE", "2m");
    Theatre.Run run =
        theatre.run(
            theatre.pushed(),
            List.of(),
            Meddling.answering(Meddling.of("GET", "/widget/1.0.1"), 404, "{}"));
    assertThat(theatre.time.slept()).isLessThan(Duration.ofMinutes(3));
    assertThat(run.output("status")).as(run.log()).isEqualTo("pending");
    theatre.environment.remove("INPUT_DEADLINE");
    assertThat(theatre.onPush().output("status")).isEqualTo("released");
  }

  @Test
  void a_registry_that_asks_for_patience_gets_it_and_the_log_says_so() {
    int[] asked = {0};
    Theatre.Run run =
        theatre.run(
            theatre.pushed(),
            List.of(),
            network ->
                request ->
                    request.method().equals("PUT") && ++asked[0] == 1
                        ? new dev.slipway.world.Answer(
                            429,
                            java.util.Map.of("retry-after", "90"),
                            dev.slipway.world.Bytes.of("{}"))
                        : network.exchange(request));
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(theatre.time.slept()).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
    assertThat(run.log())
        .containsPattern(
            "waiting 90 s, until \\d\\d:\\d\\d:\\d\\d UTC, to publish widget@1.0.1.*: 127.0.0.1 answered"
                + " 429");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  @Tag(GITS_OWN)
  void without_the_right_to_push_the_tag_is_the_intent() {
    theatre.author.git("tag", "v1.0.1");
    theatre.push();
    theatre.git.readOnly();
    Theatre.Run run = theatre.onTag("v1.0.1");
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(run.log())
        .contains(
            "This job may not push refs, so no intent was recorded: the tag that started the run"
                + " stands in for it.",
            "Still certain: one digest at most for each version",
            "Not certain: ");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
    Theatre.Run again = theatre.onTag("v1.0.1");
    assertThat(again.code()).as(again.log()).isZero();
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  void without_the_right_to_push_an_intent_that_stays_is_passed_and_the_tag_released() {
    killedAt("announce");
    assertThat(theatre.refs()).contains("refs/tags/v1.0.1", "refs/slipway/intents/v1.0.1");
    merge("fix: more");
    theatre.author.git("tag", "v1.0.2");
    theatre.push();
    theatre.git.readOnly();
    Theatre.Run run = theatre.onTag("v1.0.2");
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.log())
        .contains(
            "The release is out, but its intent could not be taken away",
            "Released widget@1.0.1, widget@1.0.2.")
        .doesNotContain("does not take the tag");
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget", "PUT /widget");
  }
}
