package dev.slipway.history;

import dev.slipway.pattern.Regex;
import dev.slipway.pattern.Unreadable;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;

/// A JavaScript regular expression, on a linear-time engine.
record ScriptPattern(Regex regex) implements TextPattern {
  static ScriptPattern of(String source, String flags) {
    try {
      return new ScriptPattern(Regex.of(source, flags));
    } catch (Unreadable unreadable) {
      throw new Refused(
          unreadable.isMalformed()
              ? Problem.configuration(
                  "PATTERN_MALFORMED",
                  "/"
                      + source
                      + "/"
                      + flags
                      + " is no regular expression: "
                      + unreadable.reason()
                      + ".",
                  "Correct the pattern. semantic-release stops at it, too.")
              : Problem.configuration(
                  "PATTERN_NOT_LINEAR",
                  "/"
                      + source
                      + "/"
                      + flags
                      + " uses "
                      + unreadable.reason()
                      + ", which Slipway does not have: it matches in linear time only, because"
                      + " commit messages are written by strangers.",
                  "Write the pattern without it, or leave it out and use a preset:\n"
                      + "preset: conventionalcommits"));
    }
  }

  @Override
  public TextMatch match(String text) {
    return new TextMatch(regex.find(text), regex.names());
  }
}
