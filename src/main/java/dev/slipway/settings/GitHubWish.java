package dev.slipway.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the workflow's inputs make of the GitHub settings: an input says it over the configuration.
public final class GitHubWish {
  private GitHubWish() {}

  /// The settings that count.
  ///
  /// @param configured what the configuration says; empty where it wants nothing of GitHub
  public static GitHubSettings of(Optional<GitHubSettings> configured, Inputs inputs) {
    GitHubSettings all = configured.orElseGet(GitHubWish::nothing);
    Set<PluginStep> steps = EnumSet.noneOf(PluginStep.class);
    steps.addAll(all.steps());
    boolean draft = all.draftRelease();
    Optional<Choices.GitHubRelease> page = inputs.of(InputTable.GITHUB_RELEASE);
    if (page.isPresent()) {
      Set<PluginStep> about = Set.of(PluginStep.PUBLISH, PluginStep.ADD_CHANNEL);
      if (page.get() == Choices.GitHubRelease.FALSE) {
        steps.removeAll(about);
      } else {
        steps.addAll(about);
      }
      draft = page.get() == Choices.GitHubRelease.DRAFT;
    }
    List<GitHubSettings.Asset> assets = new ArrayList<>(all.assets());
    inputs
        .of(InputTable.ASSETS)
        .forEach(glob ->
            assets.add(
                new GitHubSettings.Asset(List.of(glob), Optional.empty(), Optional.empty())));
    List<Template> labels =
        inputs.of(InputTable.LABELS).isEmpty()
            ? all.releasedLabels()
            : inputs.of(InputTable.LABELS).stream().map(Template::of).toList();
    return new GitHubSettings(
        all.url(),
        all.apiPathPrefix(),
        all.apiUrl(),
        all.proxy(),
        assets,
        switched(inputs.of(InputTable.COMMENTS), all.successComment()),
        all.successCommentCondition(),
        inputs.of(InputTable.FAIL_ISSUE).isPresent() && all.failTitle() instanceof Wording.Off
            ? GitHubSettings.defaults().failTitle()
            : all.failTitle(),
        switched(inputs.of(InputTable.FAIL_ISSUE), all.failComment()),
        all.failCommentCondition(),
        all.labels(),
        all.assignees(),
        labels,
        all.addReleases(),
        draft,
        all.releaseName(),
        all.releaseBody(),
        inputs.of(InputTable.DISCUSSION_CATEGORY).or(all::discussionCategory),
        steps);
  }

  private static GitHubSettings nothing() {
    GitHubSettings all = GitHubSettings.nativeDefaults();
    return new GitHubSettings(
        all.url(),
        all.apiPathPrefix(),
        all.apiUrl(),
        all.proxy(),
        all.assets(),
        all.successComment(),
        all.successCommentCondition(),
        all.failTitle(),
        all.failComment(),
        all.failCommentCondition(),
        all.labels(),
        all.assignees(),
        all.releasedLabels(),
        all.addReleases(),
        all.draftRelease(),
        all.releaseName(),
        all.releaseBody(),
        all.discussionCategory(),
        Set.of());
  }

  private static Wording switched(Optional<Boolean> input, Wording configured) {
    if (input.isEmpty()) {
      return configured;
    }
    if (!input.get()) {
      return new Wording.Off();
    }
    return configured instanceof Wording.Off ? new Wording.BuiltIn() : configured;
  }
}
