package dev.slipway.plan;

/// Thrown when a text is no intent that this version can carry out.
public final class NotAnIntent extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param message what is wrong with it
  public NotAnIntent(String message) {
    super(message);
  }

  /// @param message what is wrong with it
  public NotAnIntent(String message, Throwable cause) {
    super(message, cause);
  }
}
