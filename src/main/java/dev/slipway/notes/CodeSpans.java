package dev.slipway.notes;

import java.util.Arrays;

/// Code in a line: as many backticks behind it as before it.
final class CodeSpans {
  private final String text;
  // For each run of backticks, by its number: where it starts, how long it is, the next longer one
  // on its line, the longest behind it on its line. The number of a run by its place.
  private int[] starts = new int[0];
  private int[] lengths = new int[0];
  private int[] nextLonger = new int[0];
  private int[] longestAfter = new int[0];
  private int runs;

  CodeSpans(String text) {
    this.text = text;
    if (text.indexOf('`') >= 0) {
      measure();
    }
  }

  private void measure() {
    starts = new int[16];
    lengths = new int[16];
    int[] lines = new int[16];
    int line = 0;
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) != '`') {
        line += text.charAt(i++) == '\n' ? 1 : 0;
        continue;
      }
      int start = i;
      while (i < text.length() && text.charAt(i) == '`') {
        i++;
      }
      if (runs == starts.length) {
        starts = Arrays.copyOf(starts, runs * 2);
        lengths = Arrays.copyOf(lengths, runs * 2);
        lines = Arrays.copyOf(lines, runs * 2);
      }
      lines[runs] = line;
      starts[runs] = start;
      lengths[runs++] = i - start;
    }
    nextLonger = new int[runs];
    longestAfter = new int[runs];
    for (int run = runs - 1; run >= 0; run--) {
      boolean last = run == runs - 1 || lines[run] != lines[run + 1];
      int next = last ? runs : run + 1;
      longestAfter[run] = last ? 0 : Math.max(lengths[next], longestAfter[next]);
      while (next < runs && lengths[next] <= lengths[run]) {
        next = nextLonger[next];
      }
      nextLonger[run] = next;
    }
  }

  /// The end of the code that starts at this backtick; its own place when none does.
  int end(int from) {
    int run = Arrays.binarySearch(starts, 0, runs, from);
    run = run < 0 ? -run - 2 : run;
    int ticks = starts[run] + lengths[run] - from;
    if (ticks > longestAfter[run]) {
      return from;
    }
    int closing = run + 1;
    while (lengths[closing] < ticks) {
      closing = nextLonger[closing];
    }
    return starts[closing] + ticks;
  }
}
