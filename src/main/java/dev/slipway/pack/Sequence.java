package dev.slipway.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The inside of `{1..5}`, `{01..10..2}` or `{a..e}`.
///
/// @param letters true when it counts letters
/// @param width how many characters numbers are padded to; 0: not padded
record Sequence(long from, long to, long step, boolean letters, int width) {
  private static final long FARTHEST = 1L << 53;

  static Optional<Sequence> of(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int dots = text.indexOf(".."); dots >= 0; dots = text.indexOf("..", from)) {
      parts.add(text.substring(from, dots));
      from = dots + 2;
    }
    parts.add(text.substring(from));
    if (parts.size() < 2 || parts.size() > 3) {
      return Optional.empty();
    }
    boolean stepped = parts.size() == 3;
    if (stepped && !isNumber(parts.get(2))) {
      return Optional.empty();
    }
    String first = parts.get(0);
    String last = parts.get(1);
    long step = stepped ? Math.max(Math.abs(number(parts.get(2))), 1) : 1;
    boolean padded = parts.stream().anyMatch(Sequence::isPadded);
    if (isNumber(first) && isNumber(last)) {
      int width = padded ? Math.max(first.length(), last.length()) : 0;
      return Optional.of(new Sequence(number(first), number(last), step, false, width));
    }
    return isLetter(first) && isLetter(last)
        ? Optional.of(new Sequence(first.charAt(0), last.charAt(0), step, true, 0))
        : Optional.empty();
  }

  private static boolean isLetter(String text) {
    return text.length() == 1
        && ((text.charAt(0) >= 'a' && text.charAt(0) <= 'z')
            || (text.charAt(0) >= 'A' && text.charAt(0) <= 'Z'));
  }

  private static boolean isNumber(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    return text.length() > at && text.substring(at).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isPadded(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    return text.length() > at + 1
        && text.charAt(at) == '0'
        && text.charAt(at + 1) >= '0'
        && text.charAt(at + 1) <= '9';
  }

  private static long number(String text) {
    return text.length() > 16
        ? (text.startsWith("-") ? -FARTHEST : FARTHEST)
        : Long.parseLong(text);
  }

  List<String> values(int most) {
    List<String> values = new ArrayList<>();
    long signed = to < from ? -step : step;
    for (long at = from; (signed < 0 ? at >= to : at <= to) && values.size() < most; at += signed) {
      values.add(letters ? letter((char) at) : padded(at));
    }
    return values;
  }

  private static String letter(char c) {
    return c == '\\' ? "" : String.valueOf(c);
  }

  private String padded(long value) {
    String digits = Long.toString(Math.abs(value));
    String sign = value < 0 ? "-" : "";
    return sign + "0".repeat(Math.max(0, width - digits.length() - sign.length())) + digits;
  }
}
