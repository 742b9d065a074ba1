package dev.slipway.report;

import dev.slipway.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One run, as it is told to people: everything the log, the summary, the outputs and the preview
/// say comes from here, so that they cannot disagree.
///
/// @param status what it came to
/// @param releases what was released, is pending or would be; empty when nothing
/// @param promotions versions that exist and get one more channel
/// @param reasons why this and not something else, one plain sentence each
/// @param commits what each commit since the last release says, newest first, for a run that
///   releases nothing; a release carries its own
/// @param steps what was done, in order
/// @param problems what went wrong or is worth a warning
/// @param finishes what finishes what is pending, one sentence; empty when nothing is pending
/// @param notes further lines worth saying, such as which credential was used
/// @param took how long the run took
/// @param links where things are
/// @param page what stands in the summary instead of the usual: the preview of a pull request
public record Told(
    Status status,
    List<ToldRelease> releases,
    List<ToldPromotion> promotions,
    List<String> reasons,
    List<ToldCommit> commits,
    List<ToldStep> steps,
    List<Problem> problems,
    Optional<String> finishes,
    List<String> notes,
    Duration took,
    Links links,
    Optional<String> page) {

  /// What a run came to.
  public enum Status {
    RELEASED("released"),
    NOTHING("nothing"),
    PENDING("pending"),
    AWAITING_APPROVAL("awaiting-approval"),
    SUPERSEDED("superseded"),
    PLANNED("planned"),
    PREPARED("prepared"),
    REFUSED("refused"),
    FAILED("failed");

    private final String key;

    Status(String key) {
      this.key = key;
    }

    /// The value of the output `status`.
    public String key() {
      return key;
    }
  }

  public Told {
    releases = List.copyOf(releases);
    promotions = List.copyOf(promotions);
    reasons = List.copyOf(reasons);
    commits = List.copyOf(commits);
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /// Whether the run ends red: what it was to do was not done, or something stood in the way of
  /// more after a release.
  public boolean fails() {
    return switch (status) {
      case FAILED, REFUSED -> true;
      case RELEASED -> problems.stream().anyMatch(problem -> !problem.isWarning());
      case NOTHING, PENDING, AWAITING_APPROVAL, SUPERSEDED, PLANNED, PREPARED -> false;
    };
  }

  /// A run of which nothing is known but what it came to.
  public static Told of(Status status) {
    return new Told(
        status,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        Duration.ZERO,
        Links.none(),
        Optional.empty());
  }

  /// The same with these releases.
  public Told releasing(List<ToldRelease> more) {
    return new Told(
        status,
        more,
        promotions,
        reasons,
        commits,
        steps,
        problems,
        finishes,
        notes,
        took,
        links,
        page);
  }

  /// The same with versions that get one more channel.
  public Told promoting(List<ToldPromotion> some) {
    return new Told(
        status, releases, some, reasons, commits, steps, problems, finishes, notes, took, links,
        page);
  }

  /// The same with these reasons, and what each commit says.
  public Told because(List<String> why, List<ToldCommit> said) {
    return new Told(
        status,
        releases,
        promotions,
        why,
        said,
        steps,
        problems,
        finishes,
        notes,
        took,
        links,
        page);
  }

  /// The same with these steps.
  public Told doing(List<ToldStep> done) {
    return new Told(
        status,
        releases,
        promotions,
        reasons,
        commits,
        done,
        problems,
        finishes,
        notes,
        took,
        links,
        page);
  }

  /// The same with these problems.
  public Told with(List<Problem> found) {
    return new Told(
        status,
        releases,
        promotions,
        reasons,
        commits,
        steps,
        found,
        finishes,
        notes,
        took,
        links,
        page);
  }

  /// The same with something pending that this finishes.
  public Told finishedBy(String what) {
    return new Told(
        status,
        releases,
        promotions,
        reasons,
        commits,
        steps,
        problems,
        Optional.of(what),
        notes,
        took,
        links,
        page);
  }

  /// The same with further lines.
  public Told noting(List<String> lines) {
    return new Told(
        status,
        releases,
        promotions,
        reasons,
        commits,
        steps,
        problems,
        finishes,
        lines,
        took,
        links,
        page);
  }

  /// The same, with the time it took.
  public Told in(Duration time) {
    return new Told(
        status,
        releases,
        promotions,
        reasons,
        commits,
        steps,
        problems,
        finishes,
        notes,
        time,
        links,
        page);
  }

  /// The same, with places to link to.
  public Told linking(Links places) {
    return new Told(
        status,
        releases,
        promotions,
        reasons,
        commits,
        steps,
        problems,
        finishes,
        notes,
        took,
        places,
        page);
  }

  /// The same, with a page of its own for the summary.
  public Told showing(String markdown) {
    return new Told(
        status,
        releases,
        promotions,
        reasons,
        commits,
        steps,
        problems,
        finishes,
        notes,
        took,
        links,
        Optional.of(markdown));
  }
}
