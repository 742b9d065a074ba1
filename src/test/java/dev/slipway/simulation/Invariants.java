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
  private final Map<String, String> digests = new HashMap<>();
  private final Set<String> unpublished = new HashSet<>();
  private final Set<String> stagings = new HashSet<>();

  /// Tags that a run of ours sealed, by name, with the commit.
  final Map<String, String> seals = new HashMap<>();

  Invariants(Universe universe) {
    this.universe = universe;
  }

  /// I1: no PUT without an earlier intent that names its digest.
  void put(String label, String integrity) {
    if (!universe.git.named.contains(label + " " + integrity) && !universe.scenario.tagOnly()) {
      throw new Violation("I1", "PUT of " + label + " without an intent that names its digest");
    }
    // I2: nor is another digest ever sent under the same number.
    String before = digests.putIfAbsent(label, integrity);
    if (before != null && !before.equals(integrity)) {
      throw new Violation("I2", "two digests sent for " + label);
    }
  }

  /// I2: one digest at most for a number.
  void accepted(String name, String version, String integrity) {
    String before = digests.putIfAbsent(name + "@" + version, integrity);
    if (before != null && !before.equals(integrity)) {
      throw new Violation("I2", "two digests for " + name + "@" + version);
    }
  }

  void staged(String label) {
    if (!stagings.add(label) && universe.rejections > 0 && !universe.faulty) {
      throw new Violation("STAGE", label + " was staged again after a person rejected it");
    }
  }

  void unpublished(String label) {
    unpublished.add(label);
  }

  /// I3: a tag means that every package of its plan is live with the planned digest, and stands on
  /// the plan's commit. I9: it is put once.
  void tagged(String tag, Optional<String> expected, String target) {
    if (universe.scenario.tagOnly()) {
      return;
    }
    if (expected.isPresent()) {
      throw new Violation("I9", "the tag " + tag + " was moved");
    }
    if (seals.containsKey(tag) && !universe.tagsDeleted.contains(tag)) {
      throw new Violation("I9", "the tag " + tag + " was put twice");
    }
    seals.put(tag, target);
    Optional<Intent> intent =
        universe.git.intents.values().stream()
            .filter(each -> each.plan().target().equals(target) && each.plan().tags().contains(tag))
            .reduce((a, b) -> a.plan().releases().size() <= b.plan().releases().size() ? a : b);
    if (intent.isEmpty()) {
      throw new Violation("I3", "the tag " + tag + " stands on a commit of no intent");
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
    if (!universe.git.refs.containsKey("refs/tags/" + tag)) {
      throw new Violation("I4", "the release page of " + tag + " was published without its tag");
    }
  }

  /// I10: `latest` never goes down.
  void pointed(String name, String tag, Optional<String> before, String version) {
    if (tag.equals("latest")
        && before.isPresent()
        && Version.of(before.get()).compareTo(Version.of(version)) > 0) {
      throw new Violation(
          "I10", "latest of " + name + " went from " + before.get() + " to " + version);
    }
  }
}
