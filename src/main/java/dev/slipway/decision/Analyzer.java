package dev.slipway.decision;

import dev.slipway.history.Commit;
import java.util.List;

/// Reads commits and says how far they move the version.
@FunctionalInterface
public interface Analyzer {
  /// A verdict for each of these commits, in their order (newest first); also for those that ask to
  /// be skipped, which have no bump and take back no other commit.
  List<Verdict> verdicts(List<Commit> commits);
}
