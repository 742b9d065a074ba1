package dev.slipway.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a JavaScript regular expression without flag `u` (ECMA-262 §22.2.1 with Annex B, which
/// takes many a stray bracket for itself).
final class RegexParser {
  private static final int DEEPEST = 200;

  private final String source;
  private final boolean anyCase;
  private final boolean lines;
  private final boolean dotAll;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private int at;
  private int groups;
  private int depth;
  private Look look = Look.NONE;

  /// What a group stands in. One within a negative look never holds anything afterwards.
  private enum Look {
    NONE,
    POSITIVE,
    NEGATIVE
  }

  RegexParser(String source, String flags) {
    this.source = source;
    for (int i = 0; i < flags.length(); i++) {
      if ("dims".indexOf(flags.charAt(i)) < 0) {
        throw Unreadable.unsupported("the flag `" + flags.charAt(i) + "`");
      }
      if (flags.indexOf(flags.charAt(i), i + 1) >= 0) {
        throw Unreadable.malformed("the flag `" + flags.charAt(i) + "` twice");
      }
    }
    anyCase = flags.contains("i");
    lines = flags.contains("m");
    dotAll = flags.contains("s");
  }

  /// The names of the groups that have one, with their numbers.
  Map<String, Integer> names() {
    return names;
  }

  /// How many groups there are.
  int groups() {
    return groups;
  }

  Node parse() {
    Node node = choice();
    if (at < source.length()) {
      throw Unreadable.malformed("a `)` that closes nothing");
    }
    return node;
  }

  private boolean ahead(String text) {
    return source.startsWith(text, at);
  }

  private boolean take(String text) {
    boolean there = ahead(text);
    at += there ? text.length() : 0;
    return there;
  }

  private Node choice() {
    if (++depth > DEEPEST) {
      throw Unreadable.unsupported("more than " + DEEPEST + " groups within each other");
    }
    List<Node> items = new ArrayList<>();
    do {
      items.add(sequence());
    } while (take("|"));
    depth--;
    return items.size() == 1 ? items.get(0) : new Node.Choice(items);
  }

  private Node sequence() {
    List<Node> items = new ArrayList<>();
    while (at < source.length() && !ahead("|") && !ahead(")")) {
      boolean place = ahead("^") || ahead("$") || ahead("\\b") || ahead("\\B");
      items.add(quantified(atom(), place));
    }
    return items.size() == 1 ? items.get(0) : new Node.Sequence(items);
  }

  private Node quantified(Node item, boolean place) {
    int min;
    int max;
    if (take("*")) {
      min = 0;
      max = -1;
    } else if (take("+")) {
      min = 1;
      max = -1;
    } else if (take("?")) {
      min = 0;
      max = 1;
    } else {
      int end = countEnd();
      if (end < 0) {
        return item;
      }
      int comma = source.indexOf(',', at);
      boolean single = comma < 0 || comma > end;
      min = count(at + 1, single ? end : comma);
      max = single ? min : comma + 1 == end ? -1 : count(comma + 1, end);
      if (max >= 0 && max < min) {
        throw Unreadable.malformed("a count whose end is before its start");
      }
      at = end + 1;
    }
    boolean greedy = !take("?");
    if (place) {
      throw Unreadable.malformed("nothing to repeat");
    }
    return new Node.Repeat(item, min, max, greedy);
  }

  /// The end of a count such as `{2,3}` that starts here, or -1: then it is a brace like any other.
  private int countEnd() {
    if (!ahead("{")) {
      return -1;
    }
    int end = digits(at + 1);
    if (end == at + 1) {
      return -1;
    }
    if (source.startsWith(",", end)) {
      end = digits(end + 1);
    }
    return source.startsWith("}", end) ? end : -1;
  }

  private int digits(int from) {
    int end = from;
    while (end < source.length() && source.charAt(end) >= '0' && source.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private int count(int from, int to) {
    if (to - from > 4) {
      throw Unreadable.unsupported("a count above 9999");
    }
    return Integer.parseInt(source.substring(from, to));
  }

  private Node atom() {
    char c = source.charAt(at++);
    return switch (c) {
      case '^' -> new Node.Place(lines ? Node.Kind.LINE_START : Node.Kind.TEXT_START);
      case '$' -> new Node.Place(lines ? Node.Kind.LINE_END : Node.Kind.TEXT_END);
      case '.' -> new Node.Unit(dotAll ? CharSet.ANY : CharSet.NO_LINE_END);
      case '(' -> group();
      case '[' -> new Node.Unit(set());
      case '\\' -> escape();
      case '*', '+', '?' -> throw Unreadable.malformed("nothing to repeat");
      case '{' -> {
        at--;
        if (countEnd() >= 0) {
          throw Unreadable.malformed("nothing to repeat");
        }
        at++;
        yield unit(c);
      }
      default -> unit(c);
    };
  }

  private Node unit(char c) {
    return new Node.Unit(cased(CharSet.of(c)));
  }

  private CharSet cased(CharSet set) {
    return anyCase ? set.inAnyCase() : set;
  }

  private Node group() {
    Node node;
    if (take("?:")) {
      node = choice();
    } else if (ahead("?=") || ahead("?!")) {
      boolean negative = source.charAt(at + 1) == '!';
      at += 2;
      Look outer = look;
      look = negative || outer == Look.NEGATIVE ? Look.NEGATIVE : Look.POSITIVE;
      node = new Node.Ahead(choice(), negative);
      look = outer;
    } else if (ahead("?<=") || ahead("?<!")) {
      throw Unreadable.unsupported("a look behind: `(?<=` or `(?<!`");
    } else if (ahead("?<")) {
      int end = source.indexOf('>', at);
      String name = end < 0 ? "" : source.substring(at + 2, end);
      if (!isName(name) || names.containsKey(name)) {
        throw Unreadable.malformed("a group name that is none");
      }
      at = end + 1;
      names.put(name, groups + 1);
      node = capture();
    } else if (ahead("?")) {
      throw ahead("?i") || ahead("?m") || ahead("?s") || ahead("?-")
          ? Unreadable.unsupported("flags within the pattern: `(?i:`")
          : Unreadable.malformed("a group that starts with `(?`");
    } else {
      node = capture();
    }
    if (!take(")")) {
      throw Unreadable.malformed("a `(` that is not closed");
    }
    return node;
  }

  private Node capture() {
    int number = ++groups;
    Node item = choice();
    return switch (look) {
      case NONE -> new Node.Capture(item, number);
      case NEGATIVE -> item;
      case POSITIVE -> throw Unreadable.unsupported("a group that remembers within a look ahead");
    };
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && !Character.isDigit(name.charAt(0))
        && name.chars().allMatch(c -> Character.isJavaIdentifierPart(c) && c != 0);
  }

  private Node escape() {
    if (at == source.length()) {
      throw Unreadable.malformed("a backslash at the end");
    }
    if (take("b")) {
      return new Node.Place(Node.Kind.WORD_EDGE);
    }
    if (take("B")) {
      return new Node.Place(Node.Kind.NO_WORD_EDGE);
    }
    char c = source.charAt(at);
    if (c == 'k' && source.contains("(?<")) {
      throw Unreadable.unsupported("a reference back to a group: `\\k<name>`");
    }
    if (c >= '1' && c <= '9') {
      throw Unreadable.unsupported("a reference back to a group: `\\" + c + "`");
    }
    return new Node.Unit(cased(escaped()));
  }

  /// What the letters behind a backslash stand for, within a class and outside of it.
  private CharSet escaped() {
    char c = source.charAt(at++);
    return switch (c) {
      case 'd' -> CharSet.DIGITS;
      case 'D' -> CharSet.DIGITS.negated();
      case 's' -> CharSet.SPACE;
      case 'S' -> CharSet.SPACE.negated();
      case 'w' -> CharSet.WORD;
      case 'W' -> CharSet.WORD.negated();
      case 't' -> CharSet.of('\t');
      case 'n' -> CharSet.of('\n');
      case 'v' -> CharSet.of('\u000b');
      case 'f' -> CharSet.of('\f');
      case 'r' -> CharSet.of('\r');
      case '0' -> {
        if (digits(at) > at) {
          throw Unreadable.unsupported("an octal escape");
        }
        yield CharSet.of('\0');
      }
      case 'x' -> hex(2, c);
      case 'u' -> hex(4, c);
      case 'c' -> {
        char letter = at < source.length() ? source.charAt(at) : 0;
        if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) {
          at++;
          yield CharSet.of((char) (letter % 32));
        }
        at--;
        yield CharSet.of('\\');
      }
      default -> CharSet.of(c);
    };
  }

  private CharSet hex(int length, char letter) {
    int end = at + length;
    int value = 0;
    for (int i = at; i < end; i++) {
      int digit = i < source.length() ? Character.digit(source.charAt(i), 16) : -1;
      if (digit < 0 || source.charAt(i) >= 128) {
        return CharSet.of(letter);
      }
      value = value * 16 + digit;
    }
    at = end;
    return CharSet.of((char) value);
  }

  private CharSet set() {
    boolean negative = take("^");
    CharSet set = CharSet.NONE;
    while (!ahead("]")) {
      boolean single = isSingle();
      CharSet from = member();
      if (!ahead("-") || at + 1 >= source.length() || source.charAt(at + 1) == ']') {
        set = set.or(from);
        continue;
      }
      at++;
      boolean singleEnd = isSingle();
      CharSet to = member();
      if (single && singleEnd) {
        if (to.only() < from.only()) {
          throw Unreadable.malformed("a range whose end is before its start");
        }
        set = set.or(CharSet.range(from.only(), to.only()));
      } else {
        set = set.or(from).or(CharSet.of('-')).or(to);
      }
    }
    at++;
    CharSet all = cased(set);
    return negative ? all.negated() : all;
  }

  /// True when one unit stands here, and not a class such as `\w`.
  private boolean isSingle() {
    return !ahead("\\") || at + 1 >= source.length() || "dDsSwW".indexOf(source.charAt(at + 1)) < 0;
  }

  private CharSet member() {
    if (at >= source.length()) {
      throw Unreadable.malformed("a `[` that is not closed");
    }
    if (!take("\\")) {
      return CharSet.of(source.charAt(at++));
    }
    if (at >= source.length()) {
      throw Unreadable.malformed("a backslash at the end");
    }
    if (take("b")) {
      return CharSet.of('\b');
    }
    char c = source.charAt(at);
    if (c >= '1' && c <= '7') {
      throw Unreadable.unsupported("an octal escape");
    }
    if (c == 'c' && at + 1 < source.length()) {
      char control = source.charAt(at + 1);
      if (control == '_' || (control >= '0' && control <= '9')) {
        at += 2;
        return CharSet.of((char) (control % 32));
      }
    }
    return escaped();
  }
}
