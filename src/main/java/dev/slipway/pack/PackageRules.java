package dev.slipway.pack;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules that a package.json makes for its own folder.
///
/// @param files what `files` takes in; empty where there is no such list
/// @param strict what nothing can override
/// @param required single files that `files` names by their whole path
record PackageRules(Optional<List<Rule>> files, List<Rule> strict, List<String> required) {
  private static final List<String> ALWAYS_IN =
      List.of(
          "/.git",
          "!/package.json",
          "!/readme{,.*[^~$]}",
          "!/copying{,.*[^~$]}",
          "!/license{,.*[^~$]}",
          "!/licence{,.*[^~$]}");

  private static final List<String> NEVER_IN =
      List.of(
          "/.git",
          "/node_modules",
          ".npmrc",
          "/package-lock.json",
          "/npm-shrinkwrap.json",
          "/yarn.lock",
          "/pnpm-lock.yaml",
          "/bun.lockb",
          "/bun.lock",
          "/.npm-extension.mjs",
          "/.npm-extension.cjs");

  /// Those of `NEVER_IN` that npm 11 does not know.
  private static final Set<String> SINCE_12 =
      Set.of("/npm-shrinkwrap.json", "/bun.lock", "/.npm-extension.mjs", "/.npm-extension.cjs");

  /// @param isProject whether this is the package being packed, not one bundled into it
  static PackageRules of(Tree tree, PackageManifest manifest, boolean isProject) {
    List<String> strict = new ArrayList<>(ALWAYS_IN);
    strict.addAll(NEVER_IN);
    List<String> named = named(tree, manifest);
    strict.addAll(named);
    if (isProject) {
      strict.addAll(patches(manifest));
    }
    Optional<List<Rule>> files =
        entries(manifest).map(entries -> files(tree, entries, reachesModules(named)));
    return new PackageRules(files, LineRule.all(strict, "package.json"), List.of());
  }

  /// The same as npm 11 has it: an entry of `files` is a pattern, unless a file or a folder has
  /// just that name.
  static PackageRules ofNpm11(Tree tree, PackageManifest manifest) {
    List<String> strict = new ArrayList<>(ALWAYS_IN);
    NEVER_IN.stream().filter(line -> !SINCE_12.contains(line)).forEach(strict::add);
    List<String> required = new ArrayList<>();
    List<String> lines = new ArrayList<>(List.of("*"));
    Optional<List<String>> entries = entries(manifest);
    for (String entry : entries.orElse(List.of())) {
      String plain = entry.startsWith("./") ? entry.substring(1) : entry;
      String line = plain.endsWith("/*") ? plain + "*" : plain;
      int signs = 0;
      while (signs < line.length() && line.charAt(signs) == '!') {
        signs++;
      }
      switch (tree.kind(line.substring(signs))) {
        case FILE -> {
          strict.addFirst("!" + line);
          required.add(line.startsWith("/") ? line.substring(1) : line);
        }
        case FOLDER -> {
          lines.add("!" + line);
          lines.add("!" + line + "/**");
        }
        case NOTHING -> lines.add("!" + line);
        case OTHER -> {}
      }
    }
    strict.addAll(named(tree, manifest));
    return new PackageRules(
        entries.map(_ -> LineRule.all(lines, "package.json")),
        LineRule.all(strict, "package.json"),
        required);
  }

  /// The entries of `files`; empty where there is no list.
  static Optional<List<String>> entries(PackageManifest manifest) {
    Optional<Json> files = manifest.json().get("files").filter(PackageRules::isTruthy);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    if (!(files.get() instanceof Json.Arr(var items))
        || !items.stream().allMatch(item -> item instanceof Json.Str)) {
      throw new Refused(
          Problem.configuration(
                  "FILES_NOT_A_LIST",
                  "\"files\" in package.json must be a list of texts.",
                  "Write it as \"files\": [\"dist\"].")
              .at(Place.member("package.json", "files")));
    }
    return Optional.of(items.stream().map(item -> item.text().orElse("")).toList());
  }

  /// What `main`, `browser` and `bin` name is packed in any case.
  private static List<String> named(Tree tree, PackageManifest manifest) {
    List<String> lines = new ArrayList<>();
    for (String field : List.of("browser", "main")) {
      manifest
          .json()
          .get(field)
          .filter(PackageRules::isTruthy)
          .ifPresent(value -> lines.add("!/" + javaScriptText(value)));
    }
    Commands.of(tree, manifest).values().forEach(path -> lines.add("!/" + path));
    return lines;
  }

  private static boolean isTruthy(Json value) {
    return !(value instanceof Json.Null
        || value.equals(Json.of(false))
        || value.equals(Json.of(""))
        || value.equals(Json.of(0)));
  }

  /// What JavaScript makes of a value that is put into a text.
  private static String javaScriptText(Json value) {
    return switch (value) {
      case Json.Str(var text) -> text;
      case Json.Num(var literal) -> literal;
      case Json.Bool(var truth) -> String.valueOf(truth);
      case Json.Null _ -> "";
      case Json.Arr(var items) ->
          String.join(",", items.stream().map(PackageRules::javaScriptText).toList());
      case Json.Obj _ -> "[object Object]";
    };
  }

  private static List<String> patches(PackageManifest manifest) {
    List<String> lines = new ArrayList<>();
    for (Json value :
        manifest.json().get("patchedDependencies").orElseGet(Json::empty).members().values()) {
      String path = stripped(value.text().orElse("").replace('\\', '/'));
      if (!path.isEmpty()
          && !path.startsWith("/")
          && !path.equals("..")
          && !path.startsWith("../")
          && !path.contains("/../")) {
        lines.add("/" + path);
      }
    }
    return lines;
  }

  /// Without `./` or one `/` in front and any `/` behind.
  private static String stripped(String path) {
    int from = path.startsWith("./") ? 2 : path.startsWith("/") ? 1 : 0;
    int to = path.length();
    while (to > from && path.charAt(to - 1) == '/') {
      to--;
    }
    return path.substring(from, to);
  }

  private static boolean reachesModules(List<String> named) {
    return named.stream().anyMatch(line -> line.contains("node_modules"));
  }

  private static List<Rule> files(Tree tree, List<String> entries, boolean intoModules) {
    List<Rule> rules = new ArrayList<>(LineRule.all(List.of("*"), "npm's defaults"));
    Set<String> skipped = intoModules ? Set.of() : Set.of("node_modules", ".git");
    for (String entry : entries) {
      boolean negation = entry.startsWith("!");
      int signs = 0;
      while (signs < entry.length() && entry.charAt(signs) == '!') {
        signs++;
      }
      String pattern = stripped(entry.substring(signs));
      if (pattern.isEmpty() || pattern.length() > PathPattern.LONGEST) {
        continue;
      }
      FoundRule rule = new FoundRule(!negation);
      FilesGlob.of(pattern).find(tree, skipped, into(rule));
      rules.add(rule);
    }
    return rules;
  }

  private static FilesGlob.Found into(FoundRule rule) {
    return new FilesGlob.Found() {
      @Override
      public void file(String path) {
        rule.addFile(path);
      }

      @Override
      public void folder(String path) {
        rule.addFolder(path);
      }
    };
  }
}
