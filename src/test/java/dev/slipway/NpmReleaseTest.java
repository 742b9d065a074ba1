package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Releases to the public npm registry of late 2026, by the whole program: trusted publishing,
/// staging, scans that take their time, answers that are lost.
class NpmReleaseTest {
  @TempDir Path folder;
  private NpmStage stage;

  @BeforeEach
  void a_package_with_1_0_0_on_npm_and_a_fix_since() {
    stage = new NpmStage(folder);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void withToken() {
    stage.environment.put("INPUT_NPM-TOKEN", PublicNpm.TOKEN);
    stage.environment.put("INPUT_PROVENANCE", "false");
  }

  @Test
  void a_token_publishes_directly_and_is_told_that_it_ends() {
    withToken();
    stage.environment.put("INPUT_NPM-TOKEN-EXPIRES", "2026-12-05");
    stage.npm.notice = "Publishing with tokens ends in January 2027";
    stage.npm.scan = Duration.ofMinutes(30);

    Theatre.Run run = stage.onPush();

    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("pending");
    assertThat(stage.npm.writes).containsExactly("PUT /widget 200");
    assertThat(run.log())
        .contains("widget is published with the credential from the input npm-token: this job does")
        .contains("Publishing directly with the token; if the registry allows only staging, it is")
        .contains("The token ends in 9 days, on 2026-12-05.")
        .contains("From January 2027 npm takes no version directly from a token any more.")
        .contains("The registry says: Publishing with tokens ends in January 2027");
    assertThat(run.summary()).contains("Publishing with tokens ends in January 2027");
    assertThat(stage.theatre.refs())
        .contains("refs/slipway/intents/v1.0.1")
        .doesNotContain("refs/tags/v1.0.1");

    Theatre.Run later = stage.onSchedule();

    assertThat(later.code()).as(later.log()).isZero();
    assertThat(later.output("status")).isEqualTo("released");
    assertThat(stage.npm.writes).containsExactly("PUT /widget 200");
    assertThat(stage.theatre.refs())
        .contains("refs/tags/v1.0.1")
        .doesNotContain("refs/slipway/intents/v1.0.1");
  }

  @Test
  void a_lost_answer_and_a_late_scan_end_as_one_publish() {
    withToken();
    stage.npm.losesAnswer = true;
    stage.npm.scan = Duration.ofSeconds(3);

    Theatre.Run run = stage.onPush();

    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(stage.npm.writes).containsExactly("PUT /widget 200");
  }

  @Test
  void a_trusted_publisher_needs_no_token_and_a_refused_one_is_told_what_would_match() {
    stage.environment.put("INPUT_PROVENANCE", "false");
    stage.withIdTokens();

    Theatre.Run refused = stage.onPush();

    assertThat(refused.code()).as(refused.log()).isEqualTo(1);
    assertThat(refused.output("status")).isEqualTo("refused");
    assertThat(refused.log())
        .contains("No trusted publisher of widget matches this workflow (status 404).")
        .contains("    repository: acme/widget%0A")
        .contains("    workflow_ref: acme/widget/.github/workflows/release.yml@refs/heads/main")
        .contains(
            "    Organization or user: acme%0A    Repository: widget%0A"
                + "    Workflow filename: release.yml%0A    Environment name: (leave it empty)")
        .doesNotContain("e30.", "runner-secret");
    assertThat(stage.npm.writes).isEmpty();
    assertThat(stage.theatre.refs())
        .containsExactlyInAnyOrder("refs/heads/main", "refs/tags/v1.0.0");

    stage.npm.trusts = true;
    Theatre.Run run = stage.onPush();

    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(run.log())
        .contains("widget is published by trusted publishing.")
        .doesNotContain("January 2027", "npm_exchanged");
    assertThat(stage.npm.writes).containsExactly("PUT /widget 200");
  }

  @Test
  void a_trusted_publisher_that_may_only_stage_stages_and_the_run_after_the_approval_seals() {
    stage.environment.put("INPUT_PROVENANCE", "false");
    stage.withIdTokens();
    stage.npm.trusts = true;
    stage.npm.publishesDirectly = false;
    stage.npm.scan = Duration.ofMinutes(10);

    Theatre.Run run = stage.onPush();

    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("awaiting-approval");
    assertThat(run.output("released")).isEmpty();
    assertThat(stage.npm.writes)
        .containsExactly("PUT /widget 403", "POST /-/stage/package/widget 201");
    assertThat(run.log()).contains("STAGED_INSTEAD");
    assertThat(run.summary())
        .startsWith("## ✋ widget 1.0.1 waits for approval")
        .contains("npm stage approve stage-1.0.1");
    assertThat(stage.theatre.refs()).doesNotContain("refs/tags/v1.0.1");

    Theatre.Run waiting = stage.onPush();

    assertThat(waiting.output("status")).as(waiting.log()).isEqualTo("awaiting-approval");
    assertThat(stage.npm.writes).hasSize(2);

    stage.npm.approve("1.0.1");
    Theatre.Run sealed = stage.onSchedule();

    assertThat(sealed.code()).as(sealed.log()).isZero();
    assertThat(sealed.output("status")).isEqualTo("awaiting-approval");
    stage.time.sleep(Duration.ofMinutes(10));
    Theatre.Run after = stage.onSchedule();
    assertThat(after.output("status")).as(after.log()).isEqualTo("released");
    assertThat(stage.theatre.refs()).contains("refs/tags/v1.0.1");
  }

  @Test
  void a_stage_that_is_rejected_is_not_made_again_from_the_same_commit() {
    withToken();
    stage.environment.put("INPUT_PUBLISH", "stage");

    Theatre.Run run = stage.onPush();

    assertThat(run.output("status")).as(run.log()).isEqualTo("awaiting-approval");
    assertThat(run.log())
        .contains("Staging with the token, as asked for: a maintainer approves it on npm.")
        .doesNotContain("January 2027");
    assertThat(stage.npm.writes).containsExactly("POST /-/stage/package/widget 201");

    stage.npm.reject("1.0.1");
    Theatre.Run open = stage.onSchedule();
    assertThat(open.output("status")).as(open.log()).isEqualTo("pending");
    assertThat(open.summary())
        .contains("it was approved and is being scanned, or it was rejected or has expired");

    stage.time.sleep(Duration.ofHours(5));
    Theatre.Run over = stage.onSchedule();
    assertThat(over.code()).as(over.log()).isEqualTo(1);
    assertThat(over.log())
        .contains(
            "widget@1.0.1 was staged, and is neither live nor staged any more: it was rejected,"
                + " or it expired.")
        .contains("drop-intent: v1.0.1");
    assertThat(stage.npm.writes).hasSize(1);

    stage.theatre.author.write("index.js", "module.exports = 3\n").commit("fix: count better");
    stage.theatre.push();
    Theatre.Run next = stage.onPush();
    assertThat(next.code()).as(next.log()).isZero();
    assertThat(next.output("status")).isEqualTo("awaiting-approval");
    assertThat(next.output("version")).isEqualTo("1.0.1");
    assertThat(stage.npm.writes).hasSize(2);
  }
}
