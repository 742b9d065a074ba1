package dev.slipway.settings;

import dev.slipway.problem.Place;
import java.util.Arrays;

/// Finds the line and column of a character in a text.
final class SourceLines {
  private final String file;
  private final int[] starts;

  SourceLines(String file, String text) {
    this.file = file;
    int[] found = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    starts = Arrays.copyOf(found, count);
  }

  /// The place of a character.
  ///
  /// @param offset from 0
  Place place(int offset) {
    int line = Arrays.binarySearch(starts, offset);
    int index = line >= 0 ? line : -line - 2;
    return new Place(file, index + 1, offset - starts[index] + 1);
  }
}
