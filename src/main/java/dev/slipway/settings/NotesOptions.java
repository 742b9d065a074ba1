package dev.slipway.settings;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.history.TextPattern;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the options of `@semantic-release/release-notes-generator`.
final class NotesOptions {
  private static final Set<String> FUNCTIONS =
      Set.of("transform", "finalizeContext", "generateOn", "debug", "formatDate", "skip");

  private static final Set<String> WRITER_KEYS =
      Set.of(
          "groupBy",
          "commitsSort",
          "commitGroupsSort",
          "noteGroupsSort",
          "notesSort",
          "mainTemplate",
          "headerPartial",
          "commitPartial",
          "footerPartial",
          "partials",
          "reverse",
          "ignoreReverted",
          "doFlush",
          "transform",
          "finalizeContext",
          "generateOn",
          "skip",
          "formatDate");

  private final Options options;
  private final Checks checks;

  NotesOptions(Options options, Checks checks) {
    this.options = options;
    this.checks = checks;
  }

  NotesSettings read(Profile profile, Preset otherwise) {
    GrammarOptions grammar = new GrammarOptions(options, checks);
    Preset preset = grammar.preset(otherwise);
    Map<String, Written> parserOpts = grammar.parserOpts();
    Optional<Written.Members> presetConfig = grammar.presetConfig(profile);
    presetConfig.flatMap(given -> given.find("ignoreCommits")).ifPresent(this::checkPattern);
    return new NotesSettings(
        preset,
        profile,
        grammar.parser(preset, profile),
        preset == Preset.CONVENTIONALCOMMITS || parserOpts.containsKey("issuePrefixes"),
        parserOpts.containsKey("referenceActions"),
        presetConfig.map(NotesOptions::json).orElse(Json.empty()),
        writer(),
        word("host"),
        truth("linkCompare"),
        truth("linkReferences"),
        word("commit"),
        word("issue"));
  }

  /// A regular expression becomes an object with `source` and `flags`.
  private static Json.Obj json(Written.Members members) {
    Map<String, Json> all = new LinkedHashMap<>();
    members
        .members()
        .forEach((key, value) -> {
          if (value instanceof Written.Pattern(var source, var flags, _)) {
            all.put(
                key, Json.empty().with("source", Json.of(source)).with("flags", Json.of(flags)));
          } else if (!(value instanceof Written.Nothing(boolean isUndefined, _) && isUndefined)) {
            all.put(key, value.json());
          }
        });
    return new Json.Obj(all);
  }

  private void checkPattern(Written value) {
    try {
      value.text().ifPresent(TextPattern::javascript);
    } catch (Refused refused) {
      refused.problems().forEach(problem -> checks.add(problem.at(value.place())));
    }
  }

  /// True where `null` stands, which here is a value of its own: none.
  private boolean isNull(String key) {
    return options.all().find(key).filter(value -> value.isNothing()).isPresent();
  }

  private Optional<Boolean> truth(String key) {
    return isNull(key) ? Optional.of(false) : checks.truth(options, key);
  }

  private Optional<String> word(String key) {
    if (isNull(key)) {
      return Optional.of("");
    }
    Optional<Written> value = options.find(key);
    if (value.isPresent() && value.get().text().isEmpty()) {
      checks.wrong("CONFIG_NOTES", options.owner(), key, "a text", value.get());
    }
    return value.flatMap(Written::text);
  }

  private WriterSettings writer() {
    Optional<Written> value = options.find("writerOpts");
    if (value.isEmpty()) {
      return WriterSettings.none();
    }
    if (!(value.get() instanceof Written.Members writer)) {
      checks.wrong("CONFIG_WRITER_OPTS", options.owner(), "writerOpts", "an object", value.get());
      return WriterSettings.none();
    }
    writer
        .members()
        .forEach((key, member) -> {
          if (FUNCTIONS.contains(key)) {
            refuseFunction(key, member);
          } else if (!WRITER_KEYS.contains(key)) {
            checks.unknown(
                options.owner(),
                "writerOpts." + key,
                WRITER_KEYS.stream().map(known -> "writerOpts." + known).sorted().toList(),
                writer.keyPlace(key));
          }
        });
    return new WriterSettings(
        field(writer, "groupBy"),
        sort(writer, "commitsSort"),
        sort(writer, "commitGroupsSort"),
        sort(writer, "noteGroupsSort"),
        sort(writer, "notesSort"),
        template(writer, "mainTemplate"),
        template(writer, "headerPartial"),
        template(writer, "commitPartial"),
        template(writer, "footerPartial"),
        partials(writer),
        writer.find("reverse").flatMap(Written::truth),
        writer.find("ignoreReverted").flatMap(Written::truth));
  }

  private void refuseFunction(String key, Written value) {
    boolean harmless = value.isNothing() || key.equals("debug") || !value.truth().orElse(true);
    if (harmless) {
      return;
    }
    checks.add(
        Problem.configuration(
                "CONFIG_CODE",
                "The option writerOpts."
                    + key
                    + " of "
                    + options.owner()
                    + " is code, and Slipway reads configurations without running them.",
                "Take it out. Which types are shown, and under which titles, is said by"
                    + " presetConfig.types of the preset conventionalcommits; how they look, by the"
                    + " Handlebars templates mainTemplate, headerPartial, commitPartial and"
                    + " footerPartial.")
            .at(value.place()));
  }

  /// A field's name; the empty text where there is to be none.
  private Optional<String> field(Written.Members writer, String key) {
    return writer
        .find(key)
        .map(value -> {
          if (!value.truth().orElse(true)) {
            return "";
          }
          if (value.text().isEmpty()) {
            wrong(key, "the name of a field", value);
          }
          return value.text().orElse("");
        });
  }

  private Optional<List<String>> sort(Written.Members writer, String key) {
    return writer
        .find(key)
        .map(value -> {
          if (!value.truth().orElse(true)) {
            return List.<String>of();
          }
          List<String> fields = new ArrayList<>();
          List<Written> all = value instanceof Written.Items(var items, _) ? items : List.of(value);
          for (Written one : all) {
            one.text().ifPresent(fields::add);
            if (one.text().isEmpty()) {
              wrong(key, "the name of a field, or a list of names", one);
            }
          }
          return fields;
        });
  }

  private Optional<String> template(Written.Members writer, String key) {
    Optional<Written> value = writer.find(key).filter(one -> !one.isNothing());
    if (value.isPresent() && value.get().text().isEmpty()) {
      wrong(key, "a Handlebars template", value.get());
    }
    return value.flatMap(Written::text);
  }

  private Map<String, String> partials(Written.Members writer) {
    Optional<Written> value = writer.find("partials").filter(one -> !one.isNothing());
    Map<String, String> all = new LinkedHashMap<>();
    if (value.isPresent() && value.get() instanceof Written.Members members) {
      members
          .members()
          .forEach((name, partial) -> {
            if (partial.text().isPresent()) {
              all.put(name, partial.text().get());
            } else if (!partial.isNothing()) {
              wrong("partials." + name, "a Handlebars template", partial);
            }
          });
    } else {
      value.ifPresent(v -> wrong("partials", "an object of Handlebars templates", v));
    }
    return all;
  }

  private void wrong(String key, String wanted, Written value) {
    checks.wrong("CONFIG_WRITER_OPTS", options.owner(), "writerOpts." + key, wanted, value);
  }
}
