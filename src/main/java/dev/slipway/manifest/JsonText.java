package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import java.util.List;
import java.util.Optional;

/// A JSON text in which single values can be replaced while every other character stays. Accepts
/// what lock files hold beyond JSON: a byte order mark, comments and trailing commas. Where a name
/// stands twice in an object the last one counts, as it does for `JSON.parse`.
record JsonText(String text) {

  /// Where a value stands: from its first character to behind its last.
  private record Span(int from, int to) {}

  /// What the search of one object's members found.
  ///
  /// @param value the value of the wanted name
  /// @param lastName where the last member's name begins; -1 when there is no member
  /// @param lastEnd behind the last member's value; behind the brace when there is no member
  private record Members(Optional<Span> value, int lastName, int lastEnd) {}

  static JsonText of(String text) {
    return new JsonText(text);
  }

  /// True when there is a value at this path of names.
  boolean has(String... path) {
    return find(path.length, path).isPresent();
  }

  /// Where the value at this path begins, or the innermost one around it that is there; -1 where
  /// not even the first name is, or the text is not JSON.
  int offset(List<String> path) {
    try {
      for (int depth = path.size(); depth > 0; depth--) {
        Optional<Span> here = find(depth, path.toArray(String[]::new));
        if (here.isPresent()) {
          return here.get().from;
        }
      }
      return -1;
    } catch (IllegalArgumentException notJson) {
      return -1;
    }
  }

  /// The same with a string at this path. The object that holds it must exist; the member need not.
  ///
  /// @throws IllegalArgumentException when the text is not JSON or the object does not exist
  JsonText set(String value, String... path) {
    Span object =
        find(path.length - 1, path)
            .orElseThrow(() -> new IllegalArgumentException("no such place"));
    if (charAt(object.from) != '{') {
      throw new IllegalArgumentException("not an object");
    }
    String name = path[path.length - 1];
    Members members = members(object.from, name);
    String literal = JsonWriter.compact(Json.of(value));
    return members
        .value
        .map(at -> new JsonText(text.substring(0, at.from) + literal + text.substring(at.to)))
        .orElseGet(() -> append(object, members, name, literal));
  }

  /// Adds a member behind the last one, spaced as that one is.
  private JsonText append(Span object, Members members, String name, String literal) {
    String written = JsonWriter.compact(Json.of(name)) + ": " + literal;
    if (members.lastName < 0) {
      String inside = text.substring(object.from + 1, object.to - 1);
      String spaced = inside.indexOf('\n') < 0 ? written : "\n  " + written + "\n";
      return new JsonText(
          text.substring(0, object.from + 1) + spaced + text.substring(object.to - 1));
    }
    int gap = members.lastName;
    while (isBlank(charAt(gap - 1))) {
      gap--;
    }
    return new JsonText(
        text.substring(0, members.lastEnd)
            + ","
            + text.substring(gap, members.lastName)
            + written
            + text.substring(members.lastEnd));
  }

  private Optional<Span> find(int depth, String... path) {
    int start = skipBlank(text.startsWith("\uFEFF") ? 1 : 0);
    Optional<Span> here = Optional.of(new Span(start, skipValue(start)));
    for (int i = 0; i < depth && here.isPresent(); i++) {
      Span object = here.get();
      here = charAt(object.from) == '{' ? members(object.from, path[i]).value : Optional.empty();
    }
    return here;
  }

  private Members members(int brace, String wanted) {
    Optional<Span> value = Optional.empty();
    int lastName = -1;
    int lastEnd = brace + 1;
    int at = skipBlank(brace + 1);
    while (charAt(at) != '}') {
      lastName = at;
      int nameEnd = skipString(at);
      boolean same = isName(text.substring(at, nameEnd), wanted);
      at = skipBlank(nameEnd);
      expect(charAt(at) == ':');
      at = skipBlank(at + 1);
      lastEnd = skipValue(at);
      if (same) {
        value = Optional.of(new Span(at, lastEnd));
      }
      at = skipBlank(lastEnd);
      if (charAt(at) == ',') {
        at = skipBlank(at + 1);
      } else {
        expect(charAt(at) == '}');
      }
    }
    return new Members(value, lastName, lastEnd);
  }

  private static boolean isName(String literal, String wanted) {
    if (literal.indexOf('\\') < 0) {
      return literal.length() == wanted.length() + 2 && literal.startsWith(wanted, 1);
    }
    try {
      return JsonReader.read(literal).text().equals(Optional.of(wanted));
    } catch (NotJson notJson) {
      throw new IllegalArgumentException("not JSON", notJson);
    }
  }

  /// Behind the value that begins here. Brackets are counted, not followed, so depth costs nothing.
  private int skipValue(int from) {
    int open = 0;
    int at = from;
    do {
      char c = charAt(at);
      if (c == '"') {
        at = skipString(at);
      } else if (c == '{' || c == '[') {
        open++;
        at++;
      } else if (c == '}' || c == ']') {
        open--;
        at++;
      } else if (open > 0 && (c == ',' || c == ':')) {
        at++;
      } else {
        at = skipWord(at);
      }
      if (open > 0) {
        at = skipBlank(at);
      }
    } while (open > 0);
    return at;
  }

  private int skipWord(int from) {
    int at = from;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    expect(at > from);
    return at;
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || "+-.".indexOf(c) >= 0;
  }

  private int skipString(int from) {
    expect(charAt(from) == '"');
    int at = from + 1;
    while (charAt(at) != '"') {
      at += charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private int skipBlank(int from) {
    int at = from;
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private char charAt(int at) {
    expect(at < text.length());
    return text.charAt(at);
  }

  private static void expect(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("not JSON");
    }
  }
}
