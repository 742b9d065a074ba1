package dev.slipway.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// D2: programs with planted bugs. A bug that no story shows is a hole in the simulator. By default
/// those that show at once are looked for; all of them, each in 10,000 stories: `./build
/// -Dtest=TeethTest -Dslipway.teeth=10000 test`.
class TeethTest {
  private static final int SEEDS = Integer.getInteger("slipway.teeth", 50);

  /// How a bug was caught.
  ///
  /// @param seeds how many stories it took
  private record Catch(int seeds, String by) {}

  @Test
  void every_planted_bug_is_caught() {
    List<PlantedBug> bugs = PlantedBug.all();
    List<String> survivors = new ArrayList<>();
    Map<String, Catch> caught = new TreeMap<>();
    bugs.parallelStream()
        .forEach(bug -> {
          Optional<Catch> how = caught(bug);
          synchronized (caught) {
            how.ifPresentOrElse(
                each -> caught.put(bug.name(), each), () -> survivors.add(bug.name()));
          }
        });
    caught.forEach((name, how) ->
        System.out.printf("D2 %-70s after %5d seeds by %s%n", name, how.seeds(), how.by()));
    System.out.println("D2: " + bugs.size() + " bugs, " + caught.size() + " caught");
    assertThat(bugs.size()).isGreaterThanOrEqualTo(40);
    if (SEEDS >= 10_000) {
      assertThat(survivors).isEmpty();
    } else {
      assertThat(caught.size()).isGreaterThanOrEqualTo(25);
    }
  }

  private static Optional<Catch> caught(PlantedBug bug) {
    for (int seed = 0; seed < SEEDS; seed++) {
      try {
        Chronicle.play(seed, bug.assembly());
      } catch (Violation violation) {
        return Optional.of(new Catch(seed + 1, violation.promise()));
      } catch (AssertionError | RuntimeException other) {
        return Optional.of(new Catch(seed + 1, "an exception: " + other + other.getCause()));
      }
    }
    return Optional.empty();
  }
}
