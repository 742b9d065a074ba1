package dev.slipway.npm;

import dev.slipway.problem.Problem;
import java.util.List;

/// What an answer means.
///
/// @param problem cause and remedy in words; its code is the cause's stable name
/// @param next what follows
/// @param notices what the registry wanted to be shown (`npm-notice`); foreign text
public record Meaning(Problem problem, NextStep next, List<String> notices) {
  public Meaning {
    notices = List.copyOf(notices);
  }

  /// The cause's stable name.
  public String code() {
    return problem.code();
  }
}
