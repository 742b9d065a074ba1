package dev.slipway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A way to start the program with a runner's environment.
interface Performer {
  /// How it ended.
  ///
  /// @param log standard output and standard error, in the order they came
  record Ended(int code, String log) {}

  /// Starts the program and waits for its end.
  Ended perform(List<String> arguments, Map<String, String> environment, Path workspace)
      throws IOException;

  /// Inside the process of the test.
  static Ended inThisProcess(
      List<String> arguments, Map<String, String> environment, Path workspace) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        Slipway.run(
            new Start(arguments, environment, workspace, stream, stream, Clock.systemUTC()));
    return new Ended(code, out.toString(StandardCharsets.UTF_8));
  }

  /// The jar, in a process of its own that has this environment and no other.
  static Ended asAProcess(List<String> arguments, Map<String, String> environment, Path workspace)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + Path.of("target", "slipway.jsa").toAbsolutePath(),
                "-Xlog:all=off",
                "-jar",
                Path.of("target", "slipway.jar").toAbsolutePath().toString()));
    command.addAll(arguments);
    Path log = Files.createTempFile(workspace.getParent(), "log", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workspace.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("the jar did not end: " + Files.readString(log));
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return new Ended(process.exitValue(), Files.readString(log));
  }
}
