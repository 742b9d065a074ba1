package dev.slipway.settings;

/// A place in a template that is to be filled, as lodash finds it.
///
/// @param start where it begins
/// @param end the character behind it
/// @param code what stands in it
record TemplateHole(Kind kind, int start, int end, String code) {

  /// What is to be done there.
  enum Kind {
    /// `<%- … %>`: the value, with HTML's signs escaped.
    ESCAPED,
    /// `<%= … %>` or `${…}`: the value.
    VALUE,
    /// `<% … %>`: statements.
    CODE,
    /// There is none up to the end.
    NONE
  }

  /// The next hole at or behind a character.
  static TemplateHole next(String text, int from) {
    // What is not closed once is not closed further on: each is looked for to the end but once.
    boolean marks = true;
    boolean braces = true;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (marks && c == '<' && text.startsWith("<%", at)) {
        char sign = at + 2 < text.length() ? text.charAt(at + 2) : ' ';
        boolean marked = sign == '-' || sign == '=';
        int code = at + (marked ? 3 : 2);
        // at least one character, as in [\s\S]+?
        int close = text.indexOf("%>", code + 1);
        if (close >= 0) {
          Kind kind = sign == '-' ? Kind.ESCAPED : sign == '=' ? Kind.VALUE : Kind.CODE;
          return new TemplateHole(kind, at, close + 2, text.substring(code, close));
        }
        marks = false;
      } else if (braces && c == '$' && text.startsWith("${", at)) {
        int close = closing(text, at + 2);
        if (close >= 0) {
          return new TemplateHole(Kind.VALUE, at, close + 1, text.substring(at + 2, close));
        }
        braces = false;
      }
    }
    return new TemplateHole(Kind.NONE, text.length(), text.length(), "");
  }

  /// The first brace that no backslash stands before.
  private static int closing(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '}') {
        return i;
      }
      i += c == '\\' ? 1 : 0;
    }
    return -1;
  }
}
