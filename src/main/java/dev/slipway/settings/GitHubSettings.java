package dev.slipway.settings;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The GitHub release, comments and labels: the settings of `@semantic-release/github`.
///
/// @param url the address of the server, where the configuration names one
/// @param apiPathPrefix what the path of the API starts with, where the configuration names it
/// @param apiUrl the address of the API, where the configuration names one
/// @param proxy the proxy that the configuration names
/// @param assets what is uploaded
/// @param successComment the comment on what a release resolves
/// @param successCommentCondition a template that says whether to comment on one pull request or
///   issue; `Off` never comments
/// @param failTitle the title of the issue that a failed release opens; `Off` opens none
/// @param failComment its text; `Off` opens none
/// @param failCommentCondition a template that says whether to open it; `Off` never opens one
/// @param labels the labels of that issue
/// @param assignees its assignees
/// @param releasedLabels the labels on what a release resolves; empty: none
/// @param addReleases whether the release's text lists the other places it is released to
/// @param draftRelease whether the release stays a draft
/// @param releaseName the release's name
/// @param releaseBody the release's text
/// @param discussionCategory the category of a discussion that is opened with the release
/// @param steps the steps it takes part in; without `PUBLISH` there is no release
public record GitHubSettings(
    Optional<String> url,
    Optional<String> apiPathPrefix,
    Optional<String> apiUrl,
    Optional<String> proxy,
    List<Asset> assets,
    Wording successComment,
    Wording successCommentCondition,
    Wording failTitle,
    Wording failComment,
    Wording failCommentCondition,
    List<String> labels,
    List<String> assignees,
    List<Template> releasedLabels,
    AddReleases addReleases,
    boolean draftRelease,
    Template releaseName,
    Template releaseBody,
    Optional<String> discussionCategory,
    Set<PluginStep> steps) {

  /// Files to upload.
  ///
  /// @param globs paths and globs that belong together
  /// @param name the name of the file at the release, where it is another
  /// @param label what the release page shows instead of the name
  public record Asset(List<String> globs, Optional<Template> name, Optional<Template> label) {
    public Asset {
      globs = List.copyOf(globs);
    }
  }

  /// Where the list of other releases stands.
  public enum AddReleases {
    NO,
    TOP,
    BOTTOM
  }

  /// The title of the issue where the configuration has none.
  public static final String FAIL_TITLE = "The automated release is failing 🚨";

  /// The comment where the configuration has none.
  public static final String SUCCESS_COMMENT =
      "🎉 This ${issue.pull_request ? \"pull request is included\" : \"issue has been resolved\"} in"
          + " version ${nextRelease.version} 🎉\n\nThe release is available on:\n"
          + "<%= releases.map(r => r.url ? `- [${r.name}](${r.url})` : `- ${r.name}`)"
          + ".join(\"\\n\") %>";

  /// The label where the configuration has none.
  public static final String RELEASED_LABEL =
      "released<%= nextRelease.channel ? ` on @${nextRelease.channel}` : \"\" %>";

  public GitHubSettings {
    assets = List.copyOf(assets);
    labels = List.copyOf(labels);
    assignees = List.copyOf(assignees);
    releasedLabels = List.copyOf(releasedLabels);
    steps = Set.copyOf(steps);
  }

  /// What the plug-in does without any option: a release, comments, labels, fail issues.
  public static GitHubSettings defaults() {
    return new GitHubSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Wording.BuiltIn(),
        new Wording.BuiltIn(),
        new Wording.Own(Template.of(FAIL_TITLE)),
        new Wording.BuiltIn(),
        new Wording.BuiltIn(),
        List.of("semantic-release"),
        List.of(),
        List.of(Template.of(RELEASED_LABEL)),
        AddReleases.NO,
        false,
        Template.of("<%= nextRelease.name %>"),
        Template.of("<%= nextRelease.notes %>"),
        Optional.empty(),
        Set.of(
            PluginStep.VERIFY_CONDITIONS,
            PluginStep.PUBLISH,
            PluginStep.ADD_CHANNEL,
            PluginStep.SUCCESS,
            PluginStep.FAIL));
  }

  /// Where there is no configuration: a release, and no comments, labels or issues unless asked
  /// for.
  public static GitHubSettings nativeDefaults() {
    GitHubSettings all = defaults();
    return new GitHubSettings(
        all.url,
        all.apiPathPrefix,
        all.apiUrl,
        all.proxy,
        all.assets,
        new Wording.Off(),
        all.successCommentCondition,
        new Wording.Off(),
        new Wording.Off(),
        all.failCommentCondition,
        List.of(),
        List.of(),
        List.of(),
        all.addReleases,
        all.draftRelease,
        all.releaseName,
        all.releaseBody,
        all.discussionCategory,
        Set.of(PluginStep.VERIFY_CONDITIONS, PluginStep.PUBLISH, PluginStep.ADD_CHANNEL));
  }
}
