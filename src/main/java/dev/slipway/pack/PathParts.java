package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;

/// A path cut at its slashes, each name also in its folded form. A slash in front or behind makes
/// an empty name there.
///
/// @param names as they are
/// @param folded without regard to case
record PathParts(List<String> names, List<String> folded) {
  /// Runs of slashes count as one.
  static PathParts of(String path) {
    List<String> names = split(path);
    return new PathParts(names, names.stream().map(Fold::of).toList());
  }

  static List<String> split(String path) {
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '/') {
        names.add(path.substring(from, i));
        while (i + 1 < path.length() && path.charAt(i + 1) == '/') {
          i++;
        }
        from = i + 1;
      }
    }
    names.add(path.substring(from));
    return names;
  }

  int size() {
    return names.size();
  }

  /// The last name that is not empty, alone.
  PathParts base() {
    int at = names.size() - 1;
    while (at > 0 && names.get(at).isEmpty()) {
      at--;
    }
    return new PathParts(List.of(names.get(at)), List.of(folded.get(at)));
  }

  boolean matches(int at, NamePattern pattern) {
    return pattern.matches(names.get(at), folded.get(at));
  }
}
