package dev.slipway.settings;

import dev.slipway.settings.ScriptToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a JavaScript text into its words, in one pass.
final class ScriptLexer {
  private static final int DEEPEST = 50;

  /// Words before which a slash begins a pattern and not a division.
  private static final Set<String> BEFORE_PATTERN =
      Set.of(
          "return",
          "typeof",
          "case",
          "in",
          "of",
          "delete",
          "void",
          "throw",
          "new",
          "default",
          "await",
          "instanceof",
          "else",
          "do",
          "yield");

  /// The signs, longest first.
  private static final List<String> SIGNS =
      List.of(
          ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==",
          "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=",
          "|=", "^=", "<<", ">>", "**", "{", "}", "(", ")", "[", "]", ";", ",", "<", ">", "+", "-",
          "*", "/", "%", "&", "|", "^", "!", "~", "?", ":", "=", ".", "@", "#");

  private final String text;
  private int at;

  private ScriptLexer(String text) {
    this.text = text;
  }

  /// The words of a text, with an end word behind them.
  ///
  /// @throws ScriptSyntax where a word has no end
  static List<ScriptToken> words(String text) {
    ScriptLexer lexer = new ScriptLexer(text);
    if (text.startsWith("\uFEFF")) {
      lexer.at = 1;
    }
    if (text.startsWith("#!", lexer.at)) {
      lexer.skipLine();
    }
    return lexer.words(0);
  }

  private List<ScriptToken> words(int depth) {
    if (depth > DEEPEST) {
      throw new ScriptSyntax("templates are nested too deeply", at);
    }
    List<ScriptToken> words = new ArrayList<>();
    int open = 0;
    while (true) {
      boolean newLine = skipBlanks();
      if (at >= text.length()) {
        if (depth > 0) {
          throw new ScriptSyntax("a template literal has no end", at);
        }
        words.add(word(Kind.END, "", at, newLine));
        return words;
      }
      ScriptToken next = next(words, newLine, depth);
      if (next.is("{")) {
        open++;
      } else if (next.is("}") && open-- == 0 && depth > 0) {
        words.add(new ScriptToken(Kind.END, "", "", List.of(), List.of(), next.start(), at, false));
        return words;
      }
      words.add(next);
    }
  }

