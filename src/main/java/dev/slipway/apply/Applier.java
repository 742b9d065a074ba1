package dev.slipway.apply;

import dev.slipway.plan.Intent;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.plan.Step;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Carries out plans, step by step: each step is first asked whether it is done, then done; where a
/// push finds that out by itself, it is asked only after one that was not taken. A step that lost a
/// race or an answer is asked again.
public final class Applier {
  private static final int LOOKS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final Means means;
  private final Time time;
  private final Intents intents;
  private final Claims claims;
  private final BytesSource source;
  private final Pages pages;
  private final Approval approval;
  private final Delivery delivery;
  private final Instant begin;

  /// An applier with these means. The deadline of the run is counted from here.
  public Applier(Means means) {
    this.means = means;
    this.time = means.world().time();
    this.intents = new Intents(means.world().remote(), means.key(), means.payloads());
    this.claims = new Claims(means.world().remote());
    this.source = new BytesSource(means);
    this.pages = new Pages(means, intents, source);
    this.approval = new Approval(means, intents);
    this.begin = time.now();
    this.delivery =
        new Delivery(means, source, intents, approval, begin.plus(means.limits().run()));
  }

  /// What is open in the remote.
  public List<OpenIntent> open(Refs refs) throws Lost {
    return intents.open(refs);
  }

  /// Carries out a plan that was made from this listing.
  public Result apply(Plan plan, Refs read) {
    Course course =
        new Course(
            Intent.of(plan), Optional.empty(), read, false, time.now(), means.limits().visible());
    return plan.tagGiven() && isOut(course)
        ? result(
            course,
            plan.steps().stream()
                .map(step -> new Result.Taken(step, new Outcome.AlreadyDone(""), Duration.ZERO))
                .toList())
        : run(course);
  }

  /// Whether all that the plan shows to the world is there: a tag can be asked for twice.
  private boolean isOut(Course course) {
    try {
      for (Step step : course.plan().steps()) {
        if (step.isPublic() && !isDone(course, step).map(Outcome::goesOn).orElse(false)) {
          return false;
        }
      }
      return true;
    } catch (Lost | Refused notNow) {
      return false;
    }
  }

  /// Finishes what another run began; or, where nothing was sent yet and its bytes cannot be had,
  /// takes it back.
  public Result resume(OpenIntent.Known open, Refs read) {
    Course course =
        new Course(
            open.intent(),
            Optional.of(open.commit()),
            read,
            true,
            time.now(),
            means.limits().visible());
    if (open.intent().phase() == Intent.Phase.PREPARED) {
      try {
        Optional<Outcome> end = delivery.preflight(course);
        boolean lost = !course.lost().isEmpty();
        if (lost || (end.isEmpty() && !source.canSend(course))) {
          return abandon(course, new ArrayList<>());
        }
      } catch (Lost | Refused notNow) {
        // The steps below meet the same trouble, and say it.
      }
    }
    asWanted(course);
    return run(course);
  }

  /// What a registry refused to publish directly the workflow may have staged by now, and the other
  /// way round; what waits for a person already is left to that person, and what is being scanned
  /// to the registry.
  private void asWanted(Course course) {
    Plan.Mode wanted = means.registries().mode(course.plan().mode());
    boolean nothingSent = course.intent().staged().isEmpty() && course.intent().taken().isEmpty();
    if (wanted != course.plan().mode() && nothingSent) {
      try {
        intents.advance(course, course.intent().with(course.plan().in(wanted)));
      } catch (Lost notNow) {
        // The steps below meet the same trouble, and say it.
      }
    }
  }

