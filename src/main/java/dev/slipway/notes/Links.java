package dev.slipway.notes;

/// Links in Markdown: `[text](address)` and `[text][name]`.
final class Links {
  private final String text;
  private int firstClose;

  Links(String text) {
    this.text = text;
    this.firstClose = -1;
  }

  /// The end of the link that starts at this bracket; the bracket's own place when none does.
  int end(int from) {
    int inline = inlineEnd(from);
    return inline > from ? inline : referenceEnd(from);
  }

  /// Brackets in the text and round ones in the address may be nested once.
  private int inlineEnd(int from) {
    int close = closingSquare(from);
    if (close < 0 || close + 1 >= text.length() || text.charAt(close + 1) != '(') {
      return from;
    }
    int i = close + 2;
    while (i < text.length() && text.charAt(i) != ')') {
      char c = text.charAt(i);
      int next = c == '(' ? roundEnd(text, i, false) : i + 1;
      if (c == '\n' || next <= i) {
        return from;
      }
      i = next;
    }
    return i < text.length() ? i + 1 : from;
  }

  private int closingSquare(int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '[' && ++depth > 2) {
        return -1;
      }
      if (text.charAt(i) == ']' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The end of round brackets without others in them; their start when there is none.
  static int roundEnd(String text, int open, boolean endsAtSpace) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ')') {
        return i + 1;
      }
      if (c == '(' || (endsAtSpace ? JsText.isSpace(c) : c == '\n')) {
        return open;
      }
    }
    return open;
  }

  private int referenceEnd(int from) {
    if (firstClose < from) {
      firstClose = indexOfClose(from);
    }
    int close = firstClose;
    if (close + 1 >= text.length() || text.charAt(close + 1) != '[') {
      return from;
    }
    int end = indexOfClose(close + 2);
    return end < text.length() ? end + 1 : from;
  }

  private int indexOfClose(int from) {
    int at = text.indexOf(']', from);
    return at < 0 ? text.length() : at;
  }
}
