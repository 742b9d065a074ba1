package dev.slipway.npm;

import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A clock that only waiting moves.
final class VirtualTime implements Time {
  private final Instant start = Instant.parse("2026-11-24T12:00:00Z");
  private final List<Duration> waits = new ArrayList<>();

  @Override
  public Instant now() {
    return start.plus(waited());
  }

  @Override
  public void sleep(Duration duration) {
    waits.add(duration);
  }

  List<Duration> waits() {
    return waits;
  }

  Duration waited() {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }
}
