package dev.slipway;

import java.util.Locale;

/// Sizes as people read them.
final class Sizes {
  private Sizes() {}

  /// Nine characters wide, such as ` 1.2 kB`.
  static String of(long bytes) {
    if (bytes < 1000) {
      return String.format(Locale.ROOT, "%6d B ", bytes);
    }
    double value = bytes / 1000.0;
    for (String unit : new String[] {"kB", "MB"}) {
      if (value < 1000) {
        return String.format(Locale.ROOT, "%6.1f %s", value, unit);
      }
      value /= 1000;
    }
    return String.format(Locale.ROOT, "%6.1f GB", value);
  }
}
