package dev.slipway.settings;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the workflow says over the configuration file, as the command line of semantic-release
/// does.
///
/// @param branches the branches, as they are written
/// @param tagFormat how a version is written as a tag
/// @param repositoryUrl the repository's address
/// @param extend configurations to start from
/// @param preset the preset; only where there is no configuration file
/// @param profile whose rules are followed, where they are not the default ones
/// @param ignoredPlugins plug-ins of the configuration that are left out on purpose
/// @param squashBodies whether the list in the body of a squashed commit is read as commits
public record Overrides(
    Optional<Written> branches,
    Optional<String> tagFormat,
    Optional<String> repositoryUrl,
    List<String> extend,
    Optional<Preset> preset,
    Optional<Profile> profile,
    Set<String> ignoredPlugins,
    boolean squashBodies) {
  public Overrides {
    extend = List.copyOf(extend);
    ignoredPlugins = Set.copyOf(ignoredPlugins);
  }

  /// Nothing.
  public static Overrides none() {
    return new Overrides(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        false);
  }

  /// What the inputs say.
  public static Overrides of(Inputs inputs) {
    return new Overrides(
        inputs.of(InputTable.BRANCHES),
        inputs.of(InputTable.TAG_FORMAT),
        inputs.of(InputTable.REPOSITORY_URL),
        inputs.of(InputTable.EXTENDS),
        inputs.of(InputTable.PRESET),
        inputs.of(InputTable.PROFILE).map(Overrides::profile),
        Set.copyOf(inputs.of(InputTable.IGNORE_PLUGINS)),
        inputs.of(InputTable.SQUASH));
  }

  private static Profile profile(Choices.Rules rules) {
    return switch (rules) {
      case NATIVE -> Profile.NATIVE;
      case SR25 -> Profile.SR25;
      case CC10 -> Profile.CC10;
    };
  }
}
