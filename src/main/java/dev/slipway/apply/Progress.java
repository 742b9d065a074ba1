package dev.slipway.apply;

import dev.slipway.plan.Plan;
import dev.slipway.plan.Step;
import java.time.Duration;
import java.time.Instant;

/// Is told what a run does while it does it, so that a person can follow it.
public interface Progress {
  /// A step of a plan begins.
  void started(Plan plan, Step step);

  /// The run waits.
  ///
  /// @param forWhat what it waits for, as it follows "waiting for"
  /// @param since when it began to wait
  /// @param until when it gives up waiting
  void waiting(String forWhat, Instant since, Instant until);

  /// A step of a plan has ended.
  void ended(Plan plan, Step step, Outcome outcome, Duration took);

  /// Tells nobody.
  static Progress silent() {
    return new Progress() {
      @Override
      public void started(Plan plan, Step step) {}

      @Override
      public void waiting(String forWhat, Instant since, Instant until) {}

      @Override
      public void ended(Plan plan, Step step, Outcome outcome, Duration took) {}
    };
  }
}
