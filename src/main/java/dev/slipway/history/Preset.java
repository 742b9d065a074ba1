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

  /// The preset of a name, letter by letter; empty when it is none of ours.
  public static Optional<Preset> named(String name) {
    return Arrays.stream(values()).filter(preset -> preset.toString().equals(name)).findFirst();
  }

  /// How messages are read under this preset.
  public ParserOptions options(Profile profile) {
    return options(profile, List.of("#"));
  }

  /// The same, with the issue prefixes of `presetConfig`, which only `conventionalcommits` reads.
  public ParserOptions options(Profile profile, List<String> issuePrefixes) {
    ParserOptionsDraft draft = new ParserOptionsDraft(profile);
    return switch (this) {
      case ANGULAR ->
          draft
              .headerPattern(Optional.of(BuiltInPattern.ANGULAR_HEADER))
              .revertPattern(Optional.of(BuiltInPattern.ANGULAR_REVERT))
              .noteKeywords(Optional.of(List.of("BREAKING CHANGE")))
              .finish();
      case CONVENTIONALCOMMITS ->
          (profile == Profile.NATIVE
                  ? draft
                      .headerPattern(Optional.of(BuiltInPattern.STRICT_HEADER))
                      .breakingHeaderPattern(Optional.of(BuiltInPattern.STRICT_BREAKING_HEADER))
                  : draft
                      .headerPattern(Optional.of(BuiltInPattern.CONVENTIONAL_HEADER))
                      .breakingHeaderPattern(Optional.of(BuiltInPattern.BREAKING_HEADER)))
              .revertPattern(Optional.of(BuiltInPattern.CONVENTIONAL_REVERT))
              .issuePrefixes(Optional.of(issuePrefixes))
              .finish();
      case ATOM -> header(draft, "^(:.*?:) (.*)$", "emoji", "shortDesc");
      case CODEMIRROR -> header(draft, "^\\[(.*?)(?: (.*))?] (.*)$", "language", "type", "message");
      case EMBER ->
          header(
              draft
                  .mergePattern(
                      Optional.of(TextPattern.javascript("^Merge pull request #(.*) from .*$")))
                  .mergeFields(List.of("pr")),
              "^\\[(.*) (.*)] (.*)$",
              "tag",
              "taggedAs",
              "message");
      case ESLINT -> header(draft, "^(\\w*):\\s*(.*)$", "tag", "message");
      case EXPRESS, JQUERY -> header(draft, "^(\\w*): (.*)$", "component", "shortDesc");
      case JSHINT ->
          header(
              draft.noteKeywords(Optional.of(List.of("BREAKING CHANGE"))),
              "^\\[\\[(.*)]] (.*)$",
              "type",
              "shortDesc");
    };
  }

  private static ParserOptions header(ParserOptionsDraft draft, String pattern, String... fields) {
    return draft
        .headerPattern(Optional.of(TextPattern.javascript(pattern)))
        .headerFields(List.of(fields))
        .finish();
  }

  /// The name as a configuration has it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
