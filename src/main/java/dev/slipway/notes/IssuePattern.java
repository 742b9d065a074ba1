package dev.slipway.notes;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.List;
import java.util.function.BinaryOperator;

/// Finds issues in a subject: one of the prefixes, then small letters and digits.
final class IssuePattern {
  private final Pattern pattern;

  private IssuePattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /// Prefixes that are patterns, as `conventionalcommits` 9 takes them.
  ///
  /// @throws Refused when they are no pattern
  static IssuePattern ofPatterns(List<String> prefixes) {
    String source = "(" + String.join("|", prefixes) + ")([a-z0-9]+)";
    try {
      return new IssuePattern(Pattern.compile(source));
    } catch (PatternSyntaxException wrong) {
      throw new Refused(
          Problem.configuration(
              "NOTES_ISSUE_PREFIX_INVALID",
              "presetConfig.issuePrefixes holds what is no pattern: " + String.join(", ", prefixes),
              "Each prefix is read as a regular expression. Put a backslash before a character that"
                  + " is meant as it stands."));
    }
  }

  /// The text with each issue replaced.
  ///
  /// @param replacement of a prefix and an issue
  String replace(String text, BinaryOperator<String> replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder(text.length() + 64);
    int done = 0;
    while (matcher.find()) {
      String prefix = matcher.group(1);
      String issue = matcher.group(matcher.groupCount());
      out.append(text, done, matcher.start());
      out.append(replacement.apply(prefix == null ? "" : prefix, issue));
      done = matcher.end();
    }
    return out.append(text, done, text.length()).toString();
  }
}
