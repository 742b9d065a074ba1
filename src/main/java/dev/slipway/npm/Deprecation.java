package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Deprecating as npm does it: the whole document is read for writing, marked, and written back.
/// Its revision goes along, so that a registry refuses it when somebody else wrote in between.
final class Deprecation {
  private Deprecation() {}

  static Meaning write(Registry registry, String name, Predicate<String> which, String message) {
    URI address = URI.create(registry.paths().document(name) + "?write=true");
    Lookup<Json> document =
        registry.read(
            Operation.READ,
            name,
            "",
            registry
                .get("read " + name + " to deprecate versions", address)
                .header("accept", "application/json"),
            json -> json.get("versions").isPresent() ? Optional.of(json) : Optional.empty());
    return switch (document) {
      case Lookup.Found<Json>(var json) ->
          registry.write(
              registry.attempt(Operation.DEPRECATE, name, "deprecation"),
              registry.request(
                  "deprecate versions of " + name,
                  "PUT",
                  registry.paths().document(name),
                  Registry.json(marked(json, which, message))));
      case Lookup.Absent<Json>() ->
          stop(
              Problem.failure(
                  "NPM_ABSENT",
                  registry.address().getHost() + " has no " + name + " to deprecate.",
                  "Versions that are still being scanned cannot be deprecated yet."));
      case Lookup.Denied<Json>(var problem) -> stop(problem);
      case Lookup.Unknown<Json>(var problem) -> stop(problem);
    };
  }

  static Json marked(Json document, Predicate<String> which, String message) {
    Map<String, Json> versions = new LinkedHashMap<>();
    document
        .get("versions")
        .orElse(Json.empty())
        .members()
        .forEach((version, manifest) ->
            versions.put(
                version,
                which.test(version) && manifest instanceof Json.Obj one
                    ? one.with("deprecated", Json.of(message))
                    : manifest));
    return new Json.Obj(document.members()).with("versions", new Json.Obj(versions));
  }

  private static Meaning stop(Problem problem) {
    return new Meaning(problem, new NextStep.Stop(), java.util.List.of());
  }
}
