package dev.slipway;

import dev.slipway.apply.FailureIssues;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.report.FailureText;
import dev.slipway.settings.GitHubSettings;
import dev.slipway.settings.Wording;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reports a failed release of a branch in an issue, where that is wanted.
///
/// @param extras whether, and in which words
/// @param branch that was to be released
/// @param branches those that releases are made from
record FailureReport(Hands hands, Extras extras, String branch, List<BranchSpec> branches) {
  /// The problems, and one more where the issue could not be written.
  List<Problem> of(List<Problem> problems) {
    List<Problem> grave = problems.stream().filter(problem -> !problem.isWarning()).toList();
    if (grave.isEmpty() || !extras.keepsFailures() || !isReleased() || !isWanted(grave)) {
      return problems;
    }
    List<Problem> all = new ArrayList<>(problems);
    GitHubSettings settings = extras.settings();
    new FailureIssues(Hosts.github(hands).orElseThrow(), settings.labels())
        .write(title(grave), text(grave), settings.assignees())
        .ifPresent(all::add);
    return all;
  }

  private boolean isReleased() {
    return branches.stream().anyMatch(spec -> Glob.of(spec.name()).matches(branch));
  }

  private boolean isWanted(List<Problem> problems) {
    return switch (extras.settings().failCommentCondition()) {
      case Wording.BuiltIn() -> true;
      case Wording.Off() -> false;
      case Wording.Own(var condition) -> condition.holds(names(problems));
    };
  }

  private String title(List<Problem> problems) {
    return extras.settings().failTitle() instanceof Wording.Own(var title)
        ? title.render(names(problems))
        : GitHubSettings.FAIL_TITLE;
  }

  private String text(List<Problem> problems) {
    return extras.settings().failComment() instanceof Wording.Own(var comment)
        ? comment.render(names(problems))
        : FailureText.of(branch, problems, extras.links().run(hands.runner().runId()));
  }

  private Json.Obj names(List<Problem> problems) {
    return Json.empty()
        .with("branch", Json.empty().with("name", Json.of(branch)))
        .with(
            "errors",
            new Json.Arr(
                problems.stream()
                    .<Json>map(problem ->
                        Json.empty()
                            .with("code", Json.of(problem.code()))
                            .with("message", Json.of(problem.what()))
                            .with("details", Json.of(problem.remedy())))
                    .toList()));
  }

  /// The report of a run; empty where a tag gave the version.
  static Optional<FailureReport> of(
      Hands hands, Extras extras, ReleaseCommand.Aim aim, List<BranchSpec> branches) {
    return aim instanceof ReleaseCommand.Aim.Branch(var branch)
        ? Optional.of(new FailureReport(hands, extras, branch, branches))
        : Optional.empty();
  }
}
