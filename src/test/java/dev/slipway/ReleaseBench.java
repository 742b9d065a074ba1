package dev.slipway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Has releases of 50 commits made by programs that are started from outside, in turn by Slipway
/// and by semantic-release with the same configuration; `bench/release` measures them. The
/// registry, the GitHub and the git remote are the same for both and run in this process, beside
/// the one that is measured.
public final class ReleaseBench {
  private static final int COMMITS = 50;

  /// What both do: decide, write notes, publish, and make a release page. Neither comments.
  private static final String CONFIGURATION =
      """
      {
        "branches": ["main"],
        "plugins": [
          "@semantic-release/commit-analyzer",
          "@semantic-release/release-notes-generator",
          "@semantic-release/npm",
          [
            "@semantic-release/github",
            { "successCommentCondition": false, "failCommentCondition": false }
          ]
        ]
      }
      """;

  private final Theatre theatre;
  private final Path times;

  private ReleaseBench(Theatre theatre, Path times) {
    this.theatre = theatre;
    this.times = times;
  }

  /// Arguments: how often each, the folder that GNU time's lines go to (`own.times` and
  /// `whole.times`), and Slipway's command.
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> slipway = Arrays.asList(args).subList(2, args.length);
    Path folder = Files.createTempDirectory("slipway-bench");
    try (Theatre theatre = Theatre.quick(folder)) {
      theatre.author.write(".releaserc.json", CONFIGURATION);
      theatre.author.commit("chore: configure");
      ReleaseBench bench = new ReleaseBench(theatre, Path.of(args[1]));
      for (int run = 0; run < Integer.parseInt(args[0]); run++) {
        bench.slipway(slipway);
        bench.semanticRelease();
      }
    } finally {
      GitSandbox.delete(folder);
    }
  }

  private void slipway(List<String> command) throws IOException, InterruptedException {
    Theatre.Stage stage = pushed();
    List<String> timed = timed("own");
    timed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(timed).directory(stage.workspace().toFile());
    builder.environment().clear();
    builder.environment().putAll(stage.environment());
    run(stage, builder);
  }

  private void semanticRelease() throws IOException, InterruptedException {
    Theatre.Stage stage = pushed();
    run(stage, RealSemanticRelease.in(theatre).on(stage, timed("whole")));
  }

  private Theatre.Stage pushed() {
    for (int i = 0; i < COMMITS; i++) {
      theatre.author.git("commit", "-q", "--allow-empty", "-m", "fix: number " + i);
    }
    theatre.push();
    // A server keeps what was pushed in packs.
    theatre.origin.git("repack", "-a", "-d", "-q");
    return theatre.pushed();
  }

  private List<String> timed(String name) {
    return new ArrayList<>(
        List.of(
            "/usr/bin/time",
            "-a",
            "-f",
            "%e %U %S %M",
            "-o",
            times.resolve(name + ".times").toString()));
  }

  /// Runs it, and stops the bench where no release with its page came of it.
  private void run(Theatre.Stage stage, ProcessBuilder builder)
      throws IOException, InterruptedException {
    int published = theatre.hub.registryWrites().size();
    int pages = theatre.hub.pages().size();
    Path log = stage.folder().resolve("log");
    int code = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    if (code != 0
        || theatre.hub.registryWrites().size() != published + 1
        || theatre.hub.pages().size() != pages + 1) {
      throw new IllegalStateException(Files.readString(log));
    }
  }
}
