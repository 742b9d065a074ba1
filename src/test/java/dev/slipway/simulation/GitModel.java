package dev.slipway.simulation;

import dev.slipway.plan.Intent;
import dev.slipway.plan.IntentText;
import dev.slipway.plan.NotAnIntent;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.world.Bytes;
import dev.slipway.world.Remote.CommitDraft;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A git remote: refs that move by compare-and-swap, all or none, and objects.
final class GitModel {
  /// A commit.
  ///
  /// @param touches which packages it changes, as bits
  /// @param bump 0 nothing, 1 a fix, 2 a feature
  record Commit(
      String hash, Optional<String> parent, Map<String, Bytes> files, int touches, int bump) {}

  final Map<String, String> refs = new TreeMap<>();
  final Map<String, Commit> objects = new HashMap<>();
  final Set<String> denied = new HashSet<>();

  /// Every digest that an intent under way ever named, as `name@version integrity tag`.
  final Set<String> named = new HashSet<>();

  /// Plans by intent commit.
  final Map<String, Intent> intents = new HashMap<>();

  private final Universe universe;

  GitModel(Universe universe) {
    this.universe = universe;
  }

  /// What names a content, in the form of git's names: quicker to have than a SHA-1, and as good
  /// where nobody means any harm.
  static String hash(String content) {
    long a = 0x9e3779b97f4a7c15L;
    long b = 0xc2b2ae3d27d4eb4fL;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      a = (a ^ c) * 0x100000001b3L;
      b = Long.rotateLeft(b, 5) * 0x2545f4914f6cdd1dL + c;
    }
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits((int) (a ^ b >>> 32));
  }

  static Commit commit(CommitDraft draft) {
    StringBuilder all = new StringBuilder(draft.parent().orElse("-"));
    Map<String, Bytes> files = new TreeMap<>();
    new TreeMap<>(draft.files())
        .forEach((path, bytes) -> {
          all.append('\n').append(path).append('\n');
          bytes.ifPresent(content -> {
            all.append(content.text());
            files.put(path, content);
          });
        });
    all.append('\n').append(draft.message()).append(draft.seconds());
    return new Commit(hash(all.toString()), draft.parent(), files, 0, 0);
  }

  /// A person's commit on a branch.
  String person(String branch, int touches, int bump) {
    String ref = "refs/heads/" + branch;
    Optional<String> parent = Optional.ofNullable(refs.get(ref));
    Commit commit =
        new Commit(
            hash(parent.orElse("") + branch + objects.size() + " " + touches + bump),
            parent,
            Map.of(),
            touches,
            bump);
    objects.put(commit.hash(), commit);
    refs.put(ref, commit.hash());
    return commit.hash();
  }

  Map<String, String> list(List<String> prefixes) {
    Map<String, String> listed = new TreeMap<>();
    refs.forEach((name, hash) -> {
      if (prefixes.isEmpty() || prefixes.stream().anyMatch(name::startsWith)) {
        listed.put(name, hash);
      }
    });
    return listed;
  }

  Optional<Bytes> read(String hash, String path) {
    for (Optional<String> at = Optional.of(hash); at.isPresent(); ) {
      Commit commit = objects.get(at.get());
      if (commit == null) {
        return Optional.empty();
      }
      Bytes found = commit.files().get(path);
      if (found != null) {
        return Optional.of(found);
      }
      at = commit.parent();
    }
    return Optional.empty();
  }

  /// Moves all of these refs or none.
  ///
  /// @param local the objects that only the pushing side has
  /// @param dropping whether a person has this done, by a command
  Pushed push(List<RefUpdate> updates, Map<String, Commit> local, boolean dropping) {
    for (RefUpdate update : updates) {
      Optional<String> now = Optional.ofNullable(refs.get(update.name()));
      if (!now.equals(update.expected())) {
        return new Pushed.Conflict(update.name());
      }
    }
    for (RefUpdate update : updates) {
      if (denied.stream().anyMatch(update.name()::startsWith)) {
        return new Pushed.Denied(update.name(), "GH013: Repository rule violations found");
      }
    }
    updates.forEach(update -> update.target().ifPresent(target -> take(target, local)));
    for (RefUpdate update : updates) {
      if (!dropping) {
        moved(update);
      }
      update
          .target()
          .ifPresentOrElse(
              target -> refs.put(update.name(), target), () -> refs.remove(update.name()));
    }
    return new Pushed.Accepted();
  }

  /// The objects of a push.
  private void take(String target, Map<String, Commit> local) {
    for (Optional<String> at = Optional.of(target);
        at.isPresent() && !objects.containsKey(at.get()); ) {
      Commit commit = local.get(at.get());
      if (commit == null) {
        throw new Violation("GIT", "push of an object that is nowhere: " + at.get());
      }
      objects.put(commit.hash(), commit);
      remember(commit.hash());
      at = commit.parent();
    }
  }

  private void moved(RefUpdate update) {
    Optional<String> stood = Optional.ofNullable(refs.get(update.name()));
    String name = update.name();
    if (name.startsWith("refs/tags/") && update.target().isPresent()) {
      universe.invariants.tagged(name.substring(10), stood, update.target().get());
    } else if (name.startsWith("refs/heads/") && stood.isPresent()) {
      universe.invariants.advanced(name, stood.get(), update.target().orElse(""));
    } else if (name.startsWith("refs/slipway/intents/")) {
      universe.invariants.intended(
          name,
          stood.flatMap(hash -> Optional.ofNullable(intents.get(hash))),
          update.target().flatMap(hash -> Optional.ofNullable(intents.get(hash))));
    }
  }

  /// The intents that stand.
  List<Intent> open() {
    List<Intent> open = new ArrayList<>();
    refs.forEach((name, hash) -> {
      Intent intent = intents.get(hash);
      if (intent != null && name.startsWith("refs/slipway/intents/")) {
        open.add(intent);
      }
    });
    return open;
  }

  private void remember(String hash) {
    Commit commit = objects.get(hash);
    Bytes text = commit == null ? null : commit.files().get(Intent.FILE);
    if (text == null) {
      return;
    }
    try {
      Intent intent = IntentText.read(text.text());
      intents.put(hash, intent);
      if (intent.phase() == Intent.Phase.PREPARED) {
        return;
      }
      for (PlannedRelease release : intent.plan().releases()) {
        named.add(release.label() + " " + release.tarball().integrity() + " " + release.distTag());
      }
    } catch (NotAnIntent wrong) {
      throw new Violation("INTENT", String.valueOf(wrong.getMessage()));
    }
  }

  /// The commit and its ancestors, newest first.
  List<Commit> history(String tip) {
    List<Commit> all = new ArrayList<>();
    for (Optional<String> at = Optional.of(tip); at.isPresent(); ) {
      Commit commit = objects.get(at.get());
      if (commit == null) {
        break;
      }
      all.add(commit);
      at = commit.parent();
    }
    return all;
  }
}
