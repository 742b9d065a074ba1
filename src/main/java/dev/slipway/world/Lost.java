package dev.slipway.world;

/// Thrown when an exchange or a push ended without an answer. Its message never holds a secret.
public final class Lost extends Exception {
  private static final long serialVersionUID = 1L;

  /// What the other side may have seen.
  public enum Reach {
    /// It was never reached: nothing can have happened there.
    NOT_SENT,
    /// It may have done what was asked: look before asking again.
    UNKNOWN
  }

  private final Reach reach;

  /// @param message what happened, to which host
  public Lost(Reach reach, String message) {
    super(message);
    this.reach = reach;
  }

  /// What happened, to which host.
  public String text() {
    return String.valueOf(getMessage());
  }

  public Reach reach() {
    return reach;
  }
}
