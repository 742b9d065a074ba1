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
    List<String> words = words(text);
    if (words.size() == 3 && words.get(1).equals("-")) {
      return PartialVersion.isValid(words.get(0), false)
          && PartialVersion.isValid(words.get(2), false);
    }
    return words.stream().allMatch(NpmRange::isComparator);
  }

  /// The words between blanks. An operator that stands alone belongs to the word behind it.
  private static List<String> words(String text) {
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
    return word.chars().allMatch(c -> "<>=~^v".indexOf(c) >= 0);
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
    if (word.startsWith("<") || word.startsWith(">")) {
      start = 1;
    }
    if (word.startsWith("=", start)) {
      start++;
    }
    String rest = word.substring(start);
    // an operator with nothing behind it compares with nothing, which is no comparator
    return !rest.isEmpty() && PartialVersion.isValid(rest, false);
  }
}
