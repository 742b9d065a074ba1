package dev.slipway.settings;

import dev.slipway.problem.Refused;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The files and packages that a configuration file takes in by `require` or `import`.
///
/// @param from the file that names them
/// @param depth how many files lie above it
record ScriptModules(
    ConfigurationFiles files, Path from, Map<String, String> environment, int depth)
    implements ScriptRun.Modules {
  private static final int DEEPEST = 10;

  @Override
  public Optional<ScriptValue> load(String specifier) {
    String plain = specifier.startsWith("node:") ? specifier.substring(5) : specifier;
    if (plain.equals("process")) {
      return Optional.of(ScriptGlobals.process(environment));
    }
    if (depth >= DEEPEST) {
      return Optional.empty();
    }
    Path parent = from.getParent();
    if (parent == null) {
      return Optional.empty();
    }
    return PackagePaths.resolve(specifier, parent)
        .filter(file -> !file.equals(from))
        .flatMap(this::value);
  }

  /// A file that cannot be read matters only where its value is asked for.
  private Optional<ScriptValue> value(Path file) {
    try {
      String name = files.nameOf(file);
      String text = files.text(file);
      Optional<Written> value =
          name.endsWith(".json")
              ? Optional.of(JsonFile.read(name, text))
              : StaticJavaScript.read(
                  name, text, environment, new ScriptModules(files, file, environment, depth + 1));
      return value.map(StaticJavaScript::scriptValue);
    } catch (Refused unreadable) {
      return Optional.empty();
    }
  }
}
