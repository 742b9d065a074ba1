package dev.slipway.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Changes without those that were taken back, and without what took them back.
///
/// @param kept what is left, in its order
/// @param pairs what was dropped
public record Reverts(List<Change> kept, List<Pair> pairs) {
  /// A change and the one that took it back.
  public record Pair(Change revert, Change reverted) {}

  public Reverts {
    kept = List.copyOf(kept);
    pairs = List.copyOf(pairs);
  }

  /// What is left of these changes, newest first, under the rules of a profile.
  public static List<Change> filter(List<Change> changes, Profile profile) {
    return of(changes, profile).kept();
  }

  /// The same, and what was dropped.
  public static Reverts of(List<Change> changes, Profile profile) {
    return switch (profile) {
      case SR25, CC10 -> exact(changes);
      case NATIVE -> NativeReverts.of(changes);
    };
  }

  /// `conventional-commits-filter` 5 and 6: a change falls with the newest revert before it whose
  /// every field (header and hash) is the change's own, blanks around them aside. There each change
  /// is held against each revert; here reverts are found by what they take back.
  private static Reverts exact(List<Change> changes) {
    Map<List<String>, Map<List<Optional<String>>, Deque<Change>>> waiting = new HashMap<>();
    Set<Change> dropped = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair> pairs = new ArrayList<>();
    for (Change change : changes) {
      Optional<Change> revert = take(waiting, change);
      if (revert.isPresent()) {
        dropped.add(change);
        dropped.add(revert.get());
        pairs.add(new Pair(revert.get(), change));
      } else if (change.revert().isPresent()) {
        Map<String, Optional<String>> fields = change.revert().get().fields();
        waiting
            .computeIfAbsent(List.copyOf(fields.keySet()), _ -> new HashMap<>())
            .computeIfAbsent(trimmed(fields.values()), _ -> new ArrayDeque<>())
            .add(change);
      }
    }
    return new Reverts(
        changes.stream().filter(change -> !dropped.contains(change)).toList(), pairs);
  }

  /// Takes the revert out that waits for this change. Reverts ask for the same fields all, but for
  /// the odd one that a `-revert-` line made.
  private static Optional<Change> take(
      Map<List<String>, Map<List<Optional<String>>, Deque<Change>>> waiting, Change change) {
    for (var entry : waiting.entrySet()) {
      Optional<List<Optional<String>>> own = own(change, entry.getKey());
      if (own.isPresent()) {
        Deque<Change> reverts = entry.getValue().getOrDefault(own.get(), new ArrayDeque<>());
        if (!reverts.isEmpty()) {
          return Optional.of(reverts.removeFirst());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<Optional<String>>> own(Change change, List<String> names) {
    List<Optional<String>> values = new ArrayList<>();
    for (String name : names) {
      Optional<Optional<String>> value = change.property(name);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(trimmed(values));
  }

  private static List<Optional<String>> trimmed(Iterable<Optional<String>> values) {
    List<Optional<String>> trimmed = new ArrayList<>();
    values.forEach(value -> trimmed.add(value.map(Characters::trim)));
    return trimmed;
  }
}
