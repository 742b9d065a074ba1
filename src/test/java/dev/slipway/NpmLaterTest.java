package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.npm.PublicRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may still happen to a version after the run that sent it, by the whole program on a clock
/// that only waiting moves: held back by the scan, overtaken, lost, published another way.
class NpmLaterTest {
  @TempDir Path folder;
  private NpmStage stage;

  @BeforeEach
  void a_token_and_a_package_with_1_0_0_on_npm_and_a_fix_since() {
    stage = new NpmStage(folder);
    stage.environment.put("INPUT_NPM-TOKEN", PublicNpm.TOKEN);
    stage.environment.put("INPUT_PROVENANCE", "false");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private static List<String> told(Theatre.Run run, String about) {
    return run.log().lines().filter(line -> line.contains(about)).toList();
  }

  @Test
  void a_version_that_is_taken_and_then_held_back_is_waited_for_and_named() {
    stage.npm.scan = Duration.ofHours(1);
    Theatre.Run run = stage.onPush();
    assertThat(run.output("status")).as(run.log()).isEqualTo("pending");
    stage.npm.holdBack("1.0.1");

    Theatre.Run soon = stage.onSchedule();

    assertThat(soon.output("status")).as(soon.log()).isEqualTo("pending");
    assertThat(soon.code()).isZero();
    assertThat(stage.npm.writes).containsExactly("PUT /widget 200");

    stage.time.sleep(Duration.ofHours(5));
    Theatre.Run late = stage.onSchedule();

    assertThat(late.output("status")).as(late.log()).isEqualTo("pending");
    assertThat(told(late, "cannot be read"))
        .containsExactly(
            "⏳ see widget@1.0.1 on the registry: pending (1200.0 s) – widget@1.0.1 was taken more"
                + " than four hours ago and still cannot be read: the registry may have held it"
                + " back. Ask its support, or give the number up (drop-intent: v1.0.1) and release"
                + " the next one.");
    assertThat(stage.npm.writes).containsExactly("PUT /widget 200", "PUT /widget 403");
    assertThat(stage.theatre.refs()).doesNotContain("refs/tags/v1.0.1");
  }

  @Test
  void a_stage_that_was_overtaken_is_not_approved_but_told() {
    stage.environment.put("INPUT_PUBLISH", "stage");
    assertThat(stage.onPush().output("status")).isEqualTo("awaiting-approval");
    stage.npm.publishByHand("1.1.0", "0".repeat(40));

    Theatre.Run run = stage.onSchedule();

    assertThat(run.code()).as(run.log()).isEqualTo(1);
    assertThat(told(run, "::error"))
        .containsExactly(
            "::error title=NPM_STAGE_OVERTAKEN::widget@1.0.1 still waits for approval, and 1.1.0"
                + " went live as latest meanwhile. Approving it now would move latest down."
                + "%0AReject it: npm stage reject stage-1.0.1");
    assertThat(stage.npm.writes).containsExactly("POST /-/stage/package/widget 201");
  }

  @Test
  void a_stage_that_the_registry_has_lost_is_asked_for_once_and_named_after_a_scans_time() {
    stage.environment.put("INPUT_PUBLISH", "stage");
    stage.npm.losesStages = true;

    Theatre.Run run = stage.onPush();

    assertThat(run.output("status")).as(run.log()).isEqualTo("pending");
    assertThat(told(run, "neither live nor listed"))
        .containsExactly(
            "⏳ see widget@1.0.1 on the registry: pending (1200.0 s) – widget@1.0.1 is refused as"
                + " taken before, but is neither live nor listed as staged: the registry has lost"
                + " it (npm/cli#9889).");

    stage.time.sleep(Duration.ofHours(5));
    Theatre.Run late = stage.onSchedule();

    assertThat(late.code()).as(late.log()).isEqualTo(1);
    assertThat(told(late, "::error"))
        .containsExactly(
            "::error title=NPM_STAGE_GHOST::widget@1.0.1 is refused as taken before, but is neither"
                + " live nor listed as staged: the registry has lost it (npm/cli#9889)."
                + "%0AIts number is lost. Give it up, and the next one is released:%0A%0A"
                + "    with:%0A      drop-intent: v1.0.1");
    assertThat(stage.npm.writes).containsExactly("POST /-/stage/package/widget 409");
  }

  @Test
  void what_npm_refuses_to_publish_directly_is_staged_when_the_workflow_says_so() {
    stage.environment.put("INPUT_PUBLISH", "direct");
    stage.npm.refusesDirect =
        "Two-factor authentication or granular access token with bypass 2fa enabled is required to"
            + " publish packages.";
    Theatre.Run refused = stage.onPush();
    assertThat(refused.output("status")).as(refused.log()).isEqualTo("failed");
    assertThat(told(refused, "::error"))
        .singleElement()
        .asString()
        .startsWith(
            "::error title=NPM_BYPASS_REQUIRED::"
                + PublicRegistry.ADDRESS.getHost()
                + " takes widget from this token only with two-factor authentication: the token has"
                + " no \"Bypass 2FA\", or it is January 2027 and such tokens no longer publish"
                + " directly.")
        .contains("    with:%0A      publish: stage");

    stage.environment.put("INPUT_PUBLISH", "stage");
    Theatre.Run staged = stage.onPush();

    assertThat(staged.output("status")).as(staged.log()).isEqualTo("awaiting-approval");
    assertThat(stage.npm.writes)
        .containsExactly("PUT /widget 403", "POST /-/stage/package/widget 201");
    stage.npm.approve("1.0.1");
    assertThat(stage.onSchedule().output("status")).isEqualTo("released");
    assertThat(stage.theatre.refs())
        .contains("refs/tags/v1.0.1")
        .doesNotContain("refs/slipway/intents/v1.0.1");
  }

  @Test
  void what_is_being_scanned_is_not_staged_when_the_workflow_changes_its_mind() {
    stage.npm.scan = Duration.ofMinutes(30);
    assertThat(stage.onPush().output("status")).isEqualTo("pending");
    stage.environment.put("INPUT_PUBLISH", "stage");

    Theatre.Run run = stage.onSchedule();

    assertThat(run.output("status")).as(run.log()).isEqualTo("released");
    assertThat(stage.npm.writes).containsExactly("PUT /widget 200");
  }

  @Test
  void the_watch_tells_of_a_stage_and_of_a_commit_that_are_nobodys() {
    assertThat(stage.onPush().output("status")).isEqualTo("released");
    stage.npm.stageByHand("1.0.2");
    stage.npm.publishByHand("1.0.3", "f".repeat(40));
    stage.theatre.author.git("tag", "v1.0.3");
    stage.theatre.push();

    Theatre.Run run = stage.run("schedule", "{\"schedule\":\"17 * * * *\"}", List.of("watch"));

    assertThat(run.code()).as(run.log()).isEqualTo(4);
    assertThat(run.log().substring(0, run.log().indexOf("::error")))
        .isEqualTo(
            """
            widget on %s: 3 versions.
              ALARM  widget@1.0.3 says that it was made from commit %s, which this repository does not have. Published 2026-11-26T12:00:00Z.
                     Find out who published it, and from where. If the history was rewritten since, that commit may have been yours.
              ALARM  widget@1.0.2 waits for approval, staged by ada, and was not staged here.
                     Do not approve it before you know who staged it. To turn it away: npm stage reject stage-1.0.2
            2 versions were not made here.
            """
                .formatted(PublicRegistry.ADDRESS.getHost(), "f".repeat(40)));
  }
}
