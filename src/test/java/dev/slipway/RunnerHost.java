package dev.slipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// A machine that runs container actions as GitHub's runner does: the same folders with the same
/// owner, the same mounts in the same order, variables by name, entry point and arguments from
/// action.yml; podman in docker's place.
///
/// @param folder where it works
/// @param owner the user that the runner runs as
/// @param temporary whether it mounts its folder for temporary files, as runners do since 2.329.0
record RunnerHost(Path folder, int owner, boolean temporary) {
  /// The image that `src/image/build` leaves.
  static final String IMAGE = "localhost/slipway:test";

  private static final Map<String, String> ENGINE =
      Map.of("CONTAINERS_CONF", Path.of("src/image/containers.conf").toAbsolutePath().toString());

  /// How a step ended.
  ///
  /// @param outputs of the action, by name
  /// @param workspace on the machine
  record Ended(int code, String log, Map<String, String> outputs, String summary, Path workspace) {
    String output(String name) {
      return outputs.getOrDefault(name, "(no such output)");
    }
  }

  /// What a step is started with.
  ///
  /// @param event its name
  /// @param environment over what the runner sets, as a workflow's `env` is
  /// @param inputs over the defaults of action.yml
  /// @param options further ones for the engine, such as `--network`
  record Step(
      String event,
      String ref,
      String payload,
      Map<String, String> environment,
      Map<String, String> inputs,
      List<String> options) {}

  static RunnerHost hosted(Path folder) {
    return new RunnerHost(folder, 1001, true);
  }

