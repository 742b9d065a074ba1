package dev.slipway.notes;

import com.google.re2j.Pattern;
import java.util.List;

/// What a Git hosting site calls things, as release-notes-generator knows the sites.
///
/// @param issue the word for issues in an address
/// @param commit the word for commits in an address
/// @param referenceActions the words before an issue that close it
/// @param issuePrefixes what the number of an issue starts with
record Forge(
    String issue, String commit, List<String> referenceActions, List<String> issuePrefixes) {
  private static final Forge GITHUB =
      new Forge(
          "issues",
          "commit",
          words("close closes closed fix fixes fixed resolve resolves resolved"),
          List.of("#", "gh-"));
  private static final Forge BITBUCKET =
      new Forge(
          "issue",
          "commits",
          words(
              "close closes closed closing fix fixes fixed fixing resolve resolves resolved"
                  + " resolving"),
          List.of("#"));
  private static final Forge GITLAB =
      new Forge(
          "issues",
          "commit",
          words("close closes closed closing fix fixes fixed fixing"),
          List.of("#"));
  private static final Forge OTHER =
      new Forge("issues", "commit", BITBUCKET.referenceActions(), GITHUB.issuePrefixes());

  private static List<String> words(String line) {
    return List.of(Pattern.compile(" ").split(line));
  }

  /// The site at a host name.
  static Forge at(String hostname) {
    return switch (hostname) {
      case "github.com" -> GITHUB;
      case "bitbucket.org" -> BITBUCKET;
      case "gitlab.com" -> GITLAB;
      default -> OTHER;
    };
  }
}
