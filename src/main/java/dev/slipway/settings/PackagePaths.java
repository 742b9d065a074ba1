package dev.slipway.settings;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the file that a module's name stands for, as Node does.
final class PackagePaths {
  private static final List<String> ENDINGS =
      List.of("", ".js", ".mjs", ".cjs", ".json", ".ts", ".yaml", ".yml");

  private PackagePaths() {}

  /// The file of a relative path or of a package in `node_modules`; empty where there is none.
  ///
  /// @param directory where the name is written
  static Optional<Path> resolve(String specifier, Path directory) {
    try {
      if (specifier.startsWith("./")
          || specifier.startsWith("../")
          || specifier.equals(".")
          || specifier.equals("..")
          || specifier.startsWith("/")) {
        return file(directory.resolve(specifier).normalize());
      }
      return ofPackage(specifier, directory);
    } catch (InvalidPathException notPath) {
      return Optional.empty();
    }
  }

  private static Optional<Path> file(Path path) {
    for (String ending : ENDINGS) {
      Path candidate = ending.isEmpty() ? path : Path.of(path + ending);
      if (Files.isRegularFile(candidate)) {
        return Optional.of(candidate);
      }
    }
    for (String ending : ENDINGS) {
      Path candidate = path.resolve("index" + ending);
      if (Files.isRegularFile(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> ofPackage(String specifier, Path directory) {
    int slash = specifier.indexOf('/');
    if (specifier.startsWith("@") && slash > 0) {
      slash = specifier.indexOf('/', slash + 1);
    }
    String name = slash < 0 ? specifier : specifier.substring(0, slash);
    String inside = slash < 0 ? "" : specifier.substring(slash + 1);
    if (name.isEmpty() || name.contains("..")) {
      return Optional.empty();
    }
    for (Path up = directory.toAbsolutePath().normalize(); up != null; up = up.getParent()) {
      Path home = up.resolve("node_modules").resolve(name);
      if (Files.isDirectory(home)) {
        return main(home, inside);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> main(Path home, String inside) {
    Json manifest = manifest(home.resolve("package.json"));
    Optional<Json> exports = manifest.get("exports");
    if (exports.isPresent()) {
      Optional<String> target = exported(exports.get(), inside.isEmpty() ? "." : "./" + inside);
      return target.flatMap(path -> file(home.resolve(path).normalize()));
    }
    if (!inside.isEmpty()) {
      return file(home.resolve(inside).normalize());
    }
    return manifest
        .text("main")
        .flatMap(path -> file(home.resolve(path).normalize()))
        .or(() -> file(home.resolve("index")));
  }

  private static Optional<String> exported(Json exports, String key) {
    boolean byPath = exports.members().keySet().stream().anyMatch(name -> name.startsWith("."));
    if (byPath) {
      return exports.get(key).flatMap(PackagePaths::conditioned);
    }
    return key.equals(".") ? conditioned(exports) : Optional.empty();
  }

  /// The first condition that holds for an import in Node.
  private static Optional<String> conditioned(Json target) {
    if (target.text().isPresent()) {
      return target.text();
    }
    for (var condition : target.members().entrySet()) {
      if (List.of("node", "import", "default", "require").contains(condition.getKey())) {
        Optional<String> found = conditioned(condition.getValue());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return target.items().stream()
        .map(PackagePaths::conditioned)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Json manifest(Path file) {
    try {
      return JsonReader.read(Files.readAllBytes(file));
    } catch (IOException | NotJson unreadable) {
      return Json.empty();
    }
  }
}
