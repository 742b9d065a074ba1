package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads JSON with the place of every key and value.
final class JsonFile {
  private static final int DEEPEST = 200;

  private final String text;
  private final SourceLines lines;
  private final boolean keysOnce;
  private int at;

  private JsonFile(String file, String text, boolean keysOnce) {
    this.text = text;
    this.keysOnce = keysOnce;
    this.lines = new SourceLines(file, text);
  }

  /// Thrown where a text is not JSON.
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int offset;

    Wrong(String reason, int offset) {
      super(reason);
      this.offset = offset;
    }
  }

  /// The one value of a text. Of a key that stands twice the last value counts, as for
  /// `JSON.parse`.
  ///
  /// @throws Refused when it is not JSON, with line and column
  static Written read(String file, String text) {
    JsonFile reader = new JsonFile(file, text, false);
    try {
      return reader.whole();
    } catch (Wrong wrong) {
      Place place = reader.lines.place(Math.min(wrong.offset, text.length()));
      throw new Refused(
          Problem.configuration(
                  "CONFIG_SYNTAX",
                  file + " cannot be read as JSON: " + wrong.getMessage() + ".",
                  "Mend " + file + " at line " + place.line() + ", column " + place.column() + ".")
              .at(place));
    }
  }

  /// The same, for a text that may be YAML: empty when it is not JSON, or has a key twice.
  static Optional<Written> tried(String file, String text) {
    try {
      return Optional.of(new JsonFile(file, text, true).whole());
    } catch (Wrong notJson) {
      return Optional.empty();
    }
  }

  private Written whole() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    Written value = value(0);
    blanks();
    if (at < text.length()) {
      throw new Wrong("something stands behind the value", at);
    }
    return value;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean takeIf(char c) {
    blanks();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!takeIf(c)) {
      throw new Wrong("expected " + c, at);
    }
  }

  private Written value(int depth) {
    blanks();
    if (depth > DEEPEST) {
      throw new Wrong("it is nested too deeply", at);
    }
    if (at >= text.length()) {
      throw new Wrong("it ends too early", at);
    }
    Place place = lines.place(at);
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> members(place, depth);
      case '[' -> items(place, depth);
      case '"' -> new Written.Text(string(), place);
      case 't' -> word("true", new Written.Flag(true, place));
      case 'f' -> word("false", new Written.Flag(false, place));
      case 'n' -> word("null", new Written.Nothing(false, place));
      default -> number(place);
    };
  }

  private Written word(String word, Written value) {
    if (!text.startsWith(word, at)) {
      throw new Wrong("a value that is none", at);
    }
    at += word.length();
    return value;
  }

  private Written members(Place place, int depth) {
    expect('{');
    Map<String, Written> members = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    if (!takeIf('}')) {
      do {
        blanks();
        Place keyPlace = lines.place(at);
        if (at >= text.length() || text.charAt(at) != '"') {
          throw new Wrong("expected a key in double quotes", at);
        }
        String key = string();
        expect(':');
        if (members.put(key, value(depth + 1)) != null && keysOnce) {
          throw new Wrong("a key stands there twice", at);
        }
        keys.put(key, keyPlace);
      } while (takeIf(','));
      expect('}');
    }
    return new Written.Members(members, keys, place);
  }

  private Written items(Place place, int depth) {
    expect('[');
    List<Written> items = new ArrayList<>();
    if (!takeIf(']')) {
      do {
        items.add(value(depth + 1));
      } while (takeIf(','));
      expect(']');
    }
    return new Written.Items(items, place);
  }

  private String string() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (true) {
      if (at >= text.length() || text.charAt(at) < ' ') {
        throw new Wrong("a string has no end", at >= text.length() ? start : at);
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return value.toString();
      }
      value.append(c == '\\' ? escape() : c);
    }
  }

  private char escape() {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < 4; i++) {
          int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
          if (digit < 0) {
            throw new Wrong("a bad escape in a string", at - 1);
          }
          code = code * 16 + digit;
        }
        yield (char) code;
      }
      default -> throw new Wrong("a bad escape in a string", at - 1);
    };
  }

  private Written number(Place place) {
    int start = at;
    if (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    int digits = at;
    digits();
    boolean leadingZero = at - digits > 1 && text.charAt(digits) == '0';
    boolean right = at > digits && !leadingZero;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = ++at;
      digits();
      right &= at > fraction;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int exponent = at;
      digits();
      right &= at > exponent;
    }
    if (!right || at - start > 400) {
      throw new Wrong("a value that is none", start);
    }
    return new Written.Num(
        ScriptNumbers.print(Double.parseDouble(text.substring(start, at))), place);
  }

  private void digits() {
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }
}
