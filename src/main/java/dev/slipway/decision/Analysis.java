package dev.slipway.decision;

import dev.slipway.history.Commit;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.version.Bump;
import java.util.List;
import java.util.Optional;

/// What the commits since the last release ask for.
///
/// @param verdicts one for each commit, newest first
/// @param bump the furthest of them; empty: nothing to release
public record Analysis(List<Verdict> verdicts, Optional<Bump> bump) {
  public Analysis {
    verdicts = List.copyOf(verdicts);
  }

  /// Reads and judges commits, newest first.
  public static Analysis of(List<Commit> commits, AnalyzerSettings settings) {
    return new Analysis(List.of(), Optional.empty());
  }
}
