package dev.slipway.rehearsal;

import dev.slipway.git.BorrowedClone;
import dev.slipway.git.EmptyCommit;
import dev.slipway.git.Workspace;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The stage for a rehearsal: a registry, a GitHub and a git remote on loopback ports, a workspace
/// as a workflow would have it, and the environment the runner would give.
public final class Rehearsal implements AutoCloseable {
  private static final String TOKEN = "npm_rehearsal-token-of-no-worth";
  private static final String GITHUB_TOKEN = "ghs_rehearsal-token-of-no-worth";

  private final RegistryServer registry;
  private final GitHubServer github;
  private final GitHost git;
  private final Path folder;
  private final Path workspace;
  private final String repository;
  private final String branch;
  private final String head;
  private final Map<String, String> refsBefore;

  private Rehearsal(
      RegistryServer registry,
      GitHubServer github,
      GitHost git,
      Path folder,
      String repository,
      String branch,
      String head)
      throws IOException {
    this.registry = registry;
    this.github = github;
    this.git = git;
    this.folder = folder;
    this.workspace = folder.resolve("workspace");
    this.repository = repository;
    this.branch = branch;
    this.head = head;
    this.refsBefore = git.refs();
  }

  /// Sets the stage with the sample repository.
  ///
  /// @param folder an empty folder for everything that is made
  /// @param merged the message of a commit to pretend on top
  public static Rehearsal ofSample(Optional<String> merged, Path folder, Clock clock)
      throws IOException {
    Path sample = folder.resolve("sample");
    SampleRepository.make(sample, clock.instant());
    return of(sample, merged, folder, clock);
  }

  /// Sets the stage with a copy of somebody's repository, which is only read.
  ///
  /// @param source a folder in it
  /// @param merged the message of a commit to pretend on top
  /// @param folder an empty folder for everything that is made
  public static Rehearsal of(Path source, Optional<String> merged, Path folder, Clock clock)
      throws IOException {
    try (Workspace origin = Workspace.open(source)) {
      String branch = origin.branch().orElse("main");
      Path copy = folder.resolve("workspace");
      WorkingCopy.of(origin.root(), copy);
      BorrowedClone.attached(origin, copy, branch);
      Path bare = folder.resolve("remote.git");
      GitHost git = GitHost.serve(BorrowedClone.bare(origin, bare, branch));
      String head = origin.head();
      if (merged.isPresent()) {
        head = EmptyCommit.onto(bare, branch, merged.get(), clock.instant());
        EmptyCommit.onto(copy.resolve(".git"), branch, merged.get(), clock.instant());
      }
      String repository = "rehearsal/" + name(copy);
      return new Rehearsal(
          RegistryServer.start(TOKEN, clock),
          GitHubServer.start(repository, git::refs, clock),
          git,
          folder,
          repository,
          branch,
          head);
    }
  }

  /// A repository name made from the package's.
  private static String name(Path copy) throws IOException {
    Path manifest = copy.resolve("package.json");
    if (!Files.isRegularFile(manifest)) {
      return "package";
    }
    try {
      String name = JsonReader.read(Files.readAllBytes(manifest)).text("name").orElse("package");
      StringBuilder plain = new StringBuilder();
      name.substring(name.indexOf('/') + 1)
          .chars()
          .filter(
              c -> c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_'))
          .limit(80)
          .forEach(c -> plain.append((char) c));
      return plain.isEmpty() ? "package" : plain.toString();
    } catch (NotJson wrong) {
      return "package";
    }
  }

  /// The environment that a runner would start the container with, for a push to the branch.
  public Map<String, String> environment() throws IOException {
    Path event = folder.resolve("event.json");
    Files.writeString(event, JsonWriter.pretty(event()));
    Map<String, String> env = new LinkedHashMap<>();
    env.put("CI", "true");
    env.put("GITHUB_ACTIONS", "true");
    env.put("GITHUB_API_URL", github.address());
    env.put("GITHUB_GRAPHQL_URL", github.address() + "/graphql");
    env.put("GITHUB_SERVER_URL", git.address());
    env.put("GITHUB_REPOSITORY", repository);
    env.put("GITHUB_REPOSITORY_OWNER", "rehearsal");
    env.put("GITHUB_EVENT_NAME", "push");
    env.put("GITHUB_EVENT_PATH", event.toString());
    env.put("GITHUB_REF", "refs/heads/" + branch);
    env.put("GITHUB_REF_NAME", branch);
    env.put("GITHUB_REF_TYPE", "branch");
    env.put("GITHUB_SHA", head);
    env.put("GITHUB_RUN_ID", "1");
    env.put("GITHUB_RUN_NUMBER", "1");
    env.put("GITHUB_RUN_ATTEMPT", "1");
    env.put("GITHUB_ACTOR", "you");
    env.put("GITHUB_WORKFLOW", "release");
    env.put(
        "GITHUB_WORKFLOW_REF", repository + "/.github/workflows/release.yml@refs/heads/" + branch);
    env.put("GITHUB_WORKSPACE", workspace.toString());
    env.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
    env.put("GITHUB_OUTPUT", folder.resolve("output").toString());
    env.put("RUNNER_TEMP", folder.resolve("runner-temp").toString());
    env.put("RUNNER_ENVIRONMENT", "github-hosted");
    env.put("RUNNER_OS", "Linux");
    env.put("INPUT_NPM-TOKEN", TOKEN);
    env.put("INPUT_GITHUB-TOKEN", GITHUB_TOKEN);
    env.put("INPUT_REGISTRY", registry.address());
    env.put("INPUT_PUBLISH", "direct");
    env.put("INPUT_PROVENANCE", "false");
    Files.createDirectories(folder.resolve("runner-temp"));
    return env;
  }

  private Json event() {
    return Json.empty()
        .with("ref", Json.of("refs/heads/" + branch))
        .with("after", Json.of(head))
        .with("before", Json.of("0000000000000000000000000000000000000000"))
        .with("created", Json.of(false))
        .with("deleted", Json.of(false))
        .with("forced", Json.of(false))
        .with(
            "repository",
            Json.empty()
                .with("full_name", Json.of(repository))
                .with("default_branch", Json.of(branch)));
  }

  /// The workspace that is released from: a copy.
  public Path workspace() {
    return workspace;
  }

  /// The summary that the run wrote for the workflow's page.
  public Path summary() {
    return folder.resolve("summary.md");
  }

  /// The registry's address.
  public String registry() {
    return registry.address();
  }

  /// The addresses of the tarballs that were published.
  public List<String> tarballs() {
    return registry.tarballs();
  }

  /// The branch that is played.
  public String branch() {
    return branch;
  }

  /// The tokens that are played with; they open nothing.
  public List<Secret> tokens() {
    return List.of(Secret.of(TOKEN), Secret.of(GITHUB_TOKEN));
  }

  /// The hosts that a rehearsal may talk to, as `host:port`.
  public List<String> hosts() {
    return List.of(registry.address(), github.address(), git.address()).stream()
        .map(address -> java.net.URI.create(address).getAuthority())
        .toList();
  }

  /// What was written to the three servers so far: method and path, or ref names.
  public List<String> writes() throws IOException {
    List<String> all = new java.util.ArrayList<>(registry.writes());
    all.addAll(github.writes());
    git.refs()
        .forEach((name, hash) -> {
          if (!hash.equals(refsBefore.get(name))) {
            all.add(name + " " + hash);
          }
        });
    return all;
  }

  @Override
  public void close() {
    registry.close();
    github.close();
    git.close();
  }
}
