package dev.slipway.version;

/// A version with parts left out or written `x`: `1`, `1.x`, `1.2.*`, `1.2.3-beta`.
final class PartialVersion {
  private PartialVersion() {}

  /// True when a comparator may be made of this text.
  ///
  /// @param anyOrder true behind `~` and `^`, where `x.1` passes for `x`
  static boolean isValid(String text, boolean anyOrder) {
    int start = 0;
    while (start < text.length() && "v=".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    String bare = text.substring(start);
    String[] parts = {"", "", ""};
    int at = 0;
    for (int part = 0; part < 3; part++) {
      int end = endOfPart(bare, at);
      if (end == at) {
        return false;
      }
      parts[part] = bare.substring(at, end);
      at = end;
      if (at == bare.length() || bare.charAt(at) != '.' || part == 2) {
        break;
      }
      at++;
    }
    String rest = bare.substring(at);
    boolean whole = !isAny(parts[0]) && !isAny(parts[1]) && !isAny(parts[2]);
    if (whole) {
      return start <= 1 && Version.parse(bare).isPresent();
    }
    boolean suffix = rest.isEmpty() || (!parts[2].isEmpty() && isSuffix(rest));
    boolean ordered =
        !(isAny(parts[0]) && !isAny(parts[1]))
            && !(isAny(parts[1]) && !parts[2].isEmpty() && !isAny(parts[2]));
    return suffix && (anyOrder || ordered) && isSmall(parts[0]) && isSmall(parts[1]);
  }

  private static int endOfPart(String text, int start) {
    if (start < text.length() && "xX*".indexOf(text.charAt(start)) >= 0) {
      return start + 1;
    }
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    return leadingZero ? start : end;
  }

  private static boolean isAny(String part) {
    return part.isEmpty() || "xX*".contains(part);
  }

  private static boolean isSuffix(String text) {
    return Version.parse("1.0.0" + text).isPresent();
  }

  /// Room for the number above it, which is the range's end.
  private static boolean isSmall(String part) {
    return isAny(part)
        || Version.parse(part + ".0.0").filter(v -> v.major() < (1L << 53) - 1).isPresent();
  }
}
