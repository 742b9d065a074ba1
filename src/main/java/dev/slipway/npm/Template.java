package dev.slipway.npm;

import java.util.Map;

/// Puts words in the place of `{names}`, once, from left to right: a word that is put in is never
/// looked at again.
final class Template {
  private Template() {}

  static String fill(String template, Map<String, String> words) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String word = words.get(template.substring(open + 1, close));
      filled.append(template, at, open);
      if (word == null) {
        filled.append('{');
        at = open + 1;
      } else {
        filled.append(word);
        at = close + 1;
      }
    }
    return filled.append(template, at, template.length()).toString();
  }
}
