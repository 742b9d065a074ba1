package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;

/// A line of an ignore file, as npm's pattern library reads it: without a slash it is held against
/// the last name of a path at any depth, `**` spans names, case does not count, and a `!` in front
/// is kept as a sign.
///
/// @param negated true when it takes files in rather than out
/// @param alternatives the patterns that the line's braces stand for
/// @param relative whether one of them is a single name, perhaps with a slash behind
record PathPattern(boolean negated, List<NameSequence> alternatives, boolean relative) {
  /// npm's library refuses longer ones.
  static final int LONGEST = 64 << 10;

  private static final int MOST_SETS = 100_000;

  static PathPattern of(String line) {
    int signs = 0;
    while (signs < line.length() && line.charAt(signs) == '!') {
      signs++;
    }
    String pattern = line.substring(signs);
    List<NameSequence> alternatives = new ArrayList<>();
    boolean relative = false;
    if (!pattern.isEmpty()) {
      for (String each : Braces.expand(pattern, MOST_SETS)) {
        List<String> names = withoutDots(PathParts.split(each));
        relative |= names.size() <= (names.getLast().isEmpty() ? 2 : 1);
        alternatives.add(
            NameSequence.of(names.stream().map(name -> NameParser.parse(name, true)).toList()));
      }
    }
    return new PathPattern(signs % 2 == 1, List.copyOf(alternatives), relative);
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
    for (NameSequence alternative : alternatives) {
      if (alternative.matches(path, partial)) {
        return true;
      }
    }
    return false;
  }
}
