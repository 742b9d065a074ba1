package dev.slipway.simulation;

import dev.slipway.apply.Result;
import dev.slipway.plan.Plan;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.simulation.SimProcess.Assembly;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// D1: a story that a seed tells. People merge and meddle, runs crash, race, and meet every fault;
/// then the world becomes well again, people do what they are told, and one clean run ends it.
final class Chronicle {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long LONGEST = Story.LIMITS.run().plus(Duration.ofMinutes(45)).toMillis();

  /// What is said when the remote refuses a push.
  static final Set<String> REFUSALS =
      Set.of("INTENT_DENIED", "INTENT_STAYS", "BRANCH_PROTECTED", "TAG_DENIED");

  private static final long[][] SCANS = {
    {0}, {3_000}, {0, 240_000}, {240_000}, {0, 2_400_000}, {3_000, 10_800_000}
  };

  final Universe universe;
  private final SplittableRandom dice;
  private final Assembly assembly;
  private final People people;

  private Chronicle(long seed, Assembly assembly, boolean keepsLog) {
    this.dice = new SplittableRandom(seed);
    this.assembly = assembly;
    this.universe = new Universe(Scenario.random(dice), dice.nextLong());
    this.people = new People(universe, dice.split());
    universe.keepsLog = keepsLog;
    universe.registry.small = !universe.scenario.stages() && dice.nextInt(5) == 0;
    universe.registry.lags = SCANS[dice.nextInt(SCANS.length)];
    universe.registry.stale = dice.nextInt(4) == 0 ? 60_000 : 0;
    if (universe.scenario.pages() && dice.nextInt(6) == 0) {
      universe.github.perHour = 8 + dice.nextInt(60);
      universe.github.perMinute = 1 + dice.nextInt(4);
    }
  }

  /// Plays the story of a seed.
  ///
  /// @throws Violation when a promise was broken
  static Chronicle play(long seed, Assembly assembly) {
    Chronicle chronicle = new Chronicle(seed, assembly, false);
    chronicle.play();
    return chronicle;
  }

  /// Plays it once more and writes down what happened.
  ///
  /// @return every event, and at the end the promise that was broken, if one was
  static List<String> told(long seed, Assembly assembly) {
    Chronicle chronicle = new Chronicle(seed, assembly, true);
    List<String> log = chronicle.universe.log;
    log.add(chronicle.universe.scenario.toString() + chronicle.universe.scenario.settings());
    try {
      chronicle.play();
    } catch (Violation | AssertionError wrong) {
      log.add(wrong.toString());
    }
    return log;
  }

  private void play() {
    universe.merge((1 << universe.scenario.packages().size()) - 1, 1 + dice.nextInt(2));
    if (dice.nextInt(3) == 0) {
      people.merge();
    }
    if (universe.scenario.tagged()) {
      universe.ask();
    }
    int acts = 1 + dice.nextInt(4);
    for (int i = 0; i < acts; i++) {
      act();
    }
    end();
  }

  private void act() {
    if (dice.nextInt(6) == 0 && !universe.scenario.tagged()) {
      universe.after(1 + dice.nextInt(40), people::interrupt);
    }
    int what = dice.nextInt(100);
    if (universe.scenario.tagged() && what >= 72) {
      people.merge();
      universe.ask();
    } else if (what < 45) {
      alone(universe.tip(), Trouble.random(dice));
    } else if (what < 53) {
      alone(universe.tip(), Mischief.NONE);
    } else if (what < 62) {
      race();
    } else if (what < 72) {
      people.merge();
    } else if (what < 77) {
      List<GitModel.Commit> history = universe.git.history(universe.tip());
      int back = dice.nextInt(Math.min(3, history.size()));
      alone(history.get(back).hash(), dice.nextBoolean() ? Mischief.NONE : Trouble.random(dice));
    } else if (what < 84) {
      universe.pass(dice.nextLong(6 * HOUR));
    } else if (what < 86) {
      universe.registry.rejectNext = !universe.scenario.stages();
    } else if (what < 92 && universe.scenario.stages()) {
      people.decide();
    } else {
      people.meddle();
    }
  }

