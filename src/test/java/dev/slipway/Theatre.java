package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.http.JdkExchanges;
import dev.slipway.http.Proxies;
import dev.slipway.http.Trust;
import dev.slipway.json.JsonReader;
import dev.slipway.problem.Refused;
import dev.slipway.rehearsal.Crash;
import dev.slipway.rehearsal.LoopbackHub;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.RunnerContext;
import dev.slipway.world.Exchanges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// The whole program on a stage: git's own server with a repository `acme/widget`, a registry, a
/// GitHub, and the environment of a runner. Starts from a repository that has released 1.0.0 and
/// has a fix since then; a test changes the one thing it is about.
final class Theatre implements AutoCloseable {
  static final String NPM_TOKEN = "npm_0123456789abcdefghijklmnopqrstuvwxyz";
  static final String GITHUB_TOKEN = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";

  private static final Path SCENERY = scenery();

  /// Checkouts that git has made, by what is checked out: the same for every play that has come to
  /// the same commit.
  private static final Path CHECKOUTS = passing("checkouts");

  private final Path folder;
  final GitSandbox origin;
  final GitSandbox author;
  final GitServer git;
  final LoopbackHub hub;
  final Map<String, String> environment = new HashMap<>();

  /// The clock of the runs in this process.
  final QuickTime time = new QuickTime();

  /// How the program is started: in this process, and without waiting.
  Performer performer =
      (arguments, env, workspace) -> perform(arguments, env, workspace, network -> network);

  private final Map<String, Path> clones = new HashMap<>();

  /// Lets runs of the same commit share a workspace, which no run may change.
  boolean sharing;

  private int runs;

  /// A play against git's own server.
  Theatre(Path folder) {
    this(folder, GitServer::serve);
  }

  /// A play that is not about the remote: its server is JGit in this process, unless
  /// `-Dslipway.git=own` wants git's own for all.
  static Theatre quick(Path folder) {
    return "own".equals(System.getProperty("slipway.git"))
        ? new Theatre(folder)
        : new Theatre(folder, GitServer::inProcess);
  }

  private Theatre(Path folder, BiFunction<Path, Optional<String>, GitServer> serve) {
    this.folder = folder;
    GitSandbox.copy(SCENERY, folder);
    this.origin = new GitSandbox(folder.resolve("served/acme/widget.git"));
    this.author = new GitSandbox(folder.resolve("author"));
    this.git = serve.apply(folder.resolve("served"), Optional.of(GITHUB_TOKEN));
    this.hub = LoopbackHub.start(NPM_TOKEN);
  }

  /// The two repositories as every play begins, made by git once.
  private static Path scenery() {
    Path folder = passing("scenery");
    GitSandbox.bare(folder.resolve("served/acme/widget.git"))
        .git("config", "uploadpack.allowFilter", "true");
    GitSandbox author = GitSandbox.init(folder.resolve("author"));
    author.git("remote", "add", "origin", "../served/acme/widget.git");
    author.write(
        "package.json",
        """
        {
          "name": "widget",
          "version": "1.0.0",
          "description": "A widget.",
          "main": "index.js",
          "repository": "acme/widget"
        }
        """);
    author.write("index.js", "module.exports = 1\n");
    author.write("README.md", "# widget\n");
    author.commit("feat: begin");
    author.git("tag", "v1.0.0");
    author.write("index.js", "module.exports = 2\n").commit("fix: count right");
    author.git("push", "-q", "--tags", "origin", "HEAD");
    return folder;
  }

  /// A folder that goes when the tests have ended.
  private static Path passing(String name) {
    try {
      Path folder = Files.createTempDirectory("slipway-" + name);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> GitSandbox.delete(folder)));
      return folder;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Pushes what the author has: the branch that is checked out, and all tags.
  void push() {
    author.git("push", "-q", "--force", "--tags", "origin", "HEAD");
  }

  /// Lets the remote refuse pushes to a ref, as branch protection does.
  void forbid(String ref, String text) {
    hook("[ \"$1\" = \"" + ref + "\" ] && echo \"" + text + "\" >&2 && exit 1\nexit 0\n");
  }

  /// How a run ended.
  ///
  /// @param outputs of the action, by name
  record Run(int code, String log, Map<String, String> outputs, String summary, Path workspace) {
    String output(String name) {
      return outputs.getOrDefault(name, "(no such output)");
    }
  }

  /// The workflow runs for a push to the branch that the author has checked out.
  Run onPush() {
    return run(pushed());
  }

