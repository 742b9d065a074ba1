package dev.slipway.decision;

import dev.slipway.version.JavaScriptSpace;

/// Commits that ask to be left out of the decision (not out of the notes):
/// `/\[skip\s+release]|\[release\s+skip]/i`.
final class Skipped {
  private Skipped() {}

  /// True when the message asks for it anywhere.
  static boolean asks(String message) {
    for (int at = message.indexOf('['); at >= 0; at = message.indexOf('[', at + 1)) {
      if (pair(message, at + 1, "skip", "release") || pair(message, at + 1, "release", "skip")) {
        return true;
      }
    }
    return false;
  }

  private static boolean pair(String message, int at, String first, String second) {
    int blank = word(message, at, first);
    int next = blank;
    while (next >= 0 && next < message.length() && JavaScriptSpace.is(message.charAt(next))) {
      next++;
    }
    int end = next > blank ? word(message, next, second) : -1;
    return end >= 0 && message.startsWith("]", end);
  }

  /// The end of a word of ASCII letters that stands here in any case, or -1.
  private static int word(String message, int at, String word) {
    if (at + word.length() > message.length()) {
      return -1;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = message.charAt(at + i);
      if ((c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) != word.charAt(i)) {
        return -1;
      }
    }
    return at + word.length();
  }
}
