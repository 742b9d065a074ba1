package dev.slipway.history;

import java.util.List;

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
    return new Reverts(changes, List.of());
  }
}
