package dev.slipway.simulation;

import dev.slipway.plan.Intent;
import dev.slipway.simulation.BentWorld.BentRemote;
import dev.slipway.simulation.SimProcess.Assembly;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import dev.slipway.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Bugs in how refs are moved and read.
final class GitBugs {
  private static final String INTENTS = "refs/slipway/intents/";
  private static final String LINES = "refs/slipway/lines/";
  private static final String TAGS = "refs/tags/";
  private static final String HEADS = "refs/heads/";
  private static final Pushed DONE = new Pushed.Accepted();

  private GitBugs() {}

  /// Pushes in another way.
  private interface Push {
    Pushed push(Remote real, List<RefUpdate> updates, SimProcess process) throws Lost;
  }

  /// Sees other refs than there are.
  private interface Listing {
    Map<String, String> seen(Map<String, String> refs, SimProcess process);
  }

  static List<PlantedBug> all() {
    return List.of(
        pushing(
            "intents without compare-and-swap",
            (real, updates, process) -> force(real, updates, process, INTENTS)),
        pushing(
            "tags without compare-and-swap",
            (real, updates, process) -> force(real, updates, process, TAGS)),
        pushing(
            "the branch without compare-and-swap",
            (real, updates, process) -> force(real, updates, process, HEADS)),
        pushing(
            "the line of a branch is not moved",
            (real, updates, _) ->
                real.push(without(updates, update -> update.name().startsWith(LINES)))),
        pushing("refs are pushed one by one", GitBugs::oneByOne),
        pushing(
            "the release commit is not pushed",
            (real, updates, _) ->
                real.push(without(updates, update -> update.name().startsWith(HEADS)))),
        pushing(
            "the intent is not recorded",
            (real, updates, _) -> creates(updates) ? DONE : real.push(updates)),
        pushing(
            "tag first",
            (real, updates, process) ->
                real.push(creates(updates) ? withTags(updates, process) : updates)),
        pushing(
            "the intent is cleared before the tag is put",
            (real, updates, process) -> {
              if (updates.getFirst().name().startsWith(TAGS)) {
                real.push(intentsOf(updates, process));
              }
              return real.push(updates);
            }),
        pushing(
            "the intent is cleared instead of marked",
            (real, updates, _) -> real.push(advances(updates) ? cleared(updates) : updates)),
        pushing(
            "intents are never cleared",
            (real, updates, _) -> clears(updates) ? DONE : real.push(updates)),
        pushing(
            "a lost race is taken for won",
            (real, updates, _) ->
                real.push(updates) instanceof Pushed.Denied denied ? denied : DONE),
        pushing(
            "a refused push is taken for done",
            (real, updates, _) ->
                real.push(updates) instanceof Pushed.Conflict conflict ? conflict : DONE),
        pushing(
            "a push without an answer is taken for done",
            (real, updates, _) -> {
              try {
                return real.push(updates);
              } catch (Lost lost) {
                return DONE;
              }
            }),
        pushing(
            "a push without an answer is taken for a refusal",
            (real, updates, _) -> {
              try {
                return real.push(updates);
              } catch (Lost lost) {
                return new Pushed.Denied(updates.getFirst().name(), "no answer");
              }
            }),
        pushing(
            "the tag is put on the branch's tip",
            (real, updates, process) -> real.push(onTip(updates, process))),
        pushing(
            "the mark of sending is not written down",
            (real, updates, _) -> advances(updates) ? DONE : real.push(updates)),
        pushing(
            "what was staged is not written down",
            (real, updates, process) ->
                advances(updates) && notesStage(updates, process) ? DONE : real.push(updates)),
        pushing(
            "channel notes are not written",
            (real, updates, _) ->
                updates.getFirst().name().startsWith("refs/notes/") ? DONE : real.push(updates)),
        pushing(
            "tags are not put",
            (real, updates, _) ->
                updates.getFirst().name().startsWith(TAGS) ? DONE : real.push(updates)),
        pushing(
            "only the first tag is put",
            (real, updates, _) ->
                updates.getFirst().name().startsWith(TAGS)
                    ? real.push(updates.subList(0, 1))
                    : real.push(updates)),
        listing("open intents are not seen", (refs, _) -> without(refs, INTENTS)),
        listing("tags are not seen", (refs, _) -> without(refs, TAGS)),
        listing("lines are not seen", (refs, _) -> without(refs, LINES)),
        listing(
            "the branch is taken to stand where it is checked out",
            (refs, process) -> {
              Map<String, String> seen = new HashMap<>(refs);
              seen.put(HEADS + process.universe.scenario.branch(), process.checkout);
              return seen;
            }),
        new PlantedBug("the refs are read once", remembering()));
  }

  private static PlantedBug pushing(String name, Push push) {
    return new PlantedBug(
        name,
        new Assembly() {
          @Override
          public World world(World real, SimProcess process) {
            return BentWorld.with(
                real,
                new BentRemote(real.remote()) {
                  @Override
                  public Pushed push(List<RefUpdate> updates) throws Lost {
                    return push.push(this.real, updates, process);
                  }
                });
          }
        });
  }

