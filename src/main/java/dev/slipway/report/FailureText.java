package dev.slipway.report;

import dev.slipway.problem.Problem;
import java.util.List;
import java.util.Optional;

/// A failed release as the text of an issue: what stands against it, and what to do.
public final class FailureText {
  private FailureText() {}

  /// The text, Markdown.
  ///
  /// @param branch that was to be released
  /// @param run the address of the workflow run
  public static String of(String branch, List<Problem> problems, Optional<String> run) {
    Page page = new Page();
    page.block(
        "The release of "
            + Encoders.code(branch)
            + " failed. "
            + Page.link("The run", run)
            + " has the whole log. This issue is closed by the next release that succeeds.");
    ProblemPart.on(page, problems);
    return page.toString();
  }
}