  private SimProcess process(Scheduler scheduler, String checkout, Mischief mischief) {
    if (!universe.scenario.tagged()) {
      return new SimProcess(universe, scheduler, checkout, mischief, assembly, Story.LIMITS);
    }
    String tag = universe.asked.get(dice.nextInt(universe.asked.size()));
    return ofTag(scheduler, tag, mischief);
  }

  /// The run that a tag starts.
  private SimProcess ofTag(Scheduler scheduler, String tag, Mischief mischief) {
    String checkout = universe.git.refs.getOrDefault("refs/tags/" + tag, universe.tip());
    SimProcess process =
        new SimProcess(universe, scheduler, checkout, mischief, assembly, Story.LIMITS);
    process.tag = Optional.of(tag);
    return process;
  }

  private SimProcess alone(String checkout, Mischief mischief) {
    Scheduler scheduler = new Scheduler(universe, (_, _) -> 0);
    SimProcess process = process(scheduler, checkout, mischief);
    scheduler.alone(process);
    check(process);
    return process;
  }

  private void race() {
    SplittableRandom turns = dice.split();
    Scheduler scheduler = new Scheduler(universe, (ready, _) -> turns.nextInt(ready.size()));
    List<SimProcess> processes = new ArrayList<>();
    int count = 2 + dice.nextInt(2);
    for (int i = 0; i < count; i++) {
      Mischief mischief = dice.nextInt(4) == 0 ? Trouble.random(dice) : Mischief.NONE;
      processes.add(process(scheduler, universe.tip(), mischief));
    }
    scheduler.together(processes);
    processes.forEach(this::check);
    Set<String> won = new HashSet<>();
    for (SimProcess process : processes) {
      for (Result result : process.results) {
        // Without an intent two runs of one tag may both think that they were the one.
        boolean counts = !universe.scenario.tagged() && !result.resumed();
        if (result.status() == Result.Status.RELEASED && counts) {
          for (String tag : result.plan().tags()) {
            if (!won.add(tag)) {
              throw new Violation("I9", "two runs say that they released " + tag);
            }
          }
        }
      }
    }
  }

  private void check(SimProcess process) {
    process.broken.ifPresent(error -> {
      throw error;
    });
    if (process.ended - process.began > LONGEST) {
      throw new Violation(
          "DEADLINE", "a run took " + Duration.ofMillis(process.ended - process.began));
    }
    for (Problem problem : problems(process)) {
      if (problem.code().isBlank() || problem.what().isBlank()) {
        throw new Violation("CAUSE", "a problem without words");
      }
      if (REFUSALS.contains(problem.code()) && !process.refused) {
        throw new Violation("CAUSE", problem.code() + ", and nothing was refused");
      }
    }
    for (Result result : process.results) {
      universe.withheld |= result.problems().stream().anyMatch(Problem::isWarning);
      if (result.status() == Result.Status.FAILED
          && result.problems().stream().allMatch(Problem::isWarning)) {
        throw new Violation("CAUSE", "a run failed and does not say why");
      }
    }
  }

  private static List<Problem> problems(SimProcess process) {
    List<Problem> problems = new ArrayList<>();
    process.results.forEach(result -> problems.addAll(result.problems()));
    if (process.trouble.isPresent() && process.trouble.get() instanceof Refused refused) {
      problems.addAll(refused.problems());
    }
    return problems;
  }

  /// Everything works again; people approve, and follow remedies. Then one clean run is enough.
  private void end() {
    people.relent();
    universe.after(0, () -> {});
    universe.registry.lags = new long[] {0};
    universe.registry.stale = 0;
    if (universe.scenario.tagged()) {
      endTags();
      return;
    }
    int more = 1;
    boolean waited = false;
    for (int round = 0; round < 12; round++) {
      universe.pass(5 * HOUR);
      SimProcess process = alone(universe.tip(), Mischief.NONE);
      if (process.isAtRest()) {
        break;
      }
      int wishes = follow(process);
      more += wishes - 1;
      if (universe.registry.shelves.values().stream().anyMatch(s -> !s.staged.isEmpty())) {
        universe.say("person", "approves all");
        universe.registry.approve();
        more++;
      }
      if (!waited && isLeft(process)) {
        // It was approved or rejected, and too little time has gone by to say which.
        waited = true;
        more++;
      }
      if (more < 0) {
        throw new Violation("I7", "more than one clean run was needed: " + ends(process));
      }
    }
    quiet();
  }

