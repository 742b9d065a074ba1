package dev.slipway.apply;

import java.time.Duration;

/// How long a run may take, and how often it may ask.
///
/// @param run for the whole run
/// @param visible for all waiting until versions can be read
/// @param sends how often the same bytes are sent at most, each time after looking
public record Limits(Duration run, Duration visible, int sends) {
  /// Five and a half hours (a job has six), twenty minutes, three times.
  public static Limits standard() {
    return new Limits(Duration.ofMinutes(330), Duration.ofMinutes(20), 3);
  }

  /// The same with another wait for visibility.
  public Limits waiting(Duration budget) {
    return new Limits(run, budget, sends);
  }
}
