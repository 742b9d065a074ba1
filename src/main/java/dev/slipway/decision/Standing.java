package dev.slipway.decision;

import dev.slipway.history.Graph;
import java.util.Optional;

/// Where the checked-out commit stands against the tip of the remote's branch. The comparison is of
/// this one branch: one whose name merely ends alike (`feature/main`) plays no part.
public sealed interface Standing {
  /// It is the tip.
  record Level() implements Standing {}

  /// It has commits that the remote's branch lacks.
  ///
  /// @param commits how many
  record Ahead(int commits) implements Standing {}

  /// The remote's branch has commits that it lacks.
  ///
  /// @param tip the remote's commit
  record Behind(String tip) implements Standing {}

  /// Each has commits that the other lacks.
  ///
  /// @param tip the remote's commit
  record Diverged(String tip) implements Standing {}

  /// Where the checked-out commit stands. A branch that the remote does not have is level.
  static Standing of(Graph graph, String branch) {
    String head = graph.head();
    String tip = graph.branches().getOrDefault(branch, head);
    if (tip.equals(head)) {
      return new Level();
    }
    if (!graph.has(tip)) {
      return new Behind(tip);
    }
    int mine = graph.commits(Optional.of(tip), head).size();
    if (mine == 0) {
      return new Behind(tip);
    }
    return graph.commits(Optional.of(head), tip).isEmpty() ? new Ahead(mine) : new Diverged(tip);
  }
}
