package dev.slipway.npm;

import java.util.Map;
import java.util.Optional;

/// What the runner says about this run in the environment, as far as a provenance repeats it.
public record BuildFacts(Map<String, String> variables) {
  private static final java.util.List<String> NAMES =
      java.util.List.of(
          "GITHUB_EVENT_NAME",
          "GITHUB_REF",
          "GITHUB_REPOSITORY",
          "GITHUB_REPOSITORY_ID",
          "GITHUB_REPOSITORY_OWNER_ID",
          "GITHUB_RUN_ATTEMPT",
          "GITHUB_RUN_ID",
          "GITHUB_SERVER_URL",
          "GITHUB_SHA",
          "GITHUB_WORKFLOW_REF",
          "RUNNER_ENVIRONMENT");

  public BuildFacts {
    variables = Map.copyOf(variables);
  }

  /// Takes what is needed from an environment, and nothing else.
  public static BuildFacts of(Map<String, String> environment) {
    Map<String, String> kept = new java.util.HashMap<>();
    for (String name : NAMES) {
      Optional.ofNullable(environment.get(name)).ifPresent(value -> kept.put(name, value));
    }
    return new BuildFacts(kept);
  }

  /// A variable; empty text where it is not set.
  public String get(String name) {
    return variables.getOrDefault(name, "");
  }

  /// The repository's page: `https://github.com/acme/widget`.
  public String repositoryPage() {
    return get("GITHUB_SERVER_URL") + "/" + get("GITHUB_REPOSITORY");
  }

  /// The names of variables that a provenance needs and that are not set.
  java.util.List<String> missing() {
    return NAMES.stream().filter(name -> get(name).isEmpty()).toList();
  }
}
