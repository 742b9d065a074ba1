package dev.slipway.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Expands `{a,b}` and `{1..3}` as npm's pattern library does, oddities included: the differential
/// tests hold it against that library. The number of results and their total length are bounded.
final class Braces {
  private static final int MOST_CHARACTERS = 4_000_000;

  // Escaped characters stand in private-use code points while braces are looked for.
  private static final char BACKSLASH = '\uE000';
  private static final char OPEN = '\uE001';
  private static final char CLOSE = '\uE002';
  private static final char COMMA = '\uE003';
  private static final char PERIOD = '\uE004';

  private final int most;

  private Braces(int most) {
    this.most = most;
  }

  /// The different patterns that a pattern stands for, in order.
  ///
  /// @param most how many at most
  static List<String> expand(String pattern, int most) {
    if (!hasBraces(pattern)) {
      return List.of(pattern);
    }
    String text = pattern.startsWith("{}") ? "\\{\\}" + pattern.substring(2) : pattern;
    LinkedHashSet<String> different = new LinkedHashSet<>();
    for (String each : new Braces(most).expand(hide(text), true)) {
      different.add(show(each));
    }
    return List.copyOf(different);
  }

  /// True when a `}` follows a `{` on the same line.
  private static boolean hasBraces(String pattern) {
    boolean open = false;
    for (int i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '{' -> open = true;
        case '\n', '\r', '\u2028', '\u2029' -> open = false;
        case '}' -> {
          if (open) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static String hide(String text) {
    return text.replace("\\\\", String.valueOf(BACKSLASH))
        .replace("\\{", String.valueOf(OPEN))
        .replace("\\}", String.valueOf(CLOSE))
        .replace("\\,", String.valueOf(COMMA))
        .replace("\\.", String.valueOf(PERIOD));
  }

  private static String show(String text) {
    return text.replace(BACKSLASH, '\\')
        .replace(OPEN, '{')
        .replace(CLOSE, '}')
        .replace(COMMA, ',')
        .replace(PERIOD, '.');
  }

  /// A text around its first outermost pair of braces.
  private record Balanced(String before, String inside, String after) {}

  private static Optional<Balanced> balanced(String text) {
    int open = text.indexOf('{');
    int close = text.indexOf('}', open + 1);
    if (open < 0 || close <= 0) {
      return Optional.empty();
    }
    List<Integer> opened = new ArrayList<>();
    int left = text.length();
    int right = -1;
    int at = open;
    while (at >= 0) {
      if (at == open) {
        opened.add(at);
        open = text.indexOf('{', at + 1);
      } else if (opened.size() == 1) {
        return Optional.of(cut(text, opened.removeLast(), close));
      } else {
        if (!opened.isEmpty()) {
          int begin = opened.removeLast();
          if (begin < left) {
            left = begin;
            right = close;
          }
        }
        close = text.indexOf('}', at + 1);
      }
      at = open < close && open >= 0 ? open : close;
    }
    return !opened.isEmpty() && right >= 0 ? Optional.of(cut(text, left, right)) : Optional.empty();
  }

  private static Balanced cut(String text, int open, int close) {
    return new Balanced(
        text.substring(0, open), text.substring(open + 1, close), text.substring(close + 1));
  }

  private List<String> expand(String whole, boolean outermost) {
    List<String> made = List.of("");
    String rest = whole;
    boolean top = outermost;
    boolean dropEmpty = false;
    boolean first = true;
    while (true) {
      Optional<Balanced> found = balanced(rest);
      if (found.isEmpty()) {
        return combine(made, rest, List.of(""), dropEmpty);
      }
      String before = found.get().before;
      String inside = found.get().inside;
      String after = found.get().after;
      boolean last = after.isEmpty();
      if (before.endsWith("$")) {
        made = combine(made, before + "{" + inside + "}", List.of(""), dropEmpty && last);
        first = false;
      } else {
        Optional<Sequence> sequence = Sequence.of(inside);
        if (sequence.isEmpty() && inside.indexOf(',') < 0) {
          if (commaThenClose(after)) {
            rest = before + "{" + inside + CLOSE + after;
            top = true;
            continue;
          }
          return combine(made, rest, List.of(""), dropEmpty);
        }
        if (first) {
          dropEmpty = top && sequence.isEmpty();
          first = false;
        }
        List<String> values =
            sequence.isPresent()
                ? sequence.get().values(most)
                : options(inside, dropEmpty && last && before.isEmpty() && allEmpty(made));
        made = combine(made, before, values, dropEmpty && last);
      }
      if (last) {
        return made;
      }
      rest = after;
    }
  }

  private static boolean allEmpty(List<String> texts) {
    return texts.stream().allMatch(String::isEmpty);
  }

  /// True for a comma that no comma follows, with a `}` somewhere behind it on the line.
  private static boolean commaThenClose(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) == ',' && text.charAt(i + 1) != ',') {
        int close = text.indexOf('}', i + 1);
        int line = text.indexOf('\n', i + 1);
        if (close >= 0 && (line < 0 || close < line)) {
          return true;
        }
      }
    }
    return false;
  }

  private List<String> options(String inside, boolean dropEmpty) {
    List<String> parts = commaParts(inside);
    if (parts.size() == 1) {
      parts = expand(parts.getFirst(), false).stream().map(each -> "{" + each + "}").toList();
      if (parts.size() == 1) {
        return parts;
      }
    }
    List<String> values = new ArrayList<>();
    int characters = 0;
    for (String part : parts) {
      for (String value : expand(part, false)) {
        if (dropEmpty && value.isEmpty()) {
          continue;
        }
        if (values.size() >= most || characters + value.length() > MOST_CHARACTERS) {
          return values;
        }
        values.add(value);
        characters += value.length();
      }
    }
    return values;
  }

  private static List<String> commaParts(String text) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    String begun = "";
    while (true) {
      Optional<Balanced> found = balanced(rest);
      if (found.isEmpty()) {
        split(begun, rest, parts);
        return parts;
      }
      split(begun, found.get().before, parts);
      begun = parts.removeLast() + "{" + found.get().inside + "}";
      rest = found.get().after;
    }
  }

  /// Adds the parts of `begun + text`, where only commas in `text` count.
  private static void split(String begun, String text, List<String> parts) {
    int from = 0;
    String front = begun;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      parts.add(front + text.substring(from, comma));
      front = "";
      from = comma + 1;
    }
    parts.add(front + text.substring(from));
  }

  private List<String> combine(
      List<String> made, String before, List<String> values, boolean dropEmpty) {
    List<String> all = new ArrayList<>();
    long characters = 0;
    for (String begun : made) {
      for (String value : values) {
        if (all.size() >= most) {
          return all;
        }
        String text = begun + before + value;
        if (dropEmpty && text.isEmpty()) {
          continue;
        }
        if (characters + text.length() > MOST_CHARACTERS) {
          return all;
        }
        all.add(text);
        characters += text.length();
      }
    }
    return all;
  }
}
