package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// One server is asked while another one is.
class BesideTest {
  private final AtomicInteger closed = new AtomicInteger();

  /// What is made, and has to be closed by who takes it.
  private AutoCloseable made() {
    return closed::incrementAndGet;
  }

  @Test
  void it_is_asked_while_the_caller_goes_on_and_what_is_taken_stays_open() throws Lost {
    CountDownLatch callerWentOn = new CountDownLatch(1);
    try (Beside<AutoCloseable> beside =
        Beside.begin(
            "test",
            () -> {
              callerWentOn.await();
              return made();
            })) {
      callerWentOn.countDown();
      assertThat(beside.take()).isNotNull();
    }
    assertThat(closed).hasValue(0);
  }

  @Test
  void what_nobody_takes_is_closed() throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    Thread[] asking = new Thread[1];
    try (Beside<AutoCloseable> beside =
        Beside.begin(
            "test",
            () -> {
              asking[0] = Thread.currentThread();
              ready.countDown();
              return made();
            })) {
      ready.await();
      asking[0].join();
      assertThat(beside).isNotNull();
    }
    assertThat(closed).hasValue(1);
  }

  @Test
  void what_it_throws_is_thrown_where_it_is_taken() {
    Lost lost = new Lost(Lost.Reach.UNKNOWN, "nobody there");
    Refused refused = new Refused(Problem.failure("NOT_NOW", "Not now.", "Later."));
    try (Beside<AutoCloseable> one =
            Beside.begin(
                "test",
                () -> {
                  throw lost;
                });
        Beside<AutoCloseable> other =
            Beside.begin(
                "test",
                () -> {
                  throw refused;
                })) {
      assertThatThrownBy(one::take).isSameAs(lost);
      assertThatThrownBy(other::take).isSameAs(refused);
    }
  }

  @Test
  void a_run_that_is_stopped_waits_no_longer_and_stays_stopped() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Beside<AutoCloseable> beside =
        Beside.begin(
            "test",
            () -> {
              try {
                never.await();
              } catch (InterruptedException asAsked) {
                stopped.countDown();
              }
              return made();
            })) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(beside::take).isInstanceOf(Lost.class).hasMessage("The run was stopped.");
      assertThat(Thread.interrupted()).isTrue();
    }
    stopped.await();
  }
}
