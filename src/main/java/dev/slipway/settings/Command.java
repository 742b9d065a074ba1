package dev.slipway.settings;

/// What a run is asked to do.
public enum Command {
  /// What the event asks for: release, publish the tag, preview the pull request, or finish what is
  /// pending.
  RELEASE,
  /// What would be released and why; writes nothing.
  PLAN,
  /// The next version written into the workspace.
  PREPARE,
  /// The tarball that would be published.
  PACK,
  /// Proves or disproves what a release will need.
  DOCTOR,
  /// The whole release against a registry, a GitHub and a remote inside the process.
  REHEARSE,
  /// Compares the live registry with what was released.
  WATCH
}
