package dev.slipway.apply;

import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.plan.Step;
import dev.slipway.problem.Problem;
import java.time.Duration;
import java.util.List;

/// What became of a plan.
///
/// @param plan the plan
/// @param status what it came to
/// @param steps every step of the plan, in order, with how it ended
/// @param problems what went wrong or is worth a warning
/// @param lost releases whose number can never be published: plan again without it
/// @param resumed true when the plan was an earlier run's
public record Result(
    Plan plan,
    Status status,
    List<Taken> steps,
    List<Problem> problems,
    List<PlannedRelease> lost,
    boolean resumed) {

  /// What a plan came to.
  public enum Status {
    /// All of it is out.
    RELEASED,
    /// The registry has it and does not show it yet.
    PENDING,
    /// A person has to approve it.
    AWAITING_APPROVAL,
    /// Another run does it, or did it.
    SUPERSEDED,
    /// Nothing was sent, and nothing is left open: the plan can be made anew.
    ABANDONED,
    /// It stopped; the problems say why and what to do.
    FAILED
  }

  /// A step, how it ended, and how long it took.
  public record Taken(Step step, Outcome outcome, Duration took) {}

  /// True when something that people see was not there before.
  public boolean changed() {
    return steps.stream()
        .anyMatch(
            each -> each.step().isPublic() && !(each.outcome() instanceof Outcome.AlreadyDone));
  }

  public Result {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
    lost = List.copyOf(lost);
  }
}
