package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.settings.ReleaseRule;
import dev.slipway.settings.ReleaseType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Release rules, ready to judge changes. The project's own come first; the default rules count
/// only for a change that none of them fits.
final class Rules {
  private final List<Rule> own;
  private static final List<Rule> DEFAULTS = DefaultRules.ALL;
  private static final Set<String> OF_HEADERS = Set.of("type", "scope", "subject", "header");

  private Rules(List<Rule> own) {
    this.own = own;
  }

  static Rules of(List<ReleaseRule> releaseRules) {
    return new Rules(
        IntStream.range(0, releaseRules.size())
            .mapToObj(i -> Rule.of(releaseRules.get(i), "releaseRules[" + i + "]"))
            .toList());
  }

  /// The rule that decides about a change, and what it asks for; empty when none fits.
  Optional<Rule> decide(Change change) {
    Optional<Rule> decided = strongest(own, change);
    return decided.isPresent() ? decided : strongest(DEFAULTS, change);
  }

  /// Takes the first rule that fits, and then each that ranks higher. `false` ranks above all, yet
  /// the next rule takes its place, whatever that is: so `[patch, false]` is no release and
  /// `[false, patch]` is a patch, as in commit-analyzer.
  private static Optional<Rule> strongest(List<Rule> rules, Change change) {
    Optional<Rule> taken = Optional.empty();
    for (Rule rule : rules) {
      if (rule.fits(change)
          && (taken.isEmpty()
              || taken.get().release() == ReleaseType.NONE
              || rule.release().compareTo(taken.get().release()) < 0)) {
        taken = Optional.of(rule);
        if (rule.release() == ReleaseType.MAJOR) {
          break;
        }
      }
    }
    return taken;
  }

  /// True when no rule asks for more than a header, the notes and what is taken back.
  boolean askOnlyHeaders() {
    return own.stream()
        .allMatch(rule -> OF_HEADERS.containsAll(rule.properties().members().keySet()));
  }

  /// The types that some rule names, as they are written there.
  boolean knowsType(String type) {
    return own.stream().anyMatch(rule -> rule.asks("type", type))
        || DEFAULTS.stream().anyMatch(rule -> rule.asks("type", type));
  }
}
