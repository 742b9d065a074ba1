package dev.slipway.report;

import dev.slipway.problem.Problem;
import java.util.List;

/// The numbers a run ends with. Any number but 0 fails the step; 125 and above are Docker's own.
public enum ExitCode {
  /// All that was asked for is done, or there was nothing to do, or what is left finishes by
  /// itself.
  GOOD(0),
  /// A release could not be made; a rerun may succeed.
  FAILURE(1),
  /// An input, a configuration or a manifest must be changed first.
  CONFIGURATION(2),
  /// A release stopped half way.
  PARTIAL(3),
  /// Something is live, or stands in git, that Slipway did not put there.
  SECURITY(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /// What the process exits with.
  public int number() {
    return number;
  }

  /// The code of the gravest of these problems; warnings count for nothing.
  public static ExitCode of(List<Problem> problems) {
    return problems.stream().map(ExitCode::of).max(ExitCode::compareTo).orElse(GOOD);
  }

  private static ExitCode of(Problem problem) {
    return switch (problem.kind()) {
      case WARNING -> GOOD;
      case FAILURE -> FAILURE;
      case CONFIGURATION -> CONFIGURATION;
      case PARTIAL -> PARTIAL;
      case SECURITY -> SECURITY;
    };
  }
}
