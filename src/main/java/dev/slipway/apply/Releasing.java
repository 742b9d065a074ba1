package dev.slipway.apply;

import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One whole run: finishes what is open, then plans and carries out what is new, and plans again
/// where another run was faster or a number was lost.
public final class Releasing {
  private static final int PLANS = 4;

  private final Means means;

  /// Makes the plan of this run from what the remote held at one moment.
  @FunctionalInterface
  public interface Planner {
    /// The plan, or nothing to do.
    ///
    /// @param refs one listing of the remote
    /// @param lost `name@version` of numbers that turned out to be lost in this run
    /// @throws Refused when nothing can be planned
    Optional<Plan> plan(Refs refs, Set<String> lost) throws Lost;
  }

  /// What a run came to.
  ///
  /// @param results what became of every plan that was begun or finished, in order
  /// @param problems why nothing more was planned after them; empty when nothing stood in the way
  public record Ran(List<Result> results, List<Problem> problems) {
    public Ran {
      results = List.copyOf(results);
      problems = List.copyOf(problems);
    }
  }

  /// A run with these means.
  public Releasing(Means means) {
    this.means = means;
  }

  /// Runs. What was done is told even where something stands in the way of the rest.
  ///
  /// @throws Lost when nothing was done, and the remote could not even be read
  /// @throws Refused when nothing was done, and an intent cannot be used, or nothing can be planned
  public Ran run(Planner planner) throws Lost {
    List<Result> results = new ArrayList<>();
    try {
      run(planner, results);
      return new Ran(results, List.of());
    } catch (Lost lost) {
      if (results.isEmpty()) {
        throw lost;
      }
      return new Ran(results, List.of(Texts.unreachable(lost.text())));
    } catch (Refused refused) {
      if (results.isEmpty()) {
        throw refused;
      }
      return new Ran(results, refused.problems());
    }
  }

  private void run(Planner planner, List<Result> results) throws Lost {
    Set<String> lost = new HashSet<>();
    // Commits of intents that are over and could not be taken away: a run that may not push.
    Set<String> left = new HashSet<>();
    Applier applier = new Applier(means);
    for (int attempt = 1; attempt <= PLANS; attempt++) {
      Refs refs = Refs.of(means.world().remote());
      boolean clear = true;
      List<Problem> unusable = new ArrayList<>();
      for (OpenIntent open : applier.open(refs)) {
        switch (open) {
          case OpenIntent.Known known when left.contains(known.commit()) -> {}
          case OpenIntent.Known known -> {
            Result result = applier.resume(known, refs);
            results.add(result);
            note(result, lost);
            clear &= isOver(result);
            if (result.status() == Result.Status.RELEASED) {
              left.add(known.commit());
            }
          }
          case OpenIntent.Unusable(var _, var _, var why) -> unusable.add(why);
        }
      }
      Refused.ifAny(unusable);
      if (!clear) {
        return;
      }
      // What was just finished has left tags behind, which the plan has to know.
      Refs fresh = refs.intents().isEmpty() ? refs : Refs.of(means.world().remote());
      if (!left.containsAll(fresh.intents().keySet())) {
        continue;
      }
      Optional<Plan> plan;
      try {
        plan = planner.plan(fresh, lost);
      } catch (Refused refused) {
        // What stands in the way may be half of what another run is just doing: look once more.
        if (attempt < PLANS && !Refs.of(means.world().remote()).equals(fresh)) {
          continue;
        }
        throw refused;
      }
      if (plan.isEmpty()) {
        return;
      }
      Result result = applier.apply(plan.get(), fresh);
      results.add(result);
      note(result, lost);
      if (result.status() != Result.Status.SUPERSEDED
          && result.status() != Result.Status.ABANDONED
          && result.lost().isEmpty()) {
        return;
      }
    }
  }

  /// True when nothing of it is open any more.
  private static boolean isOver(Result result) {
    return switch (result.status()) {
      case RELEASED, ABANDONED, SUPERSEDED -> true;
      case PENDING, AWAITING_APPROVAL, FAILED -> false;
    };
  }

  private static void note(Result result, Set<String> lost) {
    result.lost().stream().map(PlannedRelease::label).forEach(lost::add);
  }
}
