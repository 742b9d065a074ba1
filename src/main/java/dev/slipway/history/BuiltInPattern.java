package dev.slipway.history;

/// The patterns that the built-in presets bring, as linear scanners.
enum BuiltInPattern implements TextPattern {
  /// `^(\w*)(?:\((.*)\))?: (.*)$`
  ANGULAR_HEADER;

  @Override
  public TextMatch match(String text) {
    return TextMatch.NONE;
  }
}
