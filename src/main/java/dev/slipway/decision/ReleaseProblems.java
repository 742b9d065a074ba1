package dev.slipway.decision;

import dev.slipway.problem.Problem;
import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import dev.slipway.version.VersionRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Why a version cannot be released from where it would have to be.
final class ReleaseProblems {
  private static final int COMMITS_SHOWN = 20;

  private ReleaseProblems() {}

  static Problem outOfRange(Line line, Lines lines, Version version, Bump bump, List<Verdict> all) {
    String branch = line.line().branch();
    VersionRange range = rangeOf(line.line());
    List<Verdict> responsible =
        all.stream().filter(v -> v.bump().map(b -> b.compareTo(bump) >= 0).orElse(false)).toList();
    return Problem.configuration(
        "EINVALIDNEXTVERSION",
        "The next version on branch `"
            + branch
            + "` would be "
            + version
            + ", but only versions "
            + range
            + " can be released from it. "
            + String.join(" ", line.explanation())
            + "\n"
            + (responsible.size() == 1 ? "This commit asks" : "These commits ask")
            + " for a "
            + bump
            + " release:\n"
            + responsible.stream()
                .limit(COMMITS_SHOWN)
                .map(v -> "- " + v.commit().subject() + " (" + v.commit().shortSha() + ")")
                .collect(Collectors.joining("\n"))
            + (responsible.size() > COMMITS_SHOWN
                ? "\n- and " + (responsible.size() - COMMITS_SHOWN) + " more"
                : ""),
        wayOut(line, lines, range, bump, responsible.size() == 1));
  }

  private static String wayOut(
      Line line, Lines lines, VersionRange range, Bump bump, boolean single) {
    String branch = line.line().branch();
    String commits = single ? "the commit" : "the commits";
    String better =
        lines.all().stream()
            .filter(other -> accepts(other.line(), bump))
            .map(other -> "`" + other.line().branch() + "`")
            .collect(Collectors.joining(" or "));
    String move =
        better.isEmpty()
            ? "Take " + commits + " off `" + branch + "` with `git revert`."
            : "Move "
                + commits
                + " to "
                + better
                + " with `git cherry-pick`, and take "
                + (single ? "it" : "them")
                + " off `"
                + branch
                + "` with `git revert`.";
    return opening(line, lines, range).map(open -> move + "\n" + open).orElse(move);
  }

  /// How the range itself could be widened.
  private static Optional<String> opening(Line line, Lines lines, VersionRange range) {
    String branch = line.line().branch();
    return switch (line.line()) {
      case ReleaseLine.Maintenance maintenance when !range.equals(maintenance.mergeRange()) -> {
        Version end = maintenance.mergeRange().below().orElse(range.from());
        if (range.from().compareTo(end) >= 0) {
          yield Optional.of(
              "The history of `"
                  + branch
                  + "` has version "
                  + range.from()
                  + ", which does not belong there: reset the branch to a commit before it.");
        }
        yield lines
            .main()
            .filter(_ -> !range.below().equals(Optional.of(end)))
            .map(main ->
                "Or release a higher version from `"
                    + main.line().branch()
                    + "` first: once it has released "
                    + end
                    + ", `"
                    + branch
                    + "` may release everything below that.");
      }
      case ReleaseLine.Stable _ when range.below().isPresent() ->
          lines
              .after(line)
              .map(next ->
                  "Or merge `"
                      + next.line().branch()
                      + "` into `"
                      + branch
                      + "`, so that its releases become `"
                      + branch
                      + "`'s own.");
      case ReleaseLine.Maintenance _, ReleaseLine.Stable _, ReleaseLine.Prerelease _ ->
          Optional.empty();
    };
  }

  private static boolean accepts(ReleaseLine line, Bump bump) {
    return switch (line) {
      case ReleaseLine.Maintenance m -> m.accept().contains(bump);
      case ReleaseLine.Stable s -> s.accept().contains(bump);
      case ReleaseLine.Prerelease _ -> false;
    };
  }

  private static VersionRange rangeOf(ReleaseLine line) {
    return switch (line) {
      case ReleaseLine.Maintenance m -> m.range();
      case ReleaseLine.Stable s -> s.range();
      case ReleaseLine.Prerelease _ ->
          throw new IllegalArgumentException("a prerelease line has no range");
    };
  }

  static Problem maintenanceMerge(ReleaseLine.Maintenance line, TaggedVersion tag) {
    return Problem.configuration(
        "EINVALIDMAINTENANCEMERGE",
        "Version "
            + tag.version()
            + " was merged into the maintenance branch `"
            + line.branch()
            + "`, but only versions "
            + line.mergeRange()
            + " belong there.",
        "Reset `"
            + line.branch()
            + "` to a commit before tag `"
            + tag.tag().name()
            + "`, so that the tag is no longer in its history.");
  }

  static Problem tagTaken(Version version, String tag, String commit) {
    return Problem.failure(
        "TAG_TAKEN",
        "The next version would be "
            + version
            + ", but the tag `"
            + tag
            + "` exists already, on commit "
            + commit
            + ", which is not in this branch's history.",
        "If that commit was never released, delete the tag:\n"
            + "  git push origin :refs/tags/"
            + tag
            + "\nIf it was, merge it into this branch.");
  }

  static Problem versionTaken(Version version, String tag, String name, Optional<String> gitHead) {
    return Problem.failure(
        "VERSION_TAKEN",
        "The next version would be "
            + version
            + ", but "
            + name
            + "@"
            + version
            + " is on the registry already"
            + gitHead.map(commit -> ", made from commit " + commit).orElse("")
            + ", and no tag `"
            + tag
            + "` says so.",
        "Create the tag on the commit that was released, and push it:\n"
            + tagCommands(tag, gitHead));
  }

  static String tagCommands(String tag, Optional<String> commit) {
    return "  git tag " + tag + " " + commit.orElse("<commit>") + "\n  git push origin " + tag;
  }
}
