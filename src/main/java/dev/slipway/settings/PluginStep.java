package dev.slipway.settings;

import java.util.Arrays;
import java.util.Optional;

/// The steps of semantic-release, in their order. A configuration may say step by step which
/// plug-ins run.
public enum PluginStep {
  VERIFY_CONDITIONS("verifyConditions"),
  ANALYZE_COMMITS("analyzeCommits"),
  VERIFY_RELEASE("verifyRelease"),
  GENERATE_NOTES("generateNotes"),
  PREPARE("prepare"),
  PUBLISH("publish"),
  ADD_CHANNEL("addChannel"),
  SUCCESS("success"),
  FAIL("fail");

  private final String key;

  PluginStep(String key) {
    this.key = key;
  }

  /// The key of the step in a configuration, such as `verifyConditions`.
  public String key() {
    return key;
  }

  /// The step of a key.
  public static Optional<PluginStep> of(String key) {
    return Arrays.stream(values()).filter(step -> step.key.equals(key)).findFirst();
  }
}
