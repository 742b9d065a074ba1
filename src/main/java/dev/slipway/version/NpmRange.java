package dev.slipway.version;

import java.util.ArrayList;
import java.util.List;

/// Ranges of versions as npm writes them. The grammar is node-semver's, in its strict form.
public final class NpmRange {
  private NpmRange() {}

  /// True when npm reads this text as a range of versions, so that it cannot be a dist-tag. One
  /// pass, linear in the text's length.
  public static boolean isValid(String text) {
    int start = 0;
    for (int or = text.indexOf("||"); or >= 0; or = text.indexOf("||", start)) {
      if (!isAlternative(text.substring(start, or))) {
        return false;
      }
      start = or + 2;
    }
    return isAlternative(text.substring(start));
  }

  private static boolean isAlternative(String text) {
    List<String> words = words(withoutBuilds(text));
    if (words.size() == 3 && words.get(1).equals("-")) {
      return PartialVersion.isValid(words.get(0), true)
          && PartialVersion.isValid(words.get(2), true);
    }
    return words.stream().allMatch(NpmRange::isComparator);
  }

  /// The text without what stands behind plus signs, which no range looks at.
  static String withoutBuilds(String text) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      if (text.charAt(at) == '+') {
        do {
          int start = end + 1;
          end = endOfIdentifier(text, start);
          if (end == start) {
            end = start - 1;
            break;
          }
        } while (end < text.length() && text.charAt(end) == '.');
      }
      if (end > at) {
        at = end;
      } else {
        rest.append(text.charAt(at++));
      }
    }
    return rest.toString();
  }

  private static int endOfIdentifier(String text, int start) {
    int end = start;
    while (end < text.length() && Parsed.isIdentifierCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// The words between blanks. An operator that stands alone belongs to the word behind it.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && !JavaScriptSpace.is(text.charAt(i))) {
        word.append(text.charAt(i));
      } else if (!word.isEmpty() && (i == text.length() || !isOperator(word))) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static boolean isOperator(CharSequence word) {
    return word.chars().allMatch(c -> "<>=~^".indexOf(c) >= 0);
  }

  private static boolean isComparator(String word) {
    int start = 0;
    if (word.startsWith("~>")) {
      start = 2;
    } else if (word.startsWith("~") || word.startsWith("^")) {
      start = 1;
    }
    if (start > 0) {
      return PartialVersion.isValid(word.substring(start), true);
    }
    return isPlain(word) || (word.indexOf('*') >= 0 && isWhole(withoutStar(word)));
  }

  /// True for a version, or part of one, behind `<`, `<=`, `>`, `>=`, `=` or nothing.
  static boolean isPlain(String word) {
    int start = word.startsWith("<") || word.startsWith(">") ? 1 : 0;
    start += word.startsWith("=", start) ? 1 : 0;
    return PartialVersion.isValid(word.substring(start), false);
  }

  /// node-semver takes the first star out of what it could not read, wherever it stands.
  static String withoutStar(String word) {
    int end = word.indexOf('*') + 1;
    int start = end - 1;
    start -= start > 0 && word.charAt(start - 1) == '=' ? 1 : 0;
    start -= start > 0 && "<>".indexOf(word.charAt(start - 1)) >= 0 ? 1 : 0;
    return word.substring(0, start) + word.substring(end);
  }

  private static boolean isWhole(String word) {
    int start = word.startsWith("<") || word.startsWith(">") ? 1 : 0;
    start += word.startsWith("=", start) ? 1 : 0;
    start += word.startsWith("v", start) ? 1 : 0;
    return word.isEmpty() || Version.parse(word.substring(start)).isPresent();
  }
}
