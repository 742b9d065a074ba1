package dev.slipway.settings;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.problem.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings of every plug-in, read from the plug-ins of every step.
///
/// @param uses which plug-in runs in which step with which options
record PluginSettings(
    Map<PluginStep, List<PluginUse>> uses,
    Preset preset,
    AnalyzerSettings analyzer,
    Optional<NotesSettings> notes,
    List<NpmSettings> npm,
    Optional<GitHubSettings> github,
    List<ChangelogSettings> changelogs,
    List<GitSettings> git) {

  static PluginSettings of(
      Written.Members options,
      Checks checks,
      Overrides overrides,
      ConfigurationFiles files,
      Profile profile) {
    Map<PluginStep, List<PluginUse>> uses =
        PluginSteps.of(options, checks, overrides.ignoredPlugins());
    uses.values()
        .forEach(all ->
            all.stream()
                .filter(use -> use.name().equals(PluginCatalogue.EXEC))
                .forEach(use -> ExecOptions.check(use, checks)));
    Preset standard = profile == Profile.NATIVE ? Preset.CONVENTIONALCOMMITS : Preset.ANGULAR;
    Optional<PluginUse> analyzing =
        one(uses, PluginStep.ANALYZE_COMMITS, PluginCatalogue.ANALYZER, checks);
    Preset preset =
        analyzing
            .map(use -> new GrammarOptions(use.options(), checks).preset(standard))
            .orElse(standard);
    AnalyzerSettings analyzer =
        analyzing
            .map(use -> new AnalyzerOptions(use.options(), checks, files).read(preset, profile))
            .orElseGet(() -> AnalyzerSettings.of(preset, profile));
    Optional<NotesSettings> notes =
        one(uses, PluginStep.GENERATE_NOTES, PluginCatalogue.NOTES, checks)
            .map(use -> new NotesOptions(use.options(), checks).read(profile, standard));
    return new PluginSettings(
        uses,
        preset,
        analyzer,
        notes,
        npm(uses, checks),
        github(uses, checks),
        in(uses, PluginStep.PREPARE, PluginCatalogue.CHANGELOG).stream()
            .map(use -> new FileOptions(use.options(), checks).changelog())
            .distinct()
            .toList(),
        in(uses, PluginStep.PREPARE, PluginCatalogue.GIT).stream()
            .map(use -> new FileOptions(use.options(), checks).git())
            .toList());
  }

  private static List<PluginUse> in(
      Map<PluginStep, List<PluginUse>> uses, PluginStep step, String name) {
    return uses.getOrDefault(step, List.of()).stream()
        .filter(use -> use.name().equals(name))
        .toList();
  }

  /// The one use of a plug-in that makes no sense twice.
  private static Optional<PluginUse> one(
      Map<PluginStep, List<PluginUse>> uses, PluginStep step, String name, Checks checks) {
    List<PluginUse> all = in(uses, step, name);
    boolean same = all.stream().map(use -> use.options().all().json()).distinct().count() <= 1;
    if (all.size() > 1 && (!same || step == PluginStep.GENERATE_NOTES)) {
      checks.add(
          Problem.configuration(
                  "CONFIG_PLUGIN_TWICE",
                  "The plug-in " + name + " is named twice for the step " + step.key() + ".",
                  "Keep one of them.")
              .at(all.getLast().place()));
    }
    return all.stream().findFirst();
  }

  /// One package for each `pkgRoot`. What the step `publish` says counts most, as the plug-in has
  /// it.
  private static List<NpmSettings> npm(Map<PluginStep, List<PluginUse>> uses, Checks checks) {
    Map<String, NpmSettings> all = new LinkedHashMap<>();
    Set<PluginStep> order = new LinkedHashSet<>(List.of(PluginStep.PUBLISH));
    order.addAll(EnumSet.allOf(PluginStep.class));
    for (PluginStep step : order) {
      for (PluginUse use : in(uses, step, PluginCatalogue.NPM)) {
        NpmSettings read = new FileOptions(use.options(), checks).npm();
        NpmSettings known = all.getOrDefault(read.pkgRoot(), read);
        Set<PluginStep> steps = new LinkedHashSet<>(known.steps());
        steps.add(step);
        all.put(
            read.pkgRoot(),
            new NpmSettings(
                known.npmPublish(),
                known.pkgRoot(),
                known.tarballDir().or(read::tarballDir),
                steps));
      }
    }
    return List.copyOf(all.values());
  }

  private static Optional<GitHubSettings> github(
      Map<PluginStep, List<PluginUse>> uses, Checks checks) {
    List<PluginUse> all = new ArrayList<>();
    EnumSet<PluginStep> steps = EnumSet.noneOf(PluginStep.class);
    for (PluginStep step : PluginStep.values()) {
      List<PluginUse> here = in(uses, step, PluginCatalogue.GITHUB);
      if (!here.isEmpty()) {
        steps.add(step);
        all.addAll(here);
      }
      if (here.size() > 1) {
        one(uses, step, PluginCatalogue.GITHUB, checks);
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Options any = all.getFirst().options();
    return Optional.of(
        new GitHubOptions(
                options(uses, PluginStep.PUBLISH, any),
                options(uses, PluginStep.SUCCESS, any),
                options(uses, PluginStep.FAIL, any),
                checks)
            .read(steps));
  }

  private static Options options(
      Map<PluginStep, List<PluginUse>> uses, PluginStep step, Options otherwise) {
    return in(uses, step, PluginCatalogue.GITHUB).stream()
        .findFirst()
        .map(PluginUse::options)
        .orElse(otherwise);
  }
}
