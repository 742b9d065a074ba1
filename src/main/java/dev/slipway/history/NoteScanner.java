package dev.slipway.history;

import static dev.slipway.history.Characters.isSpace;
import static dev.slipway.history.Characters.skipSpaces;

import java.util.List;

/// Finds the lines that start a note, and what stands on them.
final class NoteScanner {
  private final Profile profile;
  private final Words keywords;

  NoteScanner(Profile profile, List<String> keywords) {
    this.profile = profile;
    this.keywords = new Words(keywords, profile != Profile.NATIVE);
  }

  /// True when a keyword stands anywhere in a text: without one no line of it starts a note.
  boolean mayFind(String text) {
    return keywords.standIn(text);
  }

  /// Group 1 is the keyword, group 2 the rest of the line.
  TextMatch match(String line) {
    return switch (profile) {
      case SR25 -> loose(line);
      case CC10 -> withColon(line);
      case NATIVE -> keyword(line, 0);
    };
  }

  /// `^[\s|*]*(KEYWORDS)[:\s]+(.*)` with flag `i`: parser 6.
  private TextMatch loose(String line) {
    int start = 0;
    while (start < line.length() && isMargin(line.charAt(start))) {
      start++;
    }
    for (; start >= 0; start--) {
      if (keywords.cannotStartAt(line, start)) {
        continue;
      }
      for (int word = 0; word < keywords.count(); word++) {
        int end = keywords.endAt(line, start, word);
        if (end >= 0 && end < line.length() && isSeparator(line.charAt(end))) {
          int text = end;
          while (text < line.length() && isSeparator(line.charAt(text))) {
            text++;
          }
          return found(line, start, end, text);
        }
      }
    }
    return TextMatch.NONE;
  }

  /// `^(?:\*\s+)?(KEYWORDS):\s*(.*)` with flag `i`: parser 7.
  private TextMatch withColon(String line) {
    if (line.length() > 1 && line.charAt(0) == '*' && isSpace(line.charAt(1))) {
      TextMatch match = keyword(line, skipSpaces(line, 1));
      if (match.found()) {
        return match;
      }
    }
    return keyword(line, 0);
  }

  private TextMatch keyword(String line, int start) {
    if (keywords.cannotStartAt(line, start)) {
      return TextMatch.NONE;
    }
    for (int word = 0; word < keywords.count(); word++) {
      int end = keywords.endAt(line, start, word);
      if (end >= 0 && end < line.length() && line.charAt(end) == ':') {
        return found(line, start, end, skipSpaces(line, end + 1));
      }
    }
    return TextMatch.NONE;
  }

  private static TextMatch found(String line, int start, int end, int text) {
    int textEnd = Characters.nextLineEnd(line, text);
    return TextMatch.of(
        line.substring(0, textEnd), line.substring(start, end), line.substring(text, textEnd));
  }

  private static boolean isMargin(char c) {
    return c == '|' || c == '*' || isSpace(c);
  }

  private static boolean isSeparator(char c) {
    return c == ':' || isSpace(c);
  }
}
