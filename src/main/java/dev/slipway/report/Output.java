package dev.slipway.report;

/// An output of the action: the only names that are ever written.
public enum Output {
  /// What the run came to: `released`, `nothing`, `pending`, `awaiting-approval`, `planned`,
  /// `refused`, `failed`.
  STATUS("status"),
  /// `true` when this run released something; else empty.
  RELEASED("released"),
  /// The version, without a `v`.
  VERSION("version"),
  /// The version before it; empty for a first release.
  PREVIOUS_VERSION("previous-version"),
  /// The first number of the version.
  MAJOR("major"),
  /// The second number of the version.
  MINOR("minor"),
  /// The third number of the version.
  PATCH("patch"),
  /// The git tag.
  TAG("tag"),
  /// The dist-tag the version was published under.
  CHANNEL("channel"),
  /// The package's name.
  NAME("name"),
  /// `sha512-…` of the tarball.
  INTEGRITY("integrity"),
  /// Where the tarball lies, relative to the workspace.
  TARBALL("tarball"),
  /// The release notes; cut short when longer than later steps can take.
  NOTES("notes"),
  /// The page of the GitHub release, or else of the version in the registry.
  URL("url"),
  /// The plan as JSON.
  PLAN("plan"),
  /// `true` when this run released something; else empty.
  NEW_RELEASE_PUBLISHED("new_release_published"),
  NEW_RELEASE_VERSION("new_release_version"),
  NEW_RELEASE_MAJOR_VERSION("new_release_major_version"),
  NEW_RELEASE_MINOR_VERSION("new_release_minor_version"),
  NEW_RELEASE_PATCH_VERSION("new_release_patch_version"),
  NEW_RELEASE_CHANNEL("new_release_channel"),
  NEW_RELEASE_NOTES("new_release_notes"),
  NEW_RELEASE_GIT_HEAD("new_release_git_head"),
  NEW_RELEASE_GIT_TAG("new_release_git_tag"),
  LAST_RELEASE_VERSION("last_release_version"),
  LAST_RELEASE_GIT_HEAD("last_release_git_head"),
  LAST_RELEASE_GIT_TAG("last_release_git_tag");

  private final String key;

  Output(String key) {
    this.key = key;
  }

  /// The name as the workflow writes it.
  public String key() {
    return key;
  }
}
