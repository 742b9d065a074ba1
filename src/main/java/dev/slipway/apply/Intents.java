package dev.slipway.apply;

import dev.slipway.plan.Intent;
import dev.slipway.plan.IntentText;
import dev.slipway.plan.NotAnIntent;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Remote.CommitDraft;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import dev.slipway.world.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The intents in the remote: recorded, moved on, read and taken away, each by compare-and-swap.
final class Intents {
  private static final String NAME = "slipway";
  private static final String EMAIL = "slipway@users.noreply.github.com";

  private final Remote remote;
  private final Optional<Secret> key;
  private final Payloads payloads;

  Intents(Remote remote, Optional<Secret> key, Payloads payloads) {
    this.payloads = payloads;
    this.remote = remote;
    this.key = key;
  }

  /// Whether another run has recorded one of these tags, or is ahead of the plan.
  Optional<Outcome> recorded(Course course, Supplier<Optional<Outcome>> preflight) throws Lost {
    if (course.commit().isPresent()) {
      return Optional.of(new Outcome.AlreadyDone(""));
    }
    Refs now = Refs.of(remote);
    Plan plan = course.plan();
    if (plan.tags().stream().allMatch(tag -> now.intent(tag).isPresent())) {
      Intent intent = Marks.marked(course.intent(), key);
      String mine = write(intent);
      if (plan.tags().stream().allMatch(tag -> now.intent(tag).filter(mine::equals).isPresent())) {
        course.recorded(intent, mine);
        return Optional.of(new Outcome.Done(""));
      }
    }
    if (!now.line(plan.branch()).equals(course.read().line(plan.branch()))) {
      return Optional.of(
          new Outcome.Superseded("another run has begun a release of " + plan.branch() + "."));
    }
    for (String tag : plan.tags()) {
      if (now.intent(tag).isPresent()) {
        return Optional.of(new Outcome.Superseded("another run has begun to release " + tag + "."));
      }
      Optional<String> stands = now.tag(tag);
      if (stands.isPresent() && !stands.get().equals(plan.target())) {
        return Optional.of(new Outcome.Failed(Texts.tagElsewhere(tag, stands.get(), plan)));
      }
    }
    if (!plan.tagGiven()) {
      Optional<String> tip = now.branch(plan.branch());
      if (tip.isEmpty()) {
        return Optional.of(new Outcome.Failed(Texts.branchGone(plan.branch())));
      }
      if (!tip.get().equals(plan.base())) {
        return Optional.of(
            new Outcome.Superseded(
                plan.branch() + " has moved on to " + tip.get() + " since the plan was made."));
      }
    }
    return preflight.get();
  }

  Optional<Outcome> record(Course course) throws Lost {
    Plan plan = course.plan();
    Intent intent = Marks.marked(course.intent(), key);
    String commit = write(intent);
    List<RefUpdate> updates = new ArrayList<>();
    plan.tags()
        .forEach(tag ->
            updates.add(new RefUpdate(Refs.INTENTS + tag, Optional.empty(), Optional.of(commit))));
    updates.add(
        new RefUpdate(
            Refs.LINES + plan.branch(), course.read().line(plan.branch()), Optional.of(commit)));
    if (plan.commits()) {
      updates.add(
          new RefUpdate(
              Refs.branchRef(plan.branch()), Optional.of(plan.base()), Optional.of(plan.target())));
    }
    return switch (remote.push(updates)) {
      case Pushed.Accepted() -> {
        course.recorded(intent, commit);
        yield Optional.of(new Outcome.Done(""));
      }
      case Pushed.Conflict _ -> Optional.empty();
      case Pushed.Denied(var name, var text) -> {
        if (plan.tagGiven()) {
          yield Optional.of(new Outcome.Withheld(Texts.tagIsTheIntent(text)));
        }
        yield Optional.of(
            new Outcome.Failed(
                name.equals(Refs.branchRef(plan.branch()))
                    ? Texts.branchProtected(plan.branch(), text)
                    : Texts.intentDenied(name, text)));
      }
    };
  }

  /// Moves an intent on to what it says now. Empty: look again.
  ///
  /// @return `Superseded` when it is gone, or another plan's
  Optional<Outcome> advance(Course course, Intent next) throws Lost {
    if (course.commit().isEmpty()) {
      return Optional.of(new Outcome.AlreadyDone("The tag is the intent."));
    }
    Intent marked = Marks.marked(next, key);
    String from = course.commit().get();
    String to = write(marked);
    if (from.equals(to)) {
      return Optional.of(new Outcome.AlreadyDone(""));
    }
    List<RefUpdate> updates = new ArrayList<>();
    List<String> kept = next.plan().tags();
    for (String tag : course.plan().tags()) {
      updates.add(
          new RefUpdate(
              Refs.INTENTS + tag,
              Optional.of(from),
              kept.contains(tag) ? Optional.of(to) : Optional.empty()));
    }
    return switch (remote.push(updates)) {
      case Pushed.Accepted() -> {
        course.recorded(marked, to);
        yield Optional.of(new Outcome.Done(""));
      }
      case Pushed.Conflict _ -> follow(course);
      case Pushed.Denied(var name, var text) ->
          Optional.of(new Outcome.Failed(Texts.intentDenied(name, text)));
    };
  }

