package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.settings.AnalyzerSettings;
import java.util.Optional;

/// Why a commit moves nothing, with a hint where it comes close to something that would.
final class Silence {
  private Silence() {}

  static String reason(Change change, AnalyzerSettings settings, Rules rules) {
    Optional<String> type = change.type();
    String reason =
        type.isPresent()
            ? "no rule for type `" + type.get() + "`"
            : change.fields().containsKey("type")
                ? "no rule for a header without a type"
                : "the header is no `type: subject`";
    return reason + NearMiss.hint(change, settings, rules).map(hint -> "; " + hint).orElse("");
  }
}
