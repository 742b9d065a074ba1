package dev.slipway.history;

import static dev.slipway.history.Characters.isWord;

/// Web addresses, as the parser sees them:
/// `\b(?:https?):\/\/(?:www\.)?([-a-zA-Z0-9@:%_+.~#?&//=])+\b`.
final class Addresses {
  private Addresses() {}

  /// True when there is one in the text.
  static boolean standIn(String text) {
    for (int colon = text.indexOf("://"); colon >= 0; colon = text.indexOf("://", colon + 1)) {
      if (isScheme(text, colon) && hasWord(text, colon + 3)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isScheme(String text, int colon) {
    int start =
        text.startsWith("https", colon - 5)
            ? colon - 5
            : text.startsWith("http", colon - 4) ? colon - 4 : -1;
    return start == 0 || (start > 0 && !isWord(text.charAt(start - 1)));
  }

  /// The pattern ends at a word boundary: anywhere behind the first word character it can.
  private static boolean hasWord(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isWord(c)) {
        return true;
      }
      if ("-@:%+.~#?&/=".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }
}
