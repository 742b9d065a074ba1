package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds which plug-in runs in which step with which options, as semantic-release does: `plugins`
/// says it for all steps, the key of a step says it over that.
final class PluginSteps {
  private final Written.Members options;
  private final Written.Members root;
  private final Checks checks;
  private final Set<String> ignored;
  private final Map<PluginStep, List<PluginUse>> uses = new EnumMap<>(PluginStep.class);

  /// An entry of `plugins`. Its options grow while the steps are gone through.
  private static final class Entry {
    private final String name;
    private final Place place;
    private Written.Members options;

    Entry(String name, Written.Members options, Place place) {
      this.name = name;
      this.options = options;
      this.place = place;
    }
  }

  private PluginSteps(Written.Members options, Checks checks, Set<String> ignored) {
    this.options = options;
    this.checks = checks;
    this.ignored = ignored;
    Map<String, Written> flowing = new LinkedHashMap<>(options.members());
    flowing.remove("plugins");
    for (PluginStep step : PluginStep.values()) {
      flowing.remove(step.key());
    }
    root = new Written.Members(flowing, options.keys(), options.place());
  }

  /// The plug-ins of every step, in their order.
  static Map<PluginStep, List<PluginUse>> of(
      Written.Members options, Checks checks, Set<String> ignored) {
    PluginSteps steps = new PluginSteps(options, checks, ignored);
    List<Entry> entries = steps.entries();
    for (PluginStep step : PluginStep.values()) {
      steps.uses.put(step, steps.step(step, entries));
    }
    return steps.uses;
  }

  private List<Entry> entries() {
    Optional<Written> plugins = options.find("plugins");
    if (plugins.isEmpty()) {
      return PluginCatalogue.DEFAULTS.stream()
          .map(name -> new Entry(name, none(options.place()), options.place()))
          .toList();
    }
    if (!plugins.get().truth().orElse(true)) {
      return List.of();
    }
    List<Entry> all = new ArrayList<>();
    for (Written plugin : listed(plugins.get())) {
      if (checks.code("", "plugins", nameOf(plugin))) {
        continue;
      }
      Optional<Entry> entry = entry(plugin);
      if (entry.isEmpty()) {
        checks.add(
            Problem.configuration(
                    "EPLUGINSCONF",
                    "An entry of plugins must be the name of a plug-in, or a list of its name and"
                        + " its options, and is "
                        + Checks.shown(plugin)
                        + ".",
                    "Write it as [\"@semantic-release/npm\", {\"npmPublish\": true}].")
                .at(plugin.place()));
      } else if (known(entry.get().name, "plugins", entry.get().place)) {
        all.add(entry.get());
      }
    }
    return all;
  }

  /// The part of an entry that must be known to say which plug-in it is.
  private static Written nameOf(Written plugin) {
    return switch (plugin) {
      case Written.Items(var items, _) when !items.isEmpty() -> items.getFirst();
      case Written.Members members ->
          members.find("path").orElse(new Written.Text("", members.place()));
      default -> plugin;
    };
  }

  private static List<Written> listed(Written value) {
    return value instanceof Written.Items(var items, _) ? items : List.of(value);
  }

  private static Written.Members none(Place place) {
    return new Written.Members(Map.of(), Map.of(), place);
  }

  /// A plug-in in one of its forms: `name`, `[name]`, `[name, options]`, `{path, …options}`.
  private static Optional<Entry> entry(Written plugin) {
    return switch (plugin) {
      case Written.Text(var name, var place) -> Optional.of(new Entry(name, none(place), place));
      case Written.Items(var items, var place) -> {
        boolean named =
            (items.size() == 1 || items.size() == 2) && items.getFirst().text().isPresent();
        if (!named) {
          yield Optional.empty();
        }
        String name = items.getFirst().text().get();
        Written given = items.size() == 2 ? items.get(1) : new Written.Nothing(true, place);
        yield switch (given) {
          case Written.Nothing _ ->
              Optional.of(new Entry(name, none(place), items.getFirst().place()));
          case Written.Members members ->
              Optional.of(new Entry(name, members, items.getFirst().place()));
          case Written.Code _ -> Optional.of(new Entry(name, spoiled(given), given.place()));
          case Written.Text _, Written.Num _, Written.Flag _ -> Optional.empty();
          case Written.Pattern _, Written.Items _ -> Optional.empty();
        };
      }
      case Written.Members members ->
          members
              .find("path")
              .flatMap(Written::text)
              .map(name ->
                  new Entry(
                      name, ConfigurationFiles.without(members, "path"), members.keyPlace("path")));
      case Written.Num _, Written.Flag _, Written.Nothing _, Written.Pattern _, Written.Code _ ->
          Optional.empty();
    };
  }

