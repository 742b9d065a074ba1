package dev.slipway.settings;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The variables of an environment, as values.
record Variables(Map<String, String> environment) {

  /// A text; the empty one where it is not set.
  String text(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  /// A text, where it is set.
  Optional<String> maybe(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /// A path, where it is set and is one.
  Optional<Path> path(String name) {
    try {
      return maybe(name).map(Path::of);
    } catch (InvalidPathException notPath) {
      return Optional.empty();
    }
  }

  /// A number, or another where it is not set or none.
  int number(String name, int otherwise) {
    try {
      return maybe(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException notNumber) {
      return otherwise;
    }
  }

  /// An address, or another where it is not set.
  ///
  /// @throws Refused when it is set and is none
  URI address(String name, String otherwise) {
    String text = maybe(name).orElse(otherwise);
    try {
      URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException notAddress) {
      // said below
    }
    throw new Refused(
        Problem.configuration(
            "RUNNER_ENVIRONMENT",
            "The environment variable " + name + " is not an address.",
            "It is set by the runner; take it out of env: in the workflow."));
  }
}
