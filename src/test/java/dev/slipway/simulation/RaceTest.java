package dev.slipway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.apply.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// R1: runs that race. In full: `./build -Dtest=RaceTest -Dslipway.race=full test`.
class RaceTest {
  private static final boolean FULL = "full".equals(System.getProperty("slipway.race"));

  /// Two runs of one commit; the turn changes after these many steps, and at the end of a run.
  private static int race(List<Integer> preemptions, int first) {
    Universe universe = Story.universe(Scenario.S2, 5);
    universe.registry.lag = 0;
    int[] step = {0};
    Scheduler scheduler =
        new Scheduler(
            universe,
            (ready, current) -> {
              if (current < 0) {
                return Math.min(first, ready.size() - 1);
              }
              return preemptions.contains(step[0]++) ? 1 - current : current;
            });
    run(universe, scheduler, 2);
    return step[0];
  }

  private static void run(Universe universe, Scheduler scheduler, int count) {
    List<SimProcess> processes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      processes.add(
          new SimProcess(
              universe, scheduler, universe.tip(), Mischief.NONE, SimProcess.SOUND, Story.LIMITS));
    }
    scheduler.together(processes);
    int winners = 0;
    for (SimProcess process : processes) {
      process.broken.ifPresent(error -> {
        throw error;
      });
      if (process.trouble.isPresent()) {
        throw new Violation("I9", "a run that raced ended with " + process.trouble.get());
      }
      for (Result result : process.results) {
        switch (result.status()) {
          case RELEASED -> winners += result.resumed() ? 0 : 1;
          case SUPERSEDED -> {}
          case PENDING, AWAITING_APPROVAL, ABANDONED, FAILED ->
              throw new Violation(
                  "I9", "a run that raced ended as " + result.status() + result.problems());
        }
      }
    }
    if (winners > 1) {
      throw new Violation("I9", winners + " winners");
    }
    Story.quiet(universe);
    if (!universe.face().equals(Story.sound(universe.scenario).face())) {
      throw new Violation("I9", "ended as " + universe.face());
    }
  }

  @Test
  void two_runs_interleaved_in_every_way_with_few_changes_of_turn() {
    int most = FULL ? 3 : 2;
    List<List<Integer>> singles = new ArrayList<>();
    for (int first = 0; first < 2; first++) {
      int steps = race(List.of(), first);
      for (int a = 0; a < steps; a++) {
        singles.add(List.of(a, first));
      }
    }
    AtomicInteger count = new AtomicInteger(2);
    singles.parallelStream()
        .forEach(single -> explore(List.of(single.get(0)), single.get(1), most, count));
    System.out.println("R1 two runs: " + count + " interleavings of at most " + most + " changes");
    assertThat(count.get()).isGreaterThan(FULL ? 4_000 : 400);
  }

  private static void explore(List<Integer> changes, int first, int most, AtomicInteger count) {
    int steps;
    try {
      steps = race(changes, first);
    } catch (Violation violation) {
      throw new AssertionError("turn changes " + changes + ", first " + first, violation);
    }
    count.incrementAndGet();
    for (int next = changes.getLast() + 1; next < steps && changes.size() < most; next++) {
      List<Integer> more = new ArrayList<>(changes);
      more.add(next);
      explore(more, first, most, count);
    }
  }

  @Test
  void two_runs_interleaved_at_random() {
    int count = FULL ? 100_000 : 500;
    AtomicInteger done = new AtomicInteger();
    LongStream.range(0, count)
        .parallel()
        .forEach(seed -> {
          random(seed, 2);
          done.incrementAndGet();
        });
    assertThat(done.get()).isEqualTo(count);
  }

  @Test
  void ten_runs_interleaved_at_random() {
    int count = FULL ? 10_000 : 50;
    LongStream.range(0, count).parallel().forEach(seed -> random(seed, 10));
    assertThat(count).isPositive();
  }

  private static void random(long seed, int processes) {
    try {
      Universe universe = Story.universe(Scenario.S1, seed);
      SplittableRandom turns = new SplittableRandom(seed + 1);
      run(universe, new Scheduler(universe, (ready, _) -> turns.nextInt(ready.size())), processes);
    } catch (Violation violation) {
      throw new AssertionError("seed " + seed + ", " + processes + " runs", violation);
    }
  }
}
