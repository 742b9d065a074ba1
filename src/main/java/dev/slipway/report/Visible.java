package dev.slipway.report;

/// Gives every character that acts instead of showing itself a form that shows: control characters,
/// characters that change the direction of writing, line separators, tags, half surrogates. What a
/// person reads is then what stands there.
final class Visible {
  private Visible() {}

  /// The text as one line: line breaks are shown as `␊` and `␍`, tabs stay.
  static String line(String foreign) {
    return of(foreign, false);
  }

  /// The text with its line breaks kept as `\n` (CRLF and CR become one too), tabs stay.
  static String lines(String foreign) {
    return of(foreign, true);
  }

  private static String of(String foreign, boolean keepLines) {
    int plain = plain(foreign);
    if (plain == foreign.length()) {
      return foreign;
    }
    StringBuilder out = new StringBuilder(foreign.length() + 16).append(foreign, 0, plain);
    for (int i = plain; i < foreign.length(); ) {
      int c = foreign.codePointAt(i);
      int size = Character.charCount(c);
      if (keepLines && (c == '\n' || c == '\r')) {
        out.append('\n');
        boolean pair = c == '\r' && i + 1 < foreign.length() && foreign.charAt(i + 1) == '\n';
        size = pair ? 2 : 1;
      } else {
        character(c, out);
      }
      i += size;
    }
    return out.toString();
  }

  /// How many characters at the beginning show themselves, whatever stands around them.
  private static int plain(String text) {
    int at = 0;
    while (at < text.length() && isPlain(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isPlain(int c) {
    return c == '\t' || (c >= 0x20 && c < 0x7f);
  }

  private static void character(int c, StringBuilder out) {
    if (isPlain(c)) {
      out.append((char) c);
    } else if (c < 0x20) {
      out.append((char) (0x2400 + c));
    } else if (c == 0x7f) {
      out.append('\u2421');
    } else if (Character.getType(c) == Character.SURROGATE) {
      out.append('\uFFFD');
    } else if (acts(c)) {
      out.append("<U+");
      String hex = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
      out.append("0".repeat(Math.max(0, 4 - hex.length()))).append(hex).append('>');
    } else {
      out.appendCodePoint(c);
    }
  }

  /// C1 controls, bidirectional controls, separators, invisible operators, byte order mark, tags.
  /// The two joiners (U+200C, U+200D) stay: scripts and emoji are written with them.
  private static boolean acts(int c) {
    return (c >= 0x80 && c <= 0x9f)
        || c == 0xad
        || c == 0x61c
        || c == 0x115f
        || c == 0x1160
        || c == 0x180e
        || c == 0x200b
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0x3164
        || c == 0xfeff
        || c == 0xffa0
        || (c >= 0xfff9 && c <= 0xfffb)
        || (c >= 0xe0000 && c <= 0xe007f);
  }
}
