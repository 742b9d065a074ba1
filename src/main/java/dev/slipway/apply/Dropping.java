package dev.slipway.apply;

import dev.slipway.npm.Visibility;
import dev.slipway.npm.Visibility.Seen;
import dev.slipway.plan.Intent;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives an unfinished release up because a person asked for it. Where bytes may have been sent,
/// its number is given up with it: a ref keeps it from ever being planned again.
public final class Dropping {
  private final Means means;
  private final Intents intents;
  private final Pages pages;

  public Dropping(Means means) {
    this.means = means;
    this.intents = new Intents(means.world().remote(), means.key(), means.payloads());
    this.pages = new Pages(means, intents, new BytesSource(means));
  }

  /// Drops the intent of a tag.
  ///
  /// @return what was done and what that means, as a warning
  /// @throws Refused when it may not be dropped
  /// @throws Lost when the remote does not answer
  public Problem drop(String tag) throws Lost {
    Refs refs = Refs.of(means.world().remote());
    List<OpenIntent> all = intents.open(refs);
    Optional<OpenIntent> asked = all.stream().filter(open -> open.tags().contains(tag)).findFirst();
    if (asked.isEmpty()) {
      return Texts.notOpen(tag, all.stream().flatMap(open -> open.tags().stream()).toList());
    }
    OpenIntent open = asked.get();
    Optional<Intent> intent =
        open instanceof OpenIntent.Known(var _, var _, var known)
            ? Optional.of(known)
            : Optional.empty();
    if (intent.filter(this::isLive).isPresent()) {
      throw new Refused(Texts.liveAlready(open.tags()));
    }
    boolean maybeSent = intent.map(known -> known.phase() == Intent.Phase.SENDING).orElse(true);
    return switch (means.world().remote().push(updates(open, refs, maybeSent))) {
      case Pushed.Accepted() -> {
        if (intent.isPresent()) {
          discard(intent.get());
        }
        yield Texts.dropped(
            open.tags(),
            maybeSent,
            intent.map(known -> List.copyOf(known.staged().values())).orElse(List.of()));
      }
      case Pushed.Conflict _ -> throw new Refused(Texts.movedOn(open.tags()));
      case Pushed.Denied(var name, var text) -> throw new Refused(Texts.intentDenied(name, text));
    };
  }

  /// Whether there is nothing to give up: all of it can be read, with the planned digests.
  private boolean isLive(Intent intent) {
    return intent.plan().releases().stream().allMatch(this::isOurs);
  }

  private boolean isOurs(PlannedRelease release) {
    return Visibility.look(
            means.registries().reader(release.name(), release.registry()),
            release.name(),
            release.version().toString(),
            release.tarball().integrity(),
            release.tarball().shasum())
        instanceof Seen.Ours;
  }

  private static List<RefUpdate> updates(OpenIntent open, Refs refs, boolean maybeSent) {
    List<RefUpdate> updates = new ArrayList<>();
    for (String each : open.tags()) {
      updates.add(new RefUpdate(Refs.INTENTS + each, Optional.of(open.commit()), Optional.empty()));
      if (maybeSent) {
        updates.add(
            new RefUpdate(Refs.GIVEN_UP + each, refs.givenUp(each), Optional.of(open.commit())));
      }
    }
    return updates;
  }

  private void discard(Intent intent) throws Lost {
    try {
      pages.discard(intent.plan(), intent.plan().tags());
    } catch (Refused drafted) {
      // A draft that stays is seen by nobody, and is taken away by hand.
    }
  }
}
