package dev.slipway.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a release rule may ask for. The order is commit-analyzer's, the strongest first; `NONE`
/// (`false` or `null` in a configuration) stands before all others, as it does there.
public enum ReleaseType {
  NONE,
  MAJOR,
  PREMAJOR,
  MINOR,
  PREMINOR,
  PATCH,
  PREPATCH,
  PRERELEASE;

  /// The type of a name, as it is written in a rule.
  public static Optional<ReleaseType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> type != NONE && type.toString().equals(name))
        .findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
