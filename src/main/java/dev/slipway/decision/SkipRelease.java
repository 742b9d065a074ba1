package dev.slipway.decision;

import dev.slipway.version.JavaScriptSpace;

/// The mark `[skip release]` or `[release skip]`, with which a commit says that it takes no part in
/// the decision. It stands in the notes all the same.
final class SkipRelease {
  private SkipRelease() {}

  /// True when a message bears the mark, anywhere and in any case of letters.
  static boolean marks(String message) {
    for (int open = message.indexOf('['); open >= 0; open = message.indexOf('[', open + 1)) {
      if (isMark(message, open + 1, "skip", "release")
          || isMark(message, open + 1, "release", "skip")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(String text, int start, String first, String second) {
    if (!isWord(text, start, first)) {
      return false;
    }
    int blanks = start + first.length();
    int word = blanks;
    while (word < text.length() && JavaScriptSpace.is(text.charAt(word))) {
      word++;
    }
    return word > blanks
        && isWord(text, word, second)
        && text.startsWith("]", word + second.length());
  }

  /// Letters beyond ASCII that become ASCII in upper case (the Kelvin sign) do not count.
  private static boolean isWord(String text, int start, String word) {
    if (text.length() - start < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text.charAt(start + i);
      if (c >= 128 || Character.toLowerCase(c) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
