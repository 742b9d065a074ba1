package dev.slipway.settings;

/// Thrown where a text is not the JavaScript that is read here.
final class ScriptSyntax extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  ScriptSyntax(String reason, int offset) {
    super(reason);
    this.offset = offset;
  }

  /// The character at fault, from 0.
  int offset() {
    return offset;
  }
}
