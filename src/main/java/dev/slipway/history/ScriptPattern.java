package dev.slipway.history;

/// A JavaScript regular expression, on a linear-time engine.
record ScriptPattern(String source, String flags) implements TextPattern {
  static ScriptPattern of(String source, String flags) {
    return new ScriptPattern(source, flags);
  }

  @Override
  public TextMatch match(String text) {
    return TextMatch.NONE;
  }
}
