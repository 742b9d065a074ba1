package dev.slipway.world;

import java.time.Duration;
import java.time.Instant;

/// The clock, and waiting by it.
public interface Time {
  Instant now();

  /// Waits. Returns early, with the thread's interrupt flag set, when the run is being stopped.
  void sleep(Duration duration);
}
