package dev.slipway.guard;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the manifest newly asks of those who install the package. An attack on a package is
/// commonly one line of it: a dependency, or a script that runs when the package is installed.
final class ManifestChanges {
  private static final List<String> ON_INSTALL = List.of("preinstall", "install", "postinstall");

  private static final List<String> DEPENDENCIES =
      List.of("dependencies", "optionalDependencies", "peerDependencies");

  private static final List<String> SETTINGS = List.of("access", "registry", "tag", "provenance");

  private static final Set<String> ANY = Set.of("", "*", "x", "X", "latest", ">=0", ">=0.0.0");

  private static final int MOST_SHOWN = 20;

  private final String version;
  private final Json before;
  private final Json after;
  private final List<Problem> problems = new ArrayList<>();

  private ManifestChanges(String version, Json before, Json after) {
    this.version = version;
    this.before = before;
    this.after = after;
  }

  /// Compares two manifests of one kind: both as they are packed, or both as they are sent.
  ///
  /// @param version the version that `before` is of
  static List<Problem> of(String version, Json before, Json after) {
    ManifestChanges changes = new ManifestChanges(version, before, after);
    changes.scripts();
    changes.dependencies();
    changes.ranges();
    changes.commands();
    changes.settings();
    changes.repository();
    return changes.problems;
  }

  private void scripts() {
    for (String name : ON_INSTALL) {
      Optional<String> now = script(after, name);
      Optional<String> then = script(before, name);
      if (now.isPresent() && !now.equals(then)) {
        problems.add(
            Finding.grave(
                then.isEmpty() ? "INSTALL_SCRIPT_NEW" : "INSTALL_SCRIPT_CHANGED",
                "\""
                    + name
                    + "\" runs on every machine that installs the package, and "
                    + (then.isEmpty() ? "was not there in " : "is another one than in ")
                    + version
                    + ": "
                    + now.get(),
                "Look at the commit that brought it.",
                "scripts",
                name));
      }
    }
  }

  private static Optional<String> script(Json manifest, String name) {
    return manifest.at("scripts", name).flatMap(Json::text).filter(text -> !text.isBlank());
  }

  private void dependencies() {
    List<String> fresh = new ArrayList<>();
    List<String> first = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    DEPENDENCIES.forEach(kind -> known.addAll(members(before, kind).keySet()));
    Set<String> seen = new LinkedHashSet<>();
    for (String kind : DEPENDENCIES) {
      members(after, kind)
          .forEach((name, spec) -> {
            if (!known.contains(name) && seen.add(name)) {
              String range = spec.text().orElse("");
              if (first.isEmpty()) {
                first.addAll(List.of(kind, name));
              }
              fresh.add(name + "@" + range + (isElsewhere(range) ? " (not by its name)" : ""));
            }
          });
    }
    if (!fresh.isEmpty()) {
      problems.add(
          Finding.said(
              "DEPENDENCY_NEW",
              (fresh.size() == 1 ? "A dependency is" : fresh.size() + " dependencies are")
                  + " new since "
                  + version
                  + ": "
                  + shown(fresh)
                  + ".",
              "Make sure that it was added on purpose, and that the name is spelled right.",
              first.toArray(String[]::new)));
    }
  }

  /// An alias, a git repository, an address or a folder.
  private static boolean isElsewhere(String range) {
    return range.indexOf(':') >= 0 || range.indexOf('/') >= 0;
  }

  private void ranges() {
    List<String> wide = new ArrayList<>();
    List<String> first = new ArrayList<>();
    for (String kind : List.of("dependencies", "optionalDependencies")) {
      Map<String, Json> then = members(before, kind);
      members(after, kind)
          .forEach((name, spec) -> {
            Json old = then.get(name);
            boolean isAny = spec.text().filter(text -> ANY.contains(text.strip())).isPresent();
            if (old != null && isAny && !old.equals(spec)) {
              wide.add(name);
              if (first.isEmpty()) {
                first.addAll(List.of(kind, name));
              }
            }
          });
    }
    if (!wide.isEmpty()) {
      problems.add(
          Finding.said(
              "DEPENDENCY_WIDENED",
              "Any version of these will do since this one, whoever publishes it: "
                  + shown(wide)
                  + ".",
              "Name a range such as ^1.2.3.",
              first.toArray(String[]::new)));
    }
  }

  private void commands() {
    List<String> fresh = new ArrayList<>(names(after, "bin"));
    fresh.removeAll(names(before, "bin"));
    if (!fresh.isEmpty()) {
      problems.add(
          Finding.said(
              "COMMAND_NEW",
              (fresh.size() == 1 ? "A command is" : fresh.size() + " commands are")
                  + " new since "
                  + version
                  + ": "
                  + shown(fresh)
                  + ".",
              "A command stands in front of others of that name on the machines of those who"
                  + " install the package; make sure that it is meant.",
              "bin",
              fresh.getFirst()));
    }
  }

  private static List<String> names(Json manifest, String field) {
    Json value = manifest.get(field).orElseGet(Json::empty);
    return value.text().isPresent()
        ? List.of(manifest.text("name").map(ManifestChanges::base).orElse(""))
        : List.copyOf(value.members().keySet());
  }

  private static String base(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private void settings() {
    List<String> changed = new ArrayList<>();
    for (String key : SETTINGS) {
      Optional<Json> then = before.at("publishConfig", key);
      Optional<Json> now = after.at("publishConfig", key);
      if (!then.equals(now)) {
        changed.add(key);
      }
    }
    boolean opened =
        setting(before, "access").equals(Optional.of("restricted"))
            && setting(after, "access").equals(Optional.of("public"));
    if (opened) {
      problems.add(
          Finding.grave(
              "ACCESS_WIDENED",
              "\"publishConfig\" in package.json makes the package public; in "
                  + version
                  + " it was restricted.",
              "Once it is public, everybody may keep a copy.",
              "publishConfig",
              "access"));
    } else if (!changed.isEmpty()) {
      problems.add(
          Finding.said(
              "PUBLISH_CONFIG_CHANGED",
              "\"publishConfig\" in package.json is another than in "
                  + version
                  + ": "
                  + String.join(", ", changed)
                  + ".",
              "It decides where the package goes and who sees it; make sure that it is meant.",
              "publishConfig",
              changed.getFirst()));
    }
  }

  private static Optional<String> setting(Json manifest, String key) {
    return manifest.at("publishConfig", key).flatMap(Json::text);
  }

  private void repository() {
    Optional<String> then = address(before);
    Optional<String> now = address(after);
    if (then.isPresent() && now.isPresent() && !then.equals(now)) {
      problems.add(
          Finding.said(
              "REPOSITORY_CHANGED",
              "\"repository\" in package.json is another than in "
                  + version
                  + ": "
                  + now.get()
                  + " instead of "
                  + then.get()
                  + ".",
              "People look there for the source; make sure that it is meant.",
              "repository"));
    }
  }

  private static Optional<String> address(Json manifest) {
    return manifest
        .get("repository")
        .flatMap(value -> value.text().or(() -> value.text("url")))
        .filter(text -> !text.isEmpty());
  }

  private static Map<String, Json> members(Json manifest, String field) {
    return manifest.get(field).orElseGet(Json::empty).members();
  }

  private static String shown(List<String> all) {
    int more = all.size() - MOST_SHOWN;
    String first = String.join(", ", all.subList(0, Math.min(MOST_SHOWN, all.size())));
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
