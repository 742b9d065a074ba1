package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Releases to GitHub's npm registry, by the whole program, with nothing but the job's token; in
/// this order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GitHubPackagesTest {
  @TempDir static Path folder;
  private static NpmStage stage;
  private GitHubNpm npm;

  @BeforeAll
  static void a_package_of_the_owners_scope() {
    stage = new NpmStage(folder);
    stage.theatre.author.write(
        "package.json",
        """
        {
          "name": "@acme/widget",
          "version": "1.0.0",
          "main": "index.js",
          "repository": "acme/widget"
        }
        """);
    stage.theatre.author.commit("fix: go to the owner's scope");
    stage.theatre.push();
    stage.environment.put(
        "GITHUB_SERVER_URL", stage.theatre.git.address().replace("127.0.0.1", "localhost"));
    stage.environment.put("INPUT_REGISTRY", GitHubNpm.REGISTRY);
  }

  @BeforeEach
  void an_empty_registry() {
    npm = new GitHubNpm(stage.network, Theatre.GITHUB_TOKEN);
    stage.answering = npm;
    stage.environment.remove("INPUT_PUBLISH");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private Theatre.Run doctor() {
    return stage.run("push", "{\"ref\":\"refs/heads/main\",\"deleted\":false}", List.of("doctor"));
  }

  @Test
  @Order(1)
  void the_doctor_says_what_that_registry_does_not_tell() {
    Theatre.Run run = doctor();

    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.log().lines().filter(line -> line.contains("  npm.localhost  ")))
        .containsExactly(
            "yes  npm.localhost  registry reachable         It answers directly.",
            "?    npm.localhost  credential                 A token from the input github-token; the"
                + " registry answers 401 to every question about it, so the publish has to tell.");
    assertThat(npm.requests).noneMatch(request -> request.startsWith("PUT"));
  }

  @Test
  @Order(2)
  void staging_is_said_not_to_be_there_before_anything_is_written() {
    stage.environment.put("INPUT_PUBLISH", "stage");
    List<String> refs = stage.theatre.refs();

    Theatre.Run run = stage.onPush();

    assertThat(run.output("status")).as(run.log()).isEqualTo("refused");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.log())
        .contains(
            "npm.localhost shows no staged publishing: it refuses that question as it refuses every"
                + " one that it does not know.");
    assertThat(npm.requests).noneMatch(request -> request.startsWith("PUT"));
    assertThat(stage.theatre.refs()).isEqualTo(refs);
  }

  @Test
  @Order(3)
  void a_job_without_packages_write_is_told_so_and_the_next_run_publishes() {
    npm.readOnly = true;

    Theatre.Run refused = stage.onPush();

    assertThat(refused.code()).as(refused.log()).isEqualTo(1);
    assertThat(refused.log()).contains("packages: write");
    assertThat(stage.theatre.refs()).doesNotContain("refs/tags/v1.0.1");

    npm.readOnly = false;
    npm.requests.clear();
    Theatre.Run run = stage.onPush();

    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(npm.requests.stream().filter(request -> request.startsWith("PUT")))
        .containsExactly("PUT /@acme%2fwidget 200");
    assertThat(npm.requests).contains("GET /@acme%2fwidget/1.0.1 405");
    assertThat(stage.theatre.refs()).contains("refs/tags/v1.0.1");
  }
}
