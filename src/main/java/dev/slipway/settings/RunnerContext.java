package dev.slipway.settings;

import dev.slipway.world.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the runner says about the run.
///
/// @param onRunner false on somebody's own machine
/// @param repository `owner/name`; empty on a machine
/// @param repositoryId the number of the repository, or the empty text
/// @param ownerId the number of its owner, or the empty text
/// @param server the address of GitHub for people
/// @param api the address of its REST API
/// @param graphql the address of its GraphQL API
/// @param ref the full ref of the run, such as `refs/heads/main`, or the empty text
/// @param sha the full hash of the run's commit, or the empty text
/// @param event what started the run
/// @param eventName the name of that
/// @param runId the number of the run, or the empty text
/// @param runAttempt from 1
/// @param actor who started it, or the empty text
/// @param workflow where the workflow's file stands: `owner/name/path@ref`, or the empty text
/// @param workflowSha the full hash of the commit that file is of, or the empty text
/// @param workspace the root of the checkout
/// @param temporary where files may be left for the time of the job
/// @param files where outputs and summary go
/// @param idTokens where a token of this job's identity can be had
/// @param hosted true on GitHub's own machines
/// @param debug true when the person asked for details
public record RunnerContext(
    boolean onRunner,
    Optional<String> repository,
    String repositoryId,
    String ownerId,
    URI server,
    URI api,
    URI graphql,
    String ref,
    String sha,
    Event event,
    String eventName,
    String runId,
    int runAttempt,
    String actor,
    String workflow,
    String workflowSha,
    Path workspace,
    Path temporary,
    RunnerFileNames files,
    Optional<IdTokens> idTokens,
    boolean hosted,
    boolean debug) {

  /// The files that the runner reads after the step.
  public record RunnerFileNames(
      Optional<Path> output,
      Optional<Path> summary,
      Optional<Path> state,
      Optional<Path> environment,
      Optional<Path> artifacts) {}

  /// Where a token of this job's identity can be had.
  public record IdTokens(URI url, Secret token) {}

  /// Reads the runner's variables; outside of a runner, what a machine of one's own amounts to.
  ///
  /// @param environment the variables, as the process got them
  /// @param directory the directory the process was started in
  public static RunnerContext of(Map<String, String> environment, Path directory) {
    Variables variables = new Variables(environment);
    boolean onRunner = variables.text("GITHUB_ACTIONS").equals("true");
    String ref = variables.text("GITHUB_REF");
    String sha = variables.text("GITHUB_SHA");
    String eventName = variables.text("GITHUB_EVENT_NAME");
    Event event =
        onRunner && !eventName.isEmpty()
            ? Event.of(eventName, payload(variables), ref, sha)
            : new Event.Local();
    Path workspace = onRunner ? variables.path("GITHUB_WORKSPACE").orElse(directory) : directory;
    return new RunnerContext(
        onRunner,
        variables.maybe("GITHUB_REPOSITORY"),
        variables.text("GITHUB_REPOSITORY_ID"),
        variables.text("GITHUB_REPOSITORY_OWNER_ID"),
        variables.address("GITHUB_SERVER_URL", "https://github.com"),
        variables.address("GITHUB_API_URL", "https://api.github.com"),
        variables.address("GITHUB_GRAPHQL_URL", "https://api.github.com/graphql"),
        ref,
        sha,
        event,
        eventName,
        variables.text("GITHUB_RUN_ID"),
        variables.number("GITHUB_RUN_ATTEMPT", 1),
        variables.text("GITHUB_ACTOR"),
        variables.text("GITHUB_WORKFLOW_REF"),
        variables.text("GITHUB_WORKFLOW_SHA"),
        workspace.toAbsolutePath().normalize(),
        temporary(variables),
        new RunnerFileNames(
            variables.path("GITHUB_OUTPUT"),
            variables.path("GITHUB_STEP_SUMMARY"),
            variables.path("GITHUB_STATE"),
            variables.path("GITHUB_ENV"),
            variables.path("GITHUB_ARTIFACTS")),
        idTokens(variables),
        variables.text("RUNNER_ENVIRONMENT").equals("github-hosted"),
        variables.text("RUNNER_DEBUG").equals("1"));
  }

  /// The short name of the branch the run is on; empty on a tag, a pull request or a machine.
  public Optional<String> branch() {
    return ref.startsWith("refs/heads/")
        ? Optional.of(ref.substring("refs/heads/".length()))
        : Optional.empty();
  }

  private static String payload(Variables variables) {
    try {
      Optional<Path> file = variables.path("GITHUB_EVENT_PATH");
      return file.isPresent() && Files.size(file.get()) <= 64 << 20
          ? Files.readString(file.get(), StandardCharsets.UTF_8)
          : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  /// A Kubernetes runner names a directory that its containers do not have.
  private static Path temporary(Variables variables) {
    return variables
        .path("RUNNER_TEMP")
        .filter(Files::isDirectory)
        .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
  }

  private static Optional<IdTokens> idTokens(Variables variables) {
    Optional<String> url = variables.maybe("ACTIONS_ID_TOKEN_REQUEST_URL");
    Optional<String> token = variables.maybe("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
    return url.flatMap(address ->
        token.map(secret ->
            new IdTokens(
                variables.address("ACTIONS_ID_TOKEN_REQUEST_URL", address), Secret.of(secret))));
  }
}