  /// Options that would have to be run stand under a name that every reader meets.
  private static Written.Members spoiled(Written code) {
    return new Written.Members(
        Map.of("its options", code), Map.of("its options", code.place()), code.place());
  }

  private boolean known(String name, String key, Place place) {
    if (ignored.contains(name)) {
      checks.add(
          Problem.warning(
                  "CONFIG_PLUGIN_IGNORED",
                  "The plug-in " + name + " in " + key + " is passed over, as ignore-plugins says.",
                  "")
              .at(place));
      return false;
    }
    if (PluginCatalogue.steps(name).isEmpty()) {
      checks.add(PluginCatalogue.foreign(name, key, place));
      return false;
    }
    return true;
  }

  private List<PluginUse> step(PluginStep step, List<Entry> entries) {
    List<Entry> here =
        entries.stream()
            .filter(entry -> PluginCatalogue.steps(entry.name).orElse(Set.of()).contains(step))
            .toList();
    Optional<Written> own = options.find(step.key());
    if (own.isEmpty()) {
      if (here.isEmpty() && step == PluginStep.ANALYZE_COMMITS) {
        Place place = options.place();
        here = List.of(new Entry(PluginCatalogue.ANALYZER, none(place), place));
      }
      return used(here, step, entries);
    }
    if (checks.code("", step.key(), nameOf(own.get()))) {
      return List.of();
    }
    if (own.get() instanceof Written.Members members && members.find("path").isEmpty()) {
      for (Entry entry : here) {
        entry.options = ConfigurationMerge.flat(entry.options, members);
      }
      return used(here, step, entries);
    }
    return used(listedFor(step, own.get()), step, entries);
  }

  private List<Entry> listedFor(PluginStep step, Written own) {
    List<Written> wanted =
        listed(own).stream().filter(value -> value.truth().orElse(true)).toList();
    List<Entry> all = new ArrayList<>();
    boolean wrong = step == PluginStep.ANALYZE_COMMITS && wanted.isEmpty();
    for (Written plugin : wanted) {
      if (checks.code("", step.key(), nameOf(plugin))) {
        continue;
      }
      Optional<Entry> entry = entry(plugin);
      wrong |= entry.isEmpty();
      if (entry.isPresent() && known(entry.get().name, step.key(), entry.get().place)) {
        if (PluginCatalogue.steps(entry.get().name).orElse(Set.of()).contains(step)) {
          all.add(entry.get());
        } else {
          checks.add(
              Problem.configuration(
                      "EPLUGIN",
                      "The plug-in "
                          + entry.get().name
                          + " has nothing to do in the step "
                          + step.key()
                          + ".",
                      "Take it out of " + step.key() + ".")
                  .at(entry.get().place));
        }
      }
    }
    if (wrong) {
      checks.add(
          Problem.configuration(
                  "EPLUGINCONF",
                  "The step "
                      + step.key()
                      + " must name "
                      + (step == PluginStep.ANALYZE_COMMITS ? "at least one plug-in" : "plug-ins")
                      + ", each by its name or by a list of its name and its options.",
                  "Write it as [[\"@semantic-release/npm\", {\"npmPublish\": true}]].")
              .at(own.place()));
    }
    return all;
  }

  private List<PluginUse> used(List<Entry> here, PluginStep step, List<Entry> entries) {
    List<PluginUse> all = new ArrayList<>();
    for (Entry entry : here) {
      Options plugin =
          new Options(entry.name, ConfigurationMerge.flat(root, entry.options), entry.options);
      all.add(new PluginUse(entry.name, step, plugin, entries.indexOf(entry), entry.place));
    }
    return all;
  }
}