  private static PlantedBug listing(String name, Listing listing) {
    return new PlantedBug(
        name,
        new Assembly() {
          @Override
          public World world(World real, SimProcess process) {
            return BentWorld.with(
                real,
                new BentRemote(real.remote()) {
                  @Override
                  public Map<String, String> refs(List<String> prefixes) throws Lost {
                    return listing.seen(this.real.refs(prefixes), process);
                  }
                });
          }
        });
  }

  private static Assembly remembering() {
    return new Assembly() {
      @Override
      public World world(World real, SimProcess process) {
        return BentWorld.with(
            real,
            new BentRemote(real.remote()) {
              private Optional<Map<String, String>> first = Optional.empty();

              @Override
              public Map<String, String> refs(List<String> prefixes) throws Lost {
                if (first.isEmpty()) {
                  first = Optional.of(this.real.refs(prefixes));
                }
                return first.get();
              }
            });
      }
    };
  }

  private static Pushed force(
      Remote real, List<RefUpdate> updates, SimProcess process, String prefix) throws Lost {
    Pushed pushed = real.push(forced(updates, process, prefix));
    boolean meant = updates.stream().anyMatch(update -> update.name().startsWith(prefix));
    return pushed instanceof Pushed.Conflict && meant
        ? real.push(forced(updates, process, prefix))
        : pushed;
  }

  /// The updates, expecting whatever there is.
  private static List<RefUpdate> forced(
      List<RefUpdate> updates, SimProcess process, String prefix) {
    return updates.stream()
        .map(update ->
            update.name().startsWith(prefix)
                ? new RefUpdate(
                    update.name(),
                    Optional.ofNullable(process.universe.git.refs.get(update.name())),
                    update.target())
                : update)
        .toList();
  }

  private static List<RefUpdate> without(List<RefUpdate> updates, Predicate<RefUpdate> which) {
    return updates.size() == 1 ? updates : updates.stream().filter(which.negate()).toList();
  }

  private static Map<String, String> without(Map<String, String> refs, String prefix) {
    Map<String, String> seen = new HashMap<>(refs);
    seen.keySet().removeIf(name -> name.startsWith(prefix));
    return seen;
  }

  private static Pushed oneByOne(Remote real, List<RefUpdate> updates, SimProcess process)
      throws Lost {
    for (RefUpdate update : updates) {
      Pushed pushed = real.push(List.of(update));
      if (!(pushed instanceof Pushed.Accepted)) {
        return pushed;
      }
    }
    return DONE;
  }

  private static boolean isIntent(RefUpdate update) {
    return update.name().startsWith(INTENTS);
  }

  private static boolean creates(List<RefUpdate> updates) {
    return isIntent(updates.getFirst()) && updates.getFirst().expected().isEmpty();
  }

  private static boolean advances(List<RefUpdate> updates) {
    return isIntent(updates.getFirst())
        && updates.getFirst().expected().isPresent()
        && updates.stream().allMatch(update -> update.target().isPresent());
  }

  private static boolean clears(List<RefUpdate> updates) {
    return isIntent(updates.getFirst()) && updates.getFirst().target().isEmpty();
  }

  private static List<RefUpdate> cleared(List<RefUpdate> updates) {
    return updates.stream()
        .map(update -> new RefUpdate(update.name(), update.expected(), Optional.empty()))
        .toList();
  }

  private static boolean notesStage(List<RefUpdate> updates, SimProcess process) {
    GitModel.Commit commit = process.local().get(updates.getFirst().target().orElse(""));
    Bytes text = commit == null ? null : commit.files().get(Intent.FILE);
    return text != null && text.text().contains("stage-");
  }

  private static List<RefUpdate> withTags(List<RefUpdate> updates, SimProcess process) {
    List<RefUpdate> more = new ArrayList<>(updates);
    for (RefUpdate update : updates) {
      GitModel.Commit commit = process.local().get(update.target().orElse(""));
      if (isIntent(update) && commit != null) {
        String tag = update.name().substring(INTENTS.length());
        more.add(new RefUpdate(TAGS + tag, Optional.empty(), commit.parent()));
      }
    }
    return more;
  }

  private static List<RefUpdate> intentsOf(List<RefUpdate> updates, SimProcess process) {
    return updates.stream()
        .map(update -> INTENTS + update.name().substring(TAGS.length()))
        .map(name ->
            new RefUpdate(
                name, Optional.ofNullable(process.universe.git.refs.get(name)), Optional.empty()))
        .toList();
  }

  private static List<RefUpdate> onTip(List<RefUpdate> updates, SimProcess process) {
    return updates.stream()
        .map(update ->
            update.name().startsWith(TAGS)
                ? new RefUpdate(
                    update.name(), update.expected(), Optional.of(process.universe.tip()))
                : update)
        .toList();
  }
}
