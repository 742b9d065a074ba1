package dev.slipway.json;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/// Writes JSON as JavaScript's `JSON.stringify` writes it.
public final class JsonWriter {
  /// So many characters are handed on at once where a text is printed.
  private static final int SHARE = 1 << 13;

  private final StringBuilder out = new StringBuilder();
  private final Optional<PrintStream> stream;
  private final int indent;

  /// @param stream where it goes as it grows; empty: it is kept
  /// @param indent how far each level is moved in; below zero: no white space at all
  private JsonWriter(Optional<PrintStream> stream, int indent) {
    this.stream = stream;
    this.indent = indent;
  }

  /// Without any white space.
  public static String compact(Json value) {
    return text(value, -1);
  }

  /// Indented by two spaces, no newline at the end.
  public static String pretty(Json value) {
    return text(value, 2);
  }

  private static String text(Json value, int indent) {
    JsonWriter writer = new JsonWriter(Optional.empty(), indent);
    writer.write(value, 0);
    return writer.out.toString();
  }

  /// Prints it indented by two spaces, with a newline at the end, in UTF-8. The whole text is never
  /// held.
  public static void print(Json value, PrintStream stream) {
    JsonWriter writer = new JsonWriter(Optional.of(stream), 2);
    writer.write(value, 0);
    writer.out.append('\n');
    writer.handOn(0);
    stream.flush();
  }

  /// Hands on what has gathered, where that is so much.
  private void handOn(int atLeast) {
    if (stream.isPresent() && out.length() >= atLeast) {
      stream.get().writeBytes(out.toString().getBytes(StandardCharsets.UTF_8));
      out.setLength(0);
    }
  }

  private void write(Json value, int level) {
    handOn(SHARE);
    switch (value) {
      case Json.Null _ -> out.append("null");
      case Json.Bool(var truth) -> out.append(truth);
      case Json.Num(var literal) -> out.append(literal);
      case Json.Str(var text) -> quote(text);
      case Json.Arr(var items) -> {
        out.append('[');
        Iterator<Json> each = items.iterator();
        while (each.hasNext()) {
          newLine(level + 1);
          write(each.next(), level + 1);
          out.append(each.hasNext() ? "," : "");
        }
        if (!items.isEmpty()) {
          newLine(level);
        }
        out.append(']');
      }
      case Json.Obj(var members) -> {
        out.append('{');
        Iterator<Map.Entry<String, Json>> each = members.entrySet().iterator();
        while (each.hasNext()) {
          Map.Entry<String, Json> member = each.next();
          newLine(level + 1);
          quote(member.getKey());
          out.append(indent < 0 ? ":" : ": ");
          write(member.getValue(), level + 1);
          out.append(each.hasNext() ? "," : "");
        }
        if (!members.isEmpty()) {
          newLine(level);
        }
        out.append('}');
      }
    }
  }

  private void newLine(int level) {
    if (indent >= 0) {
      out.append('\n').repeat(' ', indent * level);
    }
  }

  /// Appends a string literal; lone surrogates are escaped, as well-formed `JSON.stringify` does.
  private void quote(String text) {
    out.append('"');
    int from = 0;
    while (from < text.length()) {
      int to = plain(text, from);
      out.append(text, from, to);
      from = to < text.length() ? escaped(text, to) : to;
      handOn(SHARE);
    }
    out.append('"');
  }

  /// Appends what stands at a place where no further plain characters follow; where the next
  /// begins.
  private int escaped(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      default -> {
        if (Character.isHighSurrogate(c)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1))) {
          out.append(c).append(text.charAt(at + 1));
          return at + 2;
        }
        if (c < 0x20 || Character.isSurrogate(c)) {
          out.append("\\u")
              .append(hex(c >> 12))
              .append(hex(c >> 8))
              .append(hex(c >> 4))
              .append(hex(c));
        } else {
          out.append(c);
        }
      }
    }
    return at + 1;
  }

  /// Where the characters end that stand for themselves, from here on and not too far.
  private static int plain(String text, int from) {
    int end = Math.min(text.length(), from + SHARE);
    int at = from;
    while (at < end) {
      char c = text.charAt(at);
      if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        return at;
      }
      at++;
    }
    return at;
  }

  private static char hex(int nibble) {
    return Character.forDigit(nibble & 0xf, 16);
  }
}
