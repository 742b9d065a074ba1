package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Prints a JSON file again as npm does after changing it: through `JSON.parse` and
/// `JSON.stringify`, with the first line's indentation and kind of newline.
public final class Reprint {
  private static final int WIDEST_INDENT = 10;

  private final String indent;
  private final StringBuilder out = new StringBuilder();

  private Reprint(String indent) {
    this.indent = indent.substring(0, Math.min(indent.length(), WIDEST_INDENT));
  }

  /// The file without one member.
  ///
  /// @param text the file as it is; its first character may be a byte order mark
  public static String without(String text, String member) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int at = 0;
    while (Character.isWhitespace(plain.charAt(at))) {
      at++;
    }
    int newlines = at + 1;
    while (plain.startsWith("\n", newlines) || plain.startsWith("\r\n", newlines)) {
      newlines += plain.charAt(newlines) == '\n' ? 1 : 2;
    }
    int blank = newlines;
    while (blank < plain.length() && Character.isWhitespace(plain.charAt(blank))) {
      blank++;
    }
    boolean lines = newlines > at + 1;
    Reprint print = new Reprint(lines ? plain.substring(newlines, blank) : "");
    if (JsonReader.read(plain) instanceof Json.Obj object) {
      print.write(object.without(member), 0);
    }
    print.out.append('\n');
    return print.out.toString().replace("\n", plain.substring(at + 1, newlines));
  }

  private void write(Json value, int level) {
    switch (value) {
      case Json.Obj(var members) -> object(members, level);
      case Json.Arr(var items) -> array(items, level);
      case Json.Num(var literal) -> out.append(number(literal));
      case Json.Str _, Json.Bool _, Json.Null _ -> out.append(JsonWriter.compact(value));
    }
  }

  private void object(Map<String, Json> members, int level) {
    out.append('{');
    Iterator<String> names = ordered(members).iterator();
    while (names.hasNext()) {
      String name = names.next();
      line(level + 1);
      out.append(JsonWriter.compact(Json.of(name))).append(indent.isEmpty() ? ":" : ": ");
      write(java.util.Objects.requireNonNull(members.get(name)), level + 1);
      out.append(names.hasNext() ? "," : "");
    }
    if (!members.isEmpty()) {
      line(level);
    }
    out.append('}');
  }

  private void array(List<Json> items, int level) {
    out.append('[');
    Iterator<Json> each = items.iterator();
    while (each.hasNext()) {
      line(level + 1);
      write(each.next(), level + 1);
      out.append(each.hasNext() ? "," : "");
    }
    if (!items.isEmpty()) {
      line(level);
    }
    out.append(']');
  }

  private void line(int level) {
    if (!indent.isEmpty()) {
      out.append('\n').append(indent.repeat(level));
    }
  }

  /// JavaScript's objects hold names that are array indices first, by size.
  static List<String> ordered(Map<String, Json> members) {
    List<String> indices = new ArrayList<>();
    List<String> others = new ArrayList<>();
    members.keySet().forEach(name -> (isIndex(name) ? indices : others).add(name));
    indices.sort((a, b) -> Long.compare(Long.parseLong(a), Long.parseLong(b)));
    indices.addAll(others);
    return indices;
  }

  private static boolean isIndex(String name) {
    return !name.isEmpty()
        && name.length() <= 10
        && name.chars().allMatch(c -> c >= '0' && c <= '9')
        && (name.length() == 1 || name.charAt(0) != '0')
        && Long.parseLong(name) < 4_294_967_295L;
  }

  /// A number as JavaScript prints it.
  static String number(String literal) {
    double value = Double.parseDouble(literal);
    if (value == 0) {
      return "0";
    }
    if (Double.isInfinite(value)) {
      return "null";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -7 && exponent < 21) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (value < 0 ? "-" : "") + mantissa + "e" + (exponent > 0 ? "+" : "") + exponent;
  }
}
