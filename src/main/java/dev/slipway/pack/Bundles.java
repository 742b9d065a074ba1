package dev.slipway.pack;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The files of the packages that a package brings along in its own `node_modules`: those named in
/// `bundleDependencies` and whatever they need, as installed.
final class Bundles {
  private static final String MODULES = "node_modules/";

  private final Tree tree;
  private final Path boundary;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  /// @param boundary no link may lead out of this folder
  Bundles(Tree tree, Path boundary) {
    this.tree = tree;
    this.boundary = boundary;
  }

  /// The files, in no particular order.
  List<Entry> of(PackageManifest manifest) {
    for (String name : wanted(manifest)) {
      if (isBundled(manifest, name, true)) {
        resolve("", name).ifPresent(folder -> add(folder, name));
      }
    }
    refuseOverrides(manifest);
    return List.copyOf(entries.values());
  }

  /// The names under `bundleDependencies`, or under its older spelling.
  static List<String> wanted(PackageManifest manifest) {
    Optional<Json> list =
        manifest
            .json()
            .get("bundleDependencies")
            .or(() -> manifest.json().get("bundledDependencies"));
    return switch (list.orElseGet(Json.Null::new)) {
      case Json.Bool(var all) ->
          all ? List.copyOf(dependencies(manifest, "dependencies").keySet()) : List.of();
      case Json.Arr(var items) -> items.stream().flatMap(item -> item.text().stream()).toList();
      case Json.Obj(var members) -> List.copyOf(members.keySet());
      case Json.Null _, Json.Num _, Json.Str _ -> List.of();
    };
  }

  private static Map<String, Json> dependencies(PackageManifest manifest, String kind) {
    return manifest.json().get(kind).orElseGet(Json::empty).members();
  }

  private static boolean isBundled(PackageManifest manifest, String name, boolean isProject) {
    boolean development = isProject && dependencies(manifest, "devDependencies").containsKey(name);
    return !development
        && (dependencies(manifest, "dependencies").containsKey(name)
            || dependencies(manifest, "optionalDependencies").containsKey(name));
  }

  /// The installed folder that a package finds another one in: its own `node_modules`, else that of
  /// the packages around it.
  private Optional<String> resolve(String from, String name) {
    String folder = from;
    while (true) {
      String candidate = folder + (folder.isEmpty() ? "" : "/") + MODULES + name;
      if (Files.exists(tree.root().resolve(candidate))) {
        return Optional.of(candidate);
      }
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      int modules = folder.lastIndexOf(MODULES);
      folder = modules <= 0 ? "" : folder.substring(0, modules - 1);
    }
  }

  private void add(String folder, String name) {
    if (!seen.add(folder)) {
      return;
    }
    names.add(name);
    Path path = tree.root().resolve(folder);
    boolean link = Files.isSymbolicLink(path);
    if (link) {
      refuseOutside(path, folder);
    }
    Tree inside = new Tree(path);
    PackageManifest manifest = read(path, folder);
    Walk walk =
        new Walk(inside, link ? Walk.Heeds.ALL : Walk.Heeds.MANIFEST_ONLY, List.of(), false);
    for (Entry entry : walk.files(PackageRules.of(inside, manifest, false))) {
      String from = folder + "/" + entry.path();
      entries.putIfAbsent(
          from, new Entry(from, entry.file(), entry.size(), entry.mode(), entry.key()));
    }
    List<String> needed = new ArrayList<>(dependencies(manifest, "dependencies").keySet());
    needed.addAll(dependencies(manifest, "optionalDependencies").keySet());
    for (String each : needed) {
      resolve(folder, each).ifPresent(found -> add(found, each));
    }
  }

  private static PackageManifest read(Path path, String folder) {
    Path file = path.resolve(PackageManifest.FILE);
    if (!Files.isRegularFile(file)) {
      return new PackageManifest(Json.empty());
    }
    try {
      return PackageManifest.read(Files.readAllBytes(file), folder + "/" + PackageManifest.FILE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void refuseOutside(Path link, String folder) {
    try {
      if (!link.toRealPath().startsWith(boundary.toRealPath())) {
        throw new Refused(
            Problem.security(
                    "BUNDLED_LINK_LEADS_OUT",
                    "The bundled dependency "
                        + folder
                        + " is a link to a folder outside the workspace.",
                    "Install the dependency instead of linking it, or do not bundle it.")
                .at(Place.member(PackageManifest.FILE, "bundleDependencies")));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// npm refuses the same: those who install the package do not get its overrides.
  private void refuseOverrides(PackageManifest manifest) {
    Set<String> overridden = new LinkedHashSet<>();
    collect(manifest.json().get("overrides").orElseGet(Json::empty), overridden);
    overridden.retainAll(names);
    if (!overridden.isEmpty()) {
      throw new Refused(
          Problem.configuration(
                  "OVERRIDES_TOUCH_BUNDLE",
                  "\"overrides\" changes packages that are bundled: "
                      + String.join(", ", overridden)
                      + ".",
                  "Overrides do not count for those who install the package. Take the packages out"
                      + " of \"bundleDependencies\" or out of \"overrides\".")
              .at(Place.member(PackageManifest.FILE, "overrides")));
    }
  }

  private static void collect(Json overrides, Set<String> names) {
    overrides
        .members()
        .forEach((key, value) -> {
          int at = key.indexOf('@', 1);
          names.add(at < 0 ? key : key.substring(0, at));
          collect(value, names);
        });
  }
}
