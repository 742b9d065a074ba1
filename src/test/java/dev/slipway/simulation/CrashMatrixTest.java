package dev.slipway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.simulation.Mischief.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// C1: killed before, in the middle of and after every effect of S1 to S10 (exchanges, pushes,
/// objects, waits), one clean rerun ends it as if nothing had happened. C2: killed twice; every
/// pair of S1 and 10,000 of the others: `./build -Dtest=CrashMatrixTest -Dslipway.crashes=full
/// test`.
class CrashMatrixTest {
  private static final boolean FULL = "full".equals(System.getProperty("slipway.crashes"));
  private static final List<Moment> MOMENTS = List.of(Moment.BEFORE, Moment.MIDDLE, Moment.AFTER);

  /// A crash, or two: the second one in the run that follows the first.
  private record Point(Scenario scenario, int first, int second) {
    void play() {
      try {
        Story.crash(
            scenario, second < 0 ? List.of(killed(first)) : List.of(killed(first), killed(second)));
      } catch (Violation | AssertionError broken) {
        throw new AssertionError(this + ": " + broken, broken);
      }
    }
  }

  private static Crash killed(int point) {
    return new Crash(point / MOMENTS.size(), MOMENTS.get(point % MOMENTS.size()));
  }

  @Test
  void killed_anywhere_it_ends_with_one_clean_rerun() {
    List<Point> points = new ArrayList<>();
    for (Scenario scenario : Scenario.ALL) {
      int count = Story.sound(scenario).effects() * MOMENTS.size();
      System.out.println("C1 " + scenario + ": " + count + " points");
      IntStream.range(0, count).forEach(at -> points.add(new Point(scenario, at, -1)));
    }
    points.parallelStream().forEach(Point::play);
    System.out.println("C1: " + points.size() + " points, all ended right");
    assertThat(points.size()).isGreaterThanOrEqualTo(2_000);
  }

  @Test
  void killed_twice_it_ends_with_one_clean_rerun() {
    int single = Story.sound(Scenario.S1).effects() * MOMENTS.size();
    SplittableRandom dice = new SplittableRandom(2);
    List<Point> pairs = new ArrayList<>();
    for (int first = 0; first < single; first++) {
      for (int second = 0; second < single; second++) {
        if (FULL || dice.nextInt(100) == 0) {
          pairs.add(new Point(Scenario.S1, first, second));
        }
      }
    }
    for (int i = 0; i < (FULL ? 10_000 : 500); i++) {
      Scenario scenario = Scenario.ALL.get(1 + dice.nextInt(Scenario.ALL.size() - 1));
      int count = Story.sound(scenario).effects() * MOMENTS.size();
      pairs.add(new Point(scenario, dice.nextInt(count), dice.nextInt(count)));
    }
    pairs.parallelStream().forEach(Point::play);
    System.out.println("C2: " + pairs.size() + " pairs, all ended right");
    assertThat(pairs.size()).isGreaterThan(500);
  }
}
