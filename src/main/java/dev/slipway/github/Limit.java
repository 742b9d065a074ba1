package dev.slipway.github;

import dev.slipway.http.RetryAfter;
import dev.slipway.world.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// How GitHub says "later": the primary limit (so many requests an hour) and the secondary ones
/// (too many at once, too many writes a minute).
final class Limit {
  /// What GitHub's own documentation asks for when a secondary limit names no time.
  private static final Duration AT_LEAST = Duration.ofSeconds(60);

  private Limit() {}

  /// How long to wait before the same request may be sent again; empty when the answer is about
  /// something else.
  ///
  /// @param times how often this request has been turned away before
  static Optional<Duration> wait(Answer answer, Instant now, int times) {
    boolean limited = isGraphQlLimit(answer);
    if (answer.status() != 403 && answer.status() != 429 && !limited) {
      return Optional.empty();
    }
    Optional<Duration> asked = RetryAfter.of(answer, now);
    if (asked.isPresent()) {
      return asked;
    }
    if (limited || answer.header("x-ratelimit-remaining").filter("0"::equals).isPresent()) {
      return Optional.of(untilReset(answer, now).orElse(AT_LEAST));
    }
    String text = answer.text().toLowerCase(Locale.ROOT);
    boolean secondary =
        answer.status() == 429 || text.contains("secondary rate limit") || text.contains("abuse");
    return secondary
        ? Optional.of(AT_LEAST.multipliedBy(1L << Math.min(times, 5)))
        : Optional.empty();
  }

  private static boolean isGraphQlLimit(Answer answer) {
    return answer.status() == 200
        && answer.body().size() < 4096
        && answer.text().contains("\"RATE_LIMITED\"");
  }

  /// Until the hour begins anew, and a second more, since the header has whole seconds.
  static Optional<Duration> untilReset(Answer answer, Instant now) {
    return answer
        .header("x-ratelimit-reset")
        .filter(text -> !text.isEmpty() && text.length() < 12)
        .filter(text -> text.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(text -> Duration.between(now, Instant.ofEpochSecond(Long.parseLong(text) + 1)))
        .map(wait -> wait.isNegative() ? Duration.ofSeconds(1) : wait);
  }
}
