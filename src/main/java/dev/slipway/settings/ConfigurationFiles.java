package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds and reads the configuration file as cosmiconfig 9 does for the name `release`.
final class ConfigurationFiles {
  private static final long LARGEST = 1 << 20;

  private static final List<String> PLACES = places();

  private final Path root;
  private final Path repository;
  private final Map<String, String> environment;

  /// @param root where files are looked for
  /// @param repository what their names in messages are relative to
  ConfigurationFiles(Path root, Path repository, Map<String, String> environment) {
    this.root = root.toAbsolutePath().normalize();
    this.repository = repository.toAbsolutePath().normalize();
    this.environment = environment;
  }

  /// A file, as a person names it, and what stands in it.
  record Found(String file, Written value) {}

  private static List<String> places() {
    List<String> all = new ArrayList<>();
    all.add("package.json");
    for (String base : List.of(".releaserc", ".config/releaserc")) {
      all.add(base);
      for (String end : List.of("json", "yaml", "yml", "js", "ts", "cjs", "mjs")) {
        all.add(base + "." + end);
      }
    }
    for (String end : List.of("js", "ts", "cjs", "mjs")) {
      all.add("release.config." + end);
    }
    return List.copyOf(all);
  }

  /// The places where a configuration is looked for, in their order.
  static List<String> searched() {
    return PLACES;
  }

  /// The first configuration; empty where there is none.
  ///
  /// @throws Refused when the first file cannot be read
  Optional<Found> find() {
    for (String place : PLACES) {
      Path file = root.resolve(place);
      if (Files.isRegularFile(file)) {
        Optional<Written> value = withImports(file, List.of());
        if (value.isPresent() && !isNull(value.get())) {
          return Optional.of(new Found(nameOf(file), value.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNull(Written value) {
    return value instanceof Written.Nothing;
  }

  /// A path as a person writes it.
  String nameOf(Path file) {
    Path plain = file.toAbsolutePath().normalize();
    return repository.relativize(plain).toString().replace('\\', '/');
  }

  /// What stands in a file; empty where it is empty.
  ///
  /// @throws Refused when it cannot be read
  Optional<Written> load(Path file) {
    String name = nameOf(file);
    String text = text(file);
    if (text.isBlank()) {
      return Optional.empty();
    }
    String ending = ending(file);
    return switch (ending) {
      case "json" -> {
        Written whole = JsonFile.read(name, text);
        yield file.endsWith("package.json")
            ? Optional.of(ofManifest(whole, name))
            : Optional.of(whole);
      }
      case "js", "cjs", "mjs", "ts", "cts", "mts" ->
          StaticJavaScript.read(
              name, text, environment, new ScriptModules(this, file, environment, 0));
      default -> {
        Optional<Written> json = JsonFile.tried(name, text);
        yield json.isPresent() ? json : YamlFile.read(name, text);
      }
    };
  }

  private static Written ofManifest(Written whole, String name) {
    Written none = new Written.Nothing(false, Place.file(name));
    return whole instanceof Written.Members members ? members.find("release").orElse(none) : none;
  }

  /// The text of a file.
  ///
  /// @throws Refused when it cannot be read or is too large
  String text(Path file) {
    String name = nameOf(file);
    try {
      if (Files.size(file) > LARGEST) {
        throw refused(name, "it is larger than a configuration can be (1 MiB)");
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw refused(name, "the file cannot be opened");
    }
  }

  private static Refused refused(String name, String reason) {
    return new Refused(
        Problem.configuration(
                "CONFIG_UNREADABLE",
                name + " cannot be read: " + reason + ".",
                "Check the file, or take it away.")
            .at(Place.file(name)));
  }

  private static String ending(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1);
  }

  /// A file with what its `$import` names merged below it.
  private Optional<Written> withImports(Path file, List<Path> importing) {
    Optional<Written> own = load(file);
    if (own.isEmpty()
        || !(own.get() instanceof Written.Members members)
        || members.find("$import").isEmpty()) {
      return own;
    }
    Written named = members.find("$import").get();
    List<Written> names = named instanceof Written.Items(var items, _) ? items : List.of(named);
    List<Path> stack = new ArrayList<>(importing);
    stack.add(file);
    Written.Members all = new Written.Members(Map.of(), Map.of(), members.place());
    for (Written name : names) {
      all = ConfigurationMerge.deep(all, imported(file, name, stack));
    }
    return Optional.of(ConfigurationMerge.deep(all, without(members, "$import")));
  }

  private Written.Members imported(Path file, Written name, List<Path> stack) {
    String text =
        name.text()
            .orElseThrow(() ->
                importProblem(
                    "$import must be a file or a list of files", name, "Name the files."));
    Path target = file.resolveSibling(text).normalize();
    if (stack.contains(target)) {
      throw importProblem(
          nameOf(target) + " is imported by itself", name, "Take the $import away.");
    }
    if (!Files.isRegularFile(target)) {
      throw importProblem(
          text + " is imported and is not there", name, "Correct the path in $import.");
    }
    Optional<Written> value = withImports(target, stack);
    if (value.isEmpty() || !(value.get() instanceof Written.Members members)) {
      throw importProblem(text + " is imported and is no object", name, "Let it hold the options.");
    }
    return members;
  }

  private static Refused importProblem(String what, Written at, String remedy) {
    return new Refused(Problem.configuration("CONFIG_IMPORT", what + ".", remedy).at(at.place()));
  }

  static Written.Members without(Written.Members members, String name) {
    Map<String, Written> rest = new LinkedHashMap<>(members.members());
    rest.remove(name);
    return new Written.Members(rest, members.keys(), members.place());
  }

  /// Where the search starts.
  Path root() {
    return root;
  }
}