  private ScriptToken next(List<ScriptToken> before, boolean newLine, int depth) {
    char c = text.charAt(at);
    int start = at;
    if (c == '"' || c == '\'') {
      return string(c, newLine);
    }
    if (c == '`') {
      return template(newLine, depth);
    }
    if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      return number(newLine);
    }
    if (isNameStart(c)) {
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
      return word(Kind.NAME, text.substring(start, at), start, newLine);
    }
    if (c == '/' && patternMayStart(before)) {
      return pattern(newLine);
    }
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        // `a?.5:b` is a condition and a number
        if (sign.equals("?.") && at + 2 < text.length() && isDigit(text.charAt(at + 2))) {
          continue;
        }
        at += sign.length();
        return word(Kind.SIGN, sign, start, newLine);
      }
    }
    throw new ScriptSyntax("an unexpected character", at);
  }

  private static ScriptToken word(Kind kind, String text, int start, boolean newLine) {
    return new ScriptToken(
        kind, text, "", List.of(), List.of(), start, start + text.length(), newLine);
  }

  private boolean skipBlanks() {
    boolean newLine = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        newLine = true;
        at++;
      } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF') {
        at++;
      } else if (text.startsWith("//", at)) {
        skipLine();
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw new ScriptSyntax("a comment has no end", at);
        }
        newLine |= text.substring(at, end).indexOf('\n') >= 0;
        at = end + 2;
      } else {
        break;
      }
    }
    return newLine;
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  private ScriptToken string(char quote, boolean newLine) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw new ScriptSyntax("a string has no end", start);
      }
      char c = text.charAt(at++);
      if (c == quote) {
        return new ScriptToken(
            Kind.STRING, value.toString(), "", List.of(), List.of(), start, at, newLine);
      }
      if (c == '\\') {
        escape(value);
      } else {
        value.append(c);
      }
    }
  }

  private ScriptToken template(boolean newLine, int depth) {
    int start = at++;
    List<String> parts = new ArrayList<>();
    List<List<ScriptToken>> holes = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw new ScriptSyntax("a template literal has no end", start);
      }
      char c = text.charAt(at++);
      if (c == '`') {
        parts.add(part.toString());
        return new ScriptToken(
            Kind.TEMPLATE, "", "", List.copyOf(parts), List.copyOf(holes), start, at, newLine);
      }
      if (c == '\\') {
        escape(part);
      } else if (c == '$' && at < text.length() && text.charAt(at) == '{') {
        at++;
        parts.add(part.toString());
        part.setLength(0);
        holes.add(List.copyOf(words(depth + 1)));
      } else if (c == '\r') {
        // line ends in template literals are always \n
        part.append('\n');
        at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
      } else {
        part.append(c);
      }
    }
  }

  /// Reads what stands behind a backslash.
  private void escape(StringBuilder value) {
    if (at >= text.length()) {
      throw new ScriptSyntax("a string has no end", at);
    }
    char c = text.charAt(at++);
    switch (c) {
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'v' -> value.append('\u000B');
      case '\n', '\u2028', '\u2029' -> {
        // the line goes on
      }
      case '\r' -> at += at < text.length() && text.charAt(at) == '\n' ? 1 : 0;
      case 'x' -> value.append((char) hex(2));
      case 'u' -> {
        if (at < text.length() && text.charAt(at) == '{') {
          int end = text.indexOf('}', at);
          if (end < 0 || end - at > 7) {
            throw new ScriptSyntax("a bad escape in a string", at);
          }
          at++;
          int code = hex(end - at);
          if (code > Character.MAX_CODE_POINT) {
            throw new ScriptSyntax("a bad escape in a string", at);
          }
          value.appendCodePoint(code);
          at++;
        } else {
          value.append((char) hex(4));
        }
      }
      case '0' -> {
        if (at < text.length() && isDigit(text.charAt(at))) {
          throw new ScriptSyntax("an octal escape in a string", at);
        }
        value.append('\0');
      }
      default -> value.append(c);
    }
  }

  private int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw new ScriptSyntax("a bad escape in a string", at);
      }
      value = value * 16 + digit;
      at++;
    }
    return value;
  }

  private ScriptToken number(boolean newLine) {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean sign =
          (c == '+' || c == '-')
              && (text.charAt(at - 1) == 'e' || text.charAt(at - 1) == 'E')
              && !text.startsWith("0x", start)
              && at > start;
      if (!isNamePart(c) && c != '.' && !sign) {
        break;
      }
      at++;
    }
    return word(Kind.NUMBER, text.substring(start, at), start, newLine);
  }

  private boolean patternMayStart(List<ScriptToken> before) {
    if (text.startsWith("//", at) || text.startsWith("/*", at)) {
      return false;
    }
    if (before.isEmpty()) {
      return true;
    }
    ScriptToken last = before.getLast();
    return switch (last.kind()) {
      case NAME -> BEFORE_PATTERN.contains(last.text());
      case SIGN -> !last.is(")") && !last.is("]") && !last.is("}");
      case STRING, NUMBER, TEMPLATE, PATTERN, END -> false;
    };
  }

  private ScriptToken pattern(boolean newLine) {
    int start = at++;
    boolean inClass = false;
    while (true) {
      if (at >= text.length() || text.charAt(at) == '\n') {
        throw new ScriptSyntax("a regular expression has no end", start);
      }
      char c = text.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        break;
      }
    }
    String source = text.substring(start + 1, at - 1);
    int flags = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    return new ScriptToken(
        Kind.PATTERN, source, text.substring(flags, at), List.of(), List.of(), start, at, newLine);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c == '_' || c == '$' || Character.isLetter(c);
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || Character.isDigit(c) || c == '\u200C' || c == '\u200D';
  }
}
