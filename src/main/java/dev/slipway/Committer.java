package dev.slipway;

import dev.slipway.apply.VerifiedCommits;
import dev.slipway.git.Workspace;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Remote.CommitDraft;
import java.util.Optional;

/// Makes release commits: by GitHub, which signs them, where it can; else by hand, for files of
/// other modes and for an author that the workflow names.
///
/// @param workspace what is checked out
/// @param remote where the commit will go
record Committer(Hands hands, Workspace workspace, Remote remote) implements Extras.Committing {
  private static final String NAME = "github-actions[bot]";
  private static final String EMAIL = "41898282+github-actions[bot]@users.noreply.github.com";

  /// Makes one; no branch that anybody looks at is moved.
  ///
  /// @return its full hash
  @Override
  public String commit(String base, String key, ReleaseCommit.Draft draft) throws Lost {
    Optional<String> verified =
        isForGitHub(draft)
            ? new VerifiedCommits(remote, Hosts.github(hands).orElseThrow())
                .make(key, base, draft.message(), draft.files())
            : Optional.empty();
    return verified.isPresent() ? verified.get() : byHand(base, draft);
  }

  @Override
  public Optional<Bytes> read(String commit, String path) throws Lost {
    return remote.read(commit, path);
  }

  private boolean isForGitHub(ReleaseCommit.Draft draft) {
    return Hosts.github(hands).isPresent()
        && hands.inputs().of(InputTable.GITHUB_TOKEN).isPresent()
        && named("GIT_AUTHOR_NAME").isEmpty()
        && draft.files().keySet().stream().allMatch(workspace::isOrdinary);
  }

  private Optional<String> named(String variable) {
    return Optional.ofNullable(hands.environment().get(variable)).filter(name -> !name.isBlank());
  }

  private String byHand(String base, ReleaseCommit.Draft draft) {
    return remote.write(
        new CommitDraft(
            Optional.of(base),
            draft.files(),
            draft.message().strip() + "\n",
            named("GIT_AUTHOR_NAME").orElse(NAME),
            named("GIT_AUTHOR_EMAIL").orElse(EMAIL),
            hands.time().now().getEpochSecond()));
  }
}