  /// Skips the test, loudly, where there is no podman or no image; in CI it fails.
  static void needed() {
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      String text = "CONTAINER NOT TESTED: " + missing.get();
      if (System.getenv("CI") != null) {
        throw new AssertionError(text);
      }
      System.err.println(text);
      Assumptions.abort(text);
    }
  }

  private static Optional<String> missing() {
    try {
      return engine(Map.of(), List.of("image", "exists", IMAGE)).code() == 0
          ? Optional.empty()
          : Optional.of(
              "there is no image " + IMAGE + "; src/image/build makes it (as root, on Debian)");
    } catch (UncheckedIOException noPodman) {
      return Optional.of("there is no podman; .ci/run installs it");
    }
  }

  /// Runs podman to its end.
  static Peers.Output engine(Map<String, String> environment, List<String> arguments) {
    try {
      Path out = Files.createTempFile("podman", ".out");
      Path err = Files.createTempFile("podman", ".err");
      try {
        Process process = start(environment, arguments, out, err);
        if (!process.waitFor(4, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          throw new AssertionError("podman " + String.join(" ", arguments) + " does not end");
        }
        return new Peers.Output(process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /// The values go to podman's own environment, the names onto its command line, as the runner does
  /// it.
  static Process start(Map<String, String> environment, List<String> arguments, Path out, Path err)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/usr/bin/podman"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
    builder.environment().putAll(environment);
    builder.environment().putAll(ENGINE);
    return builder.start();
  }

  /// Checks a commit out and runs the step.
  Ended run(Theatre theatre, String checkedOut, Step step) {
    checkOut(theatre, checkedOut);
    Map<String, String> environment = environment(theatre, step);
    List<String> command = command("slipway_" + unique(), environment, step);
    Peers.Output output = engine(environment, command);
    return ended(output.code(), output.out() + output.err());
  }

  /// What a step left on the machine.
  Ended ended(int code, String log) {
    try {
      return new Ended(
          code,
          log,
          Theatre.outputs(Files.readString(folder.resolve("commands/set_output"))),
          Files.readString(folder.resolve("commands/step_summary")),
          folder.resolve("workspace"));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The command line without podman itself, as `docker run` gets it.
  List<String> command(String name, Map<String, String> environment, Step step) {
    List<String> all = new ArrayList<>(List.of("run", "--name", name, "--label", "0a1b2c"));
    all.addAll(List.of("--workdir", "/github/workspace", "--rm"));
    for (String variable : environment.keySet()) {
      all.addAll(List.of("-e", variable));
    }
    all.addAll(List.of("-e", "GITHUB_ACTIONS=true", "-e", "CI=true"));
    all.addAll(List.of("--entrypoint", entrypoint()));
    all.addAll(step.options());
    mount(all, "docker.sock", "/var/run/docker.sock");
    if (temporary) {
      mount(all, "temp", "/github/runner_temp");
    }
    mount(all, "home", "/github/home");
    mount(all, "workflow", "/github/workflow");
    mount(all, "commands", "/github/file_commands");
    mount(all, "workspace", "/github/workspace");
    all.add(IMAGE);
    all.addAll(arguments());
    return all;
  }

  private void mount(List<String> all, String from, String to) {
    all.addAll(List.of("-v", folder.resolve(from) + ":" + to));
  }

  /// Makes the folders and checks out, everything owned by the runner's user.
  void checkOut(Theatre theatre, String checkedOut) {
    try {
      for (String name : List.of("temp", "home", "workflow", "commands")) {
        Files.createDirectories(folder.resolve(name));
      }
      for (String name : List.of("docker.sock", "commands/set_output", "commands/step_summary")) {
        Files.createFile(folder.resolve(name));
      }
      Path workspace = folder.resolve("workspace");
      new GitSandbox(folder)
          .git(
              "clone",
              "-q",
              "--depth",
              "1",
              "--branch",
              checkedOut,
              "file://" + theatre.origin.folder(),
              workspace.toString());
      own(folder);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private void own(Path top) throws IOException {
    try (Stream<Path> each = Files.walk(top)) {
      for (Path path : each.toList()) {
        Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /// What lies in the workspace and belongs to somebody else than the runner's user.
  List<String> strangers() {
    Path workspace = folder.resolve("workspace");
    try (Stream<Path> each = Files.walk(workspace)) {
      List<String> found = new ArrayList<>();
      for (Path path : each.toList()) {
        Object uid = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        Object gid = Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
        if (!uid.equals(owner) || !gid.equals(owner)) {
          found.add(workspace.relativize(path) + " " + uid + ":" + gid);
        }
      }
      return found;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The step's variables: the workflow's, then the inputs, then the runner's own.
  Map<String, String> environment(Theatre theatre, Step step) {
    Map<String, String> env = new HashMap<>(step.environment());
    inputs().forEach((name, given) -> env.put("INPUT_" + name.toUpperCase(Locale.ROOT), given));
    step.inputs()
        .forEach((name, given) -> env.put("INPUT_" + name.toUpperCase(Locale.ROOT), given));
    env.put("HOME", "/github/home");
    env.put("GITHUB_ACTION", "__self");
    env.put("GITHUB_API_URL", theatre.hub.github());
    env.put("GITHUB_EVENT_NAME", step.event());
    env.put("GITHUB_EVENT_PATH", "/github/workflow/event.json");
    env.put("GITHUB_GRAPHQL_URL", theatre.hub.github() + "/graphql");
    env.put("GITHUB_JOB", "release");
    env.put("GITHUB_OUTPUT", "/github/file_commands/set_output");
    env.put("GITHUB_REF", step.ref());
    env.put("GITHUB_REPOSITORY", "acme/widget");
    env.put("GITHUB_RUN_ATTEMPT", "1");
    env.put("GITHUB_RUN_ID", "4711");
    env.put("GITHUB_SERVER_URL", theatre.git.address());
    env.put(
        "GITHUB_SHA",
        new GitSandbox(folder.resolve("workspace"))
            .git("-c", "safe.directory=*", "rev-parse", "HEAD"));
    env.put("GITHUB_STEP_SUMMARY", "/github/file_commands/step_summary");
    env.put("GITHUB_WORKSPACE", "/github/workspace");
    env.put("RUNNER_ENVIRONMENT", owner == 1001 ? "github-hosted" : "self-hosted");
    env.put("RUNNER_OS", "Linux");
    env.put("RUNNER_TEMP", "/github/runner_temp");
    env.put("RUNNER_WORKSPACE", "/home/runner/work/widget");
    try {
      Files.writeString(
          folder.resolve("workflow/event.json"), step.payload(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return env;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> action() {
    try {
      return (Map<String, Object>)
          new Load(LoadSettings.builder().build())
              .loadFromString(Files.readString(Path.of("action.yml")));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> runs() {
    return (Map<String, Object>) action().getOrDefault("runs", Map.of());
  }

  /// The entry point that action.yml names.
  static String entrypoint() {
    return String.valueOf(runs().get("entrypoint"));
  }

  /// The arguments that action.yml names.
  @SuppressWarnings("unchecked")
  static List<String> arguments() {
    return (List<String>) runs().getOrDefault("args", List.of());
  }

  /// Every declared input arrives, with its default; the token is the job's.
  @SuppressWarnings("unchecked")
  private static Map<String, String> inputs() {
    Map<String, Map<String, Object>> declared =
        (Map<String, Map<String, Object>>) action().getOrDefault("inputs", Map.of());
    Map<String, String> inputs = new HashMap<>();
    declared.forEach((name, input) -> {
      String given = String.valueOf(input.getOrDefault("default", ""));
      inputs.put(name, given.equals("${{ github.token }}") ? Theatre.GITHUB_TOKEN : given);
    });
    return inputs;
  }

  static String unique() {
    return UUID.randomUUID().toString().substring(0, 6);
  }
}
