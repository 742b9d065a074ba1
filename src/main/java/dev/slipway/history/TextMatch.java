package dev.slipway.history;

import java.util.List;
import java.util.Map;

/// What a pattern matched.
///
/// @param groups the text of the whole match and of each group; the empty text for a group that
///   took no part. No groups at all: no match
/// @param names the numbers of the named groups; empty when no group has a name
public record TextMatch(List<String> groups, Map<String, Integer> names) {
  /// No match.
  public static final TextMatch NONE = new TextMatch(List.of(), Map.of());

  /// A match without named groups.
  static TextMatch of(String... groups) {
    return new TextMatch(List.of(groups), Map.of());
  }

  /// True when there is a match.
  public boolean found() {
    return !groups.isEmpty();
  }

  /// The text of a group; empty when there is none of that number or it took no part.
  public String group(int number) {
    return number < groups.size() ? groups.get(number) : "";
  }

  /// The text for a field. A pattern with any named group is read by name only, one without by
  /// position (parser 6.2.0 and newer).
  String field(int position, String name) {
    if (names.isEmpty()) {
      return group(position + 1);
    }
    Integer number = names.get(name);
    return number == null ? "" : group(number);
  }
}
