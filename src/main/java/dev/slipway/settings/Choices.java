package dev.slipway.settings;

/// The inputs that choose one of a few ways.
public final class Choices {
  private Choices() {}

  /// How a version gets to the registry.
  public enum Publish {
    /// As the credential and the package's settings allow.
    AUTO,
    /// At once.
    DIRECT,
    /// Staged, until a person approves it.
    STAGE
  }

  /// Whether a statement of where the package was built goes with it.
  public enum Provenance {
    /// Wherever it can be made.
    AUTO,
    /// Or else stop.
    TRUE,
    /// Never.
    FALSE
  }

  /// Who may install a scoped package.
  public enum Access {
    PUBLIC,
    RESTRICTED
  }

  /// Whose rules read the commits.
  public enum Rules {
    /// Slipway's own.
    NATIVE,
    /// semantic-release 25's.
    SR25,
    /// The newer conventional-changelog packages'.
    CC10
  }

  /// What to do when the remote's branch has moved on since the checkout.
  public enum Behind {
    SKIP,
    FAIL,
    RELEASE
  }

  /// Whether the version is written into the branch.
  public enum Commit {
    /// No.
    FALSE,
    /// By a commit on the branch.
    TRUE,
    /// By a pull request that is kept up to date.
    PULL_REQUEST
  }

  /// Whether there is a release on GitHub.
  public enum GitHubRelease {
    FALSE,
    TRUE,
    /// Made, but left for a person to publish.
    DRAFT
  }

  /// What a finding of the guard does.
  public enum Guard {
    /// Stops the release.
    STRICT,
    /// Is only said.
    WARN,
    /// Is not looked for.
    OFF
  }

  /// Where a pull request's preview goes.
  public enum Preview {
    /// Into a comment on the pull request, and the summary.
    COMMENT,
    /// Into the summary alone.
    SUMMARY,
    /// Nowhere.
    OFF
  }
}
