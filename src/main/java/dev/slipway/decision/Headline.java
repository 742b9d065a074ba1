package dev.slipway.decision;

import dev.slipway.history.Change;
import java.util.Optional;

/// What is told of a commit that was read. The rest of what it says is not kept: a release may have
/// a hundred thousand commits.
///
/// @param breaking true when there is any note
public record Headline(
    Optional<String> type, Optional<String> scope, Optional<String> subject, boolean breaking) {
  static Headline of(Change change) {
    return new Headline(change.type(), change.scope(), change.subject(), change.isBreaking());
  }
}
