package dev.slipway.settings;

import java.util.List;

/// The release commit: the settings of `@semantic-release/git`.
///
/// @param assets what goes into it when it has changed: lists of globs, where those of one entry
///   belong together (a later `!glob` takes away); no entries: nothing, and so no commit
/// @param message its message
public record GitSettings(List<List<String>> assets, Template message) {
  /// The message where the configuration has none.
  public static final String MESSAGE =
      "chore(release): ${nextRelease.version} [skip ci]\n\n${nextRelease.notes}";

  /// The files where the configuration has none.
  public static final List<List<String>> ASSETS =
      List.of(
          List.of("CHANGELOG.md"),
          List.of("package.json"),
          List.of("package-lock.json"),
          List.of("npm-shrinkwrap.json"));

  public GitSettings {
    assets = assets.stream().map(List::copyOf).toList();
  }

  /// Changelog, manifest and lock files, with the usual message.
  public static GitSettings defaults() {
    return new GitSettings(ASSETS, Template.of(MESSAGE));
  }
}
