package dev.slipway.settings;

import java.util.Optional;
import java.util.Set;

/// What is published: the settings of `@semantic-release/npm`.
///
/// @param npmPublish whether it is published; empty: unless the manifest says `private`
/// @param pkgRoot the package's directory, relative to the working directory; `.` by default
/// @param tarballDir where a copy of the tarball is left, relative to the working directory
/// @param steps the steps it takes part in; without `PUBLISH` nothing is published
public record NpmSettings(
    Optional<Boolean> npmPublish,
    String pkgRoot,
    Optional<String> tarballDir,
    Set<PluginStep> steps) {
  public NpmSettings {
    steps = Set.copyOf(steps);
  }

  /// True when it takes part in the step that publishes, and was not told not to.
  public boolean publishes() {
    return steps.contains(PluginStep.PUBLISH) && npmPublish.orElse(true);
  }

  /// Published from the working directory, unless it is private.
  public static NpmSettings defaults() {
    return new NpmSettings(
        Optional.empty(),
        ".",
        Optional.empty(),
        Set.of(
            PluginStep.VERIFY_CONDITIONS,
            PluginStep.PREPARE,
            PluginStep.PUBLISH,
            PluginStep.ADD_CHANNEL));
  }
}
