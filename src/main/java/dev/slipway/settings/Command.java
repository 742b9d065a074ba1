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
  WATCH,
  /// Lists, points or removes dist-tags.
  DIST_TAG,
  /// Marks versions as deprecated, or takes the mark away.
  DEPRECATE;

  /// True when words may stand behind it, such as a directory.
  boolean takesOperands() {
    return switch (this) {
      case REHEARSE, DIST_TAG, DEPRECATE -> true;
      case RELEASE, PLAN, PREPARE, PACK, DOCTOR, WATCH -> false;
    };
  }
}
