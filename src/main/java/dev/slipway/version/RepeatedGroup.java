package dev.slipway.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Groups such as `+(a|aa)` that picomatch holds for dangerous and therefore takes letter by
/// letter. Here nothing is dangerous, but the answer must be the same.
///
/// @param isRisky whether it is taken letter by letter
/// @param instead what it is taken for, where picomatch knows a safe form
record RepeatedGroup(boolean isRisky, Optional<String> instead) {
  private static final RepeatedGroup SAFE = new RepeatedGroup(false, Optional.empty());
  private static final RepeatedGroup RISKY = new RepeatedGroup(true, Optional.empty());

  static RepeatedGroup of(String body) {
    List<String> branches = branches(body);
    if (branches.size() > 1
        && (branches.stream().anyMatch(branch -> branch.chars().allMatch(RepeatedGroup::isAny))
            || overlap(branches))) {
      return RISKY;
    }
    for (String branch : branches) {
      Optional<String> instead = sequence(branch);
      if (instead.isPresent()) {
        return new RepeatedGroup(true, instead);
      }
      if (repeated(branch, true).isPresent()) {
        return RISKY;
      }
    }
    return SAFE;
  }

  private static boolean isAny(int c) {
    return c == '*' || c == '?';
  }

  /// The parts between the `|` of the outermost level, without the blanks around them.
  private static List<String> branches(String body) {
    List<String> parts = new ArrayList<>();
    Cover cover = new Cover();
    int paren = 0;
    int start = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c == '\\') {
        i++;
      } else if (cover.isOff(c)) {
        if (c == '(') {
          paren++;
        } else if (c == ')' && paren > 0) {
          paren--;
        } else if (c == '|' && paren == 0) {
          parts.add(trim(body.substring(start, i)));
          start = i + 1;
        }
      }
    }
    parts.add(trim(body.substring(start)));
    return parts;
  }

  /// Quotes and square brackets, within which a sign is only a letter.
  private static final class Cover {
    private int brackets;
    private boolean quoted;

    /// Goes on by a letter; true when that is a sign.
    boolean isOff(char c) {
      if (c == '"') {
        quoted = !quoted;
        return false;
      }
      if (!quoted && c == '[') {
        brackets++;
        return false;
      }
      if (!quoted && c == ']' && brackets > 0) {
        brackets--;
        return false;
      }
      return !quoted && brackets == 0;
    }
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r') || c == 0xFEFF || Character.isSpaceChar(c);
  }

  /// True when two branches repeat the same letter, so that one is the start of the other.
  private static boolean overlap(List<String> branches) {
    List<String> plain = branches.stream().flatMap(b -> plain(b).stream()).toList();
    for (int i = 0; i < plain.size(); i++) {
      for (int j = i + 1; j < plain.size(); j++) {
        char letter = plain.get(i).charAt(0);
        if ((plain.get(i) + plain.get(j)).chars().allMatch(c -> c == letter)) {
          return true;
        }
      }
    }
    return false;
  }

  /// A branch without anything special in it; `@(a)` is `a`. Empty for any other.
  private static Optional<String> plain(String branch) {
    String value = branch;
    while (value.startsWith("@(")
        && value.endsWith(")")
        && value.length() > 3
        && value
            .substring(2, value.length() - 1)
            .chars()
            .noneMatch(c -> "\\()[]{}|".indexOf(c) >= 0)) {
      value = value.substring(2, value.length() - 1);
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        c = value.charAt(++i);
      } else if ("?*+@!()[]{}".indexOf(c) >= 0) {
        return Optional.empty();
      }
      plain.append(c);
    }
    return Optional.of(plain.toString()).filter(text -> !text.isEmpty());
  }

  private record Repeated(char type, String body, int end) {}

  /// The `+(…)` or `*(…)` that a text starts with.
  private static Optional<Repeated> repeated(String text, boolean toTheEnd) {
    if (!text.startsWith("+(") && !text.startsWith("*(")) {
      return Optional.empty();
    }
    Cover cover = new Cover();
    int paren = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (cover.isOff(c)) {
        if (c == '(') {
          paren++;
        } else if (c == ')' && --paren == 0) {
          return toTheEnd && i != text.length() - 1
              ? Optional.empty()
              : Optional.of(new Repeated(text.charAt(0), text.substring(2, i), i));
        }
      }
    }
    return Optional.empty();
  }

  /// `*(a)*(b)` as `[ab]*`.
  private static Optional<String> sequence(String branch) {
    StringBuilder letters = new StringBuilder();
    int count = 0;
    for (int at = 0; at < branch.length(); ) {
      Optional<Repeated> group = repeated(branch.substring(at), false);
      if (group.isEmpty() || group.get().type() != '*') {
        return Optional.empty();
      }
      List<String> inner = branches(group.get().body());
      Optional<String> letter = inner.size() == 1 ? plain(inner.getFirst()) : Optional.empty();
      if (letter.isEmpty() || letter.get().length() != 1) {
        return Optional.empty();
      }
      letters.append(GlobSource.escaped(letter.get()));
      count++;
      at += group.get().end() + 1;
    }
    return count == 0
        ? Optional.empty()
        : Optional.of((count == 1 ? letters.toString() : "[" + letters + "]") + "*");
  }
}
