package dev.slipway.guard;

import dev.slipway.json.Json;
import dev.slipway.manifest.NormalBin;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.manifest.PosixPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads from a manifest what it promises to those who install the package.
final class Targets {
  /// Conditions that some runtime, bundler or compiler sets by itself.
  private static final Set<String> KNOWN =
      Set.of(
          "import",
          "require",
          "default",
          "node",
          "node-addons",
          "module-sync",
          "module",
          "types",
          "browser",
          "development",
          "production",
          "deno",
          "bun",
          "worker",
          "workerd",
          "edge-light",
          "edge-routine",
          "netlify",
          "react-native",
          "react-server",
          "electron",
          "script",
          "style",
          "sass",
          "svelte",
          "asset",
          "esmodules");

  private final List<Target> found = new ArrayList<>();

  private Targets() {}

  static List<Target> of(PackageManifest manifest) {
    Targets targets = new Targets();
    Json json = manifest.json();
    json.text("main").ifPresent(path -> targets.add("main", path, Target.Kind.REQUIRED));
    json.text("module").ifPresent(path -> targets.add("module", path, Target.Kind.REQUIRED));
    json.text("types").ifPresent(path -> targets.add("types", path, Target.Kind.TYPES));
    json.text("typings").ifPresent(path -> targets.add("typings", path, Target.Kind.TYPES));
    json.get("browser").ifPresent(targets::browser);
    NormalBin.of(manifest)
        .members()
        .forEach((name, path) ->
            targets.add(
                "bin." + name, path.text().orElse(""), Target.Kind.COMMAND, List.of("bin", name)));
    json.get("exports")
        .ifPresent(exports -> targets.entry("exports", exports, false, List.of("exports")));
    json.get("imports")
        .ifPresent(imports -> targets.entry("imports", imports, false, List.of("imports")));
    return targets.found;
  }

  private void add(String field, String path, Target.Kind kind) {
    add(field, path, kind, List.of(field));
  }

  private void add(String field, String path, Target.Kind kind, List<String> names) {
    String clean = PosixPath.normal(path);
    if (!path.isEmpty() && !clean.equals(".") && !clean.equals("./")) {
      found.add(new Target(field, clean, kind, false, names));
    }
  }

  private void browser(Json browser) {
    browser.text().ifPresent(path -> add("browser", path, Target.Kind.REQUIRED));
    for (Map.Entry<String, Json> each : browser.members().entrySet()) {
      each.getValue()
          .text()
          .filter(path -> path.startsWith("./"))
          .ifPresent(path ->
              add(
                  "browser[\"" + each.getKey() + "\"]",
                  path,
                  Target.Kind.REQUIRED,
                  List.of("browser", each.getKey())));
    }
  }

  /// A value of `exports` or `imports`: a path, a list of alternatives, or an object of subpaths or
  /// conditions.
  private void entry(String field, Json value, boolean optional, List<String> names) {
    switch (value) {
      case Json.Str(var path) -> {
        // A target of `imports` may be another package.
        if (path.startsWith("./")) {
          found.add(new Target(field, PosixPath.normal(path), Target.Kind.EXACT, optional, names));
        }
      }
      case Json.Arr(var items) -> items.forEach(item -> entry(field, item, optional, names));
      case Json.Obj(var members) ->
          members.forEach((name, each) -> {
            boolean subpath = name.startsWith(".") || name.startsWith("#");
            String inside = subpath ? field + "[\"" + name + "\"]" : field + "." + name;
            boolean own = !subpath && !isKnown(name);
            List<String> deeper = new ArrayList<>(names);
            deeper.add(name);
            entry(inside, each, optional || own, deeper);
          });
      case Json.Null _, Json.Bool _, Json.Num _ -> {}
    }
  }

  private static boolean isKnown(String condition) {
    int at = condition.indexOf('@');
    return KNOWN.contains(at > 0 ? condition.substring(0, at) : condition);
  }
}
