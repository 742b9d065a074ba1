package dev.slipway.apply;

import dev.slipway.plan.Plan;
import dev.slipway.plan.Step;
import dev.slipway.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the ends of all steps come to together.
final class Statuses {
  private Statuses() {}

  static Result.Status of(Plan plan, List<Result.Taken> taken) {
    if (any(taken, Outcome.Failed.class)) {
      return Result.Status.FAILED;
    }
    if (any(taken, Outcome.Superseded.class)) {
      return Result.Status.SUPERSEDED;
    }
    boolean unfinished =
        taken.stream()
            .anyMatch(each -> each.step() instanceof Step.AwaitVisible && !each.outcome().goesOn());
    boolean waits =
        taken.stream()
            .anyMatch(each ->
                each.step() instanceof Step.AwaitVisible
                    && each.outcome() instanceof Outcome.AwaitingApproval);
    boolean mayWait =
        any(taken, Outcome.AwaitingApproval.class) && !any(taken, Outcome.Pending.class);
    if (unfinished && (waits || mayWait)) {
      return Result.Status.AWAITING_APPROVAL;
    }
    return any(taken, Outcome.Pending.class) || unfinished
        ? Result.Status.PENDING
        : Result.Status.RELEASED;
  }

  private static boolean any(List<Result.Taken> taken, Class<? extends Outcome> kind) {
    return taken.stream().anyMatch(each -> kind.isInstance(each.outcome()));
  }

  static List<Problem> problems(List<Result.Taken> taken) {
    return taken.stream().flatMap(each -> problem(each.outcome()).stream()).toList();
  }

  /// What was left out on purpose.
  static List<Problem> withheld(List<Result.Taken> taken) {
    return taken.stream()
        .flatMap(each ->
            each.outcome() instanceof Outcome.Withheld(var why) ? Stream.of(why) : Stream.empty())
        .toList();
  }

  private static Optional<Problem> problem(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed(var why) -> Optional.of(why);
      case Outcome.Withheld(var why) -> Optional.of(why);
      case Outcome.Done _,
          Outcome.AlreadyDone _,
          Outcome.Pending _,
          Outcome.AwaitingApproval _,
          Outcome.NotReached _,
          Outcome.Superseded _ ->
          Optional.empty();
    };
  }
}
