package dev.slipway.simulation;

import dev.slipway.npm.Access;
import dev.slipway.plan.Intent;
import dev.slipway.plan.IntentText;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.plan.PlannedTarball;
import dev.slipway.problem.Problem;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import dev.slipway.world.Bytes;
import dev.slipway.world.Remote.CommitDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// What people do around the runs: merge, approve, reject, meddle; and, at the end, what the remedy
/// of a problem tells them.
final class People {
  private final Universe universe;
  private final SplittableRandom dice;

  /// Commits of intents that nobody of ours wrote.
  private final List<String> forged = new ArrayList<>();

  People(Universe universe, SplittableRandom dice) {
    this.universe = universe;
    this.dice = dice;
  }

  void merge() {
    int all = (1 << universe.scenario.packages().size()) - 1;
    universe.merge(1 + dice.nextInt(all), dice.nextInt(5) == 0 ? 0 : 1 + dice.nextInt(2));
  }

  /// Decides about what waits for approval.
  void decide() {
    if (dice.nextInt(4) == 0) {
      universe.say("person", "rejects all");
      universe.registry.reject();
    } else {
      universe.say("person", "approves all");
      universe.registry.approve();
    }
  }

  /// Something that nobody should do, and somebody does.
  void meddle() {
    switch (dice.nextInt(11)) {
      case 0 -> deleteTag();
      case 1 -> forcePush();
      case 2 -> takePageAway();
      case 3 -> unpublish();
      case 4 -> publishByHand();
      case 5 -> tagElsewhere();
      case 6 -> forgeIntent();
      case 7 -> rule();
      case 8 -> misconfigure();
      case 9 -> tagTheTip();
      default -> dropAny();
    }
  }

  /// Something that people do while a run is under way.
  void interrupt() {
    switch (dice.nextInt(6)) {
      case 0, 1 -> merge();
      case 2 -> tagElsewhere();
      case 3 -> publishByHand();
      case 4 -> forcePush();
      default -> deleteTag();
    }
  }

  private String aPackage() {
    List<String> names = universe.scenario.packages();
    return names.get(dice.nextInt(names.size()));
  }

  private void deleteTag() {
    List<String> seals =
        universe.invariants.seals.keySet().stream()
            .filter(tag -> universe.git.refs.containsKey("refs/tags/" + tag))
            .toList();
    if (!seals.isEmpty()) {
      String tag = seals.getLast();
      universe.say("person", "deletes the tag " + tag);
      universe.git.refs.remove("refs/tags/" + tag);
      universe.tagsDeleted.add(tag);
    }
  }

  /// Takes the newest commit off the branch, if no tag stands on it.
  private void forcePush() {
    GitModel.Commit tip = universe.git.objects.get(universe.tip());
    boolean tagged =
        universe.git.refs.entrySet().stream()
            .anyMatch(ref ->
                ref.getKey().startsWith("refs/tags/") && ref.getValue().equals(universe.tip()));
    if (tip != null && tip.parent().isPresent() && !tagged) {
      universe.say("person", "takes " + tip.hash() + " off the branch");
      universe.git.refs.put("refs/heads/" + universe.scenario.branch(), tip.parent().get());
      universe.rewritten = true;
    }
  }

  private void takePageAway() {
    List<GitHubModel.Page> pages = universe.github.pages;
    if (!pages.isEmpty()) {
      GitHubModel.Page page = pages.remove(dice.nextInt(pages.size()));
      universe.say("person", "deletes the page of " + page.tag);
      universe.withheld = true;
    }
  }

  private void unpublish() {
    String name = aPackage();
    List<String> ours = new ArrayList<>();
    universe
        .registry
        .shelf(name)
        .taken
        .values()
        .forEach(held -> {
          if (!held.integrity.startsWith("sha512-given") && held.visibleAt <= universe.now()) {
            ours.add(held.version);
          }
        });
    if (!ours.isEmpty()) {
      universe.say("person", "unpublishes " + name + "@" + ours.getLast());
      universe.registry.unpublish(name, ours.getLast());
    }
  }

  /// The version that a release may well be about to take.
  private Optional<Version> upcoming(String name) {
    return universe.registry.shelf(name).taken.values().stream()
        .filter(held -> held.distTag.equals(universe.scenario.distTag()))
        .map(held -> Version.of(held.version))
        .max(Version::compareTo)
        .filter(version -> !version.isPrerelease())
        .map(version -> version.bump(dice.nextBoolean() ? Bump.MINOR : Bump.PATCH));
  }

