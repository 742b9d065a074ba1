package dev.slipway.settings;

import java.math.BigDecimal;
import java.math.BigInteger;

/// Numbers as JavaScript reads and prints them.
final class ScriptNumbers {
  private ScriptNumbers() {}

  /// The value of a number literal.
  ///
  /// @throws ScriptSyntax when it is none
  static double parse(String literal, int offset) {
    String plain = literal.replace("_", "");
    try {
      if (plain.length() > 2 && plain.charAt(0) == '0') {
        int radix =
            switch (plain.charAt(1)) {
              case 'x', 'X' -> 16;
              case 'o', 'O' -> 8;
              case 'b', 'B' -> 2;
              default -> 0;
            };
        if (radix > 0 && plain.length() < 300) {
          return new BigInteger(plain.substring(2), radix).doubleValue();
        }
      }
      for (int i = 0; i < plain.length(); i++) {
        char c = plain.charAt(i);
        if ("0123456789.eE+-".indexOf(c) < 0) {
          throw new ScriptSyntax("this is no number", offset);
        }
      }
      return Double.parseDouble(plain);
    } catch (NumberFormatException notNumber) {
      throw new ScriptSyntax("this is no number", offset);
    }
  }

  /// The number as `String(n)` prints it.
  static String print(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    if (size >= 1e21 || size < 1e-6) {
      String digits = shortest.unscaledValue().abs().toString();
      int exponent = digits.length() - 1 - shortest.scale();
      String mantissa =
          digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      return (value < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
    return shortest.toPlainString();
  }
}
