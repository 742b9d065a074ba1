package dev.slipway.simulation;

import dev.slipway.apply.Limits;
import dev.slipway.apply.Means;
import dev.slipway.apply.Payloads;
import dev.slipway.apply.Refs;
import dev.slipway.apply.Releasing;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.simulation.SimProcess.Assembly;
import dev.slipway.world.Secret;
import dev.slipway.world.Time;
import dev.slipway.world.World;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Bugs in what the program is given, plans, and waits for.
final class ProgramBugs {
  private ProgramBugs() {}

  static List<PlantedBug> all() {
    return List.of(
        planning(
            "a lost number is planned again",
            (real, refs, _) -> real.forgetful().plan(refs, Set.of())),
        planning(
            "no tag is known",
            (real, refs, lost) -> {
              Map<String, String> seen = new HashMap<>(refs.all());
              seen.keySet().removeIf(name -> name.startsWith("refs/tags/"));
              return real.plan(new Refs(seen), lost);
            }),
        planning(
            "what needs what is forgotten",
            (real, refs, lost) -> real.plan(refs, lost).map(ProgramBugs::withoutNeeds)),
        planning(
            "the checkout is planned, wherever the branch is",
            (real, refs, lost) -> {
              Map<String, String> seen = new HashMap<>(refs.all());
              seen.put(
                  "refs/heads/" + real.process().universe.scenario.branch(),
                  real.process().checkout);
              return real.plan(new Refs(seen), lost).map(plan -> from(plan, refs));
            }),
        planning(
            "a package is left out",
            (real, refs, lost) -> real.plan(refs, lost).map(ProgramBugs::withoutLast)),
        meaning(
            "bytes are not compared with the digest",
            (real, process) -> with(real, payloads(process))),
        meaning("marks of intents are not looked at", (real, _) -> with(real, Optional.empty())),
        meaning(
            "every run marks with a secret of its own",
            (real, process) -> with(real, real.key().map(_ -> Secret.of(process.name)))),
        meaning(
            "visibility is waited for without end",
            (real, _) -> with(real, real.limits().waiting(Duration.ofHours(20)))),
        meaning("bytes are never at hand", (real, _) -> with(real, Payloads.none())),
        timing(
            "waiting does not wait",
            real ->
                new Time() {
                  @Override
                  public Instant now() {
                    return real.now();
                  }

                  @Override
                  public void sleep(Duration duration) {}
                }),
        timing(
            "every wait takes half a day more",
            real ->
                new Time() {
                  @Override
                  public Instant now() {
                    return real.now();
                  }

                  @Override
                  public void sleep(Duration duration) {
                    real.sleep(duration.plusHours(12));
                  }
                }),
        timing(
            "the wish to stop is not heard",
            real ->
                new Time() {
                  @Override
                  public Instant now() {
                    Thread.interrupted();
                    return real.now();
                  }

                  @Override
                  public void sleep(Duration duration) {
                    real.sleep(duration);
                    Thread.interrupted();
                  }
                }));
  }

  /// Plans in another way.
  private interface Planning {
    Optional<Plan> plan(SimPlanner real, Refs refs, Set<String> lost) throws dev.slipway.world.Lost;
  }

  private static PlantedBug planning(String name, Planning planning) {
    return new PlantedBug(
        name,
        new Assembly() {
          @Override
          public Releasing.Planner planner(SimPlanner real) {
            return (refs, lost) -> planning.plan(real, refs, lost);
          }
        });
  }

  /// Other means.
  private interface Meaning {
    Means means(Means real, SimProcess process);
  }

  private static PlantedBug meaning(String name, Meaning meaning) {
    return new PlantedBug(
        name,
        new Assembly() {
          @Override
          public Means means(Means real, SimProcess process) {
            return meaning.means(real, process);
          }
        });
  }

  private static PlantedBug timing(String name, UnaryOperator<Time> time) {
    return new PlantedBug(
        name,
        new Assembly() {
          @Override
          public World world(World real, SimProcess process) {
            return BentWorld.with(real, time.apply(real.time()));
          }
        });
  }

  private static Payloads payloads(SimProcess process) {
    return (filename, _) ->
        SimPlanner.rebuild(process, filename).map(bytes -> () -> new ByteArrayInputStream(bytes));
  }

  private static Means with(Means real, Payloads payloads) {
    return new Means(
        real.world(),
        real.registries(),
        real.github(),
        payloads,
        real.limits(),
        real.progress(),
        real.key());
  }

  private static Means with(Means real, Optional<Secret> key) {
    return new Means(
        real.world(),
        real.registries(),
        real.github(),
        real.payloads(),
        real.limits(),
        real.progress(),
        key);
  }

  private static Means with(Means real, Limits limits) {
    return new Means(
        real.world(),
        real.registries(),
        real.github(),
        real.payloads(),
        limits,
        real.progress(),
        real.key());
  }

  private static Plan withoutNeeds(Plan plan) {
    return with(plan, plan.base(), plan.releases().stream().map(ProgramBugs::alone).toList());
  }

  private static Plan withoutLast(Plan plan) {
    return plan.releases().size() < 2
        ? plan
        : plan.only(plan.releases().subList(0, plan.releases().size() - 1));
  }

  private static Plan from(Plan plan, Refs refs) {
    return plan.commits()
        ? plan
        : with(plan, refs.branch(plan.branch()).orElse(plan.base()), plan.releases());
  }

  private static Plan with(Plan plan, String base, List<PlannedRelease> releases) {
    return new Plan(
        plan.branch(),
        base,
        plan.target(),
        plan.runId(),
        plan.created(),
        plan.mode(),
        plan.tagGiven(),
        releases,
        plan.promotions(),
        plan.notes(),
        plan.pages(),
        plan.proposal(),
        plan.announcement());
  }

  private static PlannedRelease alone(PlannedRelease release) {
    return new PlannedRelease(
        release.name(),
        release.directory(),
        release.previous(),
        release.version(),
        release.bump(),
        release.tag(),
        release.channel(),
        release.distTag(),
        release.notes(),
        release.tarball(),
        release.manifest(),
        release.access(),
        release.registry(),
        List.of());
  }
}
