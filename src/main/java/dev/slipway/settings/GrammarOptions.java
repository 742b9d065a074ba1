package dev.slipway.settings;

import dev.slipway.history.ParserOptions;
import dev.slipway.history.ParserOptionsDraft;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.history.TextPattern;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The options that both the analyzer and the notes read: `preset`, `config`, `parserOpts`,
/// `presetConfig`.
final class GrammarOptions {
  private static final String PREFIX = "conventional-changelog-";

  static final Set<String> PARSER_KEYS =
      Set.of(
          "headerPattern",
          "headerCorrespondence",
          "breakingHeaderPattern",
          "mergePattern",
          "mergeCorrespondence",
          "revertPattern",
          "revertCorrespondence",
          "fieldPattern",
          "noteKeywords",
          "notesPattern",
          "issuePrefixes",
          "issuePrefixesCaseSensitive",
          "referenceActions",
          "commentChar");

  private final Options options;
  private final Checks checks;

  GrammarOptions(Options options, Checks checks) {
    this.options = options;
    this.checks = checks;
  }

  /// The preset: `preset`, else `config`, else the default one.
  Preset preset(Preset otherwise) {
    for (String key : List.of("preset", "config")) {
      Optional<Written> value = options.find(key).filter(v -> v.truth().orElse(true));
      if (value.isPresent()) {
        return named(key, value.get(), otherwise);
      }
    }
    return otherwise;
  }

