package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.settings.AnalyzerSettings;
import java.util.Optional;

/// What a commit that moves nothing may have been meant to be.
final class NearMiss {
  private NearMiss() {}

  static Optional<String> hint(Change change, AnalyzerSettings settings, Rules rules) {
    return Optional.empty();
  }
}
