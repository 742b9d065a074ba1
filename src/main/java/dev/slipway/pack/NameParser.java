package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the pattern of one name: `*`, `?`, `[a-z]`, `!(a|b)` and a backslash before what shall
/// stand for itself.
final class NameParser {
  /// Groups deeper than this stand for themselves.
  private static final int DEEPEST = 2;

  private final String text;
  private final boolean nocase;
  private boolean codePoints;
  private boolean special;

  private NameParser(String text, boolean nocase) {
    this.text = text;
    this.nocase = nocase;
  }

  static NamePattern parse(String text, boolean nocase) {
    if (text.equals("**")) {
      return new NamePattern.AnyDepth();
    }
    return simple(text, nocase).orElseGet(() -> new NameParser(text, nocase).whole());
  }

  /// The shapes that nearly all patterns have. They take a backslash literally, as npm's do.
  private static Optional<NamePattern> simple(String text, boolean nocase) {
    int stars = count(text, '*');
    int marks = count(text, '?');
    if (stars > 0 && stars == text.length()) {
      return Optional.of(new NamePattern.Anything());
    }
    if (stars > 0 && isPlain(text.substring(stars))) {
      return Optional.of(new NamePattern.EndsWith(lower(text.substring(stars), nocase), nocase));
    }
    if (marks > 0 && isPlain(text.substring(marks))) {
      return Optional.of(
          new NamePattern.Length(text.length(), lower(text.substring(marks), nocase), nocase));
    }
    if (stars > 0 && text.startsWith(".", stars) && isStars(text.substring(stars + 1))) {
      return Optional.of(new NamePattern.WithDot());
    }
    if (text.startsWith(".") && isStars(text.substring(1))) {
      return Optional.of(new NamePattern.Hidden());
    }
    return Optional.empty();
  }

