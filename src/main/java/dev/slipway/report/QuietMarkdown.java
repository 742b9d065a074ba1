package dev.slipway.report;

/// A Markdown document inside another one: what is for reading stays, what acts does not.
final class QuietMarkdown {
  private QuietMarkdown() {}

  static String of(String foreign) {
    StringBuilder out = new StringBuilder(foreign.length() + 64);
    String openFence = "";
    for (String line : Visible.lines(foreign).split("\n", -1)) {
      String fence = fence(line);
      if (openFence.isEmpty() && !fence.isEmpty()) {
        openFence = fence;
        out.append(line);
      } else if (!openFence.isEmpty()) {
        boolean closes = fence.startsWith(openFence) && line.strip().length() == fence.length();
        openFence = closes ? "" : openFence;
        out.append(line);
      } else {
        quiet(line, out);
      }
      out.append('\n');
    }
    out.setLength(out.length() - 1);
    if (!openFence.isEmpty()) {
      out.append(out.charAt(out.length() - 1) == '\n' ? "" : "\n").append(openFence).append('\n');
    }
    return out.toString();
  }

  /// The run of backticks or tildes that opens or closes a block of code on this line, or nothing.
  private static String fence(String line) {
    String rest = line.stripLeading();
    if (line.length() - rest.length() > 3 || rest.isEmpty()) {
      return "";
    }
    char mark = rest.charAt(0);
    int run = 0;
    while (run < rest.length() && rest.charAt(run) == mark) {
      run++;
    }
    boolean isFence = run >= 3 && (mark == '~' || (mark == '`' && rest.indexOf('`', run) < 0));
    return isFence ? rest.substring(0, run) : "";
  }

  private static void quiet(String line, StringBuilder out) {
    int[] closing = closingTicks(line);
    int targetEnd = -1;
    boolean inAddress = false;
    boolean escaped = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean literal = escaped;
      escaped = c == '\\' && !literal;
      inAddress = (inAddress && c != ' ' && c != ')' && c != '<') || line.startsWith("://", i);
      if (c == '`' && !literal && closing[i] > 0) {
        out.append(line, i, closing[i]);
        i = closing[i] - 1;
      } else if (c == '<') {
        out.append(literal ? "<" : "&lt;");
      } else if (c == '!' && !literal && line.startsWith("[", i + 1)) {
        // An image becomes a link: nobody's server learns who reads.
        out.append("\\!");
      } else if (c == ']' && !literal && startsActiveTarget(line, i)) {
        out.append("]").append(MarkdownText.GAP);
      } else {
        if (c == ']' && line.startsWith("(", i + 1) && targetEnd < i) {
          int end = line.indexOf(')', i);
          targetEnd = end < 0 ? line.length() : end;
        }
        boolean gap = (c == '@' || c == '#' || c == '-') && MarkdownText.gapAfter(line, i);
        out.append(c).append(gap && !inAddress && i > targetEnd ? MarkdownText.GAP : "");
      }
    }
  }

  /// Where each run of backticks that opens a code span has its span's end (exclusive); 0
  /// elsewhere.
  private static int[] closingTicks(String line) {
    int[] closing = new int[line.length()];
    int[] nextOfLength = new int[line.length() + 2];
    for (int i = line.length() - 1; i >= 0; ) {
      if (line.charAt(i) != '`') {
        i--;
        continue;
      }
      int end = i + 1;
      while (i >= 0 && line.charAt(i) == '`') {
        i--;
      }
      int length = end - (i + 1);
      closing[i + 1] = nextOfLength[length];
      nextOfLength[length] = end;
    }
    return closing;
  }

  /// True for the `]` of a link whose target is not http(s), mail or a place on the page.
  private static boolean startsActiveTarget(String line, int bracket) {
    if (!line.startsWith("(", bracket + 1) && !line.startsWith(":", bracket + 1)) {
      return false;
    }
    int from = bracket + 2;
    while (from < line.length() && (line.charAt(from) == ' ' || line.charAt(from) == '\t')) {
      from++;
    }
    return !line.regionMatches(true, from, "https://", 0, 8)
        && !line.regionMatches(true, from, "http://", 0, 7)
        && !line.startsWith("#", from);
  }
}