  /// The workflow runs for a push of a tag.
  Run onTag(String tag) {
    return run(
        set(
            "push",
            "refs/tags/" + tag,
            tag,
            "{\"ref\":\"refs/tags/" + tag + "\",\"deleted\":false}"));
  }

  /// The workflow runs.
  ///
  /// @param checkedOut what `actions/checkout` checks out, with a depth of 1
  Run run(String event, String ref, String checkedOut, String payload, List<String> arguments) {
    return run(set(event, ref, checkedOut, payload), arguments);
  }

  /// Where one run plays: a machine of its own, with a fresh checkout.
  ///
  /// @param environment what the runner hands over
  record Stage(Path folder, Path workspace, Map<String, String> environment) {
    /// How it ended.
    Run ended(int code, String log) {
      try {
        return new Run(
            code,
            log,
            outputs(Files.readString(folder.resolve("output"))),
            Files.readString(folder.resolve("summary")),
            workspace);
      } catch (IOException problem) {
        throw new UncheckedIOException(problem);
      }
    }
  }

  /// Sets the stage for a push to the branch that the author has checked out.
  Stage pushed() {
    String branch = author.branch();
    return set(
        "push",
        "refs/heads/" + branch,
        branch,
        "{\"ref\":\"refs/heads/" + branch + "\",\"deleted\":false}");
  }

  /// Sets the stage for a run of an earlier push to main that is run again.
  Stage pushedOnce(String commit) {
    return set(
        "push", "refs/heads/main", commit, "{\"ref\":\"refs/heads/main\",\"deleted\":false}");
  }

  private synchronized int number() {
    return ++runs;
  }