  private Result run(Course course) {
    List<Result.Taken> taken = new ArrayList<>();
    boolean goesOn = true;
    List<Step> steps = new ArrayList<>(course.plan().steps());
    while (!steps.isEmpty()) {
      Step step = steps.removeFirst();
      if (goesOn || mayFollow(step, taken)) {
        Outcome outcome = timed(course, step, taken);
        boolean staged = step instanceof Step.Stage && outcome instanceof Outcome.AwaitingApproval;
        goesOn = goesOn && (outcome.goesOn() || staged);
      } else {
        taken.add(new Result.Taken(step, new Outcome.NotReached(), Duration.ZERO));
      }
      if (course.takeOffer() && means.registries().mayStageInstead() && !course.hasSent()) {
        Optional<Result> staged = in(Plan.Mode.STAGE, course, taken);
        if (staged.isPresent()) {
          return staged.get();
        }
      }
      boolean allSeen = step instanceof Step.AwaitVisible && !nextIsSeen(steps);
      if (allSeen && course.hasGone()) {
        Optional<Result> changed = withoutGone(course, taken);
        if (changed.isPresent()) {
          return changed.get();
        }
      }
    }
    Result result = result(course, taken);
    if (result.status() == Result.Status.SUPERSEDED && course.commit().isPresent()) {
      try {
        pages.tidy(course.plan());
      } catch (Lost | Refused notNow) {
        return result;
      }
    }
    return result;
  }

  private Outcome timed(Course course, Step step, List<Result.Taken> taken) {
    Instant start = time.now();
    means.progress().started(course.plan(), step);
    Outcome outcome = orStopped(course, take(course, step));
    Duration took = Duration.between(start, time.now());
    means.progress().ended(course.plan(), step, outcome, took);
    taken.add(new Result.Taken(step, outcome, took));
    return outcome;
  }

  /// What fails in a run that is being stopped fails because of that.
  private static Outcome orStopped(Course course, Outcome outcome) {
    boolean stopped =
        outcome instanceof Outcome.Failed(var why)
            && why.kind() != Problem.Kind.SECURITY
            && Thread.currentThread().isInterrupted();
    boolean recorded = course.commit().isPresent() || course.plan().tagGiven();
    return stopped ? new Outcome.Failed(Texts.stopped(course.plan(), recorded)) : outcome;
  }

  private static boolean nextIsSeen(List<Step> steps) {
    return !steps.isEmpty() && steps.getFirst() instanceof Step.AwaitVisible;
  }

  /// A package that does not depend on one that failed is published all the same, and what was sent
  /// is looked for.
  private static boolean mayFollow(Step step, List<Result.Taken> taken) {
    boolean sending =
        taken.stream()
            .filter(each -> !each.outcome().goesOn())
            .allMatch(each ->
                each.step() instanceof Step.Publish
                    || each.step() instanceof Step.Stage
                    || each.step() instanceof Step.AwaitVisible);
    if (!sending) {
      return false;
    }
    return switch (step) {
      case Step.Publish(var release) -> isFree(release, taken);
      case Step.Stage(var release) -> isFree(release, taken);
      case Step.AwaitVisible(var release) -> taken.stream().anyMatch(each -> sent(each, release));
      case Step.RecordIntent _,
          Step.DraftRelease _,
          Step.UploadAsset _,
          Step.OpenGate _,
          Step.Seal _,
          Step.MoveDistTag _,
          Step.MarkRelease _,
          Step.WriteChannelNote _,
          Step.PublishRelease _,
          Step.Propose _,
          Step.Announce _,
          Step.ClearIntent _ ->
          false;
    };
  }

  private static boolean isFree(PlannedRelease release, List<Result.Taken> taken) {
    return release.needs().stream()
        .allMatch(need ->
            taken.stream()
                .filter(
                    each -> released(each.step()).filter(r -> need.equals(r.name())).isPresent())
                .allMatch(each ->
                    each.outcome().goesOn() || each.outcome() instanceof Outcome.AwaitingApproval));
  }

  private static boolean sent(Result.Taken taken, PlannedRelease release) {
    return released(taken.step()).filter(release::equals).isPresent()
        && (taken.outcome().goesOn() || taken.outcome() instanceof Outcome.AwaitingApproval);
  }

