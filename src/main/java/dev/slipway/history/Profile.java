package dev.slipway.history;

/// Whose reading of a commit message is followed.
public enum Profile {
  /// semantic-release 25: `conventional-commits-parser` 6.4.0 and `conventional-commits-filter` 5.
  SR25,
  /// The newer line of the same parser, 7.1.x: notes need a colon, references a digit.
  CC10,
  /// Slipway's own, where there is no configuration: Conventional Commits 1.0.0 to the letter.
  NATIVE
}
