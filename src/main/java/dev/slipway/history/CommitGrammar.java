package dev.slipway.history;

import java.util.Optional;

/// Reads commit messages. Immutable; one for all commits of a run.
public final class CommitGrammar {
  private final ParserOptions options;

  private CommitGrammar(ParserOptions options) {
    this.options = options;
  }

  /// The grammar with these options.
  public static CommitGrammar of(ParserOptions options) {
    return new CommitGrammar(options);
  }

  /// The options it follows.
  public ParserOptions options() {
    return options;
  }

  /// The change that a commit's message tells of; empty when the message is blank.
  public Optional<Change> read(Commit commit) {
    return Optional.empty();
  }
}
