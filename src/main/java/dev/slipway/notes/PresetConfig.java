package dev.slipway.notes;

import dev.slipway.json.Json;
import java.util.List;
import java.util.Optional;

/// The options of a preset, `presetConfig`, as far as they are about notes.
///
/// @param types how types of commits are shown; the first that fits counts
/// @param issuePrefixes what the number of an issue in a subject starts with: JavaScript patterns
/// @param issueUrlFormat the address of an issue, with `{{host}}` and the like in it
/// @param scopes only commits of these scopes are shown; empty: all
/// @param scopeOnly whether commits without a scope stay away, too
/// @param ignoreCommits a JavaScript pattern; commits whose message it finds are not shown
record PresetConfig(
    List<Type> types,
    List<String> issuePrefixes,
    String issueUrlFormat,
    String commitUrlFormat,
    String compareUrlFormat,
    String userUrlFormat,
    Optional<List<String>> scopes,
    boolean scopeOnly,
    Optional<String> ignoreCommits) {
  static final String ISSUE_URL = "{{host}}/{{owner}}/{{repository}}/issues/{{id}}";
  static final String COMMIT_URL = "{{host}}/{{owner}}/{{repository}}/commit/{{hash}}";
  static final String COMPARE_URL =
      "{{host}}/{{owner}}/{{repository}}/compare/{{previousTag}}...{{currentTag}}";
  static final String USER_URL = "{{host}}/{{user}}";

  private static final List<Type> TYPES =
      List.of(
          Type.shown("feat", "Features"),
          Type.shown("feature", "Features"),
          Type.shown("fix", "Bug Fixes"),
          Type.shown("perf", "Performance Improvements"),
          Type.shown("revert", "Reverts"),
          Type.hidden("docs", "Documentation"),
          Type.hidden("style", "Styles"),
          Type.hidden("chore", "Miscellaneous Chores"),
          Type.hidden("refactor", "Code Refactoring"),
          Type.hidden("test", "Tests"),
          Type.hidden("build", "Build System"),
          Type.hidden("ci", "Continuous Integration"));

  /// How a type of commits is shown.
  ///
  /// @param section the heading; the empty text: none
  /// @param hidden whether only breaking changes of it are shown
  /// @param effect what newer presets say instead of `hidden`
  /// @param scope the entry is for this scope only; the empty text: for all
  record Type(
      Optional<String> type,
      String section,
      boolean hidden,
      Optional<String> effect,
      String scope) {
    private static Type shown(String type, String section) {
      return new Type(Optional.of(type), section, false, Optional.of("bump"), "");
    }

    private static Type hidden(String type, String section) {
      return new Type(Optional.of(type), section, true, Optional.of("hidden"), "");
    }

    private static Type of(Json json) {
      return new Type(
          json.text("type"),
          json.text("section").orElse(""),
          isTrue(json.get("hidden")),
          json.text("effect"),
          json.text("scope").orElse(""));
    }
  }

  PresetConfig {
    types = List.copyOf(types);
    issuePrefixes = List.copyOf(issuePrefixes);
    scopes = scopes.map(List::copyOf);
  }

  /// The options as they stand in a configuration, with the preset's own where they say nothing.
  static PresetConfig of(Json.Obj json) {
    return new PresetConfig(
        json.get("types")
            .filter(Json.Arr.class::isInstance)
            .map(types -> types.items().stream().map(Type::of).toList())
            .orElse(TYPES),
        json.get("issuePrefixes")
            .filter(Json.Arr.class::isInstance)
            .map(PresetConfig::texts)
            .orElse(List.of("#")),
        json.text("issueUrlFormat").orElse(ISSUE_URL),
        json.text("commitUrlFormat").orElse(COMMIT_URL),
        json.text("compareUrlFormat").orElse(COMPARE_URL),
        json.text("userUrlFormat").orElse(USER_URL),
        json.get("scope").filter(PresetConfig::isScope).map(PresetConfig::texts),
        isTrue(json.get("scopeOnly")),
        json.text("ignoreCommits").filter(pattern -> !pattern.isEmpty()));
  }

  private static boolean isScope(Json json) {
    return json instanceof Json.Arr || json.text().filter(text -> !text.isEmpty()).isPresent();
  }

  private static List<String> texts(Json json) {
    return json instanceof Json.Arr(var items)
        ? items.stream().flatMap(item -> item.text().stream()).toList()
        : json.text().stream().toList();
  }

  private static boolean isTrue(Optional<Json> json) {
    return json.flatMap(Json::truth).orElse(false);
  }
}
