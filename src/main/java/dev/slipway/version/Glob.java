package dev.slipway.version;

import dev.slipway.pattern.Regex;
import dev.slipway.pattern.Unreadable;
import java.util.Optional;

/// A glob as `micromatch.isMatch` 4 reads it, with its default options, in linear time: `*` does
/// not cross a `/`, nothing but a dot matches a leading dot, braces, extended globs, classes,
/// negation by `!`, and plain brackets as in a regular expression.
public final class Glob {
  private static final int LONGEST = 64 << 10;

  private final String pattern;

  /// Empty: only the pattern itself matches.
  private final Optional<Regex> regex;

  private Glob(String pattern, Optional<Regex> regex) {
    this.pattern = pattern;
    this.regex = regex;
  }

  /// The glob of a text. The empty text matches nothing; micromatch stops at it.
  ///
  /// @throws IllegalArgumentException when the glob holds a piece of a regular expression that no
  ///   engine can match in linear time; says which
  public static Glob of(String pattern) {
    if (pattern.length() > LONGEST) {
      throw new IllegalArgumentException("a glob of more than 65536 characters");
    }
    if (pattern.isEmpty() || isLiteral(pattern)) {
      return new Glob(pattern, Optional.empty());
    }
    try {
      return new Glob(pattern, Optional.of(Regex.of(GlobSource.of(pattern), "")));
    } catch (Unreadable unreadable) {
      if (unreadable.isMalformed()) {
        // micromatch goes on with a pattern that matches nothing.
        return new Glob(pattern, Optional.empty());
      }
      throw new IllegalArgumentException(unreadable.reason(), unreadable);
    }
  }

  private static boolean isLiteral(String pattern) {
    return pattern
        .chars()
        .allMatch(c ->
            (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || " _-:#".indexOf(c) >= 0);
  }

  /// True when the whole text fits. The empty text fits no glob.
  public boolean matches(String text) {
    return !text.isEmpty()
        && (text.equals(pattern) || (regex.isPresent() && regex.get().matchesAtStart(text)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  /// The pattern as it is written.
  @Override
  public String toString() {
    return pattern;
  }
}
