package dev.slipway.history;

import java.util.List;
import java.util.function.Function;

/// One piece of work for each commit, done on every core where there are many of them.
public final class EachCommit {
  /// Fewer are done before a second thread has started.
  private static final int MANY = 2_000;

  private EachCommit() {}

  /// What the work makes of each commit, in the order of the commits.
  ///
  /// @param work depends on the commit alone, and may run on another thread
  public static <T> List<T> of(List<Commit> commits, Function<Commit, T> work) {
    return commits.size() < MANY
        ? commits.stream().map(work).toList()
        : commits.parallelStream().map(work).toList();
  }
}
