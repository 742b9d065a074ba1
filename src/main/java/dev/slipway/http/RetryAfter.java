package dev.slipway.http;

import dev.slipway.world.Answer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a server asks us to wait (RFC 9110, 10.2.3).
public final class RetryAfter {
  private RetryAfter() {}

  /// The wait that `Retry-After` asks for: seconds, or a date, which is measured by the server's
  /// own `Date` where it sends one. Never negative; empty when there is none that can be read.
  public static Optional<Duration> of(Answer answer, Instant now) {
    return answer
        .header("retry-after")
        .map(String::strip)
        .flatMap(text ->
            isDigits(text)
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text)
                    .map(until -> Duration.between(Retry.serverTime(answer).orElse(now), until)))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty()
        && text.length() <= 9
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
