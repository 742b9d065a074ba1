package dev.slipway.pattern;

import java.util.Locale;

/// Letters without their case, as flag `i` without flag `u` has it (ECMA-262, Canonicalize).
public final class LetterCase {
  private LetterCase() {}

  private static final class All {
    static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

    /// For each unit the next one of the same letter; the last of them points to the first.
    static final char[] NEXT = new char[Character.MAX_VALUE + 1];

    static {
      for (int c = 0; c < FOLDED.length; c++) {
        FOLDED[c] = folded((char) c);
        NEXT[c] = (char) c;
      }
      for (int c = 0; c < FOLDED.length; c++) {
        char letter = FOLDED[c];
        if (letter != c) {
          NEXT[c] = NEXT[letter];
          NEXT[letter] = (char) c;
        }
      }
    }
  }

  /// The unit that stands for all cases of one. Never from outside ASCII into it.
  public static char fold(char c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
    return All.FOLDED[c];
  }

  /// The next unit that is another case of the same letter; itself where there is none. Going on
  /// from there one comes back.
  static char next(char c) {
    return All.NEXT[c];
  }

  private static char folded(char c) {
    String upper = String.valueOf(c).toUpperCase(Locale.ROOT);
    return upper.length() != 1 || (c >= 128 && upper.charAt(0) < 128) ? c : upper.charAt(0);
  }
}
