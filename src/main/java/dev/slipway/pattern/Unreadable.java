package dev.slipway.pattern;

/// Thrown for a text that is no regular expression, or one that asks for what no engine can do in
/// linear time.
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean malformed;

  private Unreadable(String reason, boolean malformed) {
    super(reason);
    this.malformed = malformed;
  }

  /// JavaScript does not take it either.
  static Unreadable malformed(String reason) {
    return new Unreadable(reason, true);
  }

  /// JavaScript takes it, and this engine does not.
  static Unreadable unsupported(String reason) {
    return new Unreadable(reason, false);
  }

  /// True when JavaScript does not take it either.
  public boolean isMalformed() {
    return malformed;
  }

  /// What is wrong with it.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
