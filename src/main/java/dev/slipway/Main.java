package dev.slipway;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// The process: environment, streams, clock and exit code. Everything else takes them as arguments.
public final class Main {
  private Main() {}

  /// Runs the command that the arguments or the action's inputs name, and exits with its code.
  public static void main(String[] args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Start start =
        new Start(
            List.of(args),
            System.getenv(),
            Path.of("").toAbsolutePath(),
            out,
            err,
            Clock.systemUTC());
    int code = Slipway.run(start);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
