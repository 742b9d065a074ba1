package dev.slipway.settings;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the options of `@semantic-release/commit-analyzer`.
final class AnalyzerOptions {
  private final Options options;
  private final Checks checks;
  private final ConfigurationFiles files;

  AnalyzerOptions(Options options, Checks checks, ConfigurationFiles files) {
    this.options = options;
    this.checks = checks;
    this.files = files;
  }

  AnalyzerSettings read(Preset preset, Profile profile) {
    GrammarOptions grammar = new GrammarOptions(options, checks);
    return new AnalyzerSettings(grammar.parser(preset, profile), rules(), false);
  }

  private List<ReleaseRule> rules() {
    Optional<Written> given =
        options.find("releaseRules").filter(value -> value.truth().orElse(true));
    if (given.isEmpty()) {
      return List.of();
    }
    Optional<Written> value =
        given.get() instanceof Written.Text(var module, _) ? loaded(module, given.get()) : given;
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof Written.Items(var items, _))) {
      checks.wrong(
          "CONFIG_RELEASE_RULES", options.owner(), "releaseRules", "a list of rules", value.get());
      return List.of();
    }
    List<ReleaseRule> rules = new ArrayList<>();
    for (Written item : items) {
      rule(item).ifPresent(rules::add);
    }
    return rules;
  }

  private Optional<Written> loaded(String module, Written at) {
    Optional<Written> value = Optional.empty();
    try {
      value = PackagePaths.resolve(module, files.root()).flatMap(files::load);
    } catch (Refused refused) {
      refused.problems().forEach(checks::add);
      return Optional.empty();
    }
    if (value.isEmpty()) {
      checks.add(
          Problem.configuration(
                  "CONFIG_RELEASE_RULES",
                  "The releaseRules of "
                      + options.owner()
                      + " are to be read from "
                      + module
                      + ", and there is no such file.",
                  "Correct the path, or write the rules into the configuration.")
              .at(at.place()));
    }
    return value;
  }

  private Optional<ReleaseRule> rule(Written item) {
    if (checks.code(options.owner(), "releaseRules", item)) {
      return Optional.empty();
    }
    if (!(item instanceof Written.Members rule) || isMissing(rule)) {
      checks.add(
          Problem.configuration(
                  "CONFIG_RELEASE_RULES",
                  "A rule in releaseRules of " + options.owner() + " does not say what to release.",
                  "Write it as {\"type\": \"docs\", \"release\": \"patch\"}.")
              .at(item.place()));
      return Optional.empty();
    }
    Written release = rule.members().getOrDefault("release", rule);
    Optional<ReleaseType> type = type(release);
    if (type.isEmpty()) {
      checks.add(
          Problem.configuration(
                  "CONFIG_RELEASE_RULES",
                  "The rule in releaseRules of "
                      + options.owner()
                      + " asks for the release "
                      + Checks.shown(release)
                      + ", which is none.",
                  "Write major, minor, patch, premajor, preminor, prepatch, prerelease or false.")
              .at(release.place()));
      return Optional.empty();
    }
    Map<String, Written> rest = new LinkedHashMap<>(rule.members());
    boolean breaking = truth(rest, "breaking");
    boolean revert = truth(rest, "revert");
    rest.remove("release");
    if (rest.values().stream().anyMatch(Written.Pattern.class::isInstance)) {
      checks.add(
          Problem.configuration(
                  "CONFIG_RELEASE_RULES",
                  "A rule in releaseRules of "
                      + options.owner()
                      + " holds a regular expression, which never matches there.",
                  "Write a glob as a text, such as \"no-release*\".")
              .at(item.place()));
      return Optional.empty();
    }
    Written.Members properties = new Written.Members(rest, rule.keys(), rule.place());
    return properties.json() instanceof dev.slipway.json.Json.Obj json
        ? Optional.of(new ReleaseRule(breaking, revert, json, type.get()))
        : Optional.empty();
  }

  private static boolean isMissing(Written.Members rule) {
    return rule.find("release")
        .map(value -> value instanceof Written.Nothing(var isUndefined, _) && isUndefined)
        .orElse(true);
  }

  private static boolean truth(Map<String, Written> rule, String key) {
    Optional<Written> value = Optional.ofNullable(rule.remove(key));
    return value.flatMap(Written::truth).orElse(false);
  }

  private static Optional<ReleaseType> type(Written release) {
    return switch (release) {
      case Written.Text(var name, _) -> ReleaseType.named(name);
      case Written.Nothing _ -> Optional.of(ReleaseType.NONE);
      case Written.Flag(var on, _) -> on ? Optional.empty() : Optional.of(ReleaseType.NONE);
      case Written.Num _, Written.Pattern _, Written.Items _ -> Optional.empty();
      case Written.Members _, Written.Code _ -> Optional.empty();
    };
  }
}
