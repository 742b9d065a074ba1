package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.npm.SigstoreBench;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A provenance by the whole program, signed by sigstore's mock and judged by its verifier.
class ProvenanceReleaseTest {
  private static final String WORKFLOW =
      "acme/widget/.github/workflows/release.yml@refs/heads/main";
  private static final String IDENTITY = "https://github.com/" + WORKFLOW;

  @TempDir Path folder;
  private NpmStage stage;
  private SigstoreBench bench;

  @BeforeEach
  void a_trusted_publisher_and_a_sigstore() {
    stage = new NpmStage(folder);
    bench = SigstoreBench.start();
    bench.claims(
        """
        {
          "sub": "repo:acme/widget:ref:refs/heads/main",
          "iss": "https://token.actions.githubusercontent.com",
          "repository": "acme/widget",
          "repository_visibility": "public",
          "workflow_ref": "%1$s",
          "job_workflow_ref": "%1$s",
          "san": "%2$s"
        }
        """
            .formatted(WORKFLOW, IDENTITY));
    stage.environment.put("ACTIONS_ID_TOKEN_REQUEST_URL", bench.address() + "token?v=2");
    stage.environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "runner-secret");
    stage.sigstore = bench.sigstore();
    stage.npm.trusts = true;
  }

  @AfterEach
  void close() {
    bench.close();
    stage.close();
  }

  @Test
  void a_release_carries_one_that_the_verifier_accepts_and_none_for_another_repository() {
    stage.theatre.author.write(
        "package.json",
        """
        { "name": "widget", "version": "1.0.0", "main": "index.js", "repository": "acme/other" }
        """);
    stage.theatre.author.commit("fix: name the repository");
    stage.theatre.push();

    Theatre.Run refused = stage.onPush();

    assertThat(refused.output("status")).as(refused.log()).isEqualTo("refused");
    assertThat(refused.log())
        .contains(
            "package.json names \"acme/other\" as its repository, and the provenance will say")
        .contains("git+https://github.com/acme/widget.git");
    assertThat(stage.npm.writes).isEmpty();
    assertThat(bench.get("bench/counts").members().keySet())
        .doesNotContain("POST /api/v1/log/entries");

    stage.theatre.author.write(
        "package.json",
        """
        { "name": "widget", "version": "1.0.0", "main": "index.js", "repository": "acme/widget" }
        """);
    stage.theatre.author.commit("fix: name the right repository");
    stage.theatre.push();

    Theatre.Run run = stage.onPush();

    assertThat(run.output("status")).as(run.log()).isEqualTo("released");
    assertThat(run.log()).contains("With provenance.");
    Json attachment =
        stage.npm.sent.getFirst().at("_attachments", "widget-1.0.1.sigstore").orElseThrow();
    assertThat(attachment.text("content_type"))
        .contains("application/vnd.dev.sigstore.bundle.v0.3+json");
    assertThat(bench.verdict(JsonReader.read(attachment.text("data").orElseThrow()), IDENTITY))
        .isEmpty();
  }
}
