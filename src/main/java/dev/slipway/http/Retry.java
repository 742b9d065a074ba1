package dev.slipway.http;

import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Asks again where asking changes nothing.
public final class Retry {
  private static final int ATTEMPTS = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private Retry() {}

  /// Sends a GET or HEAD up to three times: again after a lost exchange and after 408, 420, 429 and
  /// 5xx, waiting 1 s and 4 s, or as long as `Retry-After` says when that is at most a minute.
  ///
  /// @throws Lost when the last attempt had no whole answer
  /// @throws IllegalArgumentException for any other method: what may have changed something is
  ///   never sent blindly again
  public static Answer read(Exchanges exchanges, Time time, Request request) throws Lost {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw new IllegalArgumentException(request.method() + " is not sent again blindly");
    }
    Duration wait = Duration.ofSeconds(1);
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt == ATTEMPTS;
      Optional<Duration> asked = Optional.empty();
      try {
        Answer answer = exchanges.exchange(request);
        if (last || !isPassing(answer.status())) {
          return answer;
        }
        asked = RetryAfter.of(answer, time.now());
        if (asked.isPresent() && asked.get().compareTo(LONGEST_WAIT) > 0) {
          return answer;
        }
      } catch (Lost lost) {
        if (last) {
          throw lost;
        }
      }
      time.sleep(asked.orElse(wait));
      if (Thread.currentThread().isInterrupted()) {
        throw new Lost(Lost.Reach.NOT_SENT, "The run was stopped while it waited to ask again.");
      }
      wait = wait.multipliedBy(4);
    }
  }

  /// Statuses that may be gone the next time.
  public static boolean isPassing(int status) {
    return status == 408 || status == 420 || status == 429 || status >= 500;
  }

  /// The server's own clock, where it tells it: more to be trusted than ours.
  static Optional<Instant> serverTime(Answer answer) {
    return answer.header("date").flatMap(RetryAfter::date);
  }
}
