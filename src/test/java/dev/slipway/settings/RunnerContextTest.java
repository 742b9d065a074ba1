package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerContextTest {
  @TempDir Path folder;

  private Map<String, String> runner() throws IOException {
    Path event = folder.resolve("event.json");
    Files.writeString(
        event, "{\"ref\":\"refs/heads/main\",\"before\":\"b\",\"after\":\"a\",\"created\":true}");
    Map<String, String> all = new HashMap<>();
    all.put("GITHUB_ACTIONS", "true");
    all.put("GITHUB_REPOSITORY", "owner/widget");
    all.put("GITHUB_REPOSITORY_ID", "12");
    all.put("GITHUB_REPOSITORY_OWNER_ID", "34");
    all.put("GITHUB_REF", "refs/heads/main");
    all.put("GITHUB_SHA", "a");
    all.put("GITHUB_EVENT_NAME", "push");
    all.put("GITHUB_EVENT_PATH", event.toString());
    all.put("GITHUB_RUN_ID", "99");
    all.put("GITHUB_RUN_ATTEMPT", "2");
    all.put("GITHUB_ACTOR", "octocat");
    all.put("GITHUB_WORKFLOW_REF", "owner/widget/.github/workflows/release.yml@refs/heads/main");
    all.put("GITHUB_WORKSPACE", folder.toString());
    all.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    all.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    all.put("RUNNER_TEMP", folder.toString());
    all.put("RUNNER_ENVIRONMENT", "github-hosted");
    all.put("RUNNER_DEBUG", "1");
    all.put("ACTIONS_ID_TOKEN_REQUEST_URL", "https://token.example.com/x?a=b");
    all.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "hush");
    return all;
  }

  @Test
  void a_run_is_known_from_its_variables() throws IOException {
    RunnerContext context = RunnerContext.of(runner(), Path.of("/"));
    assertThat(context.onRunner()).isTrue();
    assertThat(context.repository()).contains("owner/widget");
    assertThat(context.branch()).contains("main");
    assertThat(context.event())
        .isEqualTo(new Event.Push("main", "b", "a", true, false, false, Optional.empty()));
    assertThat(context.runAttempt()).isEqualTo(2);
    assertThat(context.workspace()).isEqualTo(folder);
    assertThat(context.files().output()).contains(folder.resolve("output"));
    assertThat(context.files().state()).isEmpty();
    assertThat(context.api()).isEqualTo(URI.create("https://api.github.com"));
    assertThat(context.hosted()).isTrue();
    assertThat(context.debug()).isTrue();
    assertThat(context.idTokens().orElseThrow().url())
        .isEqualTo(URI.create("https://token.example.com/x?a=b"));
    assertThat(context.toString()).doesNotContain("hush");
  }

  @Test
  void an_enterprise_server_has_its_own_addresses() throws IOException {
    Map<String, String> variables = runner();
    variables.put("GITHUB_SERVER_URL", "https://git.example.com");
    variables.put("GITHUB_API_URL", "https://git.example.com/api/v3/");
    variables.put("GITHUB_GRAPHQL_URL", "https://git.example.com/api/graphql");
    RunnerContext context = RunnerContext.of(variables, Path.of("/"));
    assertThat(context.api()).isEqualTo(URI.create("https://git.example.com/api/v3"));
    assertThat(context.graphql()).isEqualTo(URI.create("https://git.example.com/api/graphql"));
    assertThat(context.server()).isEqualTo(URI.create("https://git.example.com"));
  }

  @Test
  void an_address_that_is_none_is_refused() throws IOException {
    Map<String, String> variables = runner();
    variables.put("GITHUB_API_URL", "not an address");
    Refused refused =
        catchThrowableOfType(Refused.class, () -> RunnerContext.of(variables, Path.of("/")));
    assertThat(refused.problems().getFirst().what())
        .isEqualTo("The environment variable GITHUB_API_URL is not an address.");
  }

  @Test
  void on_a_machine_of_ones_own_the_variables_of_a_runner_do_not_count() {
    RunnerContext context =
        RunnerContext.of(
            Map.of("GITHUB_EVENT_NAME", "push", "GITHUB_WORKSPACE", "/elsewhere"), folder);
    assertThat(context.onRunner()).isFalse();
    assertThat(context.event()).isEqualTo(new Event.Local());
    assertThat(context.workspace()).isEqualTo(folder);
    assertThat(context.repository()).isEmpty();
    assertThat(context.branch()).isEmpty();
    assertThat(context.runAttempt()).isEqualTo(1);
  }

  @Test
  void what_is_missing_or_gone_is_no_failure() throws IOException {
    Map<String, String> variables = runner();
    variables.put("GITHUB_EVENT_PATH", folder.resolve("gone.json").toString());
    variables.put("RUNNER_TEMP", "/github/runner_temp_that_is_not_there");
    variables.put("GITHUB_RUN_ATTEMPT", "many");
    RunnerContext context = RunnerContext.of(variables, Path.of("/"));
    assertThat(context.event())
        .isEqualTo(new Event.Push("main", "", "a", false, false, false, Optional.empty()));
    assertThat(context.temporary()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
    assertThat(context.runAttempt()).isEqualTo(1);
  }
}
