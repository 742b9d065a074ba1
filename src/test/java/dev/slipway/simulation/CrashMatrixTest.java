package dev.slipway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.simulation.Mischief.Moment;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// C1 and C2: killed at every moment, one clean rerun ends it.
class CrashMatrixTest {
  static List<Scenario> scenarios() {
    return Scenario.ALL;
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void killed_anywhere_it_ends_with_one_clean_rerun(Scenario scenario) {
    int effects = Story.sound(scenario).effects();
    int points = 0;
    for (int at = 0; at < effects; at++) {
      for (Moment moment : Moment.values()) {
        Story.crash(scenario, Mischief.killed(at, moment));
        points++;
      }
    }
    System.out.println("C1 " + scenario + ": " + points + " points");
    assertThat(points).isGreaterThan(60);
  }
}