  private void publishByHand() {
    String name = aPackage();
    Optional<Version> version = upcoming(name);
    if (version.isPresent() && isFree(name, version.get().toString())) {
      universe.say("person", "publishes " + name + "@" + version.get() + " by hand");
      universe.registry.byHand(name, version.get().toString(), universe.scenario.distTag());
    }
  }

  private boolean isFree(String name, String version) {
    RegistryModel.Shelf shelf = universe.registry.shelf(name);
    return !shelf.taken.containsKey(version)
        && !shelf.burned.contains(version)
        && !shelf.staged.containsKey(version);
  }

  /// Puts a tag that a release may be about to put, on a commit of another history.
  private void tagElsewhere() {
    String name = aPackage();
    Optional<String> open =
        universe.git.open().stream().map(intent -> intent.plan().tags().getFirst()).findFirst();
    Optional<String> next =
        upcoming(name).map(version -> universe.scenario.tag(name, version.toString()));
    open.or(() -> next)
        .ifPresent(tag -> {
          String ref = "refs/tags/" + tag;
          if (!universe.git.refs.containsKey(ref)) {
            String elsewhere = universe.git.person("elsewhere", 0, 0);
            universe.say("person", "puts " + ref + " on " + elsewhere);
            universe.git.refs.put(ref, elsewhere);
          }
        });
  }

  /// What semantic-release leaves behind when it dies half way: the tag, and no package.
  private void tagTheTip() {
    if (!universe.scenario.single()) {
      return;
    }
    String name = universe.scenario.packages().getFirst();
    upcoming(name)
        .ifPresent(version -> {
          String tag = universe.scenario.tag(name, version.toString());
          boolean tagged = !universe.tagsOn(universe.tip(), name).isEmpty();
          if (!universe.git.refs.containsKey("refs/tags/" + tag) && !tagged) {
            universe.say("person", "tags the tip as " + tag);
            universe.git.refs.put("refs/tags/" + tag, universe.tip());
            universe.byPerson.add(tag);
          }
        });
  }

