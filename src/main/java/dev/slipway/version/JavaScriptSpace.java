package dev.slipway.version;

/// White space as JavaScript's `\s` and `trim` have it (ECMA-262, WhiteSpace and LineTerminator).
public final class JavaScriptSpace {
  private JavaScriptSpace() {}

  /// True for a blank, a tab, a line's end, a no-break space, a byte order mark and their like.
  public static boolean is(char c) {
    return (c >= '\t' && c <= '\r')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }
}
