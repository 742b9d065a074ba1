package dev.slipway.decision;

import dev.slipway.history.Commit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What commits say, those included that ask to be skipped.
final class Verdicts {
  private Verdicts() {}

  /// A verdict for each commit, in their order. The analyzer never sees the skipped ones, so a
  /// skipped revert takes nothing back.
  static List<Verdict> of(List<Commit> commits, Analyzer analyzer) {
    Iterator<Verdict> analyzed =
        analyzer
            .verdicts(commits.stream().filter(c -> !SkipRelease.marks(c.message())).toList())
            .iterator();
    List<Verdict> verdicts = new ArrayList<>(commits.size());
    for (Commit commit : commits) {
      verdicts.add(
          SkipRelease.marks(commit.message())
              ? new Verdict(
                  commit, Optional.empty(), Optional.empty(), "its message says [skip release]")
              : analyzed.next());
    }
    return verdicts;
  }
}