  private static String lower(String text, boolean nocase) {
    return nocase ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static int count(String text, char c) {
    int count = 0;
    while (count < text.length() && text.charAt(count) == c) {
      count++;
    }
    return count;
  }

  private static boolean isStars(String text) {
    return !text.isEmpty() && count(text, '*') == text.length();
  }

  private static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> "+@!?*[(".indexOf(c) >= 0);
  }

  /// What stands between the special characters: a text to be read further, or a group.
  private sealed interface Part {
    record Plain(String text) implements Part {}

    /// A group that was never closed: it is read like a text.
    record Unclosed(String text) implements Part {}

    /// @param bare whether nothing stands between the last `|` or nested group and the `)`
    record Group(char type, List<List<Part>> alternatives, boolean bare) implements Part {}
  }

  private NamePattern whole() {
    List<Part> parts = new ArrayList<>();
    sequence(0, parts);
    List<Piece> pieces = pieces(parts, List.of(), true, true);
    if (!special) {
      StringBuilder literal = new StringBuilder();
      pieces.forEach(piece -> literal.appendCodePoint(((Piece.One) piece).symbol()));
      String all = literal.toString();
      return new NamePattern.Exactly(nocase ? Fold.of(all) : all, nocase);
    }
    return new NamePattern.Pieces(pieces, nocase, codePoints);
  }

  /// Keeps track of escapes and classes while looking for groups.
  private static final class Scan {
    boolean escaping;
    boolean inClass;
    boolean negatedClass;
    int classStart;

    /// True when the character belongs to the text; false when it may begin a group.
    boolean takes(char c, int next) {
      if (escaping || c == '\\') {
        escaping = !escaping;
        return true;
      }
      if (inClass) {
        if (next == classStart + 1) {
          negatedClass |= c == '^' || c == '!';
        } else if (c == ']' && !(next == classStart + 2 && negatedClass)) {
          inClass = false;
        }
        return true;
      }
      if (c == '[') {
        inClass = true;
        classStart = next;
        negatedClass = false;
        return true;
      }
      return false;
    }
  }

  private void sequence(int from, List<Part> parts) {
    Scan scan = new Scan();
    StringBuilder plain = new StringBuilder();
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (!scan.takes(c, at) && opensGroup(c, at)) {
        flush(plain, parts);
        at = group(c, at, parts, 1);
      } else {
        plain.append(c);
      }
    }
    flush(plain, parts);
  }

  private boolean opensGroup(char c, int next) {
    return "!?+*@".indexOf(c) >= 0 && next < text.length() && text.charAt(next) == '(';
  }

  private static void flush(StringBuilder plain, List<Part> parts) {
    if (!plain.isEmpty()) {
      parts.add(new Part.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  /// Reads a group whose `(` stands at a place; one that never ends stands for itself.
  private int group(char type, int open, List<Part> parts, int depth) {
    List<List<Part>> alternatives = new ArrayList<>();
    List<Part> alternative = new ArrayList<>();
    Scan scan = new Scan();
    StringBuilder plain = new StringBuilder();
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (scan.takes(c, at)) {
        plain.append(c);
      } else if (opensGroup(c, at) && (depth <= DEEPEST || adopts(type, c))) {
        flush(plain, alternative);
        at = group(c, at, alternative, adopts(type, c) ? depth : depth + 1);
      } else if (c == '|' || c == ')') {
        boolean bare = plain.isEmpty();
        flush(plain, alternative);
        alternatives.add(alternative);
        alternative = new ArrayList<>();
        if (c == ')') {
          parts.add(new Part.Group(type, alternatives, bare));
          return at;
        }
      } else {
        plain.append(c);
      }
    }
    parts.add(new Part.Unclosed(text.substring(open - 1)));
    return text.length();
  }

  /// Nested groups that npm's library merges, and therefore does not count as deeper.
  private static boolean adopts(char outer, char inner) {
    return switch (outer) {
      case '!', '?', '@' -> inner == '?' || inner == '@';
      default -> inner == '*' || inner == '+' || inner == '?' || inner == '@';
    };
  }

  /// @param rest what follows in the pattern, for `!(…)`, which looks that far ahead
  private List<Piece> pieces(List<Part> parts, List<Piece> rest, boolean starts, boolean ends) {
    boolean plainOnly = parts.stream().allMatch(part -> part instanceof Part.Plain);
    List<Piece> behind = new ArrayList<>();
    for (int i = parts.size() - 1; i >= 0; i--) {
      List<Piece> follow = new ArrayList<>(behind);
      follow.addAll(rest);
      boolean first = starts && parts.subList(0, i).stream().allMatch(NameParser::isNot);
      boolean last = ends && i == parts.size() - 1;
      List<Piece> here =
          switch (parts.get(i)) {
            case Part.Plain(var plain) ->
                plain(plain, starts && ends && plainOnly && isStars(plain));
            case Part.Unclosed(var plain) -> plain(plain, false);
            case Part.Group group -> group(group, follow, first, last);
          };
      behind.addAll(0, here);
    }
    return behind;
  }

  private static boolean isNot(Part part) {
    return part instanceof Part.Group group && group.type == '!';
  }

  private List<Piece> group(Part.Group group, List<Piece> follow, boolean first, boolean last) {
    if (group.type == '!') {
      special = true;
      return List.of(not(group, follow, first, last));
    }
    List<List<Piece>> alternatives = new ArrayList<>();
    for (List<Part> each : group.alternatives) {
      if (!(each.isEmpty() && first && last)) {
        alternatives.add(pieces(each, follow, first, last));
      }
    }
    if (alternatives.isEmpty()) {
      // A whole name that is a group of nothing stands for itself.
      return ones(group.type + "(" + "|".repeat(group.alternatives.size() - 1) + ")");
    }
    special = true;
    return List.of(
        new Piece.Group(
            alternatives,
            group.type == '?' || group.type == '*',
            group.type == '*' || group.type == '+'));
  }

  private Piece not(Part.Group group, List<Piece> follow, boolean first, boolean last) {
    if (group.alternatives.size() == 1
        && group.alternatives.getFirst().size() == 1
        && group.alternatives.getFirst().getFirst() instanceof Part.Group inner
        && inner.type == '!') {
      List<List<Piece>> same =
          inner.alternatives.stream().map(each -> pieces(each, follow, first, last)).toList();
      return new Piece.Group(same, false, false);
    }
    if (group.bare) {
      // npm's library takes `!(a|)` for `!()`.
      return new Piece.Run(1);
    }
    List<List<Piece>> alternatives = new ArrayList<>();
    for (List<Part> each : group.alternatives) {
      List<Piece> whole = new ArrayList<>(pieces(each, follow, first, true));
      whole.addAll(follow);
      alternatives.add(whole);
    }
    return new Piece.Not(alternatives);
  }

  private static List<Piece> ones(String text) {
    return text.chars().<Piece>mapToObj(Piece.One::new).toList();
  }

  private List<Piece> plain(String plain, boolean notEmpty) {
    List<Piece> pieces = new ArrayList<>();
    boolean afterStar = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '*') {
        if (!afterStar) {
          pieces.add(new Piece.Run(notEmpty ? 1 : 0));
          special = true;
        }
        afterStar = true;
        continue;
      }
      afterStar = false;
      if (c == '\\') {
        // A backslash at the end stands for itself.
        if (i < plain.length() - 1) {
          i++;
        }
        pieces.add(new Piece.One(plain.charAt(i)));
        continue;
      }
      if (c == '[') {
        Optional<ClassParser.Found> found = ClassParser.parse(plain, i);
        if (found.isPresent()) {
          pieces.add(found.get().piece());
          codePoints |= found.get().codePoints();
          special |= found.get().special();
          i = found.get().end() - 1;
          continue;
        }
      }
      special |= c == '?';
      pieces.add(c == '?' ? new Piece.Any() : new Piece.One(c));
    }
    return pieces;
  }
}
