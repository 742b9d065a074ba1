package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;

/// A line of an ignore file, as npm's pattern library reads it: without a slash it is held against
/// the last name of a path at any depth, `**` spans names, case does not count, and a `!` in front
/// is kept as a sign.
///
/// @param negated true when it takes files in rather than out
/// @param sets the patterns that the line's braces stand for, cut at slashes
/// @param relative whether one of them is a single name, perhaps with a slash behind
record PathPattern(boolean negated, List<List<NamePattern>> sets, boolean relative) {
  /// npm's library refuses longer ones.
  static final int LONGEST = 64 << 10;

  private static final int MOST_SETS = 100_000;
  private static final int DEEPEST = 200;

  static PathPattern of(String line) {
    int signs = 0;
    while (signs < line.length() && line.charAt(signs) == '!') {
      signs++;
    }
    String pattern = line.substring(signs);
    List<List<NamePattern>> sets = new ArrayList<>();
    boolean relative = false;
    if (!pattern.isEmpty()) {
      for (String each : Braces.expand(pattern, MOST_SETS)) {
        List<String> names = withoutDots(PathParts.split(each));
        relative |= names.size() <= (names.getLast().isEmpty() ? 2 : 1);
        sets.add(names.stream().map(name -> NameParser.parse(name, true)).toList());
      }
    }
    return new PathPattern(signs % 2 == 1, List.copyOf(sets), relative);
  }

  /// `**/**` is `**`; a name before `..` cancels out.
  private static List<String> withoutDots(List<String> names) {
    List<String> kept = new ArrayList<>();
    for (String name : names) {
      String before = kept.isEmpty() ? "" : kept.getLast();
      if (name.equals("**") && before.equals("**")) {
        continue;
      }
      if (name.equals("..")
          && !before.isEmpty()
          && !before.equals("..")
          && !before.equals(".")
          && !before.equals("**")) {
        kept.removeLast();
        continue;
      }
      kept.add(name);
    }
    return kept.isEmpty() ? List.of("") : kept;
  }

  /// True when a path is what the pattern describes.
  ///
  /// @param partial whether it is enough that the path is the front of something described
  boolean matches(PathParts path, boolean partial) {
    for (List<NamePattern> set : sets) {
      PathParts against = set.size() == 1 ? path.base() : path;
      if (matches(against, set, partial)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(PathParts path, List<NamePattern> set, boolean partial) {
    int first = anyDepth(set, 0);
    if (first == set.size()) {
      return names(path, path.size(), set, partial, 0);
    }
    return spanning(path, set, partial, first);
  }

  private static int anyDepth(List<NamePattern> set, int from) {
    int at = from;
    while (at < set.size() && !(set.get(at) instanceof NamePattern.AnyDepth)) {
      at++;
    }
    return at;
  }

  /// A pattern with `**` in it: its head at the front, its tail at the end, and what stands between
  /// two `**` in this order somewhere between.
  private static boolean spanning(
      PathParts path, List<NamePattern> set, boolean partial, int first) {
    int last = set.size() - 1;
    while (!(set.get(last) instanceof NamePattern.AnyDepth)) {
      last--;
    }
    List<NamePattern> head = set.subList(0, first);
    List<NamePattern> body =
        partial ? set.subList(first + 1, set.size()) : set.subList(Math.min(first + 1, last), last);
    List<NamePattern> tail = partial ? List.of() : set.subList(last + 1, set.size());
    if (!head.isEmpty() && !names(path, Math.min(head.size(), path.size()), head, partial, 0)) {
      return false;
    }
    int from = head.size();
    int taken = 0;
    if (!tail.isEmpty()) {
      taken = tail(path, tail, from);
      if (taken == 0) {
        return false;
      }
    }
    if (body.isEmpty()) {
      return partial || taken > 0 || from < path.size();
    }
    return body(path, sections(body), from, path.size() - taken, partial, taken > 0);
  }

  /// How many names at the end the tail takes, an empty last one included; 0 when it does not fit.
  private static int tail(PathParts path, List<NamePattern> tail, int from) {
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

  private static List<List<NamePattern>> sections(List<NamePattern> body) {
    List<List<NamePattern>> sections = new ArrayList<>();
    int from = 0;
    while (from <= body.size()) {
      int to = anyDepth(body, from);
      sections.add(body.subList(from, to));
      from = to + 1;
    }
    return sections;
  }

  /// Finds each section in order, the first place being as good as any later one. The last place
  /// where a section is looked for is npm's, which for sections of different lengths is not where
  /// it should be: `**/a/b/**/c/**` does not match `a/b/c`.
  private static boolean body(
      PathParts path,
      List<List<NamePattern>> sections,
      int from,
      int length,
      boolean partial,
      boolean sawTail) {
    int at = from;
    for (int i = 0; i < sections.size(); i++) {
      List<NamePattern> section = sections.get(i);
      int last = length - section.size() - total(sections.subList(0, sections.size() - 1 - i));
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

  private static int total(List<List<NamePattern>> sections) {
    return sections.stream().mapToInt(List::size).sum();
  }

  /// Name against name, up to an end of the path.
  private static boolean names(
      PathParts path, int end, List<NamePattern> set, boolean partial, int from) {
    int at = from;
    int next = 0;
    while (at < end && next < set.size()) {
      if (!path.matches(at, set.get(next))) {
        return false;
      }
      at++;
      next++;
    }
    if (at >= end) {
      return next == set.size() || partial;
    }
    return at == end - 1 && path.names().get(at).isEmpty();
  }
}
