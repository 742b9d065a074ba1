package dev.slipway;

import dev.slipway.http.JdkExchanges;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.npm.Sigstore;
import dev.slipway.report.Log;
import dev.slipway.report.Masks;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.RunnerContext;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The whole program against the public npm registry of late 2026: git and GitHub as in the
/// theatre, the registry in memory, and a clock that only waiting moves.
final class NpmStage implements AutoCloseable {
  private static final String CLAIMS =
      """
      {
        "sub": "repo:acme/widget:ref:refs/heads/main",
        "iss": "https://token.actions.githubusercontent.com",
        "repository": "acme/widget",
        "repository_owner": "acme",
        "repository_visibility": "public",
        "ref": "refs/heads/main",
        "event_name": "push",
        "runner_environment": "github-hosted",
        "workflow_ref": "acme/widget/.github/workflows/release.yml@refs/heads/main",
        "job_workflow_ref": "acme/widget/.github/workflows/release.yml@refs/heads/main"
      }
      """;

  /// A clock that only waiting moves, and a test that says that time has passed.
  static final class Waiting implements Time {
    private Instant now = Instant.parse("2026-11-26T12:00:00Z");

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void sleep(Duration duration) {
      now = now.plus(duration);
    }
  }

  final Waiting time = new Waiting();
  final Theatre theatre;
  final PublicNpm npm;
  final Map<String, String> environment = new HashMap<>();
  Sigstore sigstore = Sigstore.publicInstance();

  /// What answers; the public registry, as long as nobody says otherwise.
  Exchanges answering;

  private final Path folder;
  final JdkExchanges network = JdkExchanges.plain("slipway-test");
  private int runs;

  NpmStage(Path folder) {
    this.folder = folder;
    this.theatre = Theatre.quick(folder);
    this.npm = new PublicNpm(network, time);
    this.answering = npm;
    npm.claims = (Json.Obj) JsonReader.read(CLAIMS);
  }

  /// The job may ask for id tokens.
  void withIdTokens() {
    environment.put("ACTIONS_ID_TOKEN_REQUEST_URL", PublicNpm.RUNNER);
    environment.put("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "runner-secret");
  }

  /// The workflow runs for a push to main.
  Theatre.Run onPush() {
    return run("push", "{\"ref\":\"refs/heads/main\",\"deleted\":false}", List.of());
  }

  /// The workflow runs on its schedule.
  Theatre.Run onSchedule() {
    return run("schedule", "{\"schedule\":\"17 * * * *\"}", List.of());
  }

  Theatre.Run run(String event, String payload, List<String> arguments) {
    try {
      Path stage = folder.resolve("npm-run-" + ++runs);
      Path workspace = stage.resolve("workspace");
      Files.createDirectories(stage.resolve("temp"));
      new GitSandbox(folder)
          .git(
              "clone",
              "-q",
              "--depth",
              "1",
              "file://" + theatre.origin.folder(),
              workspace.toString());
      Files.writeString(stage.resolve("event.json"), payload);
      Files.createFile(stage.resolve("output"));
      Files.createFile(stage.resolve("summary"));
      Map<String, String> env = new HashMap<>();
      env.put("GITHUB_ACTIONS", "true");
      env.put("GITHUB_API_URL", theatre.hub.github());
      env.put("GITHUB_GRAPHQL_URL", theatre.hub.github() + "/graphql");
      env.put("GITHUB_SERVER_URL", theatre.git.address());
      env.put("GITHUB_REPOSITORY", "acme/widget");
      env.put("GITHUB_REPOSITORY_ID", "1");
      env.put("GITHUB_REPOSITORY_OWNER_ID", "2");
      env.put("GITHUB_EVENT_NAME", event);
      env.put("GITHUB_EVENT_PATH", stage.resolve("event.json").toString());
      env.put("GITHUB_REF", "refs/heads/main");
      env.put("GITHUB_SHA", new GitSandbox(workspace).hash("HEAD"));
      env.put("GITHUB_RUN_ID", Integer.toString(500 + runs));
      env.put("GITHUB_RUN_ATTEMPT", "1");
      env.put("GITHUB_WORKFLOW_REF", "acme/widget/.github/workflows/release.yml@refs/heads/main");
      env.put("GITHUB_WORKSPACE", workspace.toString());
      env.put("GITHUB_OUTPUT", stage.resolve("output").toString());
      env.put("GITHUB_STEP_SUMMARY", stage.resolve("summary").toString());
      env.put("RUNNER_TEMP", stage.resolve("temp").toString());
      env.put("RUNNER_ENVIRONMENT", "github-hosted");
      env.put("HOME", stage.toString());
      env.put("INPUT_GITHUB-TOKEN", Theatre.GITHUB_TOKEN);
      env.putAll(environment);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
      int code = play(new Start(arguments, env, workspace, stream, stream, Clock.systemUTC()));
      return new Theatre.Run(
          code,
          out.toString(StandardCharsets.UTF_8),
          Theatre.outputs(Files.readString(stage.resolve("output"))),
          Files.readString(stage.resolve("summary")),
          workspace);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The remote is the theatre's; what a provenance says of it is what github.com would say.
  private int play(Start start) {
    RunnerContext runner = RunnerContext.of(start.environment(), start.directory());
    Map<String, String> facts = new HashMap<>(start.environment());
    facts.put("GITHUB_SERVER_URL", "https://github.com");
    var chance = LiveWorld.unguessable();
    Log log = new Log(start.out(), Log.Reader.RUNNER, Masks.none(), chance, false);
    try (Scratch scratch = Scratch.below(runner.temporary())) {
      return Ending.of(
          new Hands(
              Inputs.read(start.arguments(), start.environment()),
              runner,
              facts,
              log,
              answering,
              UnaryOperator.identity(),
              sigstore,
              new LiveDisk(runner.workspace()),
              time,
              chance,
              scratch.folder(),
              start.out()),
          start);
    }
  }

  @Override
  public void close() {
    theatre.close();
    network.close();
  }
}
