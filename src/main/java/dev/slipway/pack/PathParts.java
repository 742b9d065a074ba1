package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;

/// A path cut at its slashes, each name also in its folded form. A slash in front or behind makes
/// an empty name there.
final class PathParts {
  private final List<String> names;
  private final List<String> folded;
  private final PathParts base;

  private PathParts(List<String> names, List<String> folded) {
    this.names = names;
    this.folded = folded;
    int at = names.size() - 1;
    while (at > 0 && names.get(at).isEmpty()) {
      at--;
    }
    this.base =
        names.size() == 1 ? this : new PathParts(List.of(names.get(at)), List.of(folded.get(at)));
  }

  /// Runs of slashes count as one.
  static PathParts of(String path) {
    List<String> names = split(path);
    List<String> folded = new ArrayList<>(names.size());
    for (String name : names) {
      folded.add(Fold.of(name));
    }
    return new PathParts(names, folded);
  }

  /// The same with a slash in front.
  PathParts rooted() {
    return names.getFirst().isEmpty() && names.size() > 1
        ? this
        : new PathParts(with(0, names), with(0, folded));
  }

  /// The same with a slash behind.
  PathParts folder() {
    return names.getLast().isEmpty() && names.size() > 1
        ? this
        : new PathParts(with(names.size(), names), with(names.size(), folded));
  }

  private static List<String> with(int at, List<String> names) {
    List<String> more = new ArrayList<>(names.size() + 1);
    more.addAll(names);
    more.add(at, "");
    return more;
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

  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /// The last name that is not empty, alone.
  PathParts base() {
    return base;
  }

  boolean matches(int at, NamePattern pattern) {
    return pattern.matches(names.get(at), folded.get(at));
  }
}
