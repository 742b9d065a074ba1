package dev.slipway.notes;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Code in lines of its own, between two fences of the same length.
final class CodeBlocks {
  private final String text;
  private final boolean none;
  // For each kind of fence: where a line with nothing but it starts, and where it ends.
  private final Map<String, TreeMap<Integer, Integer>> closing = new HashMap<>();

  CodeBlocks(String text) {
    this.text = text;
    this.none = !text.contains("```") && !text.contains("~~~");
    if (none) {
      return;
    }
    for (int line = 0; line <= text.length(); line++) {
      if (!isLineStart(line)) {
        continue;
      }
      int fence = skipBlanks(line);
      int fenceEnd = fenceEnd(fence);
      int end = skipBlanks(fenceEnd);
      if (fenceEnd > fence && (end == text.length() || isBreak(text.charAt(end)))) {
        boolean carriage =
            end < text.length()
                && text.charAt(end) == '\r'
                && (end + 1 == text.length() || isBreak(text.charAt(end + 1)));
        closing
            .computeIfAbsent(text.substring(fence, fenceEnd), _ -> new TreeMap<>())
            .put(line, carriage ? end + 1 : end);
      }
    }
  }

  /// The end of the block that starts here; the place itself when none does.
  int end(int from) {
    if (none || !isLineStart(from)) {
      return from;
    }
    int fence = skipBlanks(from);
    int fenceEnd = fenceEnd(fence);
    if (fenceEnd == fence) {
      return from;
    }
    TreeMap<Integer, Integer> ends = closing.get(text.substring(fence, fenceEnd));
    Map.Entry<Integer, Integer> next = ends == null ? null : ends.ceilingEntry(fenceEnd);
    return next == null ? from : next.getValue();
  }

  private boolean isLineStart(int at) {
    return at == 0 || isBreak(text.charAt(at - 1));
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }

  private int skipBlanks(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  /// The end of a fence, three or more of the same mark; its start when there is none.
  private int fenceEnd(int from) {
    if (from >= text.length() || (text.charAt(from) != '`' && text.charAt(from) != '~')) {
      return from;
    }
    int end = from;
    while (end < text.length() && text.charAt(end) == text.charAt(from)) {
      end++;
    }
    return end - from >= 3 ? end : from;
  }
}
