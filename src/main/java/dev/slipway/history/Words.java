package dev.slipway.history;

import java.util.List;

/// A choice between fixed texts at one place, tried in their order: `a|b|c` in a pattern.
final class Words {
  private final List<String> words;
  private final boolean ignoresCase;
  private final boolean[] firsts = new boolean[128];
  private final boolean wideFirst;

  /// For each word where in it a character stands that is quickly looked for.
  private final int[] signs;

  /// The choice between these texts, each without the blanks around it and without empty ones. The
  /// choice between none is the empty text.
  Words(List<String> texts, boolean ignoresCase) {
    List<String> kept =
        texts.stream().map(Characters::trim).filter(word -> !word.isEmpty()).toList();
    this.ignoresCase = ignoresCase;
    words =
        (kept.isEmpty() ? List.of("") : kept)
            .stream().map(word -> ignoresCase ? folded(word) : word).toList();
    signs = words.stream().mapToInt(Words::sign).toArray();
    boolean wide = false;
    for (String word : words) {
      if (word.isEmpty() || word.charAt(0) >= 128) {
        wide = true;
      } else {
        firsts[word.charAt(0)] = true;
        if (ignoresCase) {
          firsts[Character.toLowerCase(word.charAt(0))] = true;
        }
      }
    }
    wideFirst = wide;
  }

  private static String folded(String word) {
    char[] units = word.toCharArray();
    for (int at = 0; at < units.length; at++) {
      units[at] = Characters.fold(units[at]);
    }
    return new String(units);
  }

  /// How many there are.
  int count() {
    return words.size();
  }

  /// True when no word starts here: the quick look before the exact one.
  boolean cannotStartAt(String text, int at) {
    if (wideFirst) {
      return false;
    }
    char c = at < text.length() ? text.charAt(at) : 128;
    return c >= 128 || !firsts[c];
  }

  /// The end of this word at this place, or -1 when it does not stand there.
  int endAt(String text, int at, int word) {
    String wanted = words.get(word);
    int end = at + wanted.length();
    if (end > text.length()) {
      return -1;
    }
    for (int i = 0; i < wanted.length(); i++) {
      char c = text.charAt(at + i);
      if ((ignoresCase ? Characters.fold(c) : c) != wanted.charAt(i)) {
        return -1;
      }
    }
    return end;
  }

  /// True when any word stands here.
  boolean standAt(String text, int at) {
    if (cannotStartAt(text, at)) {
      return false;
    }
    for (int word = 0; word < words.size(); word++) {
      if (endAt(text, at, word) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// True when any word stands anywhere.
  boolean standIn(String text) {
    for (int word = 0; word < words.size(); word++) {
      if (words.get(word).isEmpty() || standsIn(text, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean standsIn(String text, int word) {
    int sign = signs[word];
    if (sign < 0) {
      for (int at = 0; at < text.length(); at++) {
        if (!cannotStartAt(text, at) && endAt(text, at, word) >= 0) {
          return true;
        }
      }
      return false;
    }
    char wanted = words.get(word).charAt(sign);
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (at >= sign && endAt(text, at - sign, word) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// The place of the last character in a word that is of one case alone, or -1.
  private static int sign(String word) {
    int at = word.length() - 1;
    while (at >= 0 && (word.charAt(at) >= 128 || Character.isLetter(word.charAt(at)))) {
      at--;
    }
    return at;
  }
}
