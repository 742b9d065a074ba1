package dev.slipway.notes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/// Bits of Markdown as the newer presets put them together: trimmed, and nothing for nothing.
final class Elements {
  private Elements() {}

  /// Texts one behind the other; what is empty is left out.
  static String joined(String separator, String... texts) {
    return joined(separator, Arrays.asList(texts), Function.identity());
  }

  static <T> String joined(String separator, Iterable<T> things, Function<T, String> text) {
    StringBuilder out = new StringBuilder();
    for (T thing : things) {
      String rendered = JsText.trim(text.apply(thing));
      out.append(out.isEmpty() || rendered.isEmpty() ? "" : separator).append(rendered);
    }
    return out.toString();
  }

  static String words(String... texts) {
    return joined(" ", texts);
  }

  static String blocks(String... texts) {
    return joined("\n\n", texts);
  }

  /// A list; further lines of an item are indented below it.
  static <T> String list(Iterable<T> things, Function<T, String> text) {
    return joined("\n", things, thing -> item(JsText.trim(text.apply(thing))));
  }

  private static String item(String text) {
    if (text.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append("* ");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' && text.startsWith("\n", i + 1)) {
        continue;
      }
      out.append(c);
      boolean lineFollows =
          c == '\n' && !text.startsWith("\n", i + 1) && !text.startsWith("\r\n", i + 1);
      out.append(lineFollows ? "  " : "");
    }
    return out.toString();
  }

  static String bold(String text) {
    return text.isEmpty() ? "" : "**" + text + ":**";
  }

  static String link(String text, String address) {
    return "[" + text + "](" + address + ")";
  }

  /// Parts of an address with one slash between them.
  static String address(String... parts) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        out.append(out.isEmpty() ? "" : "/").append(withoutSlashes(part));
      }
    }
    return out.toString();
  }

  private static String withoutSlashes(String part) {
    int from = 0;
    int to = part.length();
    while (from < to && part.charAt(from) == '/') {
      from++;
    }
    while (to > from && part.charAt(to - 1) == '/') {
      to--;
    }
    return part.substring(from, to);
  }

  /// A text as one part of an address: JavaScript's `encodeURIComponent`.
  static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (Mentions.isWord(c) || "-.!~*'()".indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return out.toString();
  }
}
