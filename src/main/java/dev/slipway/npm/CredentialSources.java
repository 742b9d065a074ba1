package dev.slipway.npm;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everywhere that a credential for one registry may come from.
///
/// @param registry the registry, as the workflow named it
/// @param input the input that holds its token, such as `npm-token`; its value, when it was given
/// @param inputName how that input is called
/// @param environment the environment; only the variables named here are read
/// @param files `.npmrc` files, strongest first
/// @param primary true for the registry of the input `registry`, to which `NPM_TOKEN` and
///   `NODE_AUTH_TOKEN` belong
public record CredentialSources(
    URI registry,
    Optional<String> input,
    String inputName,
    Map<String, String> environment,
    List<Npmrc> files,
    boolean primary) {
  public CredentialSources {
    environment = Map.copyOf(environment);
    files = List.copyOf(files);
  }

  /// The registry of the input `registry`.
  public static CredentialSources primary(
      URI registry, Optional<String> npmToken, Map<String, String> environment, List<Npmrc> files) {
    return new CredentialSources(registry, npmToken, "npm-token", environment, files, true);
  }

  /// A registry of the input `registries`: what belongs to it stands in an `.npmrc`.
  public static CredentialSources further(
      URI registry, Map<String, String> environment, List<Npmrc> files) {
    return new CredentialSources(
        registry, Optional.empty(), "npm-token", environment, files, false);
  }
}
