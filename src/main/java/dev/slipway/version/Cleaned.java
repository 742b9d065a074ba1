package dev.slipway.version;

import java.util.Optional;

/// A version as people write it in tags.
final class Cleaned {
  private Cleaned() {}

  /// The version behind any number of `v` and `=` (node-semver's `clean`).
  static Optional<Version> version(String text) {
    String trimmed = text.strip();
    int start = 0;
    while (start < trimmed.length()
        && (trimmed.charAt(start) == 'v' || trimmed.charAt(start) == '=')) {
      start++;
    }
    return Version.parse(trimmed.substring(start));
  }
}
