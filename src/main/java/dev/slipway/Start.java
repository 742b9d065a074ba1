package dev.slipway;

import dev.slipway.world.Time;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// What the process was started with.
///
/// @param arguments the command and its options; none on the runner
/// @param environment all variables
/// @param directory where it was started
/// @param out standard output, UTF-8
/// @param err standard error, UTF-8
/// @param clock what documents are dated with
/// @param time what is waited by
record Start(
    List<String> arguments,
    Map<String, String> environment,
    Path directory,
    PrintStream out,
    PrintStream err,
    Clock clock,
    Time time) {
  Start {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /// What the process was started with, on the clock on the wall.
  Start(
      List<String> arguments,
      Map<String, String> environment,
      Path directory,
      PrintStream out,
      PrintStream err,
      Clock clock) {
    this(arguments, environment, directory, out, err, clock, new LiveTime(clock));
  }

  /// The same with other arguments and variables, in another folder.
  Start as(List<String> otherArguments, Map<String, String> otherEnvironment, Path elsewhere) {
    return new Start(otherArguments, otherEnvironment, elsewhere, out, err, clock, time);
  }
}
