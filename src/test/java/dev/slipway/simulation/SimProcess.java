package dev.slipway.simulation;

import dev.slipway.apply.Dropping;
import dev.slipway.apply.Limits;
import dev.slipway.apply.Means;
import dev.slipway.apply.Outcome;
import dev.slipway.apply.Payloads;
import dev.slipway.apply.Progress;
import dev.slipway.apply.Registries;
import dev.slipway.apply.Releasing;
import dev.slipway.apply.Result;
import dev.slipway.github.Address;
import dev.slipway.github.GitHub;
import dev.slipway.github.Repository;
import dev.slipway.npm.Accounts;
import dev.slipway.npm.PublicRegistry;
import dev.slipway.npm.Registry;
import dev.slipway.npm.RunnerIdentity;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Chance;
import dev.slipway.world.Credential;
import dev.slipway.world.Disk;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Secret;
import dev.slipway.world.Time;
import dev.slipway.world.World;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run of the program: the real code over the world in memory.
final class SimProcess implements World {
  static final URI REGISTRY = PublicRegistry.ADDRESS;
  static final Secret NPM = Secret.of("npm_secret");
  static final Secret GH = Secret.of("ghs_secret");
  static final Address GITHUB =
      new Address(
          URI.create("https://api.gh.test"),
          URI.create("https://api.gh.test/graphql"),
          URI.create("https://gh.test"));

  /// No release of a few packages needs more; what has more does not end.
  private static final int MOST_EFFECTS = 3_000;

  /// So many effects may follow when a run is asked to stop: what it is in the middle of, read
  /// back.
  private static final int LAST_EFFECTS = 30;

  /// How the program is put together; planted bugs put it together differently.
  interface Assembly {
    /// The world as the program sees it.
    default World world(World real, SimProcess process) {
      return real;
    }

    /// The means as the program gets them.
    default Means means(Means real, SimProcess process) {
      return real;
    }

    /// The run.
    default Releasing releasing(Means means) {
      return new Releasing(means);
    }

    /// The planner.
    default Releasing.Planner planner(SimPlanner real) {
      return real;
    }
  }

  static final Assembly SOUND = new Assembly() {};

  final Universe universe;
  final Scheduler scheduler;
  final String name;
  final String checkout;
  private final Mischief mischief;
  private final Assembly assembly;
  private final Limits limits;
  private final Map<String, GitModel.Commit> local = new HashMap<>();

  @Nullable Thread thread;
  volatile boolean turn;
  long wakeAt;

  /// How many effects it has had.
  int effects;

  private boolean dead;
  private boolean interrupted;
  private boolean faulted;

  /// The remote has refused a push of this process.
  boolean refused;

  /// The tag that has started it; empty: a push to the branch has.
  Optional<String> tag = Optional.empty();

  /// Who publishes, where that is asked for: a trusted publisher.
  Optional<Accounts> accounts = Optional.empty();

  /// The tag whose intent a person has dropped; empty: the process releases.
  Optional<String> drop = Optional.empty();

  private int stoppedAt;

  /// What it ended with.
  List<Result> results = List.of();

  Optional<Exception> trouble = Optional.empty();
  Optional<Error> broken = Optional.empty();
  boolean killed;
  long began;
  long ended;

  SimProcess(
      Universe universe,
      Scheduler scheduler,
      String checkout,
      Mischief mischief,
      Assembly assembly,
      Limits limits) {
    this.universe = universe;
    this.scheduler = scheduler;
    this.name = universe.nextRun();
    this.checkout = checkout;
    this.mischief = mischief;
    this.assembly = assembly;
    this.limits = limits;
    this.tag = universe.asked.isEmpty() ? Optional.empty() : Optional.of(universe.asked.getLast());
  }

  Thread thread() {
    if (thread == null) {
      throw new IllegalStateException("no thread");
    }
    return thread;
  }

  Map<String, GitModel.Commit> local() {
    return local;
  }

  /// The whole run.
  void work() {
    began = universe.now();
    try {
      World world = assembly.world(this, this);
      Means means =
          new Means(
              world,
              registries(world),
              universe.scenario.pages()
                  ? Optional.of(
                      GitHub.at(
                          GITHUB,
                          new Repository("o", "r"),
                          Optional.of(GH),
                          world.http(),
                          world.time()))
                  : Optional.empty(),
              payloads(),
              limits,
              Progress.silent(),
              universe.scenario.keyed() ? Optional.of(NPM) : Optional.empty());
      Means mine = assembly.means(means, this);
      if (drop.isPresent()) {
        drop(mine, drop.get());
      } else {
        Releasing.Ran ran =
            assembly.releasing(mine).run(assembly.planner(new SimPlanner(this, world, true)));
        results = ran.results();
        trouble = ran.problems().isEmpty() ? trouble : Optional.of(new Refused(ran.problems()));
      }
    } catch (Killed gone) {
      killed = true;
    } catch (Lost | Refused refused) {
      trouble = Optional.of(refused);
    } catch (Violation | RuntimeException wrong) {
      broken =
          Optional.of(
              wrong instanceof Violation violation
                  ? violation
                  : new AssertionError(name + " threw", wrong));
    }
    ended = universe.now();
    universe.effects += effects;
    if (isSound()) {
      universe.invariants.sound(name);
    }
    if (interrupted) {
      // Clears the flag: the thread goes on to other stories.
      Thread.interrupted();
    }
    if (universe.keepsLog) {
      universe.say(name, "ends " + results.stream().map(SimProcess::shown).toList() + trouble);
    }
  }

  static Registry withToken(World world) {
    return Registry.at(REGISTRY, new Credential.Bearer(NPM), world.http(), world.time());
  }

