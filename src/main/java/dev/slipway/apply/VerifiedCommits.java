package dev.slipway.apply;

import dev.slipway.github.CommitRequest;
import dev.slipway.github.Commits;
import dev.slipway.github.GitHub;
import dev.slipway.problem.Refused;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Release commits that GitHub makes, signs and shows as verified. A commit is made on a branch of
/// its own beside the release branch and fetched; the release branch gets it later, by
/// compare-and-swap in one push with the intent. Until then nobody sees anything of it.
///
/// @param remote the git remote
/// @param github the same repository, over its API
public record VerifiedCommits(Remote remote, GitHub github) {
  /// Makes a commit on top of another.
  ///
  /// @param key what it is for, such as the tag
  /// @return its full hash; empty when GitHub does not make it, and then nothing is left behind
  /// @throws Lost when the remote cannot be reached
  public Optional<String> make(
      String key, String base, String message, Map<String, Optional<Bytes>> files) throws Lost {
    String branch = "slipway-commit/" + key;
    String ref = Refs.branchRef(branch);
    if (!(begin(ref, base) instanceof Pushed.Accepted)) {
      return Optional.empty();
    }
    Optional<String> made = Optional.empty();
    try {
      if (github.commits().onBranch(new CommitRequest(branch, base, message, files))
          instanceof Commits.Made.Committed(String sha)) {
        // Reading fetches it, while a branch still holds it.
        remote.read(sha, files.keySet().iterator().next());
        made = Optional.of(sha);
      }
    } catch (Lost | Refused unanswered) {
      made = Optional.empty();
    }
    end(ref);
    return made;
  }

  /// The branch, on the base; what a run that was stopped left there is replaced.
  private Pushed begin(String ref, String base) throws Lost {
    return remote.push(List.of(new RefUpdate(ref, stands(ref), Optional.of(base))));
  }

  private void end(String ref) throws Lost {
    Optional<String> stands = stands(ref);
    if (stands.isPresent()) {
      // Where that is refused it stays, and the next release replaces it.
      remote.push(List.of(new RefUpdate(ref, stands, Optional.empty())));
    }
  }

  private Optional<String> stands(String ref) throws Lost {
    return Optional.ofNullable(remote.refs(List.of("refs/heads/")).get(ref));
  }
}
