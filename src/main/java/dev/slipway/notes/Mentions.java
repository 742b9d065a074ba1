package dev.slipway.notes;

import java.util.function.UnaryOperator;

/// Users that a text mentions, made into links: `@name`, outside of code, with a small first letter
/// and not behind a letter.
final class Mentions {
  private Mentions() {}

  /// The text with each mention as a link; `@owner/team` stays as it is.
  ///
  /// @param address the page of a user
  static String linked(String text, UnaryOperator<String> address) {
    if (text.indexOf('@') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 64);
    int lastTick = text.lastIndexOf('`');
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '`' && i < lastTick) {
        int end = text.indexOf('`', i + 1) + 1;
        out.append(text, i, end);
        i = end;
        continue;
      }
      int end = c == '@' && (i == 0 || !isWord(text.charAt(i - 1))) ? nameEnd(text, i + 1) : i;
      if (end <= i + 1) {
        out.append(c);
        i++;
        continue;
      }
      String name = text.substring(i + 1, end);
      if (name.indexOf('/') >= 0) {
        out.append('@').append(name);
      } else {
        out.append("[@").append(name).append("](").append(address.apply(name)).append(')');
      }
      i = end;
    }
    return out.toString();
  }

  /// The end of a user's name that starts here: at most 39 letters and digits, with single hyphens
  /// between them.
  static int nameEnd(String text, int from) {
    if (from >= text.length() || !isNameLetter(text.charAt(from)) || text.charAt(from) == '/') {
      return from;
    }
    int end = from + 1;
    for (int more = 0; more < 38 && end < text.length(); more++) {
      int letter = text.charAt(end) == '-' ? end + 1 : end;
      if (letter >= text.length() || !isNameLetter(text.charAt(letter))) {
        break;
      }
      end = letter + 1;
    }
    return end;
  }

  private static boolean isNameLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/';
  }

  /// JavaScript's `\w`.
  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
