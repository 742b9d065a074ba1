package dev.slipway.github;

import java.nio.charset.StandardCharsets;

/// Names as parts of an address.
final class PathText {
  private PathText() {}

  /// One part of a path or the value of a query: all but letters, digits and `-._~` in percent
  /// form.
  static String part(String name) {
    return encode(name, "-._~");
  }

  /// A name with slashes that stay slashes: a ref, a branch, a tag.
  static String ref(String name) {
    return encode(name, "-._~/");
  }

  private static String encode(String name, String plain) {
    StringBuilder out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || plain.indexOf(c) >= 0) {
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
