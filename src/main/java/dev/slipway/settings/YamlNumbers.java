package dev.slipway.settings;

import java.math.BigInteger;
import java.util.Optional;

/// Numbers as js-yaml's core schema knows them.
final class YamlNumbers {
  private YamlNumbers() {}

  /// The number that a plain scalar is; empty when it is none.
  static Optional<Double> read(String text) {
    if (text.isEmpty() || text.length() > 400) {
      return Optional.empty();
    }
    boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
    double sign = text.charAt(0) == '-' ? -1 : 1;
    String size = signed ? text.substring(1) : text;
    return switch (size) {
      case "" -> Optional.empty();
      case ".inf", ".Inf", ".INF" -> Optional.of(sign * Double.POSITIVE_INFINITY);
      case ".nan", ".NaN", ".NAN" -> signed ? Optional.empty() : Optional.of(Double.NaN);
      default -> {
        Optional<Double> based = based(size);
        Optional<Double> number =
            based.isPresent() || (signed && size.startsWith(".")) ? based : decimal(size);
        yield number.filter(Double::isFinite).map(n -> sign * n);
      }
    };
  }

  private static Optional<Double> based(String size) {
    if (size.length() < 3 || size.charAt(0) != '0') {
      return Optional.empty();
    }
    int radix =
        switch (size.charAt(1)) {
          case 'x' -> 16;
          case 'o' -> 8;
          case 'b' -> 2;
          default -> 0;
        };
    String digits = size.substring(2);
    for (int i = 0; i < digits.length(); i++) {
      if (radix == 0 || Character.digit(digits.charAt(i), radix) < 0 || digits.charAt(i) > 'f') {
        return Optional.empty();
      }
    }
    return Optional.of(new BigInteger(digits, radix).doubleValue());
  }

  /// `12`, `1.5`, `1.`, `.5`, `1e3`.
  private static Optional<Double> decimal(String size) {
    int at = digits(size, 0);
    int whole = at;
    int fraction = 0;
    if (at < size.length() && size.charAt(at) == '.') {
      int end = digits(size, at + 1);
      fraction = end - at - 1;
      at = end;
    }
    if (whole + fraction == 0 || (whole == 0 && fraction == 0)) {
      return Optional.empty();
    }
    if (at < size.length() && (size.charAt(at) == 'e' || size.charAt(at) == 'E')) {
      int start = at + 1;
      if (start < size.length() && (size.charAt(start) == '+' || size.charAt(start) == '-')) {
        start++;
      }
      int end = digits(size, start);
      at = end > start ? end : -1;
    }
    return at == size.length() ? Optional.of(Double.parseDouble(size)) : Optional.empty();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
