package dev.slipway.settings;

import dev.slipway.version.TagFormat;
import java.util.Optional;

/// Reads `tagFormat`: a text with `${version}` in it, once.
final class TagFormats {
  private TagFormats() {}

  /// The format that a text is; empty when the version is not in it just once, or something else is
  /// to be filled in.
  static Optional<TagFormat> read(String text) {
    Optional<TagFormat> format = Optional.empty();
    int at = 0;
    while (true) {
      int open = next(text, at);
      if (open < 0) {
        return format;
      }
      boolean angle = text.charAt(open) == '<';
      int close = text.indexOf(angle ? "%>" : "}", open);
      if (close < 0) {
        // never closed: plain text, as in lodash
        return format;
      }
      String expression = text.substring(open + (angle ? 3 : 2), close).strip();
      int behind = close + (angle ? 2 : 1);
      if (!expression.equals("version") || format.isPresent()) {
        return Optional.empty();
      }
      format = Optional.of(new TagFormat(text.substring(0, open), text.substring(behind)));
      at = behind;
    }
  }

  private static int next(String text, int from) {
    int dollar = text.indexOf("${", from);
    int angle = text.indexOf("<%=", from);
    return dollar < 0 || (angle >= 0 && angle < dollar) ? angle : dollar;
  }

  /// Whether git takes a name for a tag (`git check-ref-format`).
  static boolean isTagName(String name) {
    if (name.isEmpty() || name.startsWith("-") || name.endsWith(".") || name.endsWith("/")) {
      return false;
    }
    if (name.contains("..") || name.contains("@{") || name.contains("//") || name.equals("@")) {
      return false;
    }
    boolean hidden = name.startsWith(".") || name.contains("/.");
    boolean lock = name.endsWith(".lock") || name.contains(".lock/");
    if (hidden || lock || name.startsWith("/")) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c == 0x7f || "~^:?*[\\".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
