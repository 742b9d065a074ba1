package dev.slipway.notes;

import java.util.List;

/// What a Git hosting site calls things, as release-notes-generator knows the sites.
///
/// @param issue the word for issues in an address
/// @param commit the word for commits in an address
/// @param referenceActions the words before an issue that close it
/// @param issuePrefixes what the number of an issue starts with
record Forge(
    String issue, String commit, List<String> referenceActions, List<String> issuePrefixes) {
  private static final List<String> CLOSE = List.of("close", "closes", "closed");
  private static final List<String> FIX = List.of("fix", "fixes", "fixed");
  private static final List<String> RESOLVE = List.of("resolve", "resolves", "resolved");

  private static final Forge GITHUB =
      new Forge("issues", "commit", words(CLOSE, FIX, RESOLVE), List.of("#", "gh-"));
  private static final Forge BITBUCKET =
      new Forge(
          "issue",
          "commits",
          words(
              CLOSE,
              List.of("closing"),
              FIX,
              List.of("fixing"),
              RESOLVE,
              List.of("resolving")),
          List.of("#"));
  private static final Forge GITLAB =
      new Forge(
          "issues",
          "commit",
          words(CLOSE, List.of("closing"), FIX, List.of("fixing")),
          List.of("#"));
  private static final Forge OTHER =
      new Forge("issues", "commit", BITBUCKET.referenceActions(), GITHUB.issuePrefixes());

  @SafeVarargs
  private static List<String> words(List<String>... lists) {
    return List.of(lists).stream().flatMap(List::stream).toList();
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
