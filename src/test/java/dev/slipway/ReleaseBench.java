package dev.slipway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Has a release of 50 commits made again and again by a program that is started from outside;
/// `bench/release` measures it. The registry, the GitHub and the git remote run in this process,
/// beside the one that is measured.
public final class ReleaseBench {
  private static final int COMMITS = 50;

  private ReleaseBench() {}

  /// Runs the command that follows the first argument, which is how often, on a new push each time.
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> command = Arrays.asList(args).subList(1, args.length);
    Path folder = Files.createTempDirectory("slipway-bench");
    try (Theatre theatre = Theatre.quick(folder)) {
      for (int run = 0; run < Integer.parseInt(args[0]); run++) {
        for (int i = 0; i < COMMITS; i++) {
          theatre.author.git("commit", "-q", "--allow-empty", "-m", "fix: number " + i);
        }
        theatre.push();
        Theatre.Stage stage = theatre.pushed();
        Path log = folder.resolve("log");
        ProcessBuilder builder =
            new ProcessBuilder(command)
                .directory(stage.workspace().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(stage.environment());
        int code = builder.start().waitFor();
        if (!stage.ended(code, "").output("status").equals("released")) {
          System.err.println(Files.readString(log));
          System.exit(1);
        }
      }
    } finally {
      GitSandbox.delete(folder);
    }
  }
}
