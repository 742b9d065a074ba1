package dev.slipway.json;

import java.util.Iterator;
import java.util.Map;

/// Writes JSON as JavaScript's `JSON.stringify` writes it.
public final class JsonWriter {
  private JsonWriter() {}

  /// Without any white space.
  public static String compact(Json value) {
    StringBuilder out = new StringBuilder();
    write(value, out, -1, 0);
    return out.toString();
  }

  /// Indented by two spaces, no newline at the end.
  public static String pretty(Json value) {
    StringBuilder out = new StringBuilder();
    write(value, out, 2, 0);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out, int indent, int level) {
    switch (value) {
      case Json.Null _ -> out.append("null");
      case Json.Bool(var truth) -> out.append(truth);
      case Json.Num(var literal) -> out.append(literal);
      case Json.Str(var text) -> quote(text, out);
      case Json.Arr(var items) -> {
        out.append('[');
        Iterator<Json> each = items.iterator();
        while (each.hasNext()) {
          newLine(out, indent, level + 1);
          write(each.next(), out, indent, level + 1);
          out.append(each.hasNext() ? "," : "");
        }
        if (!items.isEmpty()) {
          newLine(out, indent, level);
        }
        out.append(']');
      }
      case Json.Obj(var members) -> {
        out.append('{');
        Iterator<Map.Entry<String, Json>> each = members.entrySet().iterator();
        while (each.hasNext()) {
          Map.Entry<String, Json> member = each.next();
          newLine(out, indent, level + 1);
          quote(member.getKey(), out);
          out.append(indent < 0 ? ":" : ": ");
          write(member.getValue(), out, indent, level + 1);
          out.append(each.hasNext() ? "," : "");
        }
        if (!members.isEmpty()) {
          newLine(out, indent, level);
        }
        out.append('}');
      }
    }
  }

  private static void newLine(StringBuilder out, int indent, int level) {
    if (indent >= 0) {
      out.append('\n').repeat(' ', indent * level);
    }
  }

  /// Appends a string literal; lone surrogates are escaped, as well-formed `JSON.stringify` does.
  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int plain = plain(text);
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (c < 0x20 || Character.isSurrogate(c)) {
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
    }
    out.append('"');
  }

  /// How many characters at the beginning stand for themselves.
  private static int plain(String text) {
    int at = 0;
    while (at < text.length()) {
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
