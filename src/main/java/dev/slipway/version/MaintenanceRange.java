package dev.slipway.version;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a maintenance branch is for, as its name or its `range` says: `1.x`, `1.x.x` or `1.2.x`.
///
/// @param minor empty for a whole major version
public record MaintenanceRange(long major, OptionalLong minor) {
  /// Reads `N.x`, `N.x.x` or `N.N.x`; the `x` may be a capital. Leading zeros are allowed: the
  /// default branch pattern finds `01.x`, which semantic-release then cannot compute with.
  public static Optional<MaintenanceRange> read(String text) {
    List<String> parts = Parsed.split(text);
    if (parts.size() < 2
        || parts.size() > 3
        || !Parsed.isNumber(parts.getFirst())
        || !isX(parts.getLast())) {
      return Optional.empty();
    }
    Optional<Long> major = number(parts.getFirst());
    if (parts.size() == 2 || isX(parts.get(1))) {
      return major.map(number -> new MaintenanceRange(number, OptionalLong.empty()));
    }
    Optional<Long> minor = number(parts.get(1));
    return major.flatMap(
        first -> minor.map(second -> new MaintenanceRange(first, OptionalLong.of(second))));
  }

  /// True when the whole major version is meant.
  public boolean isMajor() {
    return minor.isEmpty();
  }

  /// The first version that it means.
  public Version from() {
    return Version.of(major, minor.orElse(0), 0);
  }

  /// The first version above it.
  public Version below() {
    return minor.isPresent()
        ? Version.of(major, minor.getAsLong() + 1, 0)
        : Version.of(major + 1, 0, 0);
  }

  private static boolean isX(String part) {
    return part.equals("x") || part.equals("X");
  }

  /// A number that leaves room for the one above it.
  private static Optional<Long> number(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    String bare = digits.substring(start);
    return Parsed.isNumber(bare) && bare.length() <= 15
        ? Optional.of(Long.parseLong(bare))
        : Optional.empty();
  }
}
