package dev.slipway;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.settings.Configuration;
import dev.slipway.settings.NpmSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether anybody wants the package on a registry. What is published cannot be taken back, so a
/// configuration that publishes nothing with semantic-release publishes nothing here.
final class PublishRules {
  private static final String PLUGIN = "@semantic-release/npm";

  private PublishRules() {}

  /// Why nothing is published, and how to change that; empty where it is.
  ///
  /// @throws dev.slipway.problem.Refused when there is no manifest
  static Optional<Problem> against(Configuration configuration, Packing packing) {
    List<NpmSettings> npm = configuration.npm();
    String file = configuration.file().orElse("");
    if (npm.stream().noneMatch(NpmSettings::publishes)) {
      return Optional.of(
          npm.stream().anyMatch(one -> one.npmPublish().equals(Optional.of(false)))
              ? switchedOff(file)
              : notNamed(file));
    }
    if (npm.size() > 1) {
      return Optional.of(several(file, npm));
    }
    return packing.manifest().isPrivate()
        ? Optional.of(isPrivate(packing.manifest().name(), packing.inRepository("package.json")))
        : Optional.empty();
  }

  private static Problem switchedOff(String file) {
    return Problem.configuration(
            "NPM_PUBLISH_OFF",
            "The configuration says npmPublish: false, so there is nothing to publish.",
            "Take npmPublish out of the options of " + PLUGIN + ".")
        .at(Place.file(file));
  }

  private static Problem notNamed(String file) {
    return Problem.configuration(
            "NPM_PLUGIN_MISSING",
            "The plug-ins of the configuration publish nothing: " + PLUGIN + " is not among them.",
            "If the package is meant to be published, name it:\n\n  \"plugins\": [..., \""
                + PLUGIN
                + "\"]")
        .at(Place.file(file));
  }

  private static Problem several(String file, List<NpmSettings> npm) {
    return Problem.configuration(
            "NPM_PACKAGES_SEVERAL",
            "The configuration names "
                + PLUGIN
                + " for several folders: "
                + npm.stream().map(NpmSettings::pkgRoot).collect(Collectors.joining(", "))
                + ". One run releases one package.",
            "Name one folder, and release the others by steps of their own, each with its"
                + " working-directory and tag-format.")
        .at(Place.file(file));
  }

  private static Problem isPrivate(String name, String file) {
    return Problem.configuration(
            "PACKAGE_PRIVATE",
            name + " is private: " + file + " says that it must not be published.",
            "Take \"private\": true out of it, or name the folder of the package that is"
                + " published:\n\n    with:\n      working-directory: packages/widget")
        .at(Place.member(file, "private"));
  }
}
