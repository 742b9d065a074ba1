package dev.slipway.guard;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The scripts that npm would run around a publish. Slipway runs none of them: they would run
/// beside the token.
public final class LifecycleScripts {
  private static final List<String> BEFORE = List.of("prepublishOnly", "prepack", "prepare");
  private static final List<String> AFTER = List.of("postpack", "publish", "postpublish");

  private LifecycleScripts() {}

  /// A warning that names the scripts that will not run and the steps that take their place; empty
  /// when there are none.
  public static Optional<Problem> notice(PackageManifest manifest) {
    List<String> before = there(manifest, BEFORE);
    List<String> after = there(manifest, AFTER);
    if (before.isEmpty() && after.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder remedy = new StringBuilder();
    if (!before.isEmpty()) {
      remedy.append("What they do belongs into a step before Slipway:\n\n");
      remedy.append("    - run: npm ci\n");
      before.forEach(name -> remedy.append("    - run: npm run ").append(name).append('\n'));
    }
    if (!after.isEmpty()) {
      remedy.append(remedy.isEmpty() ? "" : "\n");
      remedy.append("What follows a publish belongs into a step behind Slipway:\n\n");
      after.forEach(name -> remedy.append("    - run: npm run ").append(name).append('\n'));
    }
    List<String> all = new java.util.ArrayList<>(before);
    all.addAll(after);
    return Optional.of(
        Problem.warning(
                "SCRIPTS_NOT_RUN",
                "Slipway does not run the package's scripts "
                    + String.join(", ", all)
                    + ", which npm would run when publishing.",
                remedy.toString().stripTrailing()
                    + "\n\nIf they are there already, say so with `ignore-scripts: true`.")
            .at(Place.member(PackageManifest.FILE, "scripts", all.getFirst())));
  }

  /// The steps that build a package, as YAML to paste.
  static String steps(PackageManifest manifest) {
    StringBuilder steps = new StringBuilder("    - run: npm ci\n");
    if (script(manifest, "build")) {
      steps.append("    - run: npm run build");
    } else {
      List<String> before = there(manifest, BEFORE);
      steps.append(
          before.isEmpty()
              ? "    - run: npm run build"
              : String.join(
                  "\n", before.stream().map(name -> "    - run: npm run " + name).toList()));
    }
    return steps.toString();
  }

  private static List<String> there(PackageManifest manifest, List<String> names) {
    return names.stream().filter(name -> script(manifest, name)).toList();
  }

  /// Scripts that set up git hooks on a developer's machine change nothing in the package.
  private static final List<String> HOOKS = List.of("husky", "lefthook", "simple-git-hooks");

  private static boolean isOnlyHooks(String script) {
    return script.indexOf('&') < 0
        && script.indexOf(';') < 0
        && HOOKS.stream().anyMatch(script::contains);
  }

  private static boolean script(PackageManifest manifest, String name) {
    Map<String, Json> scripts = manifest.json().get("scripts").orElseGet(Json::empty).members();
    return Optional.ofNullable(scripts.get(name))
        .flatMap(Json::text)
        .filter(text -> !text.isBlank() && !isOnlyHooks(text))
        .isPresent();
  }
}
