package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.history.ParserOptions;
import dev.slipway.history.Profile;
import dev.slipway.settings.AnalyzerSettings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a commit that moves nothing may have been meant to be.
final class NearMiss {
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "feature", "feat",
          "features", "feat",
          "bugfix", "fix",
          "bug", "fix",
          "hotfix", "fix",
          "fixes", "fix",
          "fixed", "fix",
          "performance", "perf");

  private NearMiss() {}

  static Optional<String> hint(Change change, AnalyzerSettings settings, Rules rules) {
    return note(change, settings.parser())
        .or(() ->
            change.type().isPresent()
                ? type(change.type().get(), rules)
                : header(change.header().orElse(""), rules));
  }

  /// A type that no rule knows, and one that some rule does.
  private static Optional<String> type(String type, Rules rules) {
    String small = type.toLowerCase(Locale.ROOT);
    if (!small.equals(type) && rules.knowsType(small)) {
      return Optional.of("the case of a type counts: write `" + small + "`");
    }
    return Optional.ofNullable(SYNONYMS.get(small))
        .filter(known -> !rules.knowsType(small) && rules.knowsType(known))
        .map(known -> "perhaps `" + known + "` was meant");
  }

  /// A header that is almost one.
  private static Optional<String> header(String header, Rules rules) {
    int end = 0;
    while (end < header.length() && Character.isLetterOrDigit(header.charAt(end))) {
      end++;
    }
    String type = header.substring(0, end);
    if (!rules.knowsType(type) && type(type, rules).isEmpty()) {
      return Optional.empty();
    }
    String rest = header.substring(end);
    String scope = scope(rest.stripLeading());
    String behind = scope.isEmpty() ? rest : rest.stripLeading().substring(scope.length());
    if (behind.startsWith("!: ")) {
      return Optional.of(
          "`"
              + type
              + "!:` is no header under this preset: write the footer `BREAKING CHANGE: …`, or use"
              + " the preset `conventionalcommits`");
    }
    if (rest.startsWith(" ") && !scope.isEmpty() && behind.startsWith(":")) {
      return Optional.of("no blank before the scope: write `" + type + scope + ":`");
    }
    if (behind.stripLeading().startsWith(":") && !behind.startsWith(":")) {
      return Optional.of("no blank before the colon: write `" + type + scope + ":`");
    }
    if (behind.startsWith(":") || behind.startsWith("!:")) {
      return behind.startsWith(": ")
          ? type(type, rules)
          : Optional.of("there must be a blank behind the colon: write `" + type + scope + ": `");
    }
    return Optional.empty();
  }

  /// The bracket with the scope that a text starts with; empty when it starts with none.
  private static String scope(String text) {
    return text.startsWith("(") && text.indexOf(')') > 0
        ? text.substring(0, text.indexOf(')') + 1)
        : "";
  }

  /// A line that looks like a note and is none.
  private static Optional<String> note(Change change, ParserOptions parser) {
    if (change.isBreaking() || !(holdsBreaking(change.body()) || holdsBreaking(change.footer()))) {
      return Optional.empty();
    }
    return Optional.of(
        parser.profile() == Profile.NATIVE
            ? "a line with BREAKING in it is no footer: it must start with `BREAKING CHANGE: `"
            : "a line with BREAKING in it is no note: it must start with `"
                + parser.noteKeywords().flatMap(k -> k.stream().findFirst()).orElse("a keyword")
                + ": `");
  }

  private static boolean holdsBreaking(Optional<String> text) {
    return text.isPresent() && text.get().contains("BREAKING");
  }
}
