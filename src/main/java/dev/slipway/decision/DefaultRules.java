package dev.slipway.decision;

import dev.slipway.json.Json;
import dev.slipway.settings.ReleaseRule;
import dev.slipway.settings.ReleaseType;
import java.util.List;

/// The rules of commit-analyzer 13, in its order: each line of the table is one.
final class DefaultRules {
  static final List<Rule> ALL =
      List.of(
          rule(true, false, Json.empty(), ReleaseType.MAJOR),
          rule(false, true, Json.empty(), ReleaseType.PATCH),
          // angular
          rule("type", "feat", ReleaseType.MINOR),
          rule("type", "fix", ReleaseType.PATCH),
          rule("type", "perf", ReleaseType.PATCH),
          // atom
          rule("emoji", ":racehorse:", ReleaseType.PATCH),
          rule("emoji", ":bug:", ReleaseType.PATCH),
          rule("emoji", ":penguin:", ReleaseType.PATCH),
          rule("emoji", ":apple:", ReleaseType.PATCH),
          rule("emoji", ":checkered_flag:", ReleaseType.PATCH),
          // ember
          rule("tag", "BUGFIX", ReleaseType.PATCH),
          rule("tag", "FEATURE", ReleaseType.MINOR),
          rule("tag", "SECURITY", ReleaseType.PATCH),
          // eslint
          rule("tag", "Breaking", ReleaseType.MAJOR),
          rule("tag", "Fix", ReleaseType.PATCH),
          rule("tag", "Update", ReleaseType.MINOR),
          rule("tag", "New", ReleaseType.MINOR),
          // express
          rule("component", "perf", ReleaseType.PATCH),
          rule("component", "deps", ReleaseType.PATCH),
          // jshint
          rule("type", "FEAT", ReleaseType.MINOR),
          rule("type", "FIX", ReleaseType.PATCH));

  private DefaultRules() {}

  private static Rule rule(String property, String value, ReleaseType release) {
    return rule(false, false, Json.empty().with(property, Json.of(value)), release);
  }

  private static Rule rule(
      boolean breaking, boolean revert, Json.Obj properties, ReleaseType release) {
    return Rule.of(new ReleaseRule(breaking, revert, properties, release), "a default rule");
  }
}
