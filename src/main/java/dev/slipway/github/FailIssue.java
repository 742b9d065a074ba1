package dev.slipway.github;

import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.List;

/// The one issue that says that releases fail: opened by the first failure, commented on by the
/// next, closed by the release that succeeds. As `@semantic-release/github` keeps it, with its
/// marker and label, so that either tool finds what the other opened.
///
/// @param github the repository
/// @param labels further labels
public record FailIssue(GitHub github, List<String> labels) {
  /// What it is found by.
  public static final String MARK = "<!-- semantic-release:github -->";

  /// The label it always has.
  public static final String LABEL = "semantic-release";

  public FailIssue {
    labels = List.copyOf(labels);
  }

  /// Where a failure was written down.
  ///
  /// @param page the issue
  /// @param opened false when it was open before
  public record Written(String page, boolean opened) {}

  /// Opens it, or comments on it where it is open.
  ///
  /// @throws dev.slipway.problem.Refused when the token may not
  public Written fail(String title, String body, List<String> assignees) throws Lost {
    Issues issues = github.issues();
    List<Issues.Issue> open = issues.open(all(), MARK);
    if (open.isEmpty()) {
      return new Written(issues.create(title, body + "\n\n" + MARK, all(), assignees), true);
    }
    Issues.Issue issue = open.getFirst();
    issues.comment(issue.number(), Marker.of("failed", body), body);
    return new Written(issue.page(), false);
  }

  /// Closes every one that is open.
  ///
  /// @return their numbers
  public List<Long> succeed() throws Lost {
    List<Long> closed = new ArrayList<>();
    for (Issues.Issue issue : github.issues().open(all(), MARK)) {
      github.issues().close(issue.number());
      closed.add(issue.number());
    }
    return closed;
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(labels);
    if (!all.contains(LABEL)) {
      all.add(LABEL);
    }
    return all;
  }
}
