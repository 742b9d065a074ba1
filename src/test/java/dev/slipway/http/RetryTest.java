package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Time;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// When a question is asked again.
class RetryTest {
  private static final Request QUESTION = Request.get("ask", URI.create("https://a.example/"));

  private final List<Duration> waits = new ArrayList<>();
  private final Deque<Object> script = new ArrayDeque<>();
  private final Exchanges exchanges =
      _ -> {
        Object next = script.removeFirst();
        if (next instanceof Lost lost) {
          throw lost;
        }
        return (Answer) next;
      };
  private final Time time =
      new Time() {
        @Override
        public Instant now() {
          return Instant.parse("2026-11-24T12:00:00Z");
        }

        @Override
        public void sleep(Duration duration) {
          waits.add(duration);
        }
      };

  private static Answer answer(int status, String... header) {
    return new Answer(
        status, header.length == 0 ? Map.of() : Map.of(header[0], header[1]), Bytes.of(""));
  }

  @Test
  void what_may_pass_is_asked_three_times() throws Lost {
    script.addAll(List.of(answer(503), new Lost(Lost.Reach.UNKNOWN, "lost"), answer(200)));

    assertThat(Retry.read(exchanges, time, QUESTION).status()).isEqualTo(200);
    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  @Test
  void the_third_answer_is_the_last() throws Lost {
    script.addAll(List.of(answer(503), answer(503), answer(502), answer(200)));

    assertThat(Retry.read(exchanges, time, QUESTION).status()).isEqualTo(502);
  }

  @Test
  void a_refusal_is_not_asked_again() throws Lost {
    script.addAll(List.of(answer(403), answer(200)));

    assertThat(Retry.read(exchanges, time, QUESTION).status()).isEqualTo(403);
    assertThat(waits).isEmpty();
  }

  @Test
  void it_waits_as_long_as_it_is_asked_to() throws Lost {
    script.addAll(List.of(answer(429, "retry-after", "17"), answer(200)));

    Retry.read(exchanges, time, QUESTION);

    assertThat(waits).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void a_date_is_measured_by_the_servers_own_clock() {
    Answer late =
        new Answer(
            429,
            Map.of(
                "retry-after", "Tue, 24 Nov 2026 10:00:30 GMT",
                "date", "Tue, 24 Nov 2026 10:00:00 GMT"),
            Bytes.of(""));

    assertThat(RetryAfter.of(late, time.now())).contains(Duration.ofSeconds(30));
  }

  @Test
  void a_wait_of_more_than_a_minute_is_for_the_caller_to_decide() throws Lost {
    script.addAll(List.of(answer(429, "retry-after", "1934"), answer(200)));

    assertThat(Retry.read(exchanges, time, QUESTION).status()).isEqualTo(429);
    assertThat(waits).isEmpty();
  }

  @Test
  void nothing_that_may_have_changed_something_is_sent_again() {
    for (String method : List.of("PUT", "POST", "DELETE", "PATCH")) {
      assertThatThrownBy(
              () -> Retry.read(exchanges, time, QUESTION.with(method, new Payload.Empty())))
          .hasMessage(method + " is not sent again blindly");
    }
  }
}