  /// One clean run of each tag is enough, and a second one has nothing to do.
  private void endTags() {
    for (int round = 0; round < 2; round++) {
      universe.pass(5 * HOUR);
      int before = universe.writes;
      for (String tag : universe.asked) {
        Scheduler scheduler = new Scheduler(universe, (_, _) -> 0);
        SimProcess process = ofTag(scheduler, tag, Mischief.NONE);
        scheduler.alone(process);
        check(process);
        if (round == 1 && !process.isAtRest() && !isTooLate(process)) {
          throw new Violation("I7", "not ended: " + ends(process));
        }
      }
      if (round == 1 && universe.writes != before) {
        throw new Violation("I6", "reruns with nothing to do wrote");
      }
    }
    universe.checkOpen();
    universe.checkReleases();
  }

  /// Whether what was staged is neither waiting nor live.
  private static boolean isLeft(SimProcess process) {
    return process.results.stream()
        .anyMatch(result ->
            result.status() == Result.Status.PENDING && result.plan().mode() == Plan.Mode.STAGE);
  }

  /// A later tag was faster: what is asked for would have `latest` go down.
  private static boolean isTooLate(SimProcess process) {
    return process.results.stream()
        .flatMap(result -> result.problems().stream())
        .anyMatch(problem -> problem.code().equals("LATEST_WOULD_GO_DOWN"));
  }

  private static String ends(SimProcess process) {
    return process.results.stream()
            .map(result -> result.status() + " " + result.plan().tags() + " " + result.problems())
            .toList()
        + " "
        + process.trouble.map(Exception::toString).orElse("")
        + (process.trouble.isPresent() ? " " + problems(process) : "");
  }

  /// Follows the remedies of what stopped a run.
  ///
  /// @return how many more runs they need
  private int follow(SimProcess process) {
    int wishes = 0;
    for (Result result : process.results) {
      for (Problem problem : result.problems()) {
        if (!problem.isWarning()) {
          wishes += people.remedy(problem, Optional.of(result.plan())) ? 1 : 0;
        }
      }
      if (result.status() == Result.Status.AWAITING_APPROVAL && nothingStaged(result.plan())) {
        // It was rejected: the person who did that drops it.
        people.drop(result.plan().tags().getFirst());
        wishes++;
      }
    }
    if (process.trouble.isPresent() && process.trouble.get() instanceof Refused refused) {
      for (Problem problem : refused.problems()) {
        wishes += people.remedy(problem, Optional.empty()) ? 1 : 0;
      }
    }
    return wishes;
  }

  /// Whether it waits for an approval that a person has refused.
  private boolean nothingStaged(Plan plan) {
    boolean rejected =
        plan.releases().stream()
            .anyMatch(release -> universe.registry.rejected.contains(release.label()));
    return rejected
        && plan.releases().stream()
            .noneMatch(release ->
                universe
                    .registry
                    .shelf(release.name())
                    .staged
                    .containsKey(release.version().toString()));
  }

  /// I6: nothing is left to do, and doing nothing writes nothing.
  private void quiet() {
    int before = universe.writes;
    SimProcess process = alone(universe.tip(), Mischief.NONE);
    if (!process.isAtRest()) {
      throw new Violation("I7", "not ended: " + ends(process));
    }
    if (universe.writes != before) {
      throw new Violation("I6", "a rerun with nothing to do wrote " + (universe.writes - before));
    }
    universe.checkOpen();
    universe.checkReleases();
    universe.checkPages();
  }
}
