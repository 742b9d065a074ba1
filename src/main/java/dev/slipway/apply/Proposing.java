package dev.slipway.apply;

import dev.slipway.github.CommitRequest;
import dev.slipway.github.Commits;
import dev.slipway.github.GitHub;
import dev.slipway.github.PullRequests;
import dev.slipway.plan.PlannedProposal;
import dev.slipway.problem.Refused;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps the pull request that brings a release's files to its branch. The release is out by then:
/// whatever does not work here is a warning.
///
/// @param github where; empty where there is none
/// @param payloads the contents at hand
record Proposing(Optional<GitHub> github, Payloads payloads) {
  /// Opens it, or brings it up to date, on top of what its branch holds now.
  Outcome keep(PlannedProposal proposal, Refs now) {
    if (github.isEmpty()) {
      return new Outcome.AlreadyDone("There is no GitHub to ask.");
    }
    Map<String, Optional<Bytes>> files = new LinkedHashMap<>();
    for (PlannedProposal.File file : proposal.files()) {
      Optional<Payload.Source> content = payloads.find(file.path(), file.integrity());
      if (content.isEmpty()) {
        return new Outcome.Withheld(Texts.proposalNotAtHand(proposal));
      }
      files.put(file.path(), Optional.of(read(content.get())));
    }
    Optional<String> tip = now.branch(proposal.base());
    if (tip.isEmpty()) {
      return new Outcome.Withheld(Texts.proposalHasNoBase(proposal));
    }
    PullRequests pulls = github.get().pullRequests();
    try {
      return switch (pulls.prepare(
          new CommitRequest(proposal.head(), tip.get(), proposal.message(), files))) {
        case Commits.Made.Committed _ ->
            new Outcome.Done(
                pulls
                    .keep(proposal.head(), proposal.base(), proposal.title(), proposal.body())
                    .page());
        case Commits.Made.Moved() ->
            new Outcome.Withheld(Texts.proposalDenied(proposal, "its branch is being moved."));
        case Commits.Made.Denied(var text) ->
            new Outcome.Withheld(Texts.proposalDenied(proposal, text));
      };
    } catch (Lost lost) {
      return new Outcome.Withheld(Texts.proposalDenied(proposal, lost.text()));
    } catch (Refused refused) {
      return new Outcome.Withheld(Texts.softer(refused.problems().getFirst()));
    }
  }

  private static Bytes read(Payload.Source source) {
    try (InputStream in = source.open()) {
      return Bytes.of(in.readAllBytes());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
