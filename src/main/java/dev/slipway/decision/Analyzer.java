package dev.slipway.decision;

import dev.slipway.history.Commit;
import java.util.List;

/// Reads commits and says how far they move the version.
@FunctionalInterface
public interface Analyzer {
  /// A verdict for each of these commits, in their order (newest first).
  List<Verdict> verdicts(List<Commit> commits);
}
