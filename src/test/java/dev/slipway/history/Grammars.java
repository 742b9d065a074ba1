package dev.slipway.history;

import dev.slipway.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A grammar, made at random, and the question that asks the real parser for the same one.
///
/// @param question profile, preset and options as the oracle takes them
record Grammars(CommitGrammar grammar, Map<String, Json> question) {
  private static final List<Preset> PRESETS =
      List.of(
          Preset.ANGULAR,
          Preset.ANGULAR,
          Preset.ANGULAR,
          Preset.CONVENTIONALCOMMITS,
          Preset.CONVENTIONALCOMMITS,
          Preset.CONVENTIONALCOMMITS,
          Preset.ATOM,
          Preset.CODEMIRROR,
          Preset.EMBER,
          Preset.ESLINT,
          Preset.EXPRESS,
          Preset.JQUERY,
          Preset.JSHINT);

  /// Patterns such as stand in configurations in the wild.
  private static final List<String> HEADERS =
      List.of(
          "^(\\w*)(?:\\(([\\w$.\\-*/ ]*)\\))?: (.*)$",
          "^(?<type>\\w*)(?:\\((?<scope>.*)\\))?!?: (?<subject>.*)$",
          "^(?::\\w*:|[^\\w\\s]+)?\\s*(\\w*)(?:\\((.*)\\))?!?:\\s(.*)$",
          "^\\[(\\w+)\\]\\s*(?:(\\w+):)?\\s*(.*)",
          "^(feat|fix|docs)(?:\\((.*?)\\))?:\\s?(?=\\S)(.*)$",
          "^((?:\\w|-)+)(\\(.+\\))?(?!!): (.*?)(?: \\(#\\d+\\))?$",
          "(\\w+)");

  static Grammars of(Profile profile, Preset preset) {
    return new Grammars(CommitGrammar.of(preset.options(profile)), question(profile, preset));
  }

  private static Map<String, Json> question(Profile profile, Preset preset) {
    Map<String, Json> question = new LinkedHashMap<>();
    question.put("profile", Json.of(profile.name().toLowerCase(Locale.ROOT)));
    question.put("preset", Json.of(preset.toString()));
    return question;
  }

  /// A preset, and now and then options over it.
  static Grammars random(RandomGenerator random, Profile profile) {
    Preset preset = PRESETS.get(random.nextInt(PRESETS.size()));
    Map<String, Json> question = question(profile, preset);
    ParserOptionsDraft draft = preset.options(profile).draft();
    Map<String, Json> options = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) {
      option(
          random,
          options,
          "issuePrefixes",
          List.of(
              List.of("#", "gh-"),
              List.of("gh-", "#"),
              List.of("GH-", "g"),
              List.of("a", "#"),
              List.of("#", "##"),
              List.of("-"),
              List.of(),
              List.of(" @ ", ""),
              List.of("é")),
          draft::issuePrefixes);
      option(
          random,
          options,
          "referenceActions",
          List.of(
              List.of("fix", "closes"),
              List.of("see"),
              List.of("é", "Fix", "fixes"),
              List.of("fi", "x"),
              List.of("a")),
          draft::referenceActions);
      option(
          random,
          options,
          "noteKeywords",
          List.of(
              List.of("BREAKING CHANGE"),
              List.of("BREAKING", "BREAKING CHANGE", "close"),
              List.of("* it", "b"),
              List.of(),
              List.of("ü", "some.text"),
              List.of("-", "|")),
          draft::noteKeywords);
    }
    if (random.nextInt(8) == 0) {
      draft.issuePrefixesCaseSensitive(true);
      options.put("issuePrefixesCaseSensitive", Json.of(true));
    }
    if (random.nextInt(8) == 0) {
      String comment = random.nextBoolean() ? "#" : ";";
      draft.commentChar(Optional.of(comment));
      options.put("commentChar", Json.of(comment));
    }
    if (random.nextInt(8) == 0) {
      draft.fieldPattern(Optional.empty());
      options.put("fieldPattern", new Json.Null());
    }
    if (random.nextInt(12) == 0) {
      draft
          .headerPattern(Optional.of(BuiltInPattern.PLAIN_HEADER))
          .revertPattern(Optional.of(BuiltInPattern.PLAIN_REVERT));
      options.put("headerPattern", regex(BuiltInPattern.PLAIN_HEADER));
      options.put("revertPattern", regex(BuiltInPattern.PLAIN_REVERT));
    }
    if (random.nextInt(6) == 0) {
      String header = HEADERS.get(random.nextInt(HEADERS.size()));
      draft.headerPattern(Optional.of(TextPattern.javascript(header)));
      options.put("headerPattern", Json.of(header));
    }
    question.put("parserOpts", new Json.Obj(options));
    return new Grammars(CommitGrammar.of(draft.finish()), question);
  }

  private static Json regex(BuiltInPattern pattern) {
    return new Json.Obj(Map.of("regex", Json.of(List.of(pattern.source(), pattern.flags()))));
  }

  private interface Setter {
    Object set(Optional<List<String>> value);
  }

  private static void option(
      RandomGenerator random,
      Map<String, Json> options,
      String name,
      List<List<String>> choices,
      Setter setter) {
    int choice = random.nextInt(choices.size() + 2);
    if (choice < choices.size()) {
      options.put(name, Json.of(choices.get(choice)));
      setter.set(Optional.of(choices.get(choice)));
    } else if (choice == choices.size()) {
      options.put(name, new Json.Null());
      setter.set(Optional.empty());
    }
  }
}
