package dev.slipway;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The process: environment, streams, clock and exit code. Everything else takes them as arguments.
public final class Main {
  private Main() {}

  /// How long a run that is being stopped may take to end by itself: less than a runner allows.
  private static final Duration GRACE = Duration.ofSeconds(6);

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
    CountDownLatch ended = new CountDownLatch(1);
    Thread run = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run, ended, err)));
    int code = Slipway.run(start);
    out.flush();
    err.flush();
    ended.countDown();
    System.exit(code);
  }

  /// Stops a run that a signal ends: it begins no further step, says what is open, and ends. A run
  /// that does not come back from a request in time is left where it is; that is a crash like any
  /// other.
  private static void stop(Thread run, CountDownLatch ended, PrintStream err) {
    run.interrupt();
    try {
      if (!ended.await(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        err.println(
            "Stopped in the middle of a request. The next run of this workflow finishes what is"
                + " open.");
        err.flush();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