  private static Optional<PlannedRelease> released(Step step) {
    return switch (step) {
      case Step.Publish(var release) -> Optional.of(release);
      case Step.Stage(var release) -> Optional.of(release);
      case Step.AwaitVisible _,
          Step.RecordIntent _,
          Step.DraftRelease _,
          Step.UploadAsset _,
          Step.OpenGate _,
          Step.Seal _,
          Step.MoveDistTag _,
          Step.MarkRelease _,
          Step.WriteChannelNote _,
          Step.PublishRelease _,
          Step.Propose _,
          Step.Announce _,
          Step.ClearIntent _ ->
          Optional.empty();
    };
  }

  private Outcome take(Course course, Step step) {
    Optional<Problem> trouble = Optional.empty();
    Duration pause = FIRST_PAUSE;
    for (int look = 1; look <= LOOKS; look++) {
      Optional<Problem> end = ended(course);
      if (end.isPresent()) {
        return new Outcome.Failed(end.get());
      }
      try {
        if (look > 1 || !findsOut(course.plan(), step)) {
          Optional<Outcome> done = isDone(course, step);
          if (done.isPresent()) {
            return done.get();
          }
        }
        Optional<Outcome> outcome = perform(course, step);
        if (outcome.isPresent()) {
          return outcome.get();
        }
        trouble = Optional.empty();
      } catch (Lost lost) {
        trouble =
            Optional.of(Texts.lost(course.plan().what(step), String.valueOf(lost.getMessage())));
      } catch (Refused refused) {
        return new Outcome.Failed(refused.problems().getFirst());
      }
      if (look < LOOKS) {
        Instant now = time.now();
        means
            .progress()
            .waiting("another try to " + course.plan().what(step), now, now.plus(pause));
        time.sleep(pause);
        pause = pause.multipliedBy(4);
      }
    }
    return new Outcome.Failed(trouble.orElseGet(() -> Texts.undecided(course.plan().what(step))));
  }

  private Optional<Problem> ended(Course course) {
    boolean recorded = course.commit().isPresent() || course.plan().tagGiven();
    if (Thread.currentThread().isInterrupted()) {
      return Optional.of(Texts.stopped(course.plan(), recorded));
    }
    Duration spent = Duration.between(begin, time.now());
    return spent.compareTo(means.limits().run()) > 0
        ? Optional.of(Texts.deadline(means.limits().run(), course.plan(), recorded))
        : Optional.empty();
  }

  /// Whether doing a step tells by itself that it was done before: a push under the condition that
  /// nothing has changed. Then the question before it would only cost two more requests. A run that
  /// a tag has started may not even be allowed to push, and finds its tag standing.
  private static boolean findsOut(Plan plan, Step step) {
    return switch (step) {
      case Step.Seal _ -> !plan.tagGiven();
      case Step.ClearIntent _ -> true;
      case Step.RecordIntent _,
          Step.DraftRelease _,
          Step.UploadAsset _,
          Step.OpenGate _,
          Step.Publish _,
          Step.Stage _,
          Step.AwaitVisible _,
          Step.MoveDistTag _,
          Step.MarkRelease _,
          Step.WriteChannelNote _,
          Step.PublishRelease _,
          Step.Propose _,
          Step.Announce _ ->
          false;
    };
  }

  /// Whether a step is done, or must not be done. Empty: it is to be done.
  private Optional<Outcome> isDone(Course course, Step step) throws Lost {
    return switch (step) {
      case Step.RecordIntent _ -> intents.recorded(course, () -> delivery.preflight(course));
      case Step.DraftRelease(var page) -> pages.drafted(course, page);
      case Step.UploadAsset(var page, var asset) -> pages.uploaded(course, page, asset);
      case Step.OpenGate _ ->
          course.intent().phase() == Intent.Phase.SENDING
              ? Optional.of(new Outcome.AlreadyDone(""))
              : Optional.empty();
      case Step.Publish(var release) -> delivery.sent(course, release);
      case Step.Stage(var release) -> delivery.sent(course, release);
      case Step.AwaitVisible(var release) -> delivery.visible(course, release);
      case Step.Seal _ -> claims.sealed(course.plan());
      case Step.MoveDistTag(var promotion) -> delivery.moved(promotion);
      case Step.MarkRelease(var page) -> pages.marked(course, page);
      case Step.WriteChannelNote(var note) -> claims.noted(note);
      case Step.PublishRelease(var page) -> pages.published(course, page);
      case Step.Propose _, Step.Announce _ -> Optional.empty();
      case Step.ClearIntent _ -> intents.cleared(course);
    };
  }

