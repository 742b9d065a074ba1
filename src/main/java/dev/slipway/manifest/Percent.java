package dev.slipway.manifest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Percent-encoding as JavaScript's `encodeURIComponent` and `decodeURIComponent` do it.
final class Percent {
  private Percent() {}

  /// True when encoding would change nothing.
  static boolean isPlain(String text) {
    return text.chars()
        .allMatch(c ->
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-_.!~*'()".indexOf(c) >= 0);
  }

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (c < 0x80 && isPlain(String.valueOf(c))) {
        encoded.append(c);
      } else {
        encoded
            .append('%')
            .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
            .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
      }
    }
    return encoded.toString();
  }

  /// Empty when it is not well encoded.
  static Optional<String> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) != '%') {
        end++;
      }
      bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
      if (end < text.length()) {
        boolean whole = end + 2 < text.length();
        int high = whole ? Character.digit(text.charAt(end + 1), 16) : -1;
        int low = whole ? Character.digit(text.charAt(end + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high * 16 + low);
        end += 3;
      }
      at = end;
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
