package dev.slipway.decision;

import dev.slipway.settings.Configuration;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Optional;

/// What a decision has to know besides the repository.
///
/// @param branches the branches that releases are made from, as configured
/// @param analyzer what reads the commits
/// @param initialVersion the first version of all, where the user names one; else 1.0.0
/// @param majorZero true: below 1.0.0 a breaking change moves the minor version
/// @param behind what to do when the checked-out commit is not the tip of the remote's branch
/// @param published what the registry has; empty when it was not asked
public record DecisionSettings(
    List<BranchSpec> branches,
    TagFormat tagFormat,
    Analyzer analyzer,
    Optional<Version> initialVersion,
    boolean majorZero,
    Behind behind,
    Optional<Published> published) {
  private static final Version FIRST = Version.of(1, 0, 0);

  public DecisionSettings {
    branches = List.copyOf(branches);
  }

  /// What a configuration asks for, and nothing else: no first version is named, a breaking change
  /// is a major version, a checkout behind the remote is skipped, and the registry was not asked.
  public static DecisionSettings of(Configuration configuration) {
    return new DecisionSettings(
        configuration.branches(),
        configuration.tagFormat(),
        commits -> Analysis.of(commits, configuration.analyzer()).verdicts(),
        Optional.empty(),
        false,
        Behind.SKIP,
        Optional.empty());
  }

  /// The same with the first version of all.
  public DecisionSettings startingAt(Version version) {
    return new DecisionSettings(
        branches, tagFormat, analyzer, Optional.of(version), majorZero, behind, published);
  }

  /// The same with an answer to what a breaking change is below 1.0.0.
  public DecisionSettings withMajorZero(boolean minor) {
    return new DecisionSettings(
        branches, tagFormat, analyzer, initialVersion, minor, behind, published);
  }

  /// The same with an answer to what is done when the checkout is not the tip of the remote's
  /// branch.
  public DecisionSettings whenBehind(Behind policy) {
    return new DecisionSettings(
        branches, tagFormat, analyzer, initialVersion, majorZero, policy, published);
  }

  /// The same with what the registry has.
  public DecisionSettings knowing(Published versions) {
    return new DecisionSettings(
        branches, tagFormat, analyzer, initialVersion, majorZero, behind, Optional.of(versions));
  }

  /// The version of a first release.
  Version first() {
    return initialVersion.orElse(FIRST);
  }

  /// What to do when the remote's branch has moved on since the checkout.
  public enum Behind {
    /// Release nothing: the newer commit's own run does it.
    SKIP,
    /// Stop with a problem.
    FAIL,
    /// Release the commit that is checked out.
    RELEASE
  }
}