  private Preset named(String key, Written value, Preset otherwise) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      checks.wrong("CONFIG_PRESET", options.owner(), key, "the name of a preset", value);
      return otherwise;
    }
    Optional<Preset> preset = built(key, text.get());
    if (preset.isEmpty()) {
      checks.add(foreign(key, text.get()).at(value.place()));
    }
    return preset.orElse(otherwise);
  }

  /// The preset of a name, as semantic-release finds its package: `preset` is the package's end, in
  /// any case; `config` is its whole name, letter by letter.
  private static Optional<Preset> built(String key, String text) {
    if (key.equals("preset")) {
      return Preset.named(text.toLowerCase(Locale.ROOT));
    }
    return text.startsWith(PREFIX)
        ? Preset.named(text.substring(PREFIX.length()))
        : Optional.empty();
  }

  private Problem foreign(String key, String text) {
    String written = key.equals("config") ? PREFIX : "";
    List<String> names = Arrays.stream(Preset.values()).map(Preset::toString).toList();
    String small = text.toLowerCase(Locale.ROOT);
    String end = small.startsWith(PREFIX) ? small.substring(PREFIX.length()) : small;
    return Problem.configuration(
        "CONFIG_PRESET",
        "The "
            + key
            + " "
            + text
            + " of "
            + options.owner()
            + " is not built in, and Slipway runs nobody else's code.",
        Nearest.of(end, names)
            .map(near -> "Did you mean " + written + near + "?")
            .orElse(
                "Use one of "
                    + names.stream().map(written::concat).collect(Collectors.joining(", "))
                    + ", and parserOpts and presetConfig for what is different."));
  }

  /// `presetConfig`. Of no effect where `preset` is not named: semantic-release hands it to nobody
  /// then.
  Optional<Written.Members> presetConfig(Profile profile) {
    Optional<Written> value = options.find("presetConfig");
    if (value.isEmpty() || checks.code(options.owner(), "presetConfig", value.get())) {
      return Optional.empty();
    }
    boolean named = options.find("preset").filter(v -> v.truth().orElse(true)).isPresent();
    if (!named && profile != Profile.NATIVE) {
      checks.add(
          Problem.warning(
                  "CONFIG_NO_EFFECT",
                  "The option presetConfig of "
                      + options.owner()
                      + " does nothing, since preset is not named there.",
                  "Name the preset beside it: \"preset\": \"conventionalcommits\".")
              .at(value.get().place()));
      return Optional.empty();
    }
    if (value.get() instanceof Written.Members members) {
      return Optional.of(members);
    }
    checks.wrong("CONFIG_PRESET_CONFIG", options.owner(), "presetConfig", "an object", value.get());
    return Optional.empty();
  }

  /// The members of `parserOpts`; none where there are none.
  Map<String, Written> parserOpts() {
    Optional<Written> value = options.find("parserOpts");
    if (value.isEmpty()) {
      return Map.of();
    }
    if (value.get() instanceof Written.Members members) {
      return members.members();
    }
    checks.wrong("CONFIG_PARSER_OPTS", options.owner(), "parserOpts", "an object", value.get());
    return Map.of();
  }

  /// How messages are read: the preset's options with each of `parserOpts` in its place.
  ParserOptions parser(Preset preset, Profile profile) {
    Optional<List<String>> prefixes =
        preset == Preset.CONVENTIONALCOMMITS
            ? presetConfig(profile).flatMap(p -> p.find("issuePrefixes")).flatMap(this::texts)
            : Optional.empty();
    ParserOptions base =
        prefixes.map(p -> preset.options(profile, p)).orElseGet(() -> preset.options(profile));
    ParserOptionsDraft draft = base.draft();
    parserOpts().forEach((key, value) -> override(draft, key, value));
    return draft.finish();
  }

  private void override(ParserOptionsDraft draft, String key, Written value) {
    switch (key) {
      case "headerPattern" -> draft.headerPattern(pattern(key, value));
      case "breakingHeaderPattern" -> draft.breakingHeaderPattern(pattern(key, value));
      case "mergePattern" -> draft.mergePattern(pattern(key, value));
      case "revertPattern" -> draft.revertPattern(pattern(key, value));
      case "fieldPattern" -> draft.fieldPattern(pattern(key, value));
      case "headerCorrespondence" -> draft.headerFields(list(key, value).orElse(List.of()));
      case "mergeCorrespondence" -> draft.mergeFields(list(key, value).orElse(List.of()));
      case "revertCorrespondence" -> draft.revertFields(list(key, value).orElse(List.of()));
      case "noteKeywords" -> draft.noteKeywords(list(key, value));
      case "issuePrefixes" -> draft.issuePrefixes(list(key, value));
      case "referenceActions" -> draft.referenceActions(list(key, value));
      case "issuePrefixesCaseSensitive" ->
          draft.issuePrefixesCaseSensitive(value.truth().orElse(false));
      case "commentChar" -> draft.commentChar(value.text().filter(text -> !text.isEmpty()));
      case "notesPattern" -> {
        if (!value.isNothing()) {
          checks.wrong(
              "CONFIG_CODE", options.owner(), "parserOpts.notesPattern", "left out", value);
        }
      }
      case "warn" -> {
        // says what goes wrong, and changes nothing
      }
      default -> checks.unknown(options.owner(), "parserOpts." + key, qualified(), value.place());
    }
  }

  private static List<String> qualified() {
    return PARSER_KEYS.stream().map(key -> "parserOpts." + key).sorted().toList();
  }

  private Optional<TextPattern> pattern(String key, Written value) {
    try {
      return switch (value) {
        case Written.Pattern(var source, var flags, _) ->
            Optional.of(TextPattern.javascript(source, flags));
        case Written.Text(var source, _) ->
            source.isEmpty() ? Optional.empty() : Optional.of(TextPattern.javascript(source));
        case Written.Nothing _ -> Optional.empty();
        case Written.Flag(var on, _) when !on -> Optional.empty();
        case Written.Num _, Written.Flag _, Written.Items _, Written.Members _, Written.Code _ -> {
          checks.wrong(
              "CONFIG_PARSER_OPTS",
              options.owner(),
              "parserOpts." + key,
              "a regular expression",
              value);
          yield Optional.empty();
        }
      };
    } catch (Refused refused) {
      refused.problems().forEach(problem -> checks.add(problem.at(value.place())));
      return Optional.empty();
    }
  }

  private Optional<List<String>> list(String key, Written value) {
    if (!value.truth().orElse(true)) {
      return Optional.empty();
    }
    Optional<List<String>> texts = texts(value);
    if (texts.isEmpty()) {
      checks.wrong(
          "CONFIG_PARSER_OPTS", options.owner(), "parserOpts." + key, "a list of texts", value);
    }
    return texts;
  }

  private Optional<List<String>> texts(Written value) {
    if (!(value instanceof Written.Items(var items, _))) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Written item : items) {
      Optional<String> text =
          item instanceof Written.Pattern(var source, _, _) && isPlain(source)
              ? Optional.of(source)
              : item.text();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(texts);
  }

  /// A regular expression without any sign of its own is the text itself.
  private static boolean isPlain(String source) {
    for (int i = 0; i < source.length(); i++) {
      if (".*+?^${}()|[]\\/".indexOf(source.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
