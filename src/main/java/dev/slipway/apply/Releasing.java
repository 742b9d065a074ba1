package dev.slipway.apply;

import dev.slipway.plan.Plan;
import dev.slipway.world.Lost;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One whole run: finishes what is open, then plans and carries out what is new, and plans again
/// where another run was faster or a number was lost.
public final class Releasing {
  private final Means means;

  /// Makes the plan of this run from what the remote held at one moment.
  @FunctionalInterface
  public interface Planner {
    /// The plan, or nothing to do.
    ///
    /// @param refs one listing of the remote
    /// @param lost `name@version` of numbers that turned out to be lost in this run
    /// @throws dev.slipway.problem.Refused when nothing can be planned
    Optional<Plan> plan(Refs refs, Set<String> lost) throws Lost;
  }

  /// A run with these means.
  public Releasing(Means means) {
    this.means = means;
  }

  /// Runs, and tells what became of every plan that was begun or finished, in order; none when
  /// there was nothing to do.
  ///
  /// @throws Lost when the remote could not even be read
  public List<Result> run(Planner planner) throws Lost {
    Refs refs = Refs.of(means.world().remote());
    return planner.plan(refs, Set.of()).map(plan -> new Applier(means).apply(plan, refs)).stream()
        .toList();
  }
}
