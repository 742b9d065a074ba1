package dev.slipway;

import dev.slipway.http.Retry;
import dev.slipway.report.Log;
import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A network and a clock that say so when a server is given time: what is waited for, why, how
/// long, and until when.
final class PoliteWaiting implements Exchanges, Time {
  private static final Duration WORTH_SAYING = Duration.ofSeconds(5);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Exchanges network;
  private final Time time;
  private final Log log;

  /// Why the last exchange may be tried again; empty when there is no reason to.
  private Optional<String> trouble = Optional.empty();

  PoliteWaiting(Exchanges network, Time time, Log log) {
    this.network = network;
    this.time = time;
    this.log = log;
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    try {
      Answer answer = network.exchange(request);
      trouble =
          Retry.isPassing(answer.status()) || isLimit(answer)
              ? Optional.of(
                  "to "
                      + request.purpose()
                      + ": "
                      + request.uri().getHost()
                      + " answered "
                      + answer.status())
              : Optional.empty();
      return answer;
    } catch (Lost lost) {
      trouble =
          Optional.of(
              "to " + request.purpose() + ": " + request.uri().getHost() + " gave no answer");
      throw lost;
    }
  }

  /// GitHub's limits on writing come as 403.
  private static boolean isLimit(Answer answer) {
    return answer.status() == 403
        && (answer.header("retry-after").isPresent()
            || answer.header("x-ratelimit-remaining").equals(Optional.of("0")));
  }

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public void sleep(Duration duration) {
    if (duration.compareTo(WORTH_SAYING) >= 0) {
      trouble.ifPresent(why ->
          log.line(
              "waiting "
                  + duration.toSeconds()
                  + " s, until "
                  + CLOCK.format(now().plus(duration))
                  + " UTC, "
                  + why));
      trouble = Optional.empty();
    }
    time.sleep(duration);
  }
}
