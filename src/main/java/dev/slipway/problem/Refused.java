package dev.slipway.problem;

import java.util.List;
import java.util.stream.Collectors;

/// Thrown when a run cannot go on. Carries every problem that was found, not just the first.
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /// Stops with one problem.
  public Refused(Problem problem) {
    this(List.of(problem));
  }

  /// Stops with all of these.
  ///
  /// @throws IllegalArgumentException when there is none
  public Refused(List<Problem> problems) {
    super(problems.stream().map(p -> p.code() + ": " + p.what()).collect(Collectors.joining("; ")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("refused without a problem");
    }
    this.problems = List.copyOf(problems);
  }

  /// What was found, in the order it was found.
  public List<Problem> problems() {
    return problems;
  }

  /// Throws when one of these is more than a warning; otherwise does nothing.
  public static void ifAny(List<Problem> problems) {
    if (problems.stream().anyMatch(p -> !p.isWarning())) {
      throw new Refused(problems);
    }
  }
}
