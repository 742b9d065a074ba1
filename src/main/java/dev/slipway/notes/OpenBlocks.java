package dev.slipway.notes;

/// What a Markdown text has opened and not closed, line by line.
final class OpenBlocks {
  private String fence = "";
  private boolean comment;
  private int details;

  /// Takes one more line into account.
  void read(String line) {
    String mark = fence(line);
    if (!fence.isEmpty()) {
      boolean closes =
          !mark.isEmpty()
              && mark.strip().startsWith(fence.strip())
              && line.strip().length() == mark.strip().length();
      fence = closes ? "" : fence;
    } else if (!comment && !mark.isEmpty()) {
      fence = mark;
    } else {
      tags(line);
    }
  }

  private void tags(String line) {
    int i = 0;
    while (i < line.length()) {
      if (comment) {
        int end = line.indexOf("-->", i);
        if (end < 0) {
          return;
        }
        comment = false;
        i = end + 3;
      } else {
        comment = line.startsWith("<!--", i);
        details += line.regionMatches(true, i, "<details", 0, 8) ? 1 : 0;
        boolean closes = line.regionMatches(true, i, "</details", 0, 9);
        details -= closes && details > 0 ? 1 : 0;
        i += comment ? 4 : 1;
      }
    }
  }

  /// The fence at the start of a line, with the blanks before it; the empty text where none is.
  private static String fence(String line) {
    int start = 0;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    int end = start;
    while (end < line.length()
        && (line.charAt(end) == '`' || line.charAt(end) == '~')
        && line.charAt(end) == line.charAt(start)) {
      end++;
    }
    boolean code = end - start >= 3 && !(line.charAt(start) == '`' && line.indexOf('`', end) >= 0);
    return code ? line.substring(0, end) : "";
  }

  /// The lines that close what is open.
  String closing() {
    return (fence.isEmpty() ? "" : fence + "\n")
        + (comment ? "-->\n" : "")
        + "</details>\n".repeat(details);
  }
}
