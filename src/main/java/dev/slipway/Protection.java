package dev.slipway;

import dev.slipway.github.CommitRules;
import dev.slipway.github.GitHub;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Lost;
import java.util.List;
import java.util.Optional;

/// What stands against a release commit on a branch, by the rules that GitHub shows to everybody.
final class Protection {
  private Protection() {}

  /// The rules, in words, with the ways out; nothing where GitHub does not tell.
  static List<Problem> of(Hands hands, String branch) {
    Optional<GitHub> github = Hosts.github(hands);
    if (github.isEmpty() || hands.inputs().of(InputTable.GITHUB_TOKEN).isEmpty()) {
      return List.of();
    }
    try {
      return read(hands, github.get(), branch);
    } catch (Lost | Refused untold) {
      return List.of();
    }
  }

  /// The same, for whoever wants to know that GitHub does not tell.
  ///
  /// @throws Refused when GitHub does not tell
  static List<Problem> read(Hands hands, GitHub github, String branch) throws Lost {
    // A commit with an author of its own is pushed by us, and GitHub signs only what it makes.
    boolean verified = !hands.environment().containsKey("GIT_AUTHOR_NAME");
    return CommitRules.forCommit(branch, github.rules().forBranch(branch), verified);
  }
}