  /// Sets the stage.
  ///
  /// @param checkedOut the branch, tag or commit that `actions/checkout` checks out, alone
  Stage set(String event, String ref, String checkedOut, String payload) {
    try {
      int number = number();
      Path stage = folder.resolve("run-" + number);
      Files.createDirectories(stage.resolve("temp"));
      String sha = origin.hash(checkedOut + "^{commit}");
      Path workspace =
          sharing
              ? clones.computeIfAbsent(
                  checkedOut + "@" + sha,
                  _ -> checkOut(checkedOut, ref, stage.resolve("workspace")))
              : checkOut(checkedOut, ref, stage.resolve("workspace"));
      Files.writeString(stage.resolve("event.json"), payload);
      Files.createFile(stage.resolve("output"));
      Files.createFile(stage.resolve("summary"));
      Map<String, String> env = new HashMap<>();
      env.put("CI", "true");
      env.put("GITHUB_ACTIONS", "true");
      env.put("GITHUB_API_URL", hub.github());
      env.put("GITHUB_GRAPHQL_URL", hub.github() + "/graphql");
      env.put("GITHUB_SERVER_URL", git.address());
      env.put("GITHUB_REPOSITORY", "acme/widget");
      env.put("GITHUB_EVENT_NAME", event);
      env.put("GITHUB_EVENT_PATH", stage.resolve("event.json").toString());
      env.put("GITHUB_REF", ref);
      env.put("GITHUB_SHA", sha);
      env.put("GITHUB_RUN_ID", Integer.toString(100 + number));
      env.put("GITHUB_RUN_ATTEMPT", "1");
      env.put("GITHUB_WORKSPACE", workspace.toString());
      env.put("GITHUB_OUTPUT", stage.resolve("output").toString());
      env.put("GITHUB_STEP_SUMMARY", stage.resolve("summary").toString());
      env.put("RUNNER_TEMP", stage.resolve("temp").toString());
      env.put("RUNNER_ENVIRONMENT", "github-hosted");
      env.put("HOME", stage.toString());
      env.put("INPUT_NPM-TOKEN", NPM_TOKEN);
      env.put("INPUT_GITHUB-TOKEN", GITHUB_TOKEN);
      env.put("INPUT_REGISTRY", hub.registry());
      env.putAll(environment);
      env.values().removeIf(String::isEmpty);
      return new Stage(stage, workspace, env);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private Path checkOut(String wanted, String ref, Path workspace) {
    boolean commit = wanted.length() == 40 && wanted.chars().allMatch(c -> c < 'g');
    if (commit) {
      String branch = ref.substring("refs/heads/".length());
      GitSandbox clone = GitSandbox.init(workspace);
      clone.git("remote", "add", "origin", "file://" + origin.folder());
      clone.git(
          "fetch", "-q", "--depth", "1", "origin", "+" + wanted + ":refs/remotes/origin/" + branch);
      clone.git("checkout", "-q", "--force", "-B", branch, wanted);
      return workspace;
    }
    String from = "file://" + origin.folder();
    Path kept = CHECKOUTS.resolve(wanted.replace('/', '-') + "@" + origin.hash(wanted));
    synchronized (CHECKOUTS) {
      if (!Files.exists(kept)) {
        new GitSandbox(folder)
            .git(
                "clone",
                "-q",
                "--template=",
                "--depth",
                "1",
                "--branch",
                wanted,
                from,
                kept.toString());
      }
    }
    GitSandbox.copy(kept, workspace);
    try {
      Path config = workspace.resolve(".git/config");
      Files.writeString(config, Files.readString(config).replaceAll("file://.*", from));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return workspace;
  }

  /// The workflow runs on a stage that was set.
  Run run(Stage stage) {
    return run(stage, List.of());
  }

  Run run(Stage stage, List<String> arguments) {
    try {
      Performer.Ended ended = performer.perform(arguments, stage.environment(), stage.workspace());
      return stage.ended(ended.code(), ended.log());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The same, in this process, on a network with something in between.
  ///
  /// @param between gets the real network
  Run run(Stage stage, List<String> arguments, UnaryOperator<Exchanges> between) {
    Performer.Ended ended = perform(arguments, stage.environment(), stage.workspace(), between);
    return stage.ended(ended.code(), ended.log());
  }

  private Performer.Ended perform(
      List<String> arguments,
      Map<String, String> env,
      Path workspace,
      UnaryOperator<Exchanges> between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Start start = new Start(arguments, env, workspace, stream, stream, Clock.systemUTC(), time);
    int code;
    try (JdkExchanges network =
        JdkExchanges.open(Proxies.from(env), Trust.standard(), "slipway/test")) {
      code =
          Slipway.run(
              start,
              Inputs.read(arguments, env),
              RunnerContext.of(env, workspace),
              between.apply(network),
              LiveWorld.unguessable());
    } catch (Refused before) {
      code = Slipway.run(start);
    } catch (Crash.Killed killed) {
      stream.println("killed " + killed.getMessage());
      code = 137;
    }
    return new Performer.Ended(code, out.toString(StandardCharsets.UTF_8));
  }

  /// Reads an output file as the runner does.
  static Map<String, String> outputs(String file) {
    Map<String, String> outputs = new TreeMap<>();
    List<String> lines = file.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf("<<");
      String delimiter = lines.get(i).substring(at + 2);
      StringBuilder value = new StringBuilder();
      int first = i + 1;
      for (i = first; !lines.get(i).equals(delimiter); i++) {
        value.append(i == first ? "" : "\n").append(lines.get(i));
      }
      outputs.put(lines.get(first - 1).substring(0, at), value.toString());
    }
    return outputs;
  }

  /// Somebody publishes a version of `widget`.
  void publish(String version, String bytes, String gitHead) {
    String data = Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.UTF_8));
    String body =
        """
        {
          "name": "widget",
          "dist-tags": { "latest": "%1$s" },
          "versions": {
            "%1$s": {
              "name": "widget",
              "version": "%1$s",
              "gitHead": "%2$s",
              "dist": { "integrity": "sha512-%3$s", "shasum": "%2$s" }
            }
          },
          "_attachments": { "widget-%1$s.tgz": { "data": "%3$s", "length": 1 } }
        }
        """
            .formatted(version, gitHead, data);
    ask(
        HttpRequest.newBuilder(URI.create(hub.registry() + "widget"))
            .header("authorization", "Bearer " + NPM_TOKEN)
            .PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  /// The versions of `widget` on the registry.
  Set<String> versions() {
    return JsonReader.read(ask(HttpRequest.newBuilder(URI.create(hub.registry() + "widget"))))
        .get("versions")
        .orElseThrow()
        .members()
        .keySet();
  }

  private static String ask(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
      return answer.body();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /// Makes the remote ask this script about every ref that is pushed: `$1` is its name.
  Path hook(String script) {
    try {
      Path hook = origin.folder().resolve("hooks/update");
      Files.createDirectories(hook.getParent());
      Files.writeString(hook, "#!/bin/sh\n" + script);
      assertThat(hook.toFile().setExecutable(true)).isTrue();
      return hook;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// The names of the remote's refs.
  List<String> refs() {
    return List.copyOf(origin.refs().keySet());
  }

  @Override
  public void close() {
    git.close();
    hub.close();
  }
}
