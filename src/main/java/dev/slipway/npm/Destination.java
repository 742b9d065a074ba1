package dev.slipway.npm;

import dev.slipway.http.Origin;
import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Where a package goes, and the rule that keeps a file in the repository from changing that: only
/// the workflow names registries. A file may repeat what the workflow says; anything else stops the
/// run, since whoever can change a file could otherwise have the token sent to a host of their own.
public final class Destination {
  private Destination() {}

  /// The registry that the workflow names: the input, else `npm_config_registry` in the
  /// environment, else the public npm registry.
  ///
  /// @param input the input `registry`
  /// @param environment the environment
  /// @throws dev.slipway.problem.Refused when it is no address that can be used
  public static URI registry(Optional<String> input, java.util.Map<String, String> environment) {
    String text =
        input
            .filter(given -> !given.isBlank())
            .or(() -> Optional.ofNullable(environment.get("npm_config_registry")))
            .or(() -> Optional.ofNullable(environment.get("NPM_CONFIG_REGISTRY")))
            .filter(given -> !given.isBlank())
            .orElse(PublicRegistry.ADDRESS.toString())
            .strip();
    return address(text)
        .orElseThrow(() ->
            new dev.slipway.problem.Refused(
                Problem.configuration(
                    "REGISTRY_ADDRESS_NOT_USABLE",
                    "The registry's address is not one that can be used.",
                    "Name it as https://host/ or https://host/path/, without user, password or"
                        + " query. Plain http:// is for this machine itself only.")));
  }

  /// Everything in the repository that names another registry for a package than the workflow does.
  ///
  /// @param name the package
  /// @param publishConfig of its package.json
  /// @param packageFile how a person names that package.json
  /// @param files `.npmrc` files
  /// @param allowed the registries that the workflow names
  public static List<Problem> check(
      String name, Json publishConfig, String packageFile, List<Npmrc> files, Set<URI> allowed) {
    Set<Origin> origins = allowed.stream().map(Origin::of).collect(Collectors.toUnmodifiableSet());
    String scope = name.startsWith("@") ? name.substring(0, name.indexOf('/')) : "";
    List<Problem> problems = new ArrayList<>();
    for (String key :
        scope.isEmpty() ? List.of("registry") : List.of(scope + ":registry", "registry")) {
      publishConfig
          .text(key)
          .filter(address -> isElsewhere(address, origins))
          .ifPresent(address ->
              problems.add(
                  elsewhere(packageFile, "publishConfig." + key, address, allowed)
                      .at(Place.member(packageFile, "publishConfig", key))));
      for (Npmrc file : files) {
        if (file.inRepository()) {
          Optional.ofNullable(file.entries().get(key))
              .filter(address -> isElsewhere(address, origins))
              .ifPresent(address -> problems.add(elsewhere(file.label(), key, address, allowed)));
        }
      }
    }
    return problems;
  }

  private static boolean isElsewhere(String text, Set<Origin> origins) {
    return address(text).map(Origin::of).filter(origins::contains).isEmpty();
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = Paths.below(URI.create(text.strip())).base();
      return Origin.of(uri).isPrivate() ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException | dev.slipway.problem.Refused notAnAddress) {
      return Optional.empty();
    }
  }

  private static Problem elsewhere(String file, String key, String address, Set<URI> allowed) {
    String shown = shown(address);
    String remedy =
        shown.isEmpty()
            ? "Remove " + key + " from " + file + "; name the registry in the workflow only."
            : """
            If the package shall go there, say so in the workflow:

                with:
                  registry: %s

            Otherwise remove %s from %s.
            """
                .formatted(shown, key, file)
                .strip();
    return Problem.configuration(
            "REGISTRY_NOT_NAMED_BY_WORKFLOW",
            "%s in %s names %s, and the workflow names %s. A file in the repository cannot send a package or a token elsewhere."
                .formatted(
                    key,
                    file,
                    shown.isEmpty() ? "no address that can be used" : shown,
                    allowed.stream().map(URI::toString).sorted().collect(Collectors.joining(", "))),
            remedy)
        .at(Place.file(file));
  }

  /// An address as it may be shown: without user and password; empty when it is none.
  private static String shown(String text) {
    return address(text).map(URI::toString).orElse("");
  }
}
