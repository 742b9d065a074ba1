package dev.slipway;

import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;

/// The clock on the wall, and no waiting: whoever sleeps finds it later.
final class QuickTime implements Time {
  private Duration ahead = Duration.ZERO;

  @Override
  public synchronized Instant now() {
    return Instant.now().plus(ahead);
  }

  @Override
  public synchronized void sleep(Duration duration) {
    ahead = ahead.plus(duration);
  }

  /// How much was slept.
  synchronized Duration slept() {
    return ahead;
  }
}
