package dev.slipway;

import dev.slipway.decision.DecisionSettings;
import dev.slipway.git.Workspace;
import dev.slipway.npm.Destination;
import dev.slipway.npm.Npmrc;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Choices;
import dev.slipway.settings.Configuration;
import dev.slipway.settings.ConfigurationReader;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.settings.Overrides;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The package that a run is about: its configuration, where it lies and where it goes.
///
/// @param deciding how its releases are decided
/// @param packing where it lies
record Packages(Deciding deciding, Packing packing) {
  /// Reads the configuration of the working directory.
  ///
  /// @throws Refused with everything in it that cannot be honoured
  static Packages of(Hands hands, Workspace workspace) {
    Inputs inputs = hands.inputs();
    Path directory =
        hands
            .runner()
            .workspace()
            .resolve(inputs.of(InputTable.WORKING_DIRECTORY).orElse("."))
            .normalize();
    workspace.pathOf(directory);
    Configuration configuration =
        ConfigurationReader.read(
            directory, workspace.root(), hands.environment(), Overrides.of(inputs));
    Deciding deciding =
        new Deciding(
            configuration,
            inputs.of(InputTable.INITIAL_VERSION),
            inputs.of(InputTable.MAJOR_ZERO),
            behind(inputs));
    Path folder =
        configuration.npm().stream()
            .findFirst()
            .map(npm -> directory.resolve(npm.pkgRoot()).normalize())
            .orElse(directory);
    return new Packages(
        deciding, new Packing(workspace.root().toAbsolutePath().normalize(), folder));
  }

  private static DecisionSettings.Behind behind(Inputs inputs) {
    return switch (inputs.of(InputTable.BEHIND).orElse(Choices.Behind.SKIP)) {
      case SKIP -> DecisionSettings.Behind.SKIP;
      case FAIL -> DecisionSettings.Behind.FAIL;
      case RELEASE -> DecisionSettings.Behind.RELEASE;
    };
  }

  Configuration configuration() {
    return deciding.configuration();
  }

  /// The registry that the workflow names, after every file of the repository was checked against
  /// it.
  ///
  /// @throws Refused when a file in the repository names another one
  URI registry(Hands hands, List<Npmrc> files) {
    URI registry =
        Destination.registry(
            hands.inputs().of(InputTable.REGISTRY).map(URI::toString), hands.environment());
    List<Problem> elsewhere =
        new ArrayList<>(
            Destination.check(
                packing.manifest().name(),
                packing.manifest().publishConfig(),
                packing.inRepository("package.json"),
                files,
                Set.of(registry)));
    Refused.ifAny(elsewhere);
    return registry;
  }

  /// Why nothing is published, and how to change that; empty where it is.
  Optional<Problem> unpublished() {
    return PublishRules.against(configuration(), packing);
  }
}
