package dev.slipway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.apply.Result;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// F1: every fault, at every kind of request, once, twice and always; by default of S1. Of five
/// scenarios, each request at its first and at its last occurrence: `./build -Dtest=FaultMatrixTest
/// -Dslipway.faults=full test`.
class FaultMatrixTest {
  private static final boolean FULL = "full".equals(System.getProperty("slipway.faults"));
  private static final long LONGEST = Duration.ofMinutes(330 + 10).toMillis() + 2_000;

  /// How often in a row a request meets the fault.
  private static final List<Integer> TIMES = List.of(1, 2, Integer.MAX_VALUE);

  private record Case(Scenario scenario, int at, String label, Fault fault, int times) {}

  /// Notes what requests a run makes.
  private static List<String> requests(Scenario scenario) {
    List<String> labels = new ArrayList<>();
    Universe universe = Story.universe(scenario, 7);
    Story.run(
        universe,
        new Mischief() {
          @Override
          public Optional<Moment> kill(int index, String label) {
            return Optional.empty();
          }

          @Override
          public Optional<Fault> fault(int index, String label) {
            labels.add(label);
            return Optional.empty();
          }
        },
        SimProcess.SOUND);
    return labels;
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    List<Scenario> scenarios =
        FULL
            ? List.of(Scenario.S1, Scenario.S2, Scenario.S3, Scenario.S6, Scenario.S8)
            : List.of(Scenario.S1);
    for (Scenario scenario : scenarios) {
      List<String> labels = requests(scenario);
      Map<Integer, String> chosen = new LinkedHashMap<>();
      for (int i = 0; i < labels.size(); i++) {
        boolean first = labels.indexOf(labels.get(i)) == i;
        boolean last = labels.lastIndexOf(labels.get(i)) == i;
        if (first || (FULL && last)) {
          chosen.put(i, labels.get(i));
        }
      }
      chosen.forEach((at, label) ->
          Faults.ALL.forEach(fault ->
              TIMES.forEach(times -> cases.add(new Case(scenario, at, label, fault, times)))));
    }
    return cases;
  }

  @Test
  void every_fault_of_every_request_ends_right_or_resumable_with_a_cause() {
    List<Case> cases = cases();
    AtomicInteger green = new AtomicInteger();
    IntStream.range(0, cases.size())
        .parallel()
        .forEach(i -> {
          try {
            green.addAndGet(play(cases.get(i)) ? 1 : 0);
          } catch (Violation violation) {
            throw new AssertionError(cases.get(i).toString(), violation);
          }
        });
    System.out.println(
        "F1: "
            + cases.size()
            + " cases of "
            + Faults.ALL.size()
            + " faults, "
            + green
            + " green at once");
    assertThat(Faults.ALL.size()).isGreaterThanOrEqualTo(35);
    assertThat(cases.size()).isGreaterThanOrEqualTo(FULL ? 3_000 : 1_000);
  }

  /// True when the run was green in spite of the fault.
  private static boolean play(Case one) {
    Universe universe = Story.universe(one.scenario(), 7);
    Map<String, Integer> met = new HashMap<>();
    SimProcess process =
        Story.run(
            universe,
            new Mischief() {
              @Override
              public Optional<Moment> kill(int index, String label) {
                return Optional.empty();
              }

              @Override
              public Optional<Fault> fault(int index, String label) {
                boolean hit =
                    index >= one.at()
                        && label.equals(one.label())
                        && met.merge(label, 1, Integer::sum) <= one.times();
                return hit ? Optional.of(one.fault()) : Optional.empty();
              }
            },
            SimProcess.SOUND);
    if (process.ended - process.began > LONGEST) {
      throw new Violation("DEADLINE", "took " + Duration.ofMillis(process.ended - process.began));
    }
    // What a server lies about nobody can know either.
    boolean lied = one.fault().answer().filter(Answer::isOk).isPresent();
    boolean withheld = caused(process, one) || lied;
    universe.withheld = withheld;
    // People approve once they hear of it; the registry's longest scan passes.
    Story.clean(universe);
    universe.pass(Duration.ofHours(5).toMillis());
    Story.clean(universe);
    Story.quiet(universe);
    Map<String, String> face = seen(universe.face(), withheld);
    Map<String, String> wanted = seen(Story.sound(one.scenario()).face(), withheld);
    if (!face.equals(wanted)) {
      throw new Violation("F1", "ended as " + face + " instead of " + wanted);
    }
    return process.trouble.isEmpty()
        && process.results.stream().allMatch(result -> result.status() == Result.Status.RELEASED);
  }

  /// Checks that a run that is not green says why, and that what it says is what happened.
  ///
  /// @return whether something was left out on purpose
  private static boolean caused(SimProcess process, Case one) {
    boolean withheld = false;
    Set<String> right = RightCause.of(one.label(), one.fault());
    if (process.trouble.isPresent()
        && !(process.trouble.get() instanceof Refused)
        && !one.label().startsWith("git")) {
      throw new Violation("CAUSE", "the remote is blamed: " + process.trouble.get());
    }
    for (Result result : process.results) {
      withheld |= result.problems().stream().anyMatch(Problem::isWarning);
      if (result.status() == Result.Status.FAILED
          && result.problems().stream().allMatch(Problem::isWarning)) {
        throw new Violation("CAUSE", "failed without a cause");
      }
      for (Problem problem : result.problems()) {
        fits(problem, right);
      }
    }
    if (process.trouble.isPresent() && process.trouble.get() instanceof Refused refused) {
      if (refused.problems().isEmpty()) {
        throw new Violation("CAUSE", "refused without a cause");
      }
      refused.problems().forEach(problem -> fits(problem, right));
    }
    return withheld;
  }

  private static void fits(Problem problem, Set<String> right) {
    if (problem.code().isBlank() || problem.what().isBlank()) {
      throw new Violation("CAUSE", "a problem without words");
    }
    if (!right.contains(problem.code())) {
      throw new Violation("CAUSE", problem.code() + " is said, which is none of " + right);
    }
  }

  /// What has to be there; without what may have been left out.
  private static Map<String, String> seen(Map<String, String> face, boolean withheld) {
    Map<String, String> seen = new HashMap<>(face);
    if (withheld) {
      seen.keySet()
          .removeIf(key ->
              key.startsWith("page ")
                  || key.startsWith("draft ")
                  || key.startsWith("refs/notes/")
                  || key.endsWith(" previous"));
    }
    return seen;
  }
}
