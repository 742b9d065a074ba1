package dev.slipway.notes;

import java.util.Optional;

/// Notes cut to what fits a place.
public final class Truncation {
  /// What GitHub takes as the body of a release, in characters.
  public static final int RELEASE_BODY = 125_000;

  /// What GitHub takes as the body of an issue or a comment, in characters.
  public static final int COMMENT = 65_536;

  private Truncation() {}

  /// The notes, or as many of their lines as fit, and where the rest is. Blocks of code,
  /// `<details>` and comments that are open where the cut is are closed.
  ///
  /// @param markdown the notes
  /// @param limit how many UTF-16 units fit; never fewer than the characters a place counts
  /// @param rest an address that shows the rest, such as the comparison of the two tags
  public static String fit(String markdown, int limit, Optional<String> rest) {
    if (markdown.length() <= limit) {
      return markdown;
    }
    String end =
        "\n"
            + rest.map(address -> "**These notes are cut here.** [The rest](" + address + ")")
                .orElse("**These notes are cut here.**")
            + "\n";
    if (end.length() > limit) {
      return markdown.substring(0, wholeCharacters(markdown, Math.max(limit, 0)));
    }
    OpenBlocks open = new OpenBlocks();
    String closing = "";
    int kept = 0;
    while (kept < markdown.length()) {
      int next = markdown.indexOf('\n', kept) + 1;
      next = next == 0 ? markdown.length() : next;
      if (next + end.length() > limit) {
        break;
      }
      open.read(markdown.substring(kept, next));
      String needed = open.closing();
      if (next + needed.length() + end.length() > limit) {
        break;
      }
      closing = needed;
      kept = next;
    }
    if (kept == 0) {
      // Not even the first line fits.
      kept = wholeCharacters(markdown, limit - end.length() - 1);
      closing = kept == 0 ? "" : "\n";
    }
    return markdown.substring(0, kept) + closing + end;
  }

  private static int wholeCharacters(String text, int length) {
    boolean splits =
        length > 0 && length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
    return Math.max(0, splits ? length - 1 : length);
  }
}
