package dev.slipway.apply;

import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedNote;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Remote.CommitDraft;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a release claims in git once it is out: its tags, and the notes that say where it went.
final class Claims {
  private final Remote remote;

  Claims(Remote remote) {
    this.remote = remote;
  }

  /// Whether the tags stand, or stand in the way.
  Optional<Outcome> sealed(Plan plan) throws Lost {
    return sealed(plan, Refs.of(remote));
  }

  private static Optional<Outcome> sealed(Plan plan, Refs now) {
    boolean all = true;
    for (String tag : plan.tags()) {
      Optional<String> stands = now.tag(tag);
      if (stands.isPresent() && !stands.get().equals(plan.target())) {
        return Optional.of(new Outcome.Failed(Texts.tagElsewhere(tag, stands.get(), plan)));
      }
      all &= stands.isPresent();
    }
    return all ? Optional.of(new Outcome.AlreadyDone("")) : Optional.empty();
  }

  /// Puts the tags, all in one push. That each is missing is a condition of the push: only where it
  /// is not made is looked which stands already. Empty: look again.
  Optional<Outcome> seal(Plan plan) throws Lost {
    Optional<Outcome> all = push(plan, plan.tags());
    if (all.filter(Outcome::goesOn).isPresent()) {
      return all;
    }
    Refs now = Refs.of(remote);
    Optional<Outcome> sealed = sealed(plan, now);
    if (sealed.isPresent()) {
      // Also for a run that may not push: what it wanted is there.
      return sealed;
    }
    return all.isPresent()
        ? all
        : push(plan, plan.tags().stream().filter(tag -> now.tag(tag).isEmpty()).toList());
  }

  private Optional<Outcome> push(Plan plan, List<String> tags) throws Lost {
    List<RefUpdate> updates =
        tags.stream()
            .map(tag ->
                new RefUpdate(Refs.tagRef(tag), Optional.empty(), Optional.of(plan.target())))
            .toList();
    return switch (remote.push(updates)) {
      case Pushed.Accepted() -> Optional.of(new Outcome.Done(""));
      case Pushed.Conflict _ -> Optional.empty();
      case Pushed.Denied(var name, var text) ->
          Optional.of(
              new Outcome.Failed(Texts.tagDenied(name.substring("refs/tags/".length()), text)));
    };
  }

  /// Whether the note says what it shall.
  Optional<Outcome> noted(PlannedNote note) throws Lost {
    Optional<String> stands = Refs.of(remote).note(note.tag());
    return stands.isPresent() && says(stands.get(), note)
        ? Optional.of(new Outcome.AlreadyDone(""))
        : Optional.empty();
  }

  private boolean says(String commit, PlannedNote note) throws Lost {
    return remote
        .read(commit, note.commit())
        .map(bytes -> bytes.text().strip().equals(note.json().strip()))
        .orElse(false);
  }

  /// Writes the note. Empty: look again.
  Optional<Outcome> note(PlannedNote note, Plan plan) throws Lost {
    Optional<String> stands = Refs.of(remote).note(note.tag());
    String commit =
        remote.write(
            new CommitDraft(
                stands,
                Map.of(note.commit(), Optional.of(Bytes.of(note.json() + "\n"))),
                "Notes added by slipway\n",
                "slipway",
                "slipway@users.noreply.github.com",
                plan.created().getEpochSecond()));
    RefUpdate update = new RefUpdate(Refs.noteRef(note.tag()), stands, Optional.of(commit));
    return switch (remote.push(List.of(update))) {
      case Pushed.Accepted() -> Optional.of(new Outcome.Done(""));
      case Pushed.Conflict _ -> Optional.empty();
      case Pushed.Denied(var _, var text) ->
          Optional.of(new Outcome.Withheld(Texts.noteDenied(note.tag(), text)));
    };
  }
}
