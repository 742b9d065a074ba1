package dev.slipway;

import dev.slipway.decision.Analysis;
import dev.slipway.decision.Decider;
import dev.slipway.decision.Decision;
import dev.slipway.decision.DecisionSettings;
import dev.slipway.decision.Published;
import dev.slipway.history.Graph;
import dev.slipway.settings.Configuration;
import dev.slipway.version.Version;
import java.util.Optional;

/// How a run decides: the configuration of the repository and what the workflow says besides.
///
/// @param configuration of the repository, or the native one
/// @param initialVersion the first version of all, where the workflow names one
/// @param majorZero below 1.0.0 a breaking change moves the minor version
/// @param behind what to do when the branch has moved on since the checkout
record Deciding(
    Configuration configuration,
    Optional<Version> initialVersion,
    boolean majorZero,
    DecisionSettings.Behind behind) {
  /// The decision for the commit that is checked out.
  ///
  /// @param published what the registry has, where it was asked
  Decision decide(Graph graph, String branch, Optional<Published> published) {
    return Decider.decide(
        graph,
        branch,
        new DecisionSettings(
            configuration.branches(),
            configuration.tagFormat(),
            commits -> Analysis.of(commits, configuration.analyzer()).verdicts(),
            initialVersion,
            majorZero,
            behind,
            published));
  }

  /// The same beside versions that were made from this very commit and have no tag: the one that is
  /// decided here is no obstacle, since it is compared, and tagged.
  ///
  /// @param all what the registry has
  /// @param others the same without those versions
  Decision decide(Graph graph, String branch, Optional<Published> all, Optional<Published> others) {
    if (!others.equals(all)
        && decide(graph, branch, others) instanceof Decision.Release release
        && all.get().versions().containsKey(release.next().version())) {
      return release;
    }
    return decide(graph, branch, all);
  }
}
