package dev.slipway.history;

import dev.slipway.problem.Refused;

/// A pattern over a commit message, in linear time.
public sealed interface TextPattern permits BuiltInPattern, ScriptPattern {
  /// The leftmost match in a text, or [TextMatch#NONE].
  TextMatch match(String text);

  /// A pattern that somebody wrote as a JavaScript regular expression without flags: what a string
  /// in `parserOpts` is.
  ///
  /// @throws Refused when it is no such expression, or needs what no linear-time engine has
  static TextPattern javascript(String source) {
    return ScriptPattern.of(source, "");
  }

  /// The same with flags, as in `/source/flags`.
  ///
  /// @throws Refused when it is no such expression, or needs what no linear-time engine has
  static TextPattern javascript(String source, String flags) {
    return ScriptPattern.of(source, flags);
  }
}
