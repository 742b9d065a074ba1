package dev.slipway.apply;

import dev.slipway.problem.Problem;
import java.time.Duration;

/// How a step ended.
public sealed interface Outcome {
  /// It was done now.
  ///
  /// @param detail one sentence more; empty when there is none
  record Done(String detail) implements Outcome {}

  /// It had been done before.
  record AlreadyDone(String detail) implements Outcome {}

  /// The registry has taken it and does not show it yet; a later run goes on.
  ///
  /// @param waited how long this run waited
  /// @param reason what is waited for
  record Pending(Duration waited, String reason) implements Outcome {}

  /// A person has to approve it; a later run goes on.
  ///
  /// @param stageId what `npm stage approve` wants; empty when the registry did not say
  record AwaitingApproval(String stageId) implements Outcome {}

  /// Left out on purpose, and the release is right without it.
  record Withheld(Problem why) implements Outcome {}

  /// It could not be done.
  record Failed(Problem why) implements Outcome {}

  /// An earlier step ended in a way that leaves nothing to do here, in this run.
  record NotReached() implements Outcome {}

  /// Another run has won: what this step would do is that run's to do.
  record Superseded(String reason) implements Outcome {}

  /// True when the next step may follow.
  default boolean goesOn() {
    return switch (this) {
      case Done _, AlreadyDone _, Withheld _ -> true;
      case Pending _, AwaitingApproval _, Failed _, NotReached _, Superseded _ -> false;
    };
  }
}
