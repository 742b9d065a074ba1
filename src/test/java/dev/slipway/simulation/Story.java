package dev.slipway.simulation;

import dev.slipway.apply.Limits;
import dev.slipway.apply.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Short stories: a merge, a run that something happens to, and the clean rerun that ends it.
final class Story {
  static final Limits LIMITS = Limits.standard();
  private static final long SEED = 7;
  private static final long LAG = 240_000;
  private static final Map<Scenario, Sound> SOUND = new ConcurrentHashMap<>();

  private Story() {}

  /// How it ends when nothing happens.
  ///
  /// @param effects how many effects the run has, and the one after the approval
  record Sound(int effects, Map<String, String> face) {}

  static Universe universe(Scenario scenario, long seed) {
    Universe universe = new Universe(scenario, seed);
    universe.registry.lag = LAG;
    universe.merge((1 << scenario.packages().size()) - 1, 2);
    if (scenario.tagged()) {
      universe.ask();
    }
    return universe;
  }

  /// One run alone, to its end.
  static SimProcess run(Universe universe, Mischief mischief, SimProcess.Assembly assembly) {
    Scheduler scheduler = new Scheduler(universe, (ready, current) -> 0);
    SimProcess process =
        new SimProcess(universe, scheduler, universe.tip(), mischief, assembly, LIMITS);
    scheduler.alone(process);
    process.broken.ifPresent(error -> {
      throw error;
    });
    return process;
  }

  /// A clean run; where people have to approve, they do, and a second one follows.
  ///
  /// @return how many effects the runs had
  static int clean(Universe universe) {
    int effects = run(universe, Mischief.NONE, SimProcess.SOUND).effects;
    return approve(universe)
        ? effects + run(universe, Mischief.NONE, SimProcess.SOUND).effects
        : effects;
  }

  /// People approve what waits for it.
  private static boolean approve(Universe universe) {
    if (universe.registry.shelves.values().stream().allMatch(shelf -> shelf.staged.isEmpty())) {
      return false;
    }
    universe.registry.approve();
    universe.pass(Duration.ofHours(1).toMillis());
    return true;
  }

  static Sound sound(Scenario scenario) {
    return SOUND.computeIfAbsent(
        scenario,
        _ -> {
          Universe universe = universe(scenario, SEED);
          int effects = clean(universe);
          quiet(universe);
          return new Sound(effects, universe.face());
        });
  }

  /// I6 and I5: nothing is left to do, and doing nothing writes nothing.
  static void quiet(Universe universe) {
    int before = universe.writes;
    SimProcess process = run(universe, Mischief.NONE, SimProcess.SOUND);
    if (universe.writes != before) {
      throw new Violation("I6", "a rerun with nothing to do wrote " + (universe.writes - before));
    }
    List<Result> results = process.results;
    if (!process.isAtRest()) {
      throw new Violation(
          "I7",
          "not ended: "
              + results.stream().map(result -> result.status() + " " + result.problems()).toList()
              + process.trouble);
    }
    universe.checkReleases();
  }

  /// I7: after crashes, one clean rerun ends it as if nothing had happened.
  static void crash(Scenario scenario, List<Crash> crashes) {
    Universe universe = universe(scenario, SEED);
    for (Crash crash : crashes) {
      int effects = run(universe, crash, SimProcess.SOUND).effects;
      if (!crash.happened() && approve(universe)) {
        run(universe, crash.later(effects), SimProcess.SOUND);
      }
    }
    clean(universe);
    quiet(universe);
    Map<String, String> face = universe.face();
    if (!face.equals(sound(scenario).face())) {
      throw new Violation("I7", "ended as " + face + " instead of " + sound(scenario).face());
    }
  }
}
