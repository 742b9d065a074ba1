package dev.slipway.settings;

import dev.slipway.history.ParserOptions;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import java.util.List;

/// How commits become a bump: the settings of `@semantic-release/commit-analyzer`.
///
/// @param parser how messages are read
/// @param releaseRules tried before the default rules; may be empty
/// @param squashBodies whether the bullets of a squashed commit's body count as commits too
public record AnalyzerSettings(
    ParserOptions parser, List<ReleaseRule> releaseRules, boolean squashBodies) {
  public AnalyzerSettings {
    releaseRules = List.copyOf(releaseRules);
  }

  /// The same with an answer to whether the bullets of a squashed commit's body count.
  AnalyzerSettings withSquashBodies(boolean count) {
    return new AnalyzerSettings(parser, releaseRules, count);
  }

  /// A preset with the default rules.
  public static AnalyzerSettings of(Preset preset, Profile profile) {
    return new AnalyzerSettings(preset.options(profile), List.of(), false);
  }

  /// What counts where there is no configuration.
  public static AnalyzerSettings nativeDefaults() {
    return of(Preset.CONVENTIONALCOMMITS, Profile.NATIVE);
  }
}
