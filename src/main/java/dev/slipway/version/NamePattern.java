package dev.slipway.version;

import java.util.Optional;

/// A text with a gap for one value, as semantic-release's configuration has them: `${name}` or `<%=
/// name %>`. semantic-release evaluates any JavaScript in the gap; here the variable itself is all
/// that can stand there.
///
/// @param variable the name of the value
public record NamePattern(String variable) {

  /// The text with the value put into each gap; empty when a gap holds anything but the variable.
  public Optional<String> fill(String text, String value) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      Gap gap = Gap.at(text, at);
      if (gap.end() < 0) {
        filled.append(text.charAt(at++));
      } else if (gap.inside().strip().equals(variable)) {
        filled.append(value);
        at = gap.end();
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(filled.toString());
  }

  /// What stands in a gap that begins here.
  ///
  /// @param end behind the gap; -1 when none begins here
  private record Gap(String inside, int end) {
    static Gap at(String text, int start) {
      if (text.startsWith("${", start)) {
        return between(text, start + 2, "}");
      }
      return text.startsWith("<%=", start) ? between(text, start + 3, "%>") : new Gap("", -1);
    }

    private static Gap between(String text, int start, String close) {
      int end = text.indexOf(close, start);
      return end < 0 ? new Gap("", -1) : new Gap(text.substring(start, end), end + close.length());
    }
  }
}
