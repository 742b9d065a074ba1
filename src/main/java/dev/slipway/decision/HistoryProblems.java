package dev.slipway.decision;

import dev.slipway.history.Tag;
import dev.slipway.problem.Problem;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import java.util.Optional;

/// Why the history that is here does not tell what was released last.
final class HistoryProblems {
  private static final String FULL_HISTORY =
      """
      Fetch the whole history:
        - uses: actions/checkout@v6
          with:
            fetch-depth: 0\
      """;

  private HistoryProblems() {}

  static Problem cutShort(String branch, Optional<Tag> newest) {
    return Problem.failure(
        "HISTORY_CUT_SHORT",
        "The history of `"
            + branch
            + "` is cut short in this clone, and the last release's tag is not in what is here"
            + newest
                .map(tag -> ": tag `" + tag.name() + "` stands on commit " + tag.commit())
                .orElse("")
            + ". So it is not known what was released last.",
        FULL_HISTORY);
  }

  static Problem tagMissing(
      String branch,
      String tag,
      String name,
      Version version,
      Optional<String> gitHead,
      boolean isHere) {
    String made =
        gitHead
            .map(commit ->
                " It was made from commit "
                    + commit
                    + (isHere ? "." : ", which is not in this repository."))
            .orElse(" The registry does not say which commit it was made from.");
    return Problem.configuration(
        "TAG_MISSING",
        "No release tag is in the history of `"
            + branch
            + "`, but "
            + name
            + " has versions on the registry, the highest being "
            + version
            + "."
            + made,
        "Create the missing tag on the commit that was released, and push it:\n"
            + ReleaseProblems.tagCommands(tag, gitHead.filter(_ -> isHere))
            + "\nOr, if those versions have nothing to do with this history, say which version"
            + " comes first, above all of them:\n  with:\n    initial-version: "
            + version.bump(Bump.MAJOR));
  }

  static Problem behind(String branch, String head, String tip) {
    return Problem.failure(
        "BEHIND_REMOTE",
        "Branch `"
            + branch
            + "` has moved on: it is at commit "
            + tip
            + " on the remote, and this run is for commit "
            + head
            + ".",
        "Rerun on the branch's newest commit.");
  }

  static Problem unpushed(String branch, int commits) {
    return Problem.failure(
        "UNPUSHED_COMMITS",
        (commits == 1 ? "One commit" : commits + " commits")
            + " of this checkout "
            + (commits == 1 ? "is" : "are")
            + " not on the remote's branch `"
            + branch
            + "`. A release of them would have a tag that is on no branch.",
        "Push first:\n  git push origin " + branch);
  }
}