  /// Does a step. Empty: it has to be looked at again.
  private Optional<Outcome> perform(Course course, Step step) throws Lost {
    return switch (step) {
      case Step.RecordIntent _ -> intents.record(course);
      case Step.DraftRelease(var page) -> pages.draft(course, page);
      case Step.UploadAsset(var page, var asset) -> pages.upload(course, page, asset);
      case Step.OpenGate _ -> intents.advance(course, course.intent().sending(source.kept(course)));
      case Step.Publish(var release) -> delivery.send(course, release);
      case Step.Stage(var release) -> stage(course, release);
      case Step.AwaitVisible(var release) ->
          Optional.of(
              course.plan().mode() == Plan.Mode.STAGE
                  ? approval.look(course, release)
                  : delivery.await(course, release));
      case Step.Seal _ -> claims.seal(course.plan());
      case Step.MoveDistTag(var promotion) -> delivery.move(promotion);
      case Step.MarkRelease(var page) -> pages.mark(course, page);
      case Step.WriteChannelNote(var note) -> claims.note(note, course.plan());
      case Step.PublishRelease(var page) -> pages.publish(course, page);
      case Step.Propose(var proposal) ->
          Optional.of(
              new Proposing(means.github(), means.payloads())
                  .keep(proposal, Refs.of(means.world().remote())));
      case Step.Announce(var announcement) ->
          Optional.of(new Announcing(means.github()).say(announcement));
      case Step.ClearIntent _ -> intents.clear(course);
    };
  }

  private Optional<Outcome> stage(Course course, PlannedRelease release) throws Lost {
    Optional<Outcome> outcome = delivery.send(course, release);
    if (outcome.isPresent()
        && outcome.get() instanceof Outcome.AwaitingApproval(var id)
        && !id.isEmpty()) {
      // Without it a later run would stage again what a person has rejected. A run beside this one
      // may have noted what it has staged: then both are noted.
      Optional<Outcome> noted = Optional.empty();
      for (int look = 1; look <= LOOKS && noted.isEmpty(); look++) {
        noted = intents.advance(course, course.intent().staging(release.name(), id));
      }
    }
    return outcome;
  }

  /// Goes on in another mode, which the intent says first; empty where it cannot be changed.
  private Optional<Result> in(Plan.Mode mode, Course course, List<Result.Taken> taken) {
    try {
      Plan other = course.plan().in(mode);
      Optional<Outcome> moved = intents.advance(course, course.intent().with(other));
      if (moved.filter(Outcome::goesOn).isEmpty()) {
        return Optional.empty();
      }
      List<Result.Taken> all = new ArrayList<>(taken.subList(0, taken.size() - 1));
      Result.Taken refused = taken.getLast();
      all.add(
          new Result.Taken(
              refused.step(), new Outcome.Withheld(Texts.stagedInstead(refused)), refused.took()));
      Result rest = run(course);
      rest.steps().stream()
          .filter(each -> taken.stream().noneMatch(before -> before.step().equals(each.step())))
          .forEach(all::add);
      return Optional.of(
          new Result(
              rest.plan(),
              rest.status(),
              all,
              Statuses.problems(all),
              rest.lost(),
              rest.resumed()));
    } catch (Lost lost) {
      return Optional.empty();
    }
  }

