package dev.slipway.notes;

/// What JavaScript does to strings, where Java does otherwise.
final class JsText {
  private JsText() {}

  /// White space and line ends in the sense of `String.prototype.trim`.
  static boolean isSpace(char c) {
    return switch (c) {
      case '\t',
          '\n',
          0x0b,
          '\f',
          '\r',
          ' ',
          0xa0,
          0x1680,
          0x2028,
          0x2029,
          0x202f,
          0x205f,
          0x3000,
          0xfeff ->
          true;
      default -> c >= 0x2000 && c <= 0x200a;
    };
  }

  static String trim(String text) {
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

  /// `text.replaceAll(what, replacement)` with a pattern that has no groups: `$$`, `$&`, `` $` ``
  /// and `$'` in the replacement are what they are in JavaScript.
  static String replace(String text, String what, String replacement) {
    int at = text.indexOf(what);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + replacement.length());
    int done = 0;
    for (; at >= 0; at = text.indexOf(what, done)) {
      out.append(text, done, at);
      substitute(out, text, at, what, replacement);
      done = at + what.length();
    }
    return out.append(text, done, text.length()).toString();
  }

  private static void substitute(
      StringBuilder out, String text, int at, String what, String replacement) {
    int i = 0;
    while (i < replacement.length()) {
      char c = replacement.charAt(i);
      char next = c == '$' && i + 1 < replacement.length() ? replacement.charAt(i + 1) : 0;
      i += 2;
      switch (next) {
        case '$' -> out.append('$');
        case '&' -> out.append(what);
        case '`' -> out.append(text, 0, at);
        case '\'' -> out.append(text, at + what.length(), text.length());
        default -> {
          out.append(c);
          i--;
        }
      }
    }
  }
}
