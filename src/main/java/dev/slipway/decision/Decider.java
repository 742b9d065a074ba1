package dev.slipway.decision;

import dev.slipway.history.Graph;
import java.util.List;
import java.util.Optional;

/// Decides whether to release, as which version, on which channel, and why. Nothing but the
/// repository and the settings goes in, and nothing is changed.
public final class Decider {
  private Decider() {}

  /// The decision for the commit that is checked out.
  ///
  /// @param branch the short name of the branch that the run is for
  /// @throws dev.slipway.problem.Refused with every problem that stands in the way of a decision
  public static Decision decide(Graph graph, String branch, DecisionSettings settings) {
    return new Decision.NoRelease(
        Decision.Why.WRONG_BRANCH,
        Optional.empty(),
        List.of(),
        List.of("no release is made from branch " + branch + " at " + graph.head() + settings));
  }
}
