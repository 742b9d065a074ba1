package dev.slipway.report;

/// Foreign text as Markdown that shows it. The rules are those of CommonMark 0.31 and of what
/// GitHub adds behind it: autolinks, mentions, references, emoji codes, mathematics.
final class MarkdownText {
  /// A zero-width space: GitHub's mentions, references and emoji codes do not reach over it, and
  /// they are looked for after backslashes and entities are gone, so nothing less helps.
  static final String GAP = "&#8203;";

  private MarkdownText() {}

  static String inline(String foreign) {
    String line = trim(Visible.line(foreign));
    StringBuilder out = new StringBuilder(line.length() + 16);
    boolean digitsSoFar = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '\\', '`', '*', '_', '[', ']', '|', '~', '$' -> out.append('\\').append(c);
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '#' -> out.append(i == 0 ? "\\#" : "#").append(gapAfter(line, i) ? GAP : "");
        case '@' -> out.append('@').append(gapAfter(line, i) ? GAP : "");
        case '-' -> out.append(i == 0 ? "\\-" : "-").append(gapAfter(line, i) ? GAP : "");
        case '+', '=' -> out.append(i == 0 ? "\\" : "").append(c);
        case '.', ')' ->
            out.append((digitsSoFar && endsMarker(line, i)) || isWww(line, i) ? "\\" : "")
                .append(c);
        case ':' ->
            out.append(line.startsWith("//", i + 1) ? "\\:" : ":")
                .append(gapAfter(line, i) ? GAP : "");
        case '\t' -> out.append(' ');
        default -> out.append(c);
      }
      digitsSoFar &= c >= '0' && c <= '9';
    }
    return out.toString();
  }

  /// Without blanks of any kind at either end: emphasis around them would not hold.
  private static String trim(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isBlank(line.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  static String code(String foreign) {
    String line = Visible.line(foreign).replace('\t', ' ');
    if (line.isBlank()) {
      return "(empty)";
    }
    String ticks = "`".repeat(longestRun(line, '`') + 1);
    boolean pad =
        line.startsWith("`") || line.endsWith("`") || line.startsWith(" ") || line.endsWith(" ");
    return pad ? ticks + " " + line + " " + ticks : ticks + line + ticks;
  }

  static String block(String foreign, String language) {
    String text = Visible.lines(foreign);
    String fence = "`".repeat(Math.max(3, longestRun(text, '`') + 1));
    return fence + language + "\n" + text + (text.endsWith("\n") ? "" : "\n") + fence + "\n";
  }

  static String html(String foreign) {
    String line = Visible.line(foreign);
    StringBuilder out = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      switch (c) {
        case '&', '<', '>', '"', '\'', '\\', '`', '*', '_', '[', ']', '|', '~', '$', '!' ->
            out.append("&#").append((int) c).append(';');
        case '#', '@', ':', '-' -> out.append(c).append(gapAfter(line, i) ? GAP : "");
        case '.' -> out.append(isWww(line, i) ? "&#46;" : ".");
        case '/' -> out.append(i > 0 && line.charAt(i - 1) == ':' ? "&#47;" : "/");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /// True where GitHub would see a mention (`@name`, also a mail address), a reference (`#1`,
  /// `gh-1`) or an emoji code (`:name:`) start at this character.
  static boolean gapAfter(String line, int at) {
    if (at + 1 >= line.length()) {
      return false;
    }
    char next = line.charAt(at + 1);
    return switch (line.charAt(at)) {
      case '@' -> next != ' ';
      case '#' -> isDigit(next);
      case '-' ->
          isDigit(next)
              && at >= 2
              && line.regionMatches(true, at - 2, "gh", 0, 2)
              && (at == 2 || !isWord(line.charAt(at - 3)));
      case ':' -> isEmojiCode(line, at + 1);
      default -> false;
    };
  }

  private static boolean isEmojiCode(String line, int from) {
    for (int i = from; i < line.length() && i - from < 64; i++) {
      char c = line.charAt(i);
      if (c == ':') {
        return i > from;
      }
      if (!isWord(c) && c != '+' && c != '-' && c != '_') {
        return false;
      }
    }
    return false;
  }

  /// A list's number ends with a blank behind its dot; a version does not.
  private static boolean endsMarker(String line, int dot) {
    return dot + 1 == line.length() || isBlank(line.charAt(dot + 1));
  }

  private static boolean isWww(String line, int dot) {
    return dot >= 3 && line.regionMatches(true, dot - 3, "www", 0, 3);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static int longestRun(String text, char of) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == of ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
