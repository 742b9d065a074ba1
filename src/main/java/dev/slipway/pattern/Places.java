package dev.slipway.pattern;

/// Which places of a text are of a kind.
final class Places {
  private Places() {}

  static boolean holds(Node.Kind kind, String text, int at) {
    return switch (kind) {
      case TEXT_START -> at == 0;
      case TEXT_END -> at == text.length();
      case LINE_START -> at == 0 || CharSet.LINE_ENDS.contains(text.charAt(at - 1));
      case LINE_END -> at == text.length() || CharSet.LINE_ENDS.contains(text.charAt(at));
      case WORD_EDGE -> isWord(text, at - 1) != isWord(text, at);
      case NO_WORD_EDGE -> isWord(text, at - 1) == isWord(text, at);
    };
  }

  private static boolean isWord(String text, int at) {
    return at >= 0 && at < text.length() && CharSet.WORD.contains(text.charAt(at));
  }
}
