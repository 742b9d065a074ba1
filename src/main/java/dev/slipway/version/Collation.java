package dev.slipway.version;

import java.util.Comparator;

/// The order in which people expect texts: that of the Unicode Collation Algorithm with ICU's root
/// data, which is what JavaScript's `localeCompare` does. Texts that differ only in characters that
/// collation ignores are equal.
///
/// Plain ASCII, nearly everything, is compared by hand; ICU with its tables is loaded when the
/// first other character comes along.
public final class Collation implements Comparator<String> {
  /// The one order there is.
  public static final Collation ROOT = new Collation();

  // The printable characters in the order of ICU's root collation, below the letters. The other
  // control characters do not count at all.
  private static final String BELOW_LETTERS =
      "\t\n\u000b\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

  private static final byte[] PRIMARY = primary();

  private Collation() {}

  private static byte[] primary() {
    byte[] weights = new byte[128];
    for (int i = 0; i < BELOW_LETTERS.length(); i++) {
      weights[BELOW_LETTERS.charAt(i)] = (byte) (i + 1);
    }
    for (int letter = 0; letter < 26; letter++) {
      byte weight = (byte) (BELOW_LETTERS.length() + 1 + letter);
      weights['a' + letter] = weight;
      weights['A' + letter] = weight;
    }
    return weights;
  }

  @Override
  public int compare(String left, String right) {
    int byCase = 0;
    int i = 0;
    int j = 0;
    while (true) {
      while (i < left.length() && isIgnored(left.charAt(i))) {
        i++;
      }
      while (j < right.length() && isIgnored(right.charAt(j))) {
        j++;
      }
      if (!isAsciiAt(left, i) || !isAsciiAt(right, j)) {
        return IcuCollation.compare(left, right);
      }
      if (i == left.length() || j == right.length()) {
        return i < left.length() ? 1 : j < right.length() ? -1 : byCase;
      }
      char a = left.charAt(i++);
      char b = right.charAt(j++);
      if (PRIMARY[a] != PRIMARY[b]) {
        // What follows may belong to the same letter, but for ASCII.
        return isAsciiAt(left, i) && isAsciiAt(right, j)
            ? Integer.signum(PRIMARY[a] - PRIMARY[b])
            : IcuCollation.compare(left, right);
      }
      if (byCase == 0 && a != b) {
        byCase = a > b ? -1 : 1;
      }
    }
  }

  private static boolean isIgnored(char c) {
    return c < 128 && PRIMARY[c] == 0;
  }

  private static boolean isAsciiAt(String text, int at) {
    return at == text.length() || text.charAt(at) < 128;
  }
}
