package dev.slipway.github;

import dev.slipway.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether a release commit, or a tag, can pass the rules of its ref: asked before anything is
/// done.
public final class CommitRules {
  private CommitRules() {}

  /// What stands against a commit that is put on a branch without a pull request. A bypass that the
  /// token may have is not told to anybody, so these are warnings, with the ways out.
  ///
  /// @param verified whether GitHub makes the commit, and so signs it
  public static List<Problem> forCommit(String branch, List<Rules.Rule> rules, boolean verified) {
    List<String> against =
        rules.stream().flatMap(rule -> against(rule, verified).stream()).distinct().toList();
    if (against.isEmpty()) {
      return List.of();
    }
    return List.of(
        Problem.warning(
            "BRANCH_PROTECTED",
            "The branch "
                + branch
                + " is protected against a release commit:\n"
                + against.stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
            """
            Three ways out:
            - no release commit: leave the input `commit` out. The tag and the package hold the version.
            - `commit: pull-request`: Slipway keeps a pull request with the version up to date.
            - a GitHub App on the bypass list, with its token:
                with:
                  github-token: ${{ steps.app.outputs.token }}\
            """));
  }

  private static Optional<String> against(Rules.Rule rule, boolean verified) {
    String by = rule.ruleset().map(name -> " (ruleset \"" + name + "\")").orElse("");
    String detail = rule.detail().isEmpty() ? "" : ": " + rule.detail();
    return switch (rule.type()) {
      case "pull_request" -> Optional.of("changes need a pull request" + by);
      case "merge_queue" -> Optional.of("changes go through the merge queue" + by);
      case "update" -> Optional.of("nobody without a bypass may update it" + by);
      case "required_status_checks" -> Optional.of("checks must have passed" + detail + by);
      case "workflows" -> Optional.of("workflows must have passed" + by);
      case "required_deployments" -> Optional.of("deployments must have succeeded" + by);
      case "required_signatures" ->
          verified ? Optional.empty() : Optional.of("commits must be signed" + by);
      case "commit_message_pattern" -> Optional.of("commit messages must fit" + detail + by);
      case "commit_author_email_pattern" -> Optional.of("author addresses must fit" + detail + by);
      case "committer_email_pattern" -> Optional.of("committer addresses must fit" + detail + by);
      case "file_path_restriction" -> Optional.of("some files may not be changed" + by);
      case "protected_branch" ->
          Optional.of("branch protection is on; what it asks for is only shown to administrators");
      default -> Optional.empty();
    };
  }

  /// What stands against making a tag.
  public static List<Problem> forTag(String tag, List<Rules.Rule> rules) {
    List<String> against =
        rules.stream().flatMap(rule -> againstTag(rule).stream()).distinct().toList();
    if (against.isEmpty()) {
      return List.of();
    }
    return List.of(
        Problem.warning(
            "TAG_PROTECTED",
            "The tag "
                + tag
                + " is protected:\n"
                + against.stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
            "Put the GitHub App or the role whose token is used on the ruleset's bypass list, or let"
                + " the ruleset leave out the release tags."));
  }

  private static Optional<String> againstTag(Rules.Rule rule) {
    String by = rule.ruleset().map(name -> " (ruleset \"" + name + "\")").orElse("");
    return switch (rule.type()) {
      case "creation" -> Optional.of("nobody without a bypass may create it" + by);
      case "tag_name_pattern" -> Optional.of("tag names must fit: " + rule.detail() + by);
      case "required_signatures" -> Optional.of("what it stands on must be signed" + by);
      default -> Optional.empty();
    };
  }
}
