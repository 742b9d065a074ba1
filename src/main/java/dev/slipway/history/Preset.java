package dev.slipway.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The presets of conventional-changelog that are built in.
public enum Preset {
  ANGULAR,
  CONVENTIONALCOMMITS,
  ATOM,
  CODEMIRROR,
  EMBER,
  ESLINT,
  EXPRESS,
  JQUERY,
  JSHINT;

  /// The preset of a name, in any case; empty when it is none of ours.
  public static Optional<Preset> named(String name) {
    return Arrays.stream(values())
        .filter(preset -> preset.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /// How messages are read under this preset.
  public ParserOptions options(Profile profile) {
    return options(profile, List.of("#"));
  }

  /// The same, with the issue prefixes of `presetConfig`, which only `conventionalcommits` reads.
  public ParserOptions options(Profile profile, List<String> issuePrefixes) {
    return ParserOptions.defaults(profile);
  }

  /// The name as a configuration has it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
