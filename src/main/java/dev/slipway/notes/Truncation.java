package dev.slipway.notes;

import java.util.Optional;

/// Notes cut to what fits a place.
public final class Truncation {
  /// What GitHub takes as the body of a release, in characters.
  public static final int RELEASE_BODY = 125_000;

  /// What GitHub takes as the body of an issue or a comment, in characters.
  public static final int COMMENT = 65_536;

  private Truncation() {}

  /// The notes, or as many of their lines as fit, and where the rest is.
  ///
  /// @param markdown the notes
  /// @param limit how many characters fit, in Unicode code points
  /// @param rest an address that shows the rest, such as the comparison of the two tags
  public static String fit(String markdown, int limit, Optional<String> rest) {
    return markdown.length() <= limit ? markdown : markdown.substring(0, limit);
  }
}
