package dev.slipway.manifest;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a package.json into the manifest that npm 12 sends: first it is mended, then filled from
/// the directory, then normalized. The order is npm's, and counts.
final class Normalization {
  private final Draft draft;
  private final PackageFolder folder;

  private Normalization(Json.Obj json, PackageFolder folder) {
    this.draft = new Draft(json);
    this.folder = folder;
  }

  static Json.Obj of(Json.Obj json, PackageFolder folder, Optional<String> gitHead) {
    Normalization all = new Normalization(json, folder);
    all.mend();
    all.fill(gitHead);
    all.prepare();
    all.draft.remove("patchedDependencies");
    return all.draft.json();
  }

  private void mend() {
    bin();
    NormalIdentity.clean(draft);
    NormalDependencies.bundle(draft, true);
    NormalFields.scripts(draft);
    NormalFields.repository(draft);
    NormalDependencies.clean(draft);
  }

  private void fill(Optional<String> gitHead) {
    nativeAddon();
    authors();
    readme();
    man();
    if (draft.truthy("bin").isEmpty() && directory("bin").isPresent()) {
      bins(PosixPath.secured(directory("bin").orElseThrow()));
    } else {
      bin();
    }
    if (draft.truthy("gitHead").isEmpty() && gitHead.isPresent()) {
      draft.set("gitHead", Json.of(gitHead));
    }
    types();
  }

  private void prepare() {
    NormalIdentity.clean(draft);
    draft.removeUnderscored();
    draft.set(
        "_id", Json.of(draft.text("name").orElse("") + "@" + draft.text("version").orElse("")));
    NormalDependencies.renameBundle(draft);
    NormalDependencies.bundle(draft, false);
    NormalFields.overrides(draft);
    NormalFields.scripts(draft);
    NormalFields.repository(draft);
    NormalDependencies.clean(draft);
    NormalFields.description(draft);
    NormalFields.lists(draft);
    NormalFields.bugs(draft);
    NormalDependencies.requireBundled(draft);
    NormalFields.homepage(draft);
    NormalFields.people(draft);
  }

  private void bin() {
    Json.Obj commands = NormalBin.of(draft.json());
    if (commands.members().isEmpty()) {
      draft.remove("bin");
    } else {
      draft.set("bin", commands);
    }
  }

  private void bins(String path) {
    String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Map<String, Json> commands = new LinkedHashMap<>();
    for (String each : folder.below(clean)) {
      commands.put(PosixPath.base(each), Json.of(path + "/" + PosixPath.secured(each)));
    }
    draft.set("bin", new Json.Obj(commands));
  }

  private Optional<String> directory(String kind) {
    return draft
        .get("directories")
        .flatMap(directories -> directories.text(kind))
        .filter(text -> !text.isEmpty());
  }

  /// A package with a `*.gyp` file is built when it is installed.
  private void nativeAddon() {
    Json.Obj scripts =
        draft.get("scripts").orElseGet(Json::empty) instanceof Json.Obj given
            ? given
            : Json.empty();
    boolean hasScript =
        scripts.get("install").filter(Truth::of).isPresent()
            || scripts.get("preinstall").filter(Truth::of).isPresent();
    boolean isOff = draft.get("gypfile").equals(Optional.of(Json.of(false)));
    if (!hasScript
        && !isOff
        && folder.entries().stream()
            .anyMatch(name -> name.endsWith(".gyp") && !name.startsWith("."))) {
      draft.set("scripts", scripts.with("install", Json.of("node-gyp rebuild")));
      draft.set("gypfile", Json.of(true));
    }
  }

  private void authors() {
    if (draft.truthy("contributors").isPresent()) {
      return;
    }
    folder
        .read("AUTHORS")
        .ifPresent(text -> {
          List<String> authors = new ArrayList<>();
          for (String line : text.split("\n", -1)) {
            String trimmed = NormalIdentity.trim(line);
            if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
              authors.add(trimmed);
            }
          }
          draft.set("contributors", Json.of(authors));
        });
  }

  private void readme() {
    if (draft.truthy("readme").isPresent()) {
      return;
    }
    ReadmeFile.in(folder)
        .ifPresent(file -> {
          draft.set("readme", Json.of(file.text()));
          draft.set("readmeFilename", Json.of(file.name()));
        });
    if (draft.truthy("readme").isEmpty()) {
      draft.set("readme", Json.of(ReadmeFile.MISSING));
    }
  }

  private void man() {
    Optional<String> pages = directory("man");
    if (pages.isPresent() && draft.truthy("man").isEmpty()) {
      String from = PosixPath.secured(pages.get());
      draft.set(
          "man",
          Json.of(
              folder.below(from).stream()
                  .filter(Normalization::isManPage)
                  .map(path -> PosixPath.normal(from + "/" + path))
                  .toList()));
    }
    Optional<Json> given = draft.truthy("man");
    List<Json> items =
        given.map(man -> man instanceof Json.Arr(var list) ? list : List.of(man)).orElse(List.of());
    List<String> paths =
        items.stream().flatMap(item -> item.text().stream()).map(PosixPath::secured).toList();
    if (paths.isEmpty()) {
      draft.remove("man");
    } else {
      draft.set("man", Json.of(paths));
    }
  }

  private static boolean isManPage(String path) {
    int last = path.length() - 1;
    return last > 0
        && path.charAt(last) >= '0'
        && path.charAt(last) <= '9'
        && path.charAt(last - 1) == '.'
        && PosixPath.base(path).length() > 1;
  }

  /// Types beside `main` are found without being named.
  private void types() {
    Json main = draft.truthy("main").orElseGet(() -> Json.of("index.js"));
    String index =
        main.text()
            .orElseThrow(() ->
                new Refused(
                    Problem.configuration(
                            "MAIN_NOT_A_TEXT",
                            "\"main\" in package.json is not a text.",
                            "Name one file: \"main\": \"dist/index.js\".")
                        .at(Place.member(PackageManifest.FILE, "main"))));
    String base = PosixPath.base(index);
    String plain = base.substring(0, base.length() - PosixPath.extension(base).length());
    String types = "./" + PosixPath.normal(PosixPath.folder(index) + "/" + plain) + ".d.ts";
    if (!draft.has("types") && !draft.has("typings") && folder.has(types)) {
      draft.set("types", Json.of(types));
    }
  }
}
