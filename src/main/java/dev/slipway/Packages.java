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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        deciding,
        new Packing(workspace.root().toAbsolutePath().normalize(), folder, Inspecting.of(inputs)));
  }

  private static DecisionSettings.Behind behind(Inputs inputs) {
    return switch (inputs.of(InputTable.BEHIND).orElse(Choices.Behind.SKIP)) {
      case SKIP -> DecisionSettings.Behind.SKIP;
      case FAIL -> DecisionSettings.Behind.FAIL;
      case RELEASE -> DecisionSettings.Behind.RELEASE;
    };
  }

  /// The folder in the workspace where the configuration wants the tarball left.
  Optional<String> tarballFolder(Hands hands) {
    String directory = hands.inputs().of(InputTable.WORKING_DIRECTORY).orElse(".");
    return configuration().npm().stream()
        .findFirst()
        .flatMap(npm -> npm.tarballDir())
        .map(folder -> Path.of(directory).resolve(folder).normalize().toString());
  }

  Configuration configuration() {
    return deciding.configuration();
  }

  /// The registries that the workflow names, that of the input `registry` first, after every file
  /// of the repository was checked against them.
  ///
  /// @throws Refused when a file in the repository names another one
  List<URI> registries(Hands hands, List<Npmrc> files) {
    List<URI> registries = registries(hands);
    Refused.ifAny(packing.elsewhere(registries, files));
    return registries;
  }

  /// The registries that the workflow names, each once, that of the input `registry` first.
  ///
  /// @throws Refused when one has no address that can be used
  static List<URI> registries(Hands hands) {
    Set<URI> registries = new LinkedHashSet<>();
    registries.add(
        Destination.registry(
            hands.inputs().of(InputTable.REGISTRY).map(URI::toString), hands.environment()));
    for (URI further : hands.inputs().of(InputTable.REGISTRIES)) {
      registries.add(Destination.registry(Optional.of(further.toString()), Map.of()));
    }
    return List.copyOf(registries);
  }

  /// Why nothing is published, and how to change that; empty where it is.
  Optional<Problem> unpublished() {
    return PublishRules.against(configuration(), packing);
  }
}
