package dev.slipway.settings;

import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The plug-ins that are built in, what they read, and what to do about others.
final class PluginCatalogue {
  static final String ANALYZER = "@semantic-release/commit-analyzer";
  static final String NOTES = "@semantic-release/release-notes-generator";
  static final String NPM = "@semantic-release/npm";
  static final String GITHUB = "@semantic-release/github";
  static final String GIT = "@semantic-release/git";
  static final String CHANGELOG = "@semantic-release/changelog";
  static final String EXEC = "@semantic-release/exec";

  /// The plug-ins where a configuration names none.
  static final List<String> DEFAULTS = List.of(ANALYZER, NOTES, NPM, GITHUB);

  private static final Map<String, Set<PluginStep>> STEPS =
      Map.of(
          ANALYZER,
          Set.of(PluginStep.ANALYZE_COMMITS),
          NOTES,
          Set.of(PluginStep.GENERATE_NOTES),
          NPM,
          NpmSettings.defaults().steps(),
          GITHUB,
          Set.of(
              PluginStep.VERIFY_CONDITIONS,
              PluginStep.PUBLISH,
              PluginStep.ADD_CHANNEL,
              PluginStep.SUCCESS,
              PluginStep.FAIL),
          GIT,
          Set.of(PluginStep.VERIFY_CONDITIONS, PluginStep.PREPARE),
          CHANGELOG,
          Set.of(PluginStep.VERIFY_CONDITIONS, PluginStep.PREPARE),
          EXEC,
          Set.of(PluginStep.values()));

  private static final Set<String> GRAMMAR =
      Set.of("preset", "config", "parserOpts", "presetConfig");

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          ANALYZER,
          with(GRAMMAR, "releaseRules"),
          NOTES,
          with(GRAMMAR, "writerOpts", "host", "linkCompare", "linkReferences", "commit", "issue"),
          NPM,
          Set.of("npmPublish", "pkgRoot", "tarballDir"),
          GITHUB,
          Set.of(
              "githubUrl",
              "githubApiPathPrefix",
              "githubApiUrl",
              "proxy",
              "assets",
              "successComment",
              "successCommentCondition",
              "failTitle",
              "failComment",
              "failCommentCondition",
              "labels",
              "assignees",
              "releasedLabels",
              "addReleases",
              "draftRelease",
              "releaseNameTemplate",
              "releaseBodyTemplate",
              "discussionCategoryName"),
          GIT,
          Set.of("assets", "message"),
          CHANGELOG,
          Set.of("changelogFile", "changelogTitle"),
          EXEC,
          ExecOptions.keys());

  /// What takes the place of well-known plug-ins.
  private static final Map<String, String> WAYS_OUT =
      Map.ofEntries(
          Map.entry(
              "semantic-release-slack-bot",
              "Tell Slack in a step behind this one, with its outputs."),
          Map.entry(
              "@saithodev/semantic-release-backmerge", "Merge back in a step behind this one."),
          Map.entry(
              "@kilianpaquier/semantic-release-backmerge", "Merge back in a step behind this one."),
          Map.entry(
              "@google/semantic-release-replace-plugin",
              "Let the command prepare write the version, and replace it elsewhere in a step behind"
                  + " it."),
          Map.entry(
              "semantic-release-replace-plugin",
              "Let the command prepare write the version, and replace it elsewhere in a step behind"
                  + " it."),
          Map.entry("@semantic-release/gitlab", "Slipway releases on GitHub."),
          Map.entry(
              "semantic-release-gitmoji",
              "Use a preset: atom reads commits that start with an emoji."),
          Map.entry(
              "semantic-release-monorepo",
              "Run the action once for each package, with working-directory and tag-format."),
          Map.entry(
              "@codedependant/semantic-release-docker",
              "Build and push the image in a step behind this one, with its outputs."),
          Map.entry(
              "semantic-release-docker",
              "Build and push the image in a step behind this one, with its outputs."),
          Map.entry(
              "semantic-release-plugin-update-version-in-files",
              "Let the command prepare write the version, and put it into other files in a step"
                  + " behind it."),
          Map.entry(
              "semantic-release-major-tag",
              "Move the major tag in a step behind this one, with its output major."),
          Map.entry("semantic-release-export-data", "Read the outputs of this step."),
          Map.entry("@semantic-release/apm", "Slipway publishes to npm registries."),
          Map.entry(
              "semantic-release-vsce",
              "Publish the extension in a step behind this one, with its outputs."),
          Map.entry("@anolilab/semantic-release-pnpm", "Name @semantic-release/npm in its place."),
          Map.entry(
              "@amanda-mitchell/semantic-release-npm-multiple",
              "Name @semantic-release/npm and use the input registries."),
          Map.entry("@semantic-release/error", "Take it out: it is no plug-in."));

  private PluginCatalogue() {}

  private static Set<String> with(Set<String> keys, String... more) {
    Set<String> all = new LinkedHashSet<>(keys);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  /// The steps a plug-in takes part in; empty where it is not built in.
  static Optional<Set<PluginStep>> steps(String name) {
    return Optional.ofNullable(STEPS.get(name));
  }

  /// The options a built-in plug-in reads.
  static Set<String> keys(String name) {
    return KEYS.getOrDefault(name, Set.of());
  }

  /// The options that any built-in plug-in reads.
  static Set<String> allKeys() {
    Set<String> all = new LinkedHashSet<>();
    KEYS.values().forEach(all::addAll);
    return all;
  }

  /// The problem of a plug-in that is not built in.
  static Problem foreign(String name, String key, Place place) {
    Optional<String> near = Nearest.of(name, STEPS.keySet());
    String way =
        near.map(right -> "Did you mean " + right + "?")
            .orElseGet(() ->
                WAYS_OUT.getOrDefault(name, "Do its work in a step before or behind this one."));
    return Problem.configuration(
            "CONFIG_PLUGIN",
            "The plug-in "
                + name
                + " in "
                + key
                + " cannot be honoured: it would have to be run, and Slipway runs nobody else's"
                + " code.",
            way
                + " Then take it out of the configuration, or leave it to other tools and say that"
                + " it may be passed over:\n\nwith:\n  ignore-plugins: \""
                + name
                + "\"")
        .at(place);
  }
}
