package dev.slipway.github;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// How fast GitHub may be written to: one write a second, once there are more than a release of its
/// own needs, and 500 things created an hour (its documented secondary limits: 80 a minute, 500 an
/// hour).
final class Pace {
  /// Between two writes.
  static final Duration GAP = Duration.ofSeconds(1);

  /// So many writes go without a gap: a release page with a few files is no load.
  private static final int FREE = 8;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int PER_HOUR = 500;

  private final Deque<Instant> created = new ArrayDeque<>();
  private Optional<Instant> last = Optional.empty();
  private int writes;

  /// How long to wait before the next write.
  Duration before(Instant now, boolean creates) {
    Instant free = writes < FREE ? now : last.map(write -> write.plus(GAP)).orElse(now);
    while (!created.isEmpty() && !created.peekFirst().plus(HOUR).isAfter(now)) {
      created.removeFirst();
    }
    if (creates && created.size() >= PER_HOUR) {
      Instant hour = created.peekFirst().plus(HOUR);
      free = hour.isAfter(free) ? hour : free;
    }
    return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
  }

  /// Notes a write that is about to be sent.
  void sent(Instant now, boolean creates) {
    last = Optional.of(now);
    writes++;
    if (creates) {
      created.addLast(now);
    }
  }
}
