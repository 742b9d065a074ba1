package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import dev.slipway.settings.ReleaseRule;
import dev.slipway.settings.ReleaseType;
import java.util.ArrayList;
import java.util.List;

/// One rule, ready to be held against changes.
///
/// @param origin where it stands: `releaseRules[2]`, `a default rule`
record Rule(ReleaseRule rule, String origin, List<Expectation> expectations) {
  static Rule of(ReleaseRule rule, String origin) {
    List<Expectation> expectations = new ArrayList<>();
    rule.properties()
        .members()
        .forEach((name, value) -> expectations.add(Expectation.of(name, value)));
    return new Rule(rule, origin, List.copyOf(expectations));
  }

  ReleaseType release() {
    return rule.release();
  }

  boolean fits(Change change) {
    if ((rule.breaking() && !change.isBreaking()) || (rule.revert() && change.revert().isEmpty())) {
      return false;
    }
    for (Expectation expectation : expectations) {
      if (!expectation.isMetBy(change)) {
        return false;
      }
    }
    return true;
  }

  /// True when it asks for this text in this property, glob or not.
  boolean asks(String property, String text) {
    return rule.properties().text(property).filter(text::equals).isPresent();
  }

  /// The rule in a few words: `type: feat`, `breaking, scope: core`.
  String asWords() {
    List<String> words = new ArrayList<>();
    if (rule.breaking()) {
      words.add("breaking");
    }
    if (rule.revert()) {
      words.add("revert");
    }
    rule.properties()
        .members()
        .forEach((name, value) ->
            words.add(name + ": " + value.text().orElseGet(() -> JsonWriter.compact(value))));
    return words.isEmpty() ? "every commit" : String.join(", ", words);
  }

  Json.Obj properties() {
    return rule.properties();
  }
}