  /// After a lost race, and after an answer that was lost: takes over what the intent says now, if
  /// it is still about the same plan. Empty: it does, look again.
  Optional<Outcome> follow(Course course) throws Lost {
    Refs now = Refs.of(remote);
    Optional<String> stands = now.intent(course.plan().tags().getFirst());
    if (stands.isEmpty()) {
      return Optional.of(new Outcome.Superseded("another run has ended this release."));
    }
    if (course.commit().equals(stands)) {
      return Optional.empty();
    }
    return switch (read(course.plan().tags(), stands.get(), now)) {
      case OpenIntent.Known(var _, var commit, var intent)
          when intent.plan().equals(course.plan()) -> {
        course.recorded(intent, commit);
        yield Optional.empty();
      }
      case OpenIntent.Known _ ->
          Optional.of(new Outcome.Superseded("another run has changed this release."));
      case OpenIntent.Unusable(var _, var _, var why) -> Optional.of(new Outcome.Failed(why));
    };
  }

  /// Whether no intent of the plan is left.
  Optional<Outcome> cleared(Course course) throws Lost {
    if (course.commit().isEmpty()) {
      return Optional.of(new Outcome.AlreadyDone("The tag was the intent."));
    }
    Refs now = Refs.of(remote);
    boolean gone = course.plan().tags().stream().allMatch(tag -> now.intent(tag).isEmpty());
    return gone ? Optional.of(new Outcome.AlreadyDone("")) : Optional.empty();
  }

  /// Takes the intents away, whatever commit of the same plan they hold. Empty: look again.
  Optional<Outcome> clear(Course course) throws Lost {
    if (course.commit().isEmpty()) {
      return Optional.of(new Outcome.AlreadyDone("The tag was the intent."));
    }
    Pushed pushed = delete(course.plan().tags(), course.commit().orElseThrow());
    return switch (pushed) {
      case Pushed.Accepted() -> Optional.of(new Outcome.Done(""));
      case Pushed.Conflict _ -> {
        Optional<Outcome> gone = cleared(course);
        yield gone.isPresent() ? gone : follow(course).filter(outcome -> !isGone(outcome));
      }
      case Pushed.Denied(var name, var text) ->
          cleared(course)
              .or(() -> Optional.of(new Outcome.Withheld(Texts.intentStays(name, text))));
    };
  }

  private static boolean isGone(Outcome outcome) {
    return outcome instanceof Outcome.Superseded;
  }

  /// Takes the intents of a plan away, if they still are this commit's.
  Pushed delete(List<String> tags, String commit) throws Lost {
    return remote.push(
        tags.stream()
            .map(tag -> new RefUpdate(Refs.INTENTS + tag, Optional.of(commit), Optional.empty()))
            .toList());
  }

  /// All that is open.
  List<OpenIntent> open(Refs refs) throws Lost {
    List<OpenIntent> open = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : refs.intents().entrySet()) {
      open.add(read(each.getValue(), each.getKey(), refs));
    }
    return open;
  }

  private OpenIntent read(List<String> tags, String commit, Refs now) throws Lost {
    Optional<Bytes> text = remote.read(commit, Intent.FILE);
    if (text.isEmpty()) {
      return new OpenIntent.Unusable(tags, commit, Texts.intentUnreadable(tags, "it has no plan"));
    }
    try {
      Intent intent = IntentText.read(text.get().text());
      if (!Marks.isOurs(intent, key) && !wouldBeOurs(intent.plan(), now)) {
        return new OpenIntent.Unusable(tags, commit, Texts.intentNotOurs(tags));
      }
      List<String> named = intent.plan().releases().stream().map(PlannedRelease::tag).toList();
      if (!named.containsAll(tags)) {
        return new OpenIntent.Unusable(
            tags, commit, Texts.intentUnreadable(tags, "its plan is about other tags"));
      }
      return new OpenIntent.Known(tags, commit, intent);
    } catch (NotAnIntent wrong) {
      return new OpenIntent.Unusable(
          tags, commit, Texts.intentUnreadable(tags, String.valueOf(wrong.getMessage())));
    }
  }

  /// A token that was renewed since leaves an intent with the mark of the old one. What this run
  /// would publish by itself, to the byte, may be finished whoever wrote it down.
  private boolean wouldBeOurs(Plan plan, Refs now) throws Lost {
    boolean onBranch = now.branch(plan.branch()).filter(plan.target()::equals).isPresent();
    Set<String> from =
        onBranch && plan.commits() ? Set.of(plan.target(), plan.base()) : Set.of(plan.target());
    for (PlannedRelease release : plan.releases()) {
      if (!payloads.wouldMake(plan, release, from)) {
        return false;
      }
    }
    return !plan.releases().isEmpty();
  }

  private String write(Intent intent) {
    Plan plan = intent.plan();
    return remote.write(
        new CommitDraft(
            Optional.of(plan.target()),
            Map.of(Intent.FILE, Optional.of(Bytes.of(IntentText.write(intent)))),
            "chore: intent to release " + String.join(", ", plan.tags()) + "\n",
            NAME,
            EMAIL,
            plan.created().getEpochSecond()));
  }
}
