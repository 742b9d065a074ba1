package dev.slipway.decision;

import dev.slipway.version.ReleaseLine;
import java.util.List;

/// A release line with all that a decision about it needs.
///
/// @param branch the branch, as it was found
/// @param explanation why its range is what it is, one sentence each; empty for a prerelease line,
///   which has no range
record Line(ReleaseLine line, KnownBranch branch, List<String> explanation) {
  Line {
    explanation = List.copyOf(explanation);
  }

  List<TaggedVersion> tags() {
    return branch.tags();
  }

  /// True for the first release branch.
  boolean isMain() {
    return line instanceof ReleaseLine.Stable stable && stable.main();
  }
}
