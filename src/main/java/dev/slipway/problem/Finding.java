package dev.slipway.problem;

/// What became of one question about whether a release can work.
///
/// @param subject what it is about: a package, a registry, the repository
/// @param question what was asked, as a noun: `write access`
/// @param verdict whether it is so
/// @param code a stable name of what stands against it, such as `NPM_TOKEN_EXPIRED`; empty where
///   nothing does
/// @param answer what was found out, in a sentence
/// @param remedy what to do; empty when there is nothing to do
public record Finding(
    String subject, String question, Verdict verdict, String code, String answer, String remedy) {

  /// Whether something is so. Not knowing is an answer of its own.
  public enum Verdict {
    /// It is so: somebody who must know said so.
    PROVED,
    /// It is not so: a release would fail.
    DISPROVED,
    /// It cannot be proved from here; the release itself will tell.
    NOT_PROVABLE
  }

  /// It is so.
  public static Finding proved(String subject, String question, String answer) {
    return new Finding(subject, question, Verdict.PROVED, "", answer, "");
  }

  /// It is not so, as a problem says.
  public static Finding disproved(String subject, String question, Problem problem) {
    return new Finding(
        subject, question, Verdict.DISPROVED, problem.code(), problem.what(), problem.remedy());
  }

  /// It cannot be said from here, for a reason that a problem names.
  public static Finding notProvable(String subject, String question, Problem problem) {
    return new Finding(
        subject, question, Verdict.NOT_PROVABLE, problem.code(), problem.what(), problem.remedy());
  }

  /// It cannot be said from here.
  public static Finding notProvable(String subject, String question, String answer) {
    return new Finding(subject, question, Verdict.NOT_PROVABLE, "", answer, "");
  }

  /// What stands against it, as the problem that a release would meet.
  public Problem problem() {
    return Problem.failure(code, answer, remedy);
  }
}
