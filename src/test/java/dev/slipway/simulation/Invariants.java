package dev.slipway.simulation;

import dev.slipway.plan.Intent;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.version.Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The promises, looked after at the moment when something happens.
final class Invariants {
  private final Universe universe;

  /// The digest that was sent for a `name@version`.
  private final Map<String, String> digests = new HashMap<>();

  private final Set<String> unpublished = new HashSet<>();

  /// What was staged, by the run that did it.
  private final Map<String, String> stagings = new HashMap<>();

  /// What was staged by a run that nothing happened to: it has written down that it did.
  private final Set<String> noted = new HashSet<>();

  /// Tags that a run of ours sealed, by name, with the commit.
  final Map<String, String> seals = new HashMap<>();

  Invariants(Universe universe) {
    this.universe = universe;
  }

  /// I1: no PUT without an earlier intent that names its digest and dist-tag, and says that it is
  /// being sent; where refs may not be pushed, the tag that a person pushed is the intent.
  void put(String name, String version, String integrity, String distTag) {
    String label = name + "@" + version;
    boolean asked =
        universe.scenario.tagged() && universe.asked.contains(universe.scenario.tag(name, version));
    if (!asked && !universe.git.named.contains(label + " " + integrity + " " + distTag)) {
      throw new Violation("I1", "PUT of " + label + " without an intent that names its digest");
    }
    // I2: nor is another digest ever sent under the same number.
    String before = digests.putIfAbsent(label, integrity);
    if (before != null && !before.equals(integrity)) {
      throw new Violation("I2", "two digests sent for " + label);
    }
    if (!universe.scenario.stages()) {
      universe.scenario.needs(name).forEach(need -> needed(label, integrity, need));
    }
  }

  /// A package is published after those of the same plan that it needs can be read.
  private void needed(String label, String integrity, String need) {
    for (Intent intent : universe.git.open()) {
      boolean same =
          intent.plan().releases().stream()
              .anyMatch(each ->
                  each.label().equals(label) && each.tarball().integrity().equals(integrity));
      Optional<PlannedRelease> needed =
          intent.plan().releases().stream().filter(each -> each.name().equals(need)).findFirst();
      if (same
          && needed.isPresent()
          && !unpublished.contains(needed.get().label())
          && !universe.registry.isVisible(need, needed.get().version().toString())) {
        throw new Violation("ORDER", label + " was sent before " + need + " could be read");
      }
    }
  }

  /// I2: one digest at most for a number.
  void accepted(String name, String version, String integrity) {
    String before = digests.putIfAbsent(name + "@" + version, integrity);
    if (before != null
        && !before.equals(integrity)
        && !universe.forgiven.contains(name + "@" + version)) {
      throw new Violation("I2", "two digests for " + name + "@" + version);
    }
  }

  /// What a person has rejected is not staged again, unless the one who staged it could not write
  /// that down.
  void staged(String label, String integrity, String who) {
    String what = label + " " + integrity;
    if (noted.contains(what)) {
      throw new Violation("STAGE", label + " was staged again after a person rejected it");
    }
    stagings.put(what, who);
  }

  /// A person rejected what was staged: its number is free again, for other bytes too.
  void rejected(String label) {
    digests.remove(label);
  }

  /// A run ended to which nothing had happened.
  void sound(String who) {
    stagings.forEach((label, by) -> {
      if (by.equals(who)) {
        noted.add(label);
      }
    });
  }

  void unpublished(String label) {
    unpublished.add(label);
  }

  /// A person dropped the intent for it: what was sent is that person's matter now.
  void dropped(PlannedRelease release) {
    digests.remove(release.label());
    String what = release.label() + " " + release.tarball().integrity();
    noted.remove(what);
    stagings.remove(what);
    universe.forgiven.add(release.label());
  }

  /// I9: an intent is moved on by its own plan only. I7: it goes when its release is out.
  void intended(String ref, Optional<Intent> before, Optional<Intent> after) {
    if (before.isEmpty()) {
      return;
    }
    if (after.isPresent()) {
      boolean same =
          before.get().plan().runId().equals(after.get().plan().runId())
              && before.get().plan().created().equals(after.get().plan().created());
      if (!same) {
        throw new Violation("I9", ref + " was written over by another run");
      }
      return;
    }
    if (before.get().phase() == Intent.Phase.PREPARED) {
      return;
    }
    String tag = ref.substring("refs/slipway/intents/".length());
    for (PlannedRelease release : before.get().plan().releases()) {
      String version = release.version().toString();
      boolean out =
          universe.git.refs.containsKey("refs/tags/" + release.tag())
              || universe.tagsDeleted.contains(release.tag())
              || universe.registry.isGone(release.name(), version)
              || !digests.containsKey(release.label());
      if (release.tag().equals(tag) && !out) {
        throw new Violation("I7", ref + " was cleared before " + release.label() + " was out");
      }
    }
  }

  /// A branch never loses a commit of a person to a run.
  void advanced(String ref, String from, String to) {
    if (universe.git.history(to).stream().noneMatch(commit -> commit.hash().equals(from))) {
      throw new Violation("I5", ref + " lost commits");
    }
  }

  /// I3: a tag means that every package of its plan is live with the planned digest, and stands on
  /// the plan's commit. I9: it is put once.
  void tagged(String tag, Optional<String> stood, String target) {
    if (stood.isPresent()) {
      throw new Violation("I9", "the tag " + tag + " was moved");
    }
    if (seals.containsKey(tag) && !universe.tagsDeleted.contains(tag)) {
      throw new Violation("I9", "the tag " + tag + " was put twice");
    }
    seals.put(tag, target);
    Optional<Intent> intent =
        Optional.ofNullable(universe.git.refs.get("refs/slipway/intents/" + tag))
            .flatMap(hash -> Optional.ofNullable(universe.git.intents.get(hash)))
            .filter(each -> each.plan().target().equals(target));
    if (intent.isEmpty() && universe.tagsDeleted.contains(tag)) {
      return;
    }
    if (intent.isEmpty()) {
      throw new Violation("I3", "the tag " + tag + " was put on a commit of no intent");
    }
    for (PlannedRelease release : intent.get().plan().releases()) {
      String version = release.version().toString();
      RegistryModel.Held held = universe.registry.shelf(release.name()).taken.get(version);
      boolean live =
          universe.registry.isVisible(release.name(), version)
              && held != null
              && held.integrity.equals(release.tarball().integrity());
      if (!live && !unpublished.contains(release.label())) {
        throw new Violation(
            "I3", "the tag " + tag + " was put while " + release.label() + " is not live");
      }
    }
  }

  /// I4: a published release page means a tag.
  void announced(String tag) {
    if (!universe.git.refs.containsKey("refs/tags/" + tag) && !universe.tagsDeleted.contains(tag)) {
      throw new Violation("I4", "the release page of " + tag + " was published without its tag");
    }
  }

  /// I10: `latest` never goes down, unless a person published past what was being scanned, or gave
  /// up what was being scanned, or two tags were published at once by jobs that may push no refs.
  void pointed(String name, String tag, Optional<String> before, String version) {
    if (tag.equals("latest")
        && !universe.scenario.tagged()
        && before.isPresent()
        && !universe.byHand.contains(name + "@" + before.get())
        && !universe.forgiven.contains(name + "@" + version)
        && !universe.forgiven.contains(name + "@" + before.get())
        && Version.of(before.get()).compareTo(Version.of(version)) > 0) {
      throw new Violation(
          "I10", "latest of " + name + " went from " + before.get() + " to " + version);
    }
  }
}
