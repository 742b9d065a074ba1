package dev.slipway.decision;

import java.util.List;
import java.util.Optional;

/// What to release, if anything, and why. Each case carries what every commit since the last
/// release says, newest first, and the reasons in plain words.
public sealed interface Decision {
  /// What each commit since the last release says, newest first.
  List<Verdict> verdicts();

  /// Why this and not something else, one sentence each.
  List<String> reasons();

  /// The version that is to get this branch's channel before anything else is done.
  Optional<Promoted> promoted();

  /// A new version.
  record Release(
      NextRelease next, Optional<Promoted> promoted, List<Verdict> verdicts, List<String> reasons)
      implements Decision {
    public Release {
      verdicts = List.copyOf(verdicts);
      reasons = List.copyOf(reasons);
    }
  }

  /// No new version, but one that exists gets this branch's channel.
  record Promotion(Promoted promotion, List<Verdict> verdicts, List<String> reasons)
      implements Decision {
    public Promotion {
      verdicts = List.copyOf(verdicts);
      reasons = List.copyOf(reasons);
    }

    @Override
    public Optional<Promoted> promoted() {
      return Optional.of(promotion);
    }
  }

  /// Nothing to do.
  ///
  /// @param previous the last release on this branch; empty when there is none, or when the branch
  ///   is none of ours
  record NoRelease(
      Why why, Optional<LastRelease> previous, List<Verdict> verdicts, List<String> reasons)
      implements Decision {
    public NoRelease {
      verdicts = List.copyOf(verdicts);
      reasons = List.copyOf(reasons);
    }

    @Override
    public Optional<Promoted> promoted() {
      return Optional.empty();
    }
  }

  /// Why there is nothing to release.
  enum Why {
    /// No commit since the last release.
    NO_COMMITS,
    /// Commits, but none that a rule makes a release of.
    NOTHING_RELEVANT,
    /// The configuration names other branches.
    WRONG_BRANCH,
    /// The remote's branch has moved on.
    BEHIND_REMOTE
  }
}
