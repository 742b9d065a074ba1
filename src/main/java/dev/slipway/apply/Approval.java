package dev.slipway.apply;

import dev.slipway.npm.Registry;
import dev.slipway.npm.Staging;
import dev.slipway.npm.Visibility;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Problem;
import dev.slipway.world.Lost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What becomes of versions that wait for a person: approved, turned away, overtaken, or lost.
///
/// A version that is neither waiting nor live may have been approved a minute ago, since the
/// registry scans it before it shows it. Only after longer than any scan it counts as turned away.
final class Approval {
  private final Means means;
  private final Intents intents;

  Approval(Means means, Intents intents) {
    this.means = means;
    this.intents = intents;
  }

  /// Looks where a staged version stands. A person is not waited for; a scan is.
  Outcome look(Course course, PlannedRelease release) throws Lost {
    String id = course.intent().staged().getOrDefault(release.name(), "");
    if (course.isAccepted(release) && !id.isEmpty()) {
      return new Outcome.AwaitingApproval(id);
    }
    Registry registry = means.registries().reader(release.name(), release.registry());
    return switch (state(registry, release)) {
      case Staging.State.Live _ -> {
        course.seen(release);
        yield new Outcome.Done("A maintainer has approved it.");
      }
      case Staging.State.Waiting(var entry) ->
          entry.isEmpty() && isTakenBack(course, release, registry)
              ? lost(course, release)
              : new Outcome.AwaitingApproval(entry.map(staged -> staged.id()).orElse(id));
      case Staging.State.Foreign(var problem) -> new Outcome.Failed(problem);
      case Staging.State.Overtaken(var _, var problem) -> new Outcome.Failed(problem);
      case Staging.State.Unknown(var problem) -> new Outcome.Failed(problem);
      case Staging.State.Gone(var problem) ->
          left(
              course,
              release,
              registry,
              id.isEmpty()
                  ? new Away.Ghost(Staging.ghost(release.name(), release.version().toString()))
                  : new Away.TurnedAway(problem));
    };
  }

  /// The id under which a version waits, where the registry lists it with our bytes.
  Optional<String> id(PlannedRelease release) {
    Registry registry = means.registries().reader(release.name(), release.registry());
    return state(registry, release) instanceof Staging.State.Waiting(var entry)
        ? entry.map(staged -> staged.id())
        : Optional.empty();
  }

  private static Staging.State state(Registry registry, PlannedRelease release) {
    return Staging.look(
        registry,
        release.name(),
        release.version().toString(),
        release.tarball().integrity(),
        release.tarball().shasum(),
        release.distTag());
  }

  /// Why a version may be neither waiting nor live.
  private sealed interface Away {
    /// A person rejected it, or it expired: its number is free.
    record TurnedAway(Problem problem) implements Away {}

    /// The registry says that it has taken it, and shows it nowhere: its number is lost.
    record Ghost(Problem problem) implements Away {}
  }

  private Outcome left(Course course, PlannedRelease release, Registry registry, Away away)
      throws Lost {
    Instant start = means.world().time().now();
    means
        .progress()
        .waiting(release.label() + " to be readable", start, start.plus(course.patience()));
    Visibility.Seen seen =
        Visibility.await(
            registry,
            release.name(),
            release.version().toString(),
            release.tarball().integrity(),
            release.tarball().shasum(),
            course.patience(),
            means.world().time(),
            means.world().chance());
    Instant now = means.world().time().now();
    course.waited(Duration.between(start, now));
    if (seen instanceof Visibility.Seen.Ours) {
      course.seen(release);
      return new Outcome.Done("A maintainer has approved it.");
    }
    if (seen instanceof Visibility.Seen.Foreign(var document)) {
      return new Outcome.Failed(Texts.foreign(release, document.gitHead(), course.plan().target()));
    }
    Instant since = course.intent().left().get(release.name());
    if (since == null) {
      Optional<Outcome> moved =
          intents.advance(course, course.intent().leaving(release.name(), now));
      if (moved.filter(outcome -> !outcome.goesOn()).isPresent()) {
        return moved.get();
      }
    }
    if (since == null || Duration.between(since, now).compareTo(Delivery.LONGEST_SCAN) < 0) {
      return new Outcome.Pending(
          Duration.between(start, now),
          switch (away) {
            case Away.TurnedAway _ -> Texts.left(release);
            case Away.Ghost(var ghost) -> ghost.what();
          });
    }
    if (isTakenBack(course, release, registry)) {
      return lost(course, release);
    }
    return switch (away) {
      case Away.TurnedAway(var gone) -> over(course, release, gone);
      case Away.Ghost(var ghost) ->
          new Outcome.Failed(
              Problem.failure(ghost.code(), ghost.what(), Texts.ghost(course.plan().tags())));
    };
  }

  /// Whether it was approved and then taken back: its number is used up. Asked only when it is too
  /// old to be in a scan, since a registry may name a number before it shows the version.
  private boolean isTakenBack(Course course, PlannedRelease release, Registry registry) {
    Instant now = means.world().time().now();
    return Duration.between(course.plan().created(), now).compareTo(Delivery.LONGEST_SCAN) > 0
        && registry
            .packument(release.name())
            .found()
            .filter(packument -> packument.isBurned(release.version().toString()))
            .isPresent();
  }

  private static Outcome lost(Course course, PlannedRelease release) {
    course.lose(release);
    return new Outcome.Failed(Texts.burned(release));
  }

  /// A release that was turned away is not made again from the same commit. A later commit may be
  /// released, with the number that was not used.
  private static Outcome over(Course course, PlannedRelease release, Problem gone) {
    Plan plan = course.plan();
    boolean movedOn =
        course
            .read()
            .branch(plan.branch())
            .filter(tip -> !tip.equals(plan.base()) && !tip.equals(plan.target()))
            .isPresent();
    if (movedOn) {
      course.turnAway(release);
      return new Outcome.Withheld(
          Problem.warning(
              gone.code(), gone.what(), "The branch has moved on: it is planned anew."));
    }
    return new Outcome.Failed(
        Problem.failure(gone.code(), gone.what(), Texts.turnedAway(plan.tags(), plan.branch())));
  }
}
