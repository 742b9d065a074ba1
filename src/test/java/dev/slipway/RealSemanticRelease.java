package dev.slipway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The real semantic-release, as a workflow of its own would start it, against the git server,
/// registry and GitHub of a theatre.
record RealSemanticRelease(Theatre theatre) {
  static RealSemanticRelease in(Theatre theatre) {
    return new RealSemanticRelease(theatre);
  }

  /// Made ready to be started on a stage, whose history is fetched as `fetch-depth: 0` does.
  ///
  /// @param before a command that runs the command that follows it
  ProcessBuilder on(Theatre.Stage stage, List<String> before) {
    new GitSandbox(stage.workspace()).git("fetch", "-q", "--unshallow", "--tags");
    Map<String, String> env = new HashMap<>(stage.environment());
    env.keySet().removeIf(name -> name.startsWith("INPUT_"));
    env.put("NPM_TOKEN", Theatre.NPM_TOKEN);
    env.put("GITHUB_TOKEN", Theatre.GITHUB_TOKEN);
    env.put("NPM_CONFIG_REGISTRY", stage.environment().get("INPUT_REGISTRY"));
    env.put("NPM_CONFIG_FETCH_RETRY_MINTIMEOUT", "100");
    env.put("NPM_CONFIG_FETCH_RETRY_MAXTIMEOUT", "200");
    env.put("NPM_CONFIG_UPDATE_NOTIFIER", "false");
    env.put("GIT_CONFIG_GLOBAL", "/dev/null");
    env.put("GIT_TERMINAL_PROMPT", "0");
    Path bin = Peers.folder().resolve("node_modules/.bin");
    env.put(
        "PATH", bin + ":" + Path.of(Peers.node()).toAbsolutePath().getParent() + ":/usr/bin:/bin");
    List<String> command = new ArrayList<>(before);
    command.add(Peers.node());
    command.add(Peers.of("semantic-release").resolve("bin/semantic-release.js").toString());
    command.add("--repository-url");
    command.add(
        theatre
                .git
                .address()
                .replace("http://", "http://x-access-token:" + Theatre.GITHUB_TOKEN + "@")
            + "/acme/widget.git");
    ProcessBuilder builder = new ProcessBuilder(command).directory(stage.workspace().toFile());
    builder.environment().clear();
    builder.environment().putAll(env);
    return builder;
  }
}
