package dev.slipway.pack;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.JavaScriptSpace;
import java.util.ArrayList;
import java.util.List;

/// A line of an ignore file.
record LineRule(PathPattern pattern) implements Rule {
  /// The rules of a whole ignore file: blank lines and lines with `#` in front say nothing.
  ///
  /// @param source what a problem names
  static List<Rule> all(String text, String source) {
    List<Rule> rules = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      String trimmed = trim(line);
      if (trimmed.isEmpty() || trimmed.startsWith("#")) {
        continue;
      }
      if (trimmed.length() > PathPattern.LONGEST) {
        throw new Refused(
            Problem.configuration(
                "PATTERN_TOO_LONG",
                "A pattern in "
                    + source
                    + " is "
                    + trimmed.length()
                    + " characters long; npm takes at most "
                    + PathPattern.LONGEST
                    + ".",
                "Split it into several lines."));
      }
      rules.add(new LineRule(PathPattern.of(trimmed)));
    }
    return rules;
  }

  private static String trim(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && JavaScriptSpace.is(line.charAt(from))) {
      from++;
    }
    while (to > from && JavaScriptSpace.is(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  static List<Rule> all(List<String> lines, String source) {
    return all(String.join("\n", lines), source);
  }

  @Override
  public boolean negated() {
    return pattern.negated();
  }

  @Override
  public boolean matches(Candidate entry, boolean partial) {
    return pattern.matches(entry.rooted(), false)
        || pattern.matches(entry.plain(), false)
        || (partial && matchesFolder(entry))
        || (partial && pattern.relative() && entry.base().filter(this::matchesFolder).isPresent());
  }

  private boolean matchesFolder(Candidate entry) {
    return pattern.matches(entry.rootedFolder(), false)
        || pattern.matches(entry.plainFolder(), false)
        || (pattern.negated()
            && (pattern.matches(entry.rooted(), true) || pattern.matches(entry.plain(), true)));
  }
}
