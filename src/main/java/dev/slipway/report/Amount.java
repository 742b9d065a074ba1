package dev.slipway.report;

import java.time.Duration;
import java.util.Locale;

/// Amounts as people read them.
final class Amount {
  private Amount() {}

  /// Bytes: `512 B`, `1.2 kB`, `34.5 MB`, in steps of a thousand as npm shows them.
  static String bytes(long bytes) {
    long size = Math.abs(bytes);
    String sign = bytes < 0 ? "−" : "";
    if (size < 1000) {
      return sign + size + " B";
    }
    double value = size;
    for (String unit : new String[] {"kB", "MB", "GB"}) {
      value /= 1000;
      if (value < 999.95 || unit.equals("GB")) {
        return sign + String.format(Locale.ROOT, "%.1f %s", value, unit);
      }
    }
    throw new IllegalStateException("unreachable");
  }

  /// A difference of bytes, with its sign, and in parts of a hundred where that says something.
  static String difference(long before, long now) {
    if (before == now) {
      return "±0";
    }
    String sign = now > before ? "+" : "";
    double percent = before == 0 ? 0 : 100.0 * (now - before) / before;
    String share =
        before == 0
            ? ""
            : String.format(
                Locale.ROOT, ", %s%.0f %%", now > before ? "+" : "−", Math.abs(percent));
    return sign + bytes(now - before) + share;
  }

  /// A time: `0.3 s`, `12 s`, `4 min 5 s`.
  static String time(Duration time) {
    long millis = time.toMillis();
    if (millis < 9_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = (millis + 500) / 1000;
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /// `1 file`, `2 files`.
  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