  /// Somebody who may push refs, and does not know the token, writes an intent.
  private void forgeIntent() {
    if (!universe.scenario.keyed()) {
      return;
    }
    String name = universe.scenario.packages().getFirst();
    String tip = universe.tip();
    SimProcess nobody =
        new SimProcess(
            universe,
            new Scheduler(universe, (_, _) -> 0),
            tip,
            Mischief.NONE,
            SimProcess.SOUND,
            Story.LIMITS);
    byte[] bytes = SimPlanner.bytes(nobody, name, "9.9.9", tip);
    String tag = universe.scenario.tag(name, "9.9.9");
    PlannedRelease evil =
        new PlannedRelease(
            name,
            ".",
            Optional.empty(),
            Version.of("9.9.9"),
            Optional.empty(),
            tag,
            Optional.empty(),
            "latest",
            "",
            new PlannedTarball(
                SimPlanner.filename(name, "9.9.9"),
                bytes.length,
                "0",
                RegistryModel.integrity(bytes)),
            dev.slipway.json.Json.empty()
                .with("name", dev.slipway.json.Json.of(name))
                .with("version", dev.slipway.json.Json.of("9.9.9")),
            Optional.<Access>empty(),
            SimProcess.REGISTRY,
            List.of());
    Plan plan =
        new Plan(
            universe.scenario.branch(),
            tip,
            tip,
            "forged",
            Instant.ofEpochMilli(universe.now()),
            universe.scenario.mode(),
            false,
            List.of(evil),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    Intent intent =
        new Intent(
            plan,
            Intent.Phase.SENDING,
            Intent.Bytes.REBUILD,
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.of("00"));
    GitModel.Commit commit =
        GitModel.commit(
            new CommitDraft(
                Optional.of(tip),
                Map.of(Intent.FILE, Optional.of(Bytes.of(IntentText.write(intent)))),
                "forged",
                "x",
                "x@example.com",
                0));
    universe.say("somebody", "forges an intent");
    universe.git.objects.put(commit.hash(), commit);
    forged.add(commit.hash());
    universe.git.refs.put("refs/slipway/intents/" + tag, commit.hash());
  }

  /// A ruleset that stands in the way until somebody lifts it.
  private void rule() {
    String prefix =
        List.of("refs/tags/", "refs/slipway/", "refs/heads/", "refs/notes/").get(dice.nextInt(4));
    universe.say("person", "rules that nobody may push " + prefix);
    universe.git.denied.add(prefix);
    universe.withheld |= prefix.equals("refs/notes/");
  }

  /// A maintenance branch that was given the dist-tag of the newest release.
  private void misconfigure() {
    if (universe.scenario.branch().equals("1.x")) {
      universe.say("person", "has 1.x release as latest");
      universe.distTag = "latest";
    }
  }

  private void dropAny() {
    for (String ref : universe.git.refs.keySet()) {
      if (ref.startsWith("refs/slipway/intents/")) {
        drop(ref.substring("refs/slipway/intents/".length()));
        return;
      }
    }
  }

  /// `--drop-intent TAG`.
  void drop(String tag) {
    universe.say("person", "drops the intent of " + tag);
    Scheduler scheduler = new Scheduler(universe, (_, _) -> 0);
    SimProcess process =
        new SimProcess(
            universe, scheduler, universe.tip(), Mischief.NONE, SimProcess.SOUND, Story.LIMITS);
    process.drop = Optional.of(tag);
    scheduler.alone(process);
    process.broken.ifPresent(error -> {
      throw error;
    });
  }

  /// Rules are lifted again.
  void relent() {
    universe.git.denied.clear();
    universe.registry.rejectNext = false;
    universe.github.relent();
  }

  /// Does what the remedy of a problem says.
  ///
  /// @param plan the plan that met it, where it is about one
  /// @return whether there was something to do
  boolean remedy(Problem problem, Optional<Plan> plan) {
    switch (problem.code()) {
      case "VERSION_LIVE_WITH_OTHER_BYTES", "VERSION_TAKEN" -> tagWhatIsLive(plan);
      case "TAG_STANDS_ELSEWHERE" -> plan.ifPresent(this::deleteTags);
      case "BYTES_LOST", "VERSION_BURNED", "VERSION_STUCK" -> plan.ifPresent(this::dropAll);
      case "NPM_STAGE_GONE", "NPM_STAGE_GHOST" -> plan.ifPresent(this::dropAll);
      case "NPM_STAGE_OVERTAKEN" -> universe.registry.reject();
      case "LATEST_WOULD_GO_DOWN" -> {
        if (universe.distTag.equals(universe.scenario.distTag())) {
          tagWhatIsLive(plan);
        } else {
          universe.distTag = universe.scenario.distTag();
          plan.ifPresent(this::dropAll);
        }
      }
      case "INTENT_NOT_OURS" -> {
        return universe.git.refs.entrySet().removeIf(ref -> forged.contains(ref.getValue()));
      }
      default -> {
        return false;
      }
    }
    universe.say("person", "follows the remedy of " + problem.code());
    return true;
  }

  private void dropAll(Plan plan) {
    plan.tags().stream()
        .filter(tag -> universe.git.refs.containsKey("refs/slipway/intents/" + tag))
        .findFirst()
        .ifPresent(this::drop);
  }

  private void deleteTags(Plan plan) {
    for (String tag : plan.tags()) {
      String stands = universe.git.refs.get("refs/tags/" + tag);
      if (stands != null && !stands.equals(plan.target())) {
        universe.git.refs.remove("refs/tags/" + tag);
        universe.tagsDeleted.add(tag);
      }
    }
  }

  /// Every version that is live without a tag gets one, on the newest commit before it.
  private void tagWhatIsLive(Optional<Plan> plan) {
    plan.ifPresent(this::dropAll);
    for (String name : universe.scenario.packages()) {
      for (RegistryModel.Held held : universe.registry.shelf(name).taken.values()) {
        String tag = universe.scenario.tag(name, held.version);
        String ref = "refs/tags/" + tag;
        String stands = universe.git.refs.get(ref);
        boolean astray = stands != null && !universe.isOnBranch(stands);
        if (!held.rejected && (stands == null || astray)) {
          String at = gitHead(held).filter(universe::isOnBranch).orElse(universe.tip());
          universe.git.refs.put(ref, at);
          universe.byPerson.add(tag);
        }
      }
    }
  }

  private Optional<String> gitHead(RegistryModel.Held held) {
    return dev.slipway.json.JsonReader.read(Bytes.of(held.manifest).toArray())
        .text("gitHead")
        .filter(universe.git.objects::containsKey);
  }
}
