package dev.slipway.settings;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the repository's configuration: finds the file, reads it without running it, merges what
/// it extends, and checks all of it.
public final class ConfigurationReader {
  private final ConfigurationFiles files;
  private final Overrides overrides;
  private final Checks checks = new Checks();

  private ConfigurationReader(ConfigurationFiles files, Overrides overrides) {
    this.files = files;
    this.overrides = overrides;
  }

  /// The configuration of a working directory.
  ///
  /// @param workspace where the search takes place; not above it
  /// @param environment what `process.env` is in a configuration file; secrets in it are not read
  /// @throws Refused with every problem of the configuration that is more than a warning
  public static Configuration read(Path workspace, Map<String, String> environment) {
    return read(workspace, workspace, environment, Overrides.none());
  }

  /// The same, with what the workflow says over it.
  ///
  /// @param repository the root of the repository: messages name files relative to it
  /// @throws Refused with every problem of the configuration that is more than a warning
  public static Configuration read(
      Path workspace, Path repository, Map<String, String> environment, Overrides overrides) {
    ConfigurationFiles files = new ConfigurationFiles(workspace, repository, environment);
    ConfigurationReader reader = new ConfigurationReader(files, overrides);
    Optional<ConfigurationFiles.Found> found = files.find();
    Configuration configuration =
        found.isEmpty() && overrides.extend().isEmpty()
            ? reader.withoutFile()
            : reader.withFile(found);
    Refused.ifAny(reader.checks.problems());
    return configuration;
  }

  /// The options as semantic-release sees them: file, what it extends, and overrides put together,
  /// without any default; empty where there is no configuration.
  static Optional<Written.Members> options(
      Path workspace, Map<String, String> environment, Overrides overrides) {
    ConfigurationFiles files = new ConfigurationFiles(workspace, workspace, environment);
    Optional<ConfigurationFiles.Found> found = files.find();
    return found.isEmpty() && overrides.extend().isEmpty()
        ? Optional.empty()
        : Optional.of(new ConfigurationReader(files, overrides).merged(found));
  }

  private Configuration withoutFile() {
    CoreOptions core = new CoreOptions(checks);
    Configuration plain = Configuration.nativeDefaults();
    Profile profile = overrides.profile().orElse(Profile.NATIVE);
    Preset preset = overrides.preset().orElse(Preset.CONVENTIONALCOMMITS);
    return new Configuration(
        Optional.empty(),
        profile,
        preset,
        core.branches(overrides.branches()),
        core.tagFormat(written(overrides.tagFormat(), "the input tag-format")),
        core.repositoryUrl(written(overrides.repositoryUrl(), "the input repository-url")),
        false,
        AnalyzerSettings.of(preset, profile).withSquashBodies(overrides.squashBodies()),
        Optional.of(NotesSettings.of(preset, profile)),
        plain.npm(),
        plain.github(),
        plain.changelogs(),
        plain.git(),
        checks.problems());
  }

  private static Optional<Written> written(Optional<String> text, String origin) {
    return text.map(value -> new Written.Text(value, Place.file(origin)));
  }

  private Written.Members merged(Optional<ConfigurationFiles.Found> found) {
    Written.Members own = found.map(this::members).orElseGet(() -> empty(Place.file(".")));
    Written.Members given = ConfigurationMerge.flat(own, over());
    Optional<Written> extend = given.find("extends").filter(e -> e.truth().orElse(true));
    Written.Members base = extend.map(this::extended).orElseGet(() -> empty(given.place()));
    Written.Members all =
        ConfigurationMerge.flat(base, ConfigurationFiles.without(given, "extends"));
    return ConfigurationMerge.withoutNothing(all);
  }

  private static Written.Members empty(Place place) {
    return new Written.Members(Map.of(), Map.of(), place);
  }

  private Written.Members members(ConfigurationFiles.Found found) {
    Written value = found.value();
    if (value instanceof Written.Members members) {
      return members;
    }
    if (!checks.code("", "the whole of " + found.file(), value)) {
      checks.add(
          Problem.configuration(
                  "CONFIG_NO_OBJECT",
                  found.file()
                      + " must hold an object with options, and holds "
                      + Checks.shown(value)
                      + ".",
                  "Write it as {\"branches\": [\"main\"]}, or take the file away.")
              .at(value.place()));
    }
    return empty(value.place());
  }

