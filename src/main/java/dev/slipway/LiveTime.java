package dev.slipway;

import dev.slipway.world.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// The clock on the wall.
///
/// @param clock what it reads
record LiveTime(Clock clock) implements Time {
  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
