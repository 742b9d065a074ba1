package dev.slipway.settings;

import java.util.Optional;

/// A changelog file: the settings of `@semantic-release/changelog`.
///
/// @param file its path, relative to the working directory
/// @param title the text that stays above the newest entry
public record ChangelogSettings(String file, Optional<String> title) {
  /// `CHANGELOG.md` without a title.
  public static ChangelogSettings defaults() {
    return new ChangelogSettings("CHANGELOG.md", Optional.empty());
  }
}