  /// The workflow's word as options.
  private Written.Members over() {
    Map<String, Written> all = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    overrides.branches().ifPresent(value -> all.put("branches", value));
    written(overrides.tagFormat(), "the input tag-format").ifPresent(v -> all.put("tagFormat", v));
    written(overrides.repositoryUrl(), "the input repository-url")
        .ifPresent(v -> all.put("repositoryUrl", v));
    if (!overrides.extend().isEmpty()) {
      Place place = Place.file("the input extends");
      List<Written> names = new ArrayList<>();
      overrides.extend().forEach(name -> names.add(new Written.Text(name, place)));
      all.put("extends", new Written.Items(names, place));
    }
    all.forEach((key, value) -> keys.put(key, value.place()));
    return new Written.Members(all, keys, Place.file("."));
  }

  private Written.Members extended(Written extend) {
    Written.Members all = empty(extend.place());
    for (Written name : FileOptions.listed(extend)) {
      if (checks.code("", "extends", name)) {
        continue;
      }
      Optional<String> text = name.text().filter(t -> !t.isBlank());
      if (text.isEmpty()) {
        checks.wrong("CONFIG_EXTENDS", "", "extends", "a file or package, or a list of them", name);
        continue;
      }
      Optional<Written.Members> loaded = load(text.get(), name);
      if (loaded.isPresent()) {
        all = ConfigurationMerge.flat(all, loaded.get());
      }
    }
    return all;
  }

  private Optional<Written.Members> load(String name, Written at) {
    Optional<Path> file = PackagePaths.resolve(name, files.root());
    if (file.isEmpty()) {
      checks.add(
          Problem.configuration(
                  "CONFIG_EXTENDS",
                  "The configuration extends " + name + ", and there is no such file or package.",
                  name.startsWith(".")
                      ? "Correct the path; it counts from the working directory."
                      : "Install it before the release, with a step such as `npm ci`.")
              .at(at.place()));
      return Optional.empty();
    }
    Optional<Written> value = Optional.empty();
    try {
      value = files.load(file.get());
    } catch (Refused refused) {
      refused.problems().forEach(checks::add);
      return Optional.empty();
    }
    if (value.isPresent() && value.get() instanceof Written.Members members) {
      return Optional.of(members);
    }
    boolean code = value.isPresent() && checks.code("", "extends (" + name + ")", value.get());
    if (!code) {
      checks.add(
          Problem.configuration(
                  "CONFIG_EXTENDS",
                  "The configuration extends " + name + ", which holds no object with options.",
                  "Let it export an object.")
              .at(at.place()));
    }
    return Optional.empty();
  }

  private Configuration withFile(Optional<ConfigurationFiles.Found> found) {
    Written.Members options = merged(found);
    String file =
        found.map(ConfigurationFiles.Found::file).orElseGet(() -> overrides.extend().getFirst());
    overrides
        .preset()
        .ifPresent(preset ->
            checks.add(
                Problem.configuration(
                        "INPUT_CONTRADICTS",
                        "The input preset asks for "
                            + preset
                            + ", and "
                            + file
                            + " says how commits are read.",
                        "Write the preset into " + file + ", and take the input away.")
                    .at(Place.file(file))));
    CoreOptions core = new CoreOptions(checks);
    Profile profile = overrides.profile().orElse(Profile.SR25);
    PluginSettings plugins = PluginSettings.of(options, checks, overrides, files, profile);
    new UnknownKeys(checks).check(options, plugins.uses());
    return new Configuration(
        Optional.of(file),
        profile,
        plugins.preset(),
        core.branches(options.find("branches")),
        core.tagFormat(options.find("tagFormat")),
        core.repositoryUrl(options.find("repositoryUrl")),
        options.find("dryRun").flatMap(Written::truth).orElse(false),
        plugins.analyzer().withSquashBodies(overrides.squashBodies()),
        plugins.notes(),
        plugins.npm(),
        plugins.github(),
        plugins.changelogs(),
        plugins.git(),
        checks.problems().stream().filter(Problem::isWarning).toList());
  }
}