  /// The registry: with a token, or with one that is exchanged for each package.
  private Registries registries(World world) {
    if (!universe.scenario.trusted()) {
      return Registries.of(withToken(world));
    }
    Accounts all =
        Accounts.of(
            Map.of(),
            RunnerIdentity.of(
                Map.of(
                    "ACTIONS_ID_TOKEN_REQUEST_URL",
                    "https://" + RunnerModel.HOST + "/id?v=1",
                    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
                    RunnerModel.SECRET),
                world.http(),
                world.time()),
            world.http(),
            world.time());
    accounts = Optional.of(all);
    return new Registries() {
      @Override
      public Registry reader(String name, URI address) {
        return all.reader(address);
      }

      @Override
      public Registry writer(String name, URI address) {
        return all.writer(name, address);
      }
    };
  }

  /// True when the run had nothing to do: nothing was open or planned, or all that its tag asks for
  /// was there.
  boolean isAtRest() {
    return trouble.isEmpty()
        && results.stream()
            .allMatch(result ->
                universe.scenario.tagged()
                    && result.status() == Result.Status.RELEASED
                    && result.steps().stream()
                        .noneMatch(each -> each.outcome() instanceof Outcome.Done));
  }

  private static String shown(Result result) {
    return result.status() + " " + result.plan().tags() + " " + result.problems();
  }

  boolean drops() {
    return drop.isPresent();
  }

  private void drop(Means means, String tag) throws Lost {
    List<PlannedRelease> open =
        universe.git.open().stream()
            .filter(intent -> intent.plan().tags().contains(tag))
            .flatMap(intent -> intent.plan().releases().stream())
            .toList();
    new Dropping(means).drop(tag);
    open.forEach(universe.invariants::dropped);
  }

  /// Nothing happened to it.
  boolean isSound() {
    return !killed && !faulted && !interrupted;
  }

  /// The bytes that this checkout gives, for whatever asks for them by digest.
  private Payloads payloads() {
    return (filename, integrity) ->
        SimPlanner.rebuild(this, filename)
            .filter(bytes -> RegistryModel.integrity(bytes).equals(integrity))
            .map(bytes -> () -> new ByteArrayInputStream(bytes));
  }

  /// Something done to a server.
  interface Doing<T> {
    T act();
  }

  /// One effect: other processes may go first, the process may die around it, it may go wrong.
  <T> T effect(String label, boolean writes, Doing<T> whole, Runnable half, FaultReader<T> faulty)
      throws Lost {
    if (dead) {
      throw new Killed();
    }
    scheduler.step(this);
    int index = enter(label, whole::act, half);
    Optional<Fault> fault = mischief.fault(index, label);
    if (fault.isPresent()) {
      faulted = true;
      if (universe.keepsLog) {
        universe.say(name, label + " meets " + fault.get());
      }
      return faulty.meet(fault.get());
    }
    T result = whole.act();
    if (writes && isTaken(result)) {
      universe.writes++;
    }
    if (universe.keepsLog) {
      universe.say(name, label + " -> " + Universe.shown(result));
    }
    return result;
  }

  /// Whether the server did what was asked.
  private static boolean isTaken(Object result) {
    return !(result instanceof Remote.Pushed.Denied)
        && !(result instanceof Answer answer && answer.status() == 403);
  }

  /// One more effect begins: the process may be stopped or killed around it.
  ///
  /// @return which effect it is, from 0
  private int enter(String label, Runnable whole, Runnable half) {
    if (dead) {
      throw new Killed();
    }
    int index = effects++;
    if (effects > MOST_EFFECTS) {
      throw new Violation("ENDLESS", name + " has had " + effects + " effects");
    }
    if (mischief.stops(index)) {
      universe.say(name, "is asked to stop");
      interrupted = true;
      stoppedAt = index;
      Thread.currentThread().interrupt();
    } else if (interrupted && index > stoppedAt + LAST_EFFECTS) {
      throw new Violation("STOP", name + " went on for long after it was asked to stop");
    }
    Optional<Mischief.Moment> kill = mischief.kill(index, label);
    if (kill.isPresent()) {
      dead = true;
      if (universe.keepsLog) {
        universe.say(name, "killed " + kill.get() + " " + label);
      }
      switch (kill.get()) {
        case BEFORE -> {}
        case MIDDLE -> half.run();
        case AFTER -> whole.run();
      }
      throw new Killed();
    }
    return index;
  }

  /// A commit object is written, here only.
  String object(GitModel.Commit commit) {
    enter("git write", () -> {}, () -> {});
    local.put(commit.hash(), commit);
    return commit.hash();
  }

  /// What a fault makes of an effect.
  interface FaultReader<T> {
    T meet(Fault fault) throws Lost;
  }

  @Override
  public Exchanges http() {
    return new SimExchanges(this);
  }

  @Override
  public Remote remote() {
    return new SimRemote(this);
  }

  @Override
  public Disk disk() {
    throw new IllegalStateException("a release in memory writes no file");
  }

  @Override
  public Time time() {
    return new Time() {
      @Override
      public Instant now() {
        return Instant.ofEpochMilli(universe.now());
      }

      @Override
      public void sleep(Duration duration) {
        long millis = duration.toMillis();
        enter("sleep", () -> universe.pass(millis), () -> universe.pass(millis / 2));
        if (interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
        if (universe.keepsLog) {
          universe.say(name, "sleeps " + duration);
        }
        scheduler.sleep(SimProcess.this, universe.now() + millis);
      }
    };
  }

  @Override
  public Chance chance() {
    return count -> {
      byte[] bytes = new byte[count];
      for (int i = 0; i < count; i++) {
        bytes[i] = (byte) universe.random.nextInt(256);
      }
      return bytes;
    };
  }
}
