package dev.slipway.notes;

import dev.slipway.history.Change;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which commits the `conventionalcommits` preset shows, and below which heading.
record TypeTable(PresetConfig config) {
  private static final String KEY = "release-as";

  /// The entry for a commit; empty for a type that is not in the list.
  Optional<PresetConfig.Type> entry(Change change) {
    String type =
        change.revert().isPresent() ? "revert" : change.type().orElse("").toLowerCase(Locale.ROOT);
    String scope = change.scope().orElse("");
    return config.types().stream()
        .filter(entry -> entry.type().filter(type::equals).isPresent())
        .filter(entry -> entry.scope().isEmpty() || entry.scope().equals(scope))
        .findFirst();
  }

  /// True when the commit's scope is one that is shown.
  boolean isInScope(Change change) {
    List<String> scopes = config.scopes().orElse(List.of());
    if (config.scopes().isEmpty()) {
      return true;
    }
    String scope = change.scope().orElse("");
    if (scope.isEmpty()) {
      return !config.scopeOnly();
    }
    return Arrays.stream(com.google.re2j.Pattern.compile(",").split(scope, -1))
        .anyMatch(scopes::contains);
  }

  /// The headings in their order.
  List<String> sections() {
    return config.types().stream()
        .map(PresetConfig.Type::section)
        .filter(section -> !section.isEmpty())
        .toList();
  }

  /// True when body or footer ask for a version by `Release-As: 1.2.3`.
  static boolean asksForVersion(Change change) {
    return change.footer().filter(TypeTable::asksForVersion).isPresent()
        || change.body().filter(TypeTable::asksForVersion).isPresent();
  }

  private static boolean asksForVersion(String text) {
    for (int i = text.indexOf(':'); i >= 0; i = text.indexOf(':', i + 1)) {
      if (endsWithKey(text, i) && versionStartsAt(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWithKey(String text, int end) {
    int from = end - KEY.length();
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < KEY.length(); i++) {
      char c = text.charAt(from + i);
      if ((c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) != KEY.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Blanks, a word and an `@` may stand before the version. Both may be there or not, and the word
  /// may run into the version (`v1.2.3`), so what counts is the last run of digits before the first
  /// dot.
  private static boolean versionStartsAt(String text, int from) {
    int i = from;
    while (i < text.length() && JsText.isSpace(text.charAt(i))) {
      i++;
    }
    while (i < text.length() && Mentions.isWord(text.charAt(i))) {
      i++;
    }
    boolean at = i < text.length() && text.charAt(i) == '@';
    int first = at ? digits(text, i + 1) : i;
    boolean number = first > (at ? i + 1 : from) && isDigit(text.charAt(first - 1));
    if (!number || first >= text.length() || text.charAt(first) != '.') {
      return false;
    }
    int second = digits(text, first + 1);
    return second > first + 1
        && second + 1 < text.length()
        && text.charAt(second) == '.'
        && isLetterOrDigit(text.charAt(second + 1));
  }

  private static int digits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetterOrDigit(char c) {
    return Mentions.isWord(c) && c != '_';
  }
}
