package dev.slipway.decision;

import dev.slipway.history.Commit;
import dev.slipway.version.Bump;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An analyzer for tests of everything but the grammar: the first word of a message is its bump,
/// and any other word is none.
enum BumpWords implements Analyzer {
  INSTANCE;

  @Override
  public List<Verdict> verdicts(List<Commit> commits) {
    return commits.stream()
        .map(c ->
            Skipped.asks(c.message())
                ? new Verdict(c, Optional.empty(), Optional.empty(), "skipped")
                : new Verdict(c, Optional.empty(), bump(c.message()), "its first word"))
        .toList();
  }

  private static Optional<Bump> bump(String message) {
    return Arrays.stream(Bump.values())
        .filter(b -> message.startsWith(b + ":") || message.startsWith(b + " "))
        .findFirst();
  }
}
