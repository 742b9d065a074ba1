package dev.slipway.history;

import dev.slipway.pattern.LetterCase;

/// The character classes of JavaScript's regular expressions, on UTF-16 units. They differ from
/// Java's: `\s` holds all Unicode blanks and U+FEFF, `\w` is ASCII, and a line ends at U+2028 too.
final class Characters {
  private Characters() {}

  /// `\s`, and what `trim` takes away.
  static boolean isSpace(char c) {
    if (c < 128) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == 0xA0
        || c == 0xFEFF
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /// `\w`.
  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /// `[\w-]`.
  static boolean isWordOrHyphen(char c) {
    return isWord(c) || c == '-';
  }

  /// `\d`.
  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// What `.` does not match.
  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
  }

  /// The letter that stands for all cases of one, as flag `i` without flag `u` has it (ECMA-262,
  /// Canonicalize): never from outside ASCII into it.
  static char fold(char c) {
    return LetterCase.fold(c);
  }

  /// The end of the blanks that start here.
  static int skipSpaces(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The end of the word characters that start here.
  static int skipWord(String text, int from) {
    int at = from;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The place of the last line end in a part of a text, or -1.
  static int lastLineEnd(String text, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (isLineEnd(text.charAt(at))) {
        return at;
      }
    }
    return -1;
  }

  /// The place of the first line end from here on, or the text's end.
  static int nextLineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// True when there is nothing but blanks.
  static boolean isBlank(String text) {
    return skipSpaces(text, 0) == text.length();
  }

  /// The text without the blanks around it.
  static String trim(String text) {
    int from = skipSpaces(text, 0);
    int to = text.length();
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /// The text without the line ends (`\r` and `\n`) around it.
  static String trimNewLines(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isNewLine(text.charAt(from))) {
      from++;
    }
    while (to > from && isNewLine(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isNewLine(char c) {
    return c == '\r' || c == '\n';
  }
}
