package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;

/// The names of a pattern, one behind the other, cut once at each `**`: a head at the front of a
/// path, a tail at its end, and what stands between two `**` in this order somewhere between.
final class NameSequence {
  private static final int DEEPEST = 200;

  /// What stands between two `**`.
  ///
  /// @param before how many names npm takes off the end of where it is looked for last
  private record Section(List<NamePattern> names, int before) {}

  private final List<NamePattern> names;
  private final boolean spans;
  private final List<NamePattern> head;
  private final List<NamePattern> tail;
  private final List<Section> body;
  private final List<Section> open;

  private NameSequence(List<NamePattern> names) {
    this.names = names;
    int first = anyDepth(names, 0);
    this.spans = first < names.size();
    int last = names.size() - 1;
    while (last >= 0 && !(names.get(last) instanceof NamePattern.AnyDepth)) {
      last--;
    }
    this.head = List.copyOf(names.subList(0, first));
    this.tail = List.copyOf(names.subList(last + 1, names.size()));
    this.body = spans ? sections(names.subList(Math.min(first + 1, last), last)) : List.of();
    this.open = spans ? sections(names.subList(first + 1, names.size())) : List.of();
  }

  static NameSequence of(List<NamePattern> names) {
    return new NameSequence(List.copyOf(names));
  }

  private static int anyDepth(List<NamePattern> names, int from) {
    int at = from;
    while (at < names.size() && !(names.get(at) instanceof NamePattern.AnyDepth)) {
      at++;
    }
    return at;
  }

  private static List<Section> sections(List<NamePattern> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<List<NamePattern>> cut = new ArrayList<>();
    for (int from = 0; from <= names.size(); from = anyDepth(names, from) + 1) {
      cut.add(List.copyOf(names.subList(from, anyDepth(names, from))));
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      sections.add(new Section(cut.get(i), total(cut.subList(0, cut.size() - 1 - i))));
    }
    return List.copyOf(sections);
  }

  private static int total(List<List<NamePattern>> names) {
    return names.stream().mapToInt(List::size).sum();
  }

  /// True when a path is what the names describe; a single one describes its last name.
  ///
  /// @param partial whether it is enough that the path is the front of something described
  boolean matches(PathParts path, boolean partial) {
    PathParts against = names.size() == 1 ? path.base() : path;
    return spans ? spanning(against, partial) : names(against, against.size(), names, partial, 0);
  }

  private boolean spanning(PathParts path, boolean partial) {
    if (!head.isEmpty() && !names(path, Math.min(head.size(), path.size()), head, partial, 0)) {
      return false;
    }
    int from = head.size();
    if (partial) {
      return open.isEmpty() || between(path, open, from, path.size(), true, false);
    }
    int taken = 0;
    if (!tail.isEmpty()) {
      taken = tail(path, from);
      if (taken == 0) {
        return false;
      }
    }
    if (body.isEmpty()) {
      return taken > 0 || from < path.size();
    }
    return between(path, body, from, path.size() - taken, false, taken > 0);
  }

  /// How many names at the end the tail takes, an empty last one included; 0 when it does not fit.
  private int tail(PathParts path, int from) {
    if (tail.size() + from > path.size()) {
      return 0;
    }
    int start = path.size() - tail.size();
    if (names(path, path.size(), tail, false, start)) {
      return tail.size();
    }
    if (!path.names().getLast().isEmpty() || from + tail.size() == path.size()) {
      return 0;
    }
    return names(path, path.size(), tail, false, start - 1) ? tail.size() + 1 : 0;
  }

  /// Finds each section in order, the first place being as good as any later one. The last place
  /// where a section is looked for is npm's, which for sections of different lengths is not where
  /// it should be: `**/a/b/**/c/**` does not match `a/b/c`.
  private static boolean between(
      PathParts path,
      List<Section> sections,
      int from,
      int length,
      boolean partial,
      boolean sawTail) {
    int at = from;
    for (int i = 0; i < sections.size(); i++) {
      List<NamePattern> section = sections.get(i).names();
      int last = length - section.size() - sections.get(i).before();
      boolean found = false;
      while (at <= last && !found) {
        found =
            i < DEEPEST
                && names(path, Math.min(at + section.size(), path.size()), section, partial, at);
        if (!found) {
          at++;
        }
      }
      if (!found) {
        return partial;
      }
      at += section.size();
    }
    return sawTail || partial || at < path.size();
  }

  /// Name against name, up to an end of the path.
  private static boolean names(
      PathParts path, int end, List<NamePattern> names, boolean partial, int from) {
    int at = from;
    int next = 0;
    while (at < end && next < names.size()) {
      if (!path.matches(at, names.get(next))) {
        return false;
      }
      at++;
      next++;
    }
    if (at >= end) {
      return next == names.size() || partial;
    }
    return at == end - 1 && path.names().get(at).isEmpty();
  }
}