  /// Goes on with those packages that were sent and can still be released; what was not sent yet is
  /// planned anew with the others.
  private Optional<Result> withoutGone(Course course, List<Result.Taken> taken) {
    List<PlannedRelease> kept =
        course.plan().releases().stream()
            .filter(release -> course.isSent(release) && !course.isGone(release))
            .toList();
    if (kept.isEmpty()) {
      return Optional.of(abandon(course, taken));
    }
    Optional<PlannedRelease> shared =
        course.plan().releases().stream()
            .filter(course::isGone)
            .filter(gone -> kept.stream().anyMatch(live -> live.tag().equals(gone.tag())))
            .findFirst();
    if (shared.isPresent()) {
      Problem why =
          course.lost().contains(shared.get())
              ? Texts.burnedTogether(shared.get())
              : Texts.turnedAwayTogether(shared.get());
      taken.add(
          ended(
              new Step.Seal(course.plan().tags(), course.plan().target()),
              new Outcome.Failed(why)));
      return Optional.of(result(course, taken));
    }
    try {
      Plan before = course.plan();
      Plan less = before.only(kept);
      Optional<Outcome> moved = intents.advance(course, course.intent().with(less));
      if (moved.filter(Outcome::goesOn).isEmpty()) {
        Step step = new Step.RecordIntent(less.tags());
        taken.add(
            ended(step, moved.orElseGet(() -> new Outcome.Failed(Texts.undecided(step.what())))));
        return Optional.of(
            moved.filter(Outcome.Superseded.class::isInstance).isPresent()
                ? result(course, taken, Result.Status.SUPERSEDED)
                : result(course, taken));
      }
      discard(
          before, before.tags().stream().filter(tag -> !less.tags().contains(tag)).toList(), taken);
      List<Problem> left = Statuses.withheld(taken);
      Result rest = run(course);
      List<Result.Taken> all = new ArrayList<>(taken);
      all.addAll(rest.steps());
      List<Problem> problems =
          Stream.concat(left.stream(), rest.problems().stream()).distinct().toList();
      return Optional.of(
          new Result(less, rest.status(), all, problems, course.lost(), course.resumed()));
    } catch (Lost lost) {
      Step step = new Step.RecordIntent(course.plan().tags());
      taken.add(ended(step, new Outcome.Failed(Texts.lost(step.what(), lost.text()))));
      return Optional.of(result(course, taken));
    }
  }

  /// Takes back what was begun: the intent first, so that no other run goes on with it.
  private Result abandon(Course course, List<Result.Taken> taken) {
    Plan plan = course.plan();
    Step step = new Step.ClearIntent(plan.tags());
    try {
      if (course.commit().isPresent()) {
        switch (intents.delete(plan.tags(), course.commit().get())) {
          case Pushed.Accepted() -> {}
          case Pushed.Conflict _ -> {
            return result(course, taken, Result.Status.SUPERSEDED);
          }
          case Pushed.Denied(var name, var text) -> {
            taken.add(ended(step, new Outcome.Failed(Texts.intentDenied(name, text))));
            return result(course, taken, Result.Status.FAILED);
          }
        }
      }
    } catch (Lost lost) {
      taken.add(ended(step, new Outcome.Failed(Texts.lost(step.what(), lost.text()))));
      return result(course, taken, Result.Status.FAILED);
    }
    discard(plan, plan.tags(), taken);
    return result(course, taken, Result.Status.ABANDONED);
  }

  /// Takes away the drafts of these tags, which are not released.
  private void discard(Plan plan, List<String> tags, List<Result.Taken> taken) {
    Step step = new Step.ClearIntent(tags);
    try {
      pages.discard(plan, tags);
    } catch (Lost lost) {
      taken.add(ended(step, new Outcome.Withheld(Texts.draftsStay(tags, lost.text()))));
    } catch (Refused refused) {
      String why = refused.problems().getFirst().what();
      taken.add(ended(step, new Outcome.Withheld(Texts.draftsStay(tags, why))));
    }
  }

  private static Result.Taken ended(Step step, Outcome outcome) {
    return new Result.Taken(step, outcome, Duration.ZERO);
  }

  private Result result(Course course, List<Result.Taken> taken) {
    boolean prepared = course.commit().isEmpty() && !course.lost().isEmpty();
    return result(
        course, taken, prepared ? Result.Status.ABANDONED : Statuses.of(course.plan(), taken));
  }

  private static Result result(Course course, List<Result.Taken> taken, Result.Status status) {
    return new Result(
        course.plan(), status, taken, Statuses.problems(taken), course.lost(), course.resumed());
  }
}
