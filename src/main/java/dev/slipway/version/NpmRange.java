package dev.slipway.version;

/// Ranges of versions as npm writes them.
public final class NpmRange {
  private NpmRange() {}

  /// True when npm reads this text as a range, so that it cannot be a dist-tag.
  public static boolean isValid(String text) {
    String bare = text.startsWith("v") ? text.substring(1) : text;
    return !bare.isEmpty()
        && bare.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == 'x' || c == '*');
  }
}
