package dev.slipway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What each commit says, as a table on a page.
final class CommitPart {
  private static final int MOST = 200;
  private static final int OPEN = 12;

  private CommitPart() {}

  /// Puts the table on the page.
  static void on(Page page, List<ToldCommit> commits, Links links) {
    if (commits.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (ToldCommit commit : commits.subList(0, Math.min(MOST, commits.size()))) {
      rows.add(
          List.of(
              sha(commit, links), subject(commit), Encoders.tableCell(commit.why()), bump(commit)));
    }
    Page inside = new Page().table(List.of("commit", "says", "rule", "moves"), rows);
    if (commits.size() > MOST) {
      inside.block("_And " + (commits.size() - MOST) + " older ones._");
    }
    if (commits.size() <= OPEN) {
      page.block(inside.toString());
    } else {
      long moving = commits.stream().filter(commit -> commit.bump().isPresent()).count();
      page.fold(
          Amount.count(commits.size(), "commit") + ", of which " + moving + " move the version",
          inside);
    }
  }

  private static String sha(ToldCommit commit, Links links) {
    String seven = commit.sha().substring(0, Math.min(7, commit.sha().length()));
    boolean isHash = commit.sha().chars().allMatch(c -> Character.digit(c, 16) >= 0);
    return Page.link(
        Encoders.codeCell(seven), isHash ? links.commit(commit.sha()) : Optional.empty());
  }

  private static String subject(ToldCommit commit) {
    Optional<String> head =
        commit
            .type()
            .map(type ->
                "**"
                    + Encoders.tableCell(type)
                    + commit.scope().map(s -> "(" + Encoders.tableCell(s) + ")").orElse("")
                    + (commit.breaking() ? "!" : "")
                    + ":** ");
    return head.orElse("") + Encoders.tableCell(shorten(commit.subject()));
  }

  private static String shorten(String subject) {
    String first = subject.lines().findFirst().orElse("");
    return first.codePointCount(0, first.length()) <= 120
        ? first
        : first.substring(0, first.offsetByCodePoints(0, 119)) + "…";
  }

  private static String bump(ToldCommit commit) {
    return commit.bump().map(bump -> "**" + Encoders.tableCell(bump) + "**").orElse("–");
  }
}
