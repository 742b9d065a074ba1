package dev.slipway.github;

import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;

/// A clock that moves when somebody waits.
public final class VirtualTime implements Time {
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void sleep(Duration duration) {
    now = now.plus(duration);
  }
}
