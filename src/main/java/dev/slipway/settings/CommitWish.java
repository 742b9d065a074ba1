package dev.slipway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What shall be written into the branch, by which way: an input says it over the configuration.
///
/// @param way not at all, by a commit, or by a pull request
/// @param commits the commits, in their order; none where the way is `FALSE`
/// @param all true when every file that names the version goes into the commit, whatever its path:
///   where the repository has no list of its own
/// @param changelogs the changelog files that are written
public record CommitWish(
    Choices.Commit way,
    List<GitSettings> commits,
    boolean all,
    List<ChangelogSettings> changelogs) {
  public CommitWish {
    commits = List.copyOf(commits);
    changelogs = List.copyOf(changelogs);
  }

  /// What counts.
  public static CommitWish of(Configuration configuration, Inputs inputs) {
    List<ChangelogSettings> changelogs =
        inputs
            .of(InputTable.CHANGELOG)
            .map(file -> List.of(new ChangelogSettings(file, Optional.empty())))
            .orElse(configuration.changelogs());
    boolean listed = !configuration.git().isEmpty();
    Choices.Commit way =
        inputs.of(InputTable.COMMIT).orElse(listed ? Choices.Commit.TRUE : Choices.Commit.FALSE);
    if (way == Choices.Commit.FALSE) {
      return new CommitWish(way, List.of(), false, changelogs);
    }
    List<GitSettings> commits = new ArrayList<>();
    for (GitSettings git : listed ? configuration.git() : List.of(GitSettings.defaults())) {
      List<List<String>> assets = new ArrayList<>(git.assets());
      inputs.of(InputTable.COMMIT_FILES).forEach(glob -> assets.add(List.of(glob)));
      commits.add(
          new GitSettings(
              assets,
              inputs.of(InputTable.COMMIT_MESSAGE).map(Template::of).orElse(git.message())));
    }
    return new CommitWish(way, commits, !listed, changelogs);
  }
}
