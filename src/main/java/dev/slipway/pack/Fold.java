package dev.slipway.pack;

import java.util.Locale;

/// Texts made comparable without regard to case, as JavaScript's patterns do it: each UTF-16 unit
/// by itself, in upper case, unless that takes more than one unit or turns it into ASCII.
final class Fold {
  private Fold() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (unit(c) != c) {
        StringBuilder folded = new StringBuilder(text.length()).append(text, 0, i);
        for (int j = i; j < text.length(); j++) {
          folded.append(unit(text.charAt(j)));
        }
        return folded.toString();
      }
    }
    return text;
  }

  static char unit(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' ? (char) (c - 32) : c;
    }
    String upper = String.valueOf(c).toUpperCase(Locale.ROOT);
    return upper.length() == 1 && upper.charAt(0) >= 0x80 ? upper.charAt(0) : c;
  }
}
