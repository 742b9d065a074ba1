package dev.slipway.apply;

import dev.slipway.npm.Lookup;
import dev.slipway.npm.Meaning;
import dev.slipway.npm.NextStep;
import dev.slipway.npm.Packument;
import dev.slipway.npm.PublishAnswer;
import dev.slipway.npm.PublishRequest;
import dev.slipway.npm.Registry;
import dev.slipway.npm.Visibility;
import dev.slipway.npm.Visibility.Seen;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedPromotion;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.version.Version;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brings versions to their registries and sees them arrive. A version is looked for before it is
/// sent and after every answer that leaves the matter open; other bytes than the planned ones are
/// never sent.
final class Delivery {
  /// Longer than any scan that was ever seen (2 h 55 min).
  static final Duration LONGEST_SCAN = Duration.ofHours(4);

  private final Means means;
  private final BytesSource source;
  private final Intents intents;
  private final Approval approval;
  private final Instant deadline;

  /// @param deadline when the run has to end
  Delivery(Means means, BytesSource source, Intents intents, Approval approval, Instant deadline) {
    this.means = means;
    this.source = source;
    this.intents = intents;
    this.approval = approval;
    this.deadline = deadline;
  }

  /// What can be known before anything is recorded: whether every number is free.
  Optional<Outcome> preflight(Course course) {
    for (PlannedRelease release : course.plan().releases()) {
      switch (look(release)) {
        case Seen.Ours _ -> course.seen(release);
        case Seen.Foreign(var document) -> {
          return Optional.of(
              new Outcome.Failed(
                  Texts.foreign(release, document.gitHead(), course.plan().target())));
        }
        case Seen.NotYet(var _, var trouble) -> {
          if (trouble.isPresent()) {
            return Optional.of(new Outcome.Failed(trouble.get()));
          }
          Optional<Outcome> wrong = free(course, release, false);
          if (wrong.isPresent()) {
            return wrong;
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Whether the number can be had, and `latest` would not go down.
  private Optional<Outcome> free(Course course, PlannedRelease release, boolean maybeSent) {
    return switch (reader(release).packument(release.name())) {
      case Lookup.Found<Packument>(var packument) -> {
        Optional<String> latest = Optional.ofNullable(packument.distTags().get("latest"));
        boolean down =
            release.distTag().equals("latest")
                && latest
                    .flatMap(Version::parse)
                    .map(stands -> stands.compareTo(release.version()) > 0)
                    .orElse(false);
        if (packument.isBurned(release.version().toString()) && !maybeSent) {
          course.lose(release);
          yield Optional.of(new Outcome.Failed(Texts.burned(release)));
        }
        yield down
            ? Optional.of(new Outcome.Failed(Texts.latestDown(release, latest.orElse(""))))
            : Optional.empty();
      }
      case Lookup.Absent<Packument>() -> Optional.empty();
      case Lookup.Denied<Packument>(var problem) -> Optional.of(new Outcome.Failed(problem));
      case Lookup.Unknown<Packument>(var problem) -> Optional.of(new Outcome.Failed(problem));
    };
  }

  /// Whether it is there already, or must not be sent.
  Optional<Outcome> sent(Course course, PlannedRelease release) {
    if (course.isVisible(release)) {
      return Optional.of(new Outcome.AlreadyDone("It is live, with our digest."));
    }
    if (course.isAccepted(release)) {
      return Optional.of(new Outcome.AlreadyDone("The registry has taken it."));
    }
    String id = course.intent().staged().get(release.name());
    boolean stagedBefore = id != null || course.intent().left().containsKey(release.name());
    if (course.plan().mode() == Plan.Mode.STAGE && stagedBefore) {
      return Optional.of(new Outcome.AlreadyDone("It was staged before."));
    }
    Optional<Outcome> end = seen(course, release, look(release));
    if (end.isPresent()) {
      return end;
    }
    if (course.isVisible(release)) {
      return Optional.of(new Outcome.AlreadyDone("It is live, with our digest."));
    }
    return isBeingScanned(course, release)
        ? Optional.of(new Outcome.AlreadyDone("The registry had taken it before."))
        : Optional.empty();
  }

  /// Whether an earlier run has noted that a registry took it, not longer ago than any scan lasts.
  private boolean isBeingScanned(Course course, PlannedRelease release) {
    Optional<Instant> since = Optional.ofNullable(course.intent().taken().get(release.id()));
    boolean scanned =
        since
            .map(when -> Duration.between(when, time().now()).compareTo(LONGEST_SCAN) < 0)
            .orElse(false);
    if (scanned) {
      course.took(release);
    }
    return scanned;
  }

  /// Says in the intent what the registries have taken and do not show yet, before it is waited
  /// for: the run after this one waits, too, instead of sending it again.
  ///
  /// @return an end where another run has taken the release over
  private Optional<Outcome> noteTaken(Course course) {
    List<String> unseen =
        course.plan().releases().stream()
            .filter(release -> course.isAccepted(release) && !course.isVisible(release))
            .map(PlannedRelease::id)
            .toList();
    if (course.intent().taken().keySet().containsAll(unseen)) {
      return Optional.empty();
    }
    try {
      return intents
          .advance(course, course.intent().taking(unseen, time().now()))
          .filter(outcome -> outcome instanceof Outcome.Superseded);
    } catch (Lost unsaid) {
      // Then the next run asks the registry by sending it, which does no harm.
      return Optional.empty();
    }
  }

  /// Takes in what was seen; an outcome where it ends the matter.
  private Optional<Outcome> seen(Course course, PlannedRelease release, Seen seen) {
    return switch (seen) {
      case Seen.Ours _ -> {
        course.seen(release);
        yield Optional.empty();
      }
      case Seen.Foreign(var document) ->
          Optional.of(
              new Outcome.Failed(
                  Texts.foreign(release, document.gitHead(), course.plan().target())));
      case Seen.NotYet(var _, var trouble) -> trouble.map(Outcome.Failed::new);
    };
  }

  /// Sends it, at most as often as the limits say, each time after looking.
  Optional<Outcome> send(Course course, PlannedRelease release) throws Lost {
    // What is staged is approved by a person, in whatever order: only a direct publish waits.
    List<String> needs =
        course.plan().mode() == Plan.Mode.DIRECT ? release.needs() : List.<String>of();
    for (String need : needs) {
      Optional<PlannedRelease> needed = course.plan().release(need, release.registry());
      if (needed.isPresent() && !course.isVisible(needed.get())) {
        Outcome there = await(course, needed.get());
        if (!there.goesOn()) {
          return Optional.of(there instanceof Outcome.Pending ? there : new Outcome.NotReached());
        }
      }
    }
    Optional<Outcome> wrong = free(course, release, true);
    if (wrong.isPresent()) {
      return wrong;
    }
    Optional<Payload.Source> bytes = source.ofTarball(course, release);
    if (bytes.isEmpty()) {
      return Optional.of(
          new Outcome.Failed(
              Texts.bytesLost(release, course.plan().runId(), course.plan().target())));
    }
    PublishRequest request =
        means
            .registries()
            .signed(
                new PublishRequest(
                    release.manifest(),
                    new PublishRequest.Tarball(
                        bytes.get(),
                        release.tarball().size(),
                        release.tarball().shasum(),
                        release.tarball().integrity()),
                    release.distTag(),
                    release.access(),
                    Optional.empty()),
                release.registry());
    for (int attempt = 1; ; attempt++) {
      Registry registry = means.registries().writer(release.name(), release.registry());
      PublishAnswer answer =
          switch (course.plan().mode()) {
            case DIRECT -> registry.publish(request);
            case STAGE -> registry.stage(request);
          };
      switch (answer) {
        case PublishAnswer.Accepted _ -> {
          course.took(release);
          return Optional.of(new Outcome.Done(""));
        }
        case PublishAnswer.Staged(var id, var _) -> {
          course.took(release);
          return Optional.of(new Outcome.AwaitingApproval(id));
        }
        case PublishAnswer.Refused(var meaning) -> {
          if (meaning.next() instanceof NextStep.OfferStaging) {
            course.offerStaging();
          }
          return Optional.of(new Outcome.Failed(meaning.problem()));
        }
        case PublishAnswer.Ambiguous(var meaning, var next) -> {
          Optional<Outcome> end = readBack(course, release, meaning, next, attempt);
          if (end.isPresent()) {
            return end;
          }
        }
      }
    }
  }

  /// Looks after an answer that left it open. Empty: it is not there and may be sent again.
  private Optional<Outcome> readBack(
      Course course, PlannedRelease release, Meaning meaning, NextStep.ReadBack next, int attempt) {
    if (time().now().plus(next.after()).isAfter(deadline)) {
      return Optional.of(new Outcome.Failed(meaning.problem()));
    }
    if (!next.after().isZero()) {
      time().sleep(next.after());
    }
    Seen seen = look(release);
    Optional<Outcome> end = seen(course, release, seen);
    if (end.isPresent()) {
      return end;
    }
    if (seen instanceof Seen.Ours) {
      return Optional.of(new Outcome.Done("The answer was lost or late; it had arrived."));
    }
    if (!next.resendIfAbsent()) {
      if (course.plan().mode() == Plan.Mode.STAGE && isOverdue(course, time().now())) {
        // Long after any scan "it is there already" may be said of a number that was taken back.
        Optional<Outcome> lost = free(course, release, false);
        if (lost.isPresent() && course.lost().contains(release)) {
          return lost;
        }
      }
      course.took(release);
      return Optional.of(
          course.plan().mode() == Plan.Mode.STAGE
              ? new Outcome.AwaitingApproval(approval.id(release).orElse(""))
              : new Outcome.AlreadyDone("The registry had taken it before."));
    }
    boolean last = attempt >= means.limits().sends() || Thread.currentThread().isInterrupted();
    return last ? Optional.of(new Outcome.Failed(meaning.problem())) : Optional.empty();
  }

  /// Whether it can be read and is ours.
  Optional<Outcome> visible(Course course, PlannedRelease release) {
    if (course.isVisible(release)) {
      return Optional.of(new Outcome.AlreadyDone(""));
    }
    Optional<Outcome> end = seen(course, release, look(release));
    return end.isPresent() || !course.isVisible(release) ? end : Optional.of(new Outcome.Done(""));
  }

  /// Waits until it can be read.
  Outcome await(Course course, PlannedRelease release) {
    Instant start = time().now();
    if (isOverdue(course, start)) {
      Optional<Outcome> lost = free(course, release, false);
      if (lost.isPresent() && course.lost().contains(release)) {
        return lost.get();
      }
    }
    Optional<Outcome> superseded = noteTaken(course);
    if (superseded.isPresent()) {
      return superseded.get();
    }
    Duration budget = shorter(course.patience(), start);
    Instant until = start.plus(budget);
    if (!budget.isZero()) {
      means.progress().waiting(release.label() + " to be readable", start, until);
    }
    Seen seen =
        Visibility.await(
            reader(release),
            release.name(),
            release.version().toString(),
            release.tarball().integrity(),
            release.tarball().shasum(),
            budget,
            told(release.label() + " to be readable", start, until),
            means.world().chance());
    course.waited(Duration.between(start, time().now()));
    Optional<Outcome> end = seen(course, release, seen);
    if (end.isPresent()) {
      return end.get();
    }
    if (seen instanceof Seen.Ours) {
      return new Outcome.Done("");
    }
    return new Outcome.Pending(
        Duration.between(start, time().now()),
        isOverdue(course, start)
            ? Texts.stuck(release)
            : release.label() + " was taken and cannot be read yet.");
  }

  /// As much of this time as the run has left.
  private Duration shorter(Duration wanted, Instant now) {
    Duration left = Duration.between(now, deadline);
    Duration most = left.isNegative() ? Duration.ZERO : left;
    return wanted.compareTo(most) < 0 ? wanted : most;
  }

  private static boolean isOverdue(Course course, Instant now) {
    return Duration.between(course.plan().created(), now).compareTo(LONGEST_SCAN) > 0;
  }

  /// The clock, with every wait told.
  private Time told(String forWhat, Instant since, Instant until) {
    return new Time() {
      @Override
      public Instant now() {
        return time().now();
      }

      @Override
      public void sleep(Duration duration) {
        means.progress().waiting(forWhat, since, until);
        time().sleep(duration);
      }
    };
  }

  /// Whether the dist-tag points there already, or must not.
  Optional<Outcome> moved(PlannedPromotion promotion) {
    Registry registry = means.registries().reader(promotion.name(), promotion.registry());
    return switch (registry.packument(promotion.name())) {
      case Lookup.Found<Packument>(var packument) -> {
        Optional<String> stands =
            Optional.ofNullable(packument.distTags().get(promotion.distTag()));
        if (stands.filter(promotion.version().toString()::equals).isPresent()) {
          yield Optional.of(new Outcome.AlreadyDone(""));
        }
        boolean down =
            promotion.distTag().equals("latest")
                && stands
                    .flatMap(Version::parse)
                    .map(version -> version.compareTo(promotion.version()) > 0)
                    .orElse(false);
        yield down
            ? Optional.of(
                new Outcome.Withheld(
                    Texts.latestStays(
                        promotion.name(), stands.orElse(""), promotion.version().toString())))
            : Optional.empty();
      }
      case Lookup.Absent<Packument>() ->
          Optional.of(new Outcome.Failed(Texts.promotedGone(promotion)));
      case Lookup.Denied<Packument>(var problem) -> Optional.of(new Outcome.Failed(problem));
      case Lookup.Unknown<Packument>(var problem) -> Optional.of(new Outcome.Failed(problem));
    };
  }

  /// Points the dist-tag.
  ///
  /// @throws Lost when the registry has not said whether it did, or has no time now: look again
  Optional<Outcome> move(PlannedPromotion promotion) throws Lost {
    Registry registry = means.registries().writer(promotion.name(), promotion.registry());
    Meaning meaning =
        registry.addDistTag(promotion.name(), promotion.distTag(), promotion.version().toString());
    return switch (meaning.next()) {
      case NextStep.Proceed() -> Optional.of(new Outcome.Done(""));
      case NextStep.ReadBack(var after, var _) -> {
        time().sleep(after);
        throw new Lost(Lost.Reach.UNKNOWN, meaning.problem().what());
      }
      case NextStep.AskAgain(var after) -> {
        time().sleep(after);
        throw new Lost(Lost.Reach.NOT_SENT, meaning.problem().what());
      }
      case NextStep.Stop _, NextStep.OfferStaging _, NextStep.AskWho _ ->
          Optional.of(
              new Outcome.Withheld(
                  Texts.distTagDenied(
                      promotion.name(),
                      promotion.distTag(),
                      promotion.version().toString(),
                      meaning.problem())));
    };
  }

  private Seen look(PlannedRelease release) {
    return Visibility.look(
        reader(release),
        release.name(),
        release.version().toString(),
        release.tarball().integrity(),
        release.tarball().shasum());
  }

  private Registry reader(PlannedRelease release) {
    return means.registries().reader(release.name(), release.registry());
  }

  private Time time() {
    return means.world().time();
  }
}
