package dev.slipway;

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
record Start(
    List<String> arguments,
    Map<String, String> environment,
    Path directory,
    PrintStream out,
    PrintStream err,
    Clock clock) {
  Start {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /// The same with other arguments and variables, in another folder.
  Start as(List<String> otherArguments, Map<String, String> otherEnvironment, Path elsewhere) {
    return new Start(otherArguments, otherEnvironment, elsewhere, out, err, clock);
  }
}
