package dev.slipway.apply;

import dev.slipway.github.FailIssue;
import dev.slipway.github.GitHub;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Writes a failed release down where people look: one issue, opened by the first failure and
/// commented on by the next.
///
/// @param github where
/// @param labels further labels of the issue
public record FailureIssues(GitHub github, List<String> labels) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// Writes it down.
  ///
  /// @return a warning where that does not work
  public Optional<Problem> write(String title, String body, List<String> assignees) {
    try {
      new FailIssue(github.patientFor(PATIENCE), labels).fail(title, body, assignees);
      return Optional.empty();
    } catch (Lost lost) {
      return Optional.of(
          Problem.warning("FAIL_ISSUE_NOT_WRITTEN", lost.text(), "The log has all there is."));
    } catch (Refused refused) {
      return Optional.of(Texts.softer(refused.problems().getFirst()));
    }
  }
}
