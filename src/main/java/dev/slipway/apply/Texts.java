package dev.slipway.apply;

import dev.slipway.plan.Intent;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedProposal;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Every problem that carrying out a plan may meet, in words.
final class Texts {
  private Texts() {}

  static Problem tagElsewhere(String tag, String stands, Plan plan) {
    return Problem.security(
        "TAG_STANDS_ELSEWHERE",
        "The tag "
            + tag
            + " stands on "
            + stands
            + ", and this release is of "
            + plan.target()
            + ". Slipway did not put it there and never moves a tag.",
        "Find out who made it. If it is a mistake, delete it (git push origin :refs/tags/"
            + tag
            + ") and run the job again; if it is right, the next release starts from it.");
  }

  /// The same as a warning.
  static Problem softer(Problem problem) {
    return Problem.warning(problem.code(), problem.what(), problem.remedy());
  }

  static Problem untold(List<String> done, List<Problem> problems) {
    Problem first = problems.getFirst();
    String before = done.isEmpty() ? "" : " Before that: " + String.join(", ", done) + ".";
    String more = problems.size() == 1 ? "" : " And " + (problems.size() - 1) + " problems more.";
    return Problem.warning(first.code(), first.what() + before + more, first.remedy());
  }

  static Problem proposalNotAtHand(PlannedProposal proposal) {
    return proposalLeft(
        proposal,
        ": its files were made by the run that began this release.",
        "The next release brings it up to date.");
  }

  static Problem proposalHasNoBase(PlannedProposal proposal) {
    return proposalLeft(proposal, ": that branch is not on the remote any more.", "");
  }

  static Problem proposalDenied(PlannedProposal proposal, String text) {
    return proposalLeft(
        proposal,
        ". " + said(text),
        "The job needs this, and the branch "
            + proposal.head()
            + " must not be protected:\n\npermissions:\n  contents: write\n  pull-requests: write");
  }

  private static Problem proposalLeft(PlannedProposal proposal, String why, String remedy) {
    return Problem.warning(
        "PULL_REQUEST_LEFT",
        "The pull request to " + proposal.base() + " was not brought up to date" + why,
        ("The release is right without it. " + remedy).strip());
  }

  static Problem branchGone(String branch) {
    return Problem.failure(
        "BRANCH_GONE",
        "The branch " + branch + " is not on the remote any more.",
        "Nothing was released. Push the branch, or release from another one.");
  }

  static Problem branchProtected(String branch, String text) {
    return Problem.configuration(
        "BRANCH_PROTECTED",
        "The release commit may not go to " + branch + ". " + said(text),
        "Nothing was published. Let the job's app or token bypass the rule, release without a commit,"
            + " or have the commit as a pull request:\n\nwith:\n  commit: pull-request");
  }

  static Problem intentDenied(String ref, String text) {
    return Problem.configuration(
        "INTENT_DENIED",
        "The remote does not take " + ref + ". " + said(text),
        "Nothing was published. Give the job the permission, and leave refs/slipway/** out of"
            + " rulesets:\n\npermissions:\n  contents: write");
  }

  static Problem intentStays(String ref, String text) {
    return Problem.warning(
        "INTENT_STAYS",
        "The release is out, but its intent could not be taken away: the remote does not let go of "
            + ref
            + ". "
            + said(text),
        "Leave refs/slipway/** out of rulesets that forbid deleting. The next run tries again.");
  }

  static Problem tagIsTheIntent(String text) {
    return Problem.warning(
        "TAG_IS_THE_INTENT",
        "This job may not push refs, so no intent was recorded: the tag that started the run stands in"
            + " for it. "
            + said(text),
        "Still certain: one digest at most for each version, nothing is sent twice unseen, and a rerun"
            + " for the same tag goes on. Not certain: that another commit's run notices this one while"
            + " it is under way (of two tags pushed at once the older one may end as latest), and that"
            + " the bytes can be had again on another machine.");
  }

  static Problem intentUnreadable(List<String> tags, String why) {
    return new Problem(
        "INTENT_NOT_READABLE",
        Problem.Kind.PARTIAL,
        "The open intent for " + String.join(", ", tags) + " cannot be read: " + why + ".",
        "If a newer Slipway wrote it, run that. Otherwise look at the registry whether the version is"
            + " live, and drop the intent:\n\nwith:\n  drop-intent: "
            + tags.getFirst(),
        Optional.empty());
  }

  static Problem intentNotOurs(List<String> tags) {
    return Problem.security(
        "INTENT_NOT_OURS",
        "The open intent for "
            + String.join(", ", tags)
            + " does not bear the mark of this repository's token. Either the token was changed while"
            + " the release was open, or somebody without the token wrote the intent.",
        "If the token was changed: look at the registry whether the version is live, then drop the"
            + " intent and release the next version. If not, find out who pushed"
            + " refs/slipway/intents/"
            + tags.getFirst()
            + ".\n\nwith:\n  drop-intent: "
            + tags.getFirst());
  }

  static Problem foreign(PlannedRelease release, Optional<String> gitHead, String target) {
    String from =
        gitHead
            .map(head ->
                head.equals(target)
                    ? " It says that it was made from the very commit that is released here, so another"
                        + " tool or a person may have published it."
                    : " It says that it was made from " + head + ".")
            .orElse(" It does not say which commit it was made from.");
    return Problem.security(
        "VERSION_LIVE_WITH_OTHER_BYTES",
        release.label()
            + " is live on the registry with another digest than "
            + release.tarball().integrity()
            + "."
            + from,
        "Find out who published it. If it was one of you: put the tag "
            + release.tag()
            + " on its commit, and the next release starts from there. If it was not: treat the package"
            + " as attacked, revoke the tokens and deprecate the version.");
  }

  static Problem burned(PlannedRelease release) {
    return Problem.warning(
        "VERSION_BURNED",
        "The number "
            + release.label()
            + " was used once and taken back: the registry never takes it again.",
        "The next number is released instead.");
  }

  static Problem burnedTogether(PlannedRelease release) {
    return new Problem(
        "VERSION_BURNED",
        Problem.Kind.PARTIAL,
        "The number "
            + release.label()
            + " was used once and taken back, and others of the same tag are live.",
        "Drop the intent and release the next version of all of them:\n\nwith:\n  drop-intent: "
            + release.tag(),
        Optional.empty());
  }

  static Problem unreachable(String why) {
    return Problem.failure(
        "REMOTE_UNREACHABLE", why, "What is told as done is done. Run it again for the rest.");
  }

  static Problem turnedAwayTogether(PlannedRelease release) {
    return new Problem(
        "STAGE_TURNED_AWAY",
        Problem.Kind.PARTIAL,
        release.label()
            + " was turned away by a maintainer or has expired, and others of the same tag are live"
            + " or wait.",
        "Drop the intent and release the next version of all of them:\n\nwith:\n  drop-intent: "
            + release.tag(),
        Optional.empty());
  }

  static Problem latestDown(PlannedRelease release, String stands) {
    return Problem.failure(
        "LATEST_WOULD_GO_DOWN",
        "latest of "
            + release.name()
            + " stands at "
            + stands
            + " and would go down to "
            + release.version()
            + ".",
        "Release a higher version, or give this branch a channel of its own in `branches`. If the"
            + " release was begun already, drop its intent:\n\nwith:\n  drop-intent: "
            + release.tag());
  }

  static Problem latestStays(String name, String stands, String version) {
    return Problem.warning(
        "LATEST_WOULD_GO_DOWN",
        "latest of " + name + " stays at " + stands + ": " + version + " is lower.",
        "");
  }

  static Problem bytesLost(PlannedRelease release, String runId, String target) {
    return new Problem(
        "BYTES_LOST",
        Problem.Kind.PARTIAL,
        release.label()
            + " was begun with the digest "
            + release.tarball().integrity()
            + ", and this run cannot make those bytes again. Other bytes are never published under the"
            + " same number.",
        "Either run the workflow again on "
            + target
            + " (the run "
            + runId
            + " was made from it), so that the same bytes are packed; or drop the intent, and the next"
            + " number is released:\n\nwith:\n  drop-intent: "
            + release.tag(),
        Optional.empty());
  }

  /// Why a staged version that is neither waiting nor live is not given up yet.
  static String left(PlannedRelease release) {
    return release.label()
        + " is neither waiting nor live: it was approved and is being scanned, or it was rejected"
        + " or has expired.";
  }

  /// What to do about a release that a person turned away.
  static String turnedAway(List<String> tags, String branch) {
    return "The same commit is not staged again by itself: the next one on "
        + branch
        + " is released instead. To stage this one once more, give it up first:\n\n    with:\n"
        + "      drop-intent: "
        + tags.getFirst();
  }

  /// What to do about a stage that the registry has lost.
  static String ghost(List<String> tags) {
    return "Its number is lost. Give it up, and the next one is released:\n\n    with:\n"
        + "      drop-intent: "
        + tags.getFirst();
  }

  /// Why a version is staged that was to be published.
  static Problem stagedInstead(Result.Taken refused) {
    String why =
        refused.outcome() instanceof Outcome.Failed(var problem)
            ? problem.what()
            : "the registry refused.";
    return Problem.warning(
        "STAGED_INSTEAD",
        "The registry does not let this credential publish directly, so the version is staged, as"
            + " publish: auto allows. "
            + why,
        "A maintainer approves it on npm. To have that from the start: publish: stage. To be"
            + " refused instead: publish: direct.");
  }

  static String stuck(PlannedRelease release) {
    return release.label()
        + " was taken more than four hours ago and still cannot be read: the registry may have held"
        + " it back. Ask its support, or give the number up (drop-intent: "
        + release.tag()
        + ") and release the next one.";
  }

  static Problem tagDenied(String tag, String text) {
    return new Problem(
        "TAG_DENIED",
        Problem.Kind.PARTIAL,
        "The version is live, but the remote does not take the tag " + tag + ". " + said(text),
        "Let the job's token make tags of this form (a ruleset may forbid it), and run the job again:"
            + " it only puts the tag.",
        Optional.empty());
  }

  static Problem noteDenied(String tag, String text) {
    return Problem.warning(
        "CHANNEL_NOTE_DENIED",
        "The remote does not take the channel note of " + tag + ". " + said(text),
        "Leave refs/notes/** out of rulesets.");
  }

  static Problem distTagDenied(String name, String distTag, String version, Problem why) {
    return Problem.warning(
        "DIST_TAG_NOT_MOVED",
        "Could not point " + distTag + " of " + name + " at " + version + ": " + why.what(),
        "A trusted publisher may not move dist-tags. By hand: npm dist-tag add "
            + name
            + "@"
            + version
            + " "
            + distTag);
  }

  static Problem promotedGone(dev.slipway.plan.PlannedPromotion promotion) {
    return Problem.failure(
        "PROMOTED_VERSION_GONE",
        promotion.name()
            + "@"
            + promotion.version()
            + " is to get the dist-tag "
            + promotion.distTag()
            + ", but the registry does not know the package.",
        "The tag "
            + promotion.tag()
            + " stands without a package: an earlier release stopped half way. Publish it: dispatch the"
            + " workflow for that tag.");
  }

  static Problem assetNotAtHand(String name) {
    return Problem.warning(
        "ASSET_NOT_AT_HAND",
        "The release page goes without " + name + ": this run does not have the file.",
        "");
  }

  static Problem pageGone(String tag) {
    return Problem.warning(
        "RELEASE_PAGE_GONE", "The draft of the release page of " + tag + " was taken away.", "");
  }

  static Problem draftsStay(List<String> tags, String why) {
    return Problem.warning(
        "DRAFT_STAYS",
        "The release of "
            + String.join(", ", tags)
            + " was taken back, but a draft of its release page may still be there: "
            + why,
        "The next release with this tag uses it. If there is none, delete the draft by hand.");
  }

  static Problem pageDenied(String tag, Problem why) {
    return Problem.warning(
        "RELEASE_PAGE_LEFT_OUT",
        "The release page of " + tag + " was not made or is not up to date: " + why.what(),
        why.remedy());
  }

  static Problem lost(String what, String message) {
    return Problem.failure(
        "ANSWER_LOST",
        "Could not " + what + ": " + message,
        "Run the job again. It looks first, and goes on where this run stopped.");
  }

  static Problem undecided(String what) {
    return Problem.failure(
        "TOO_MANY_RACES",
        "Could not " + what + ": other runs were faster again and again.",
        "Run the job again.");
  }

  static Problem stopped(Plan plan, boolean recorded) {
    return Problem.failure("RUN_STOPPED", "The run was stopped.", left(plan, recorded));
  }

  static Problem deadline(Duration run, Plan plan, boolean recorded) {
    return Problem.failure(
        "RUN_DEADLINE",
        "The run has used up its " + run.toMinutes() + " minutes.",
        left(plan, recorded));
  }

  /// What a run that ends early leaves to the next one.
  private static String left(Plan plan, boolean recorded) {
    return recorded
        ? "Nothing is lost: "
            + String.join(", ", plan.tags())
            + " is open, and the next run of this workflow finishes it."
        : "Nothing was begun: the next run of this workflow plans anew.";
  }

  /// What is told after an intent was dropped.
  ///
  /// @param staged what waits for a person's approval
  static Problem dropped(List<String> tags, boolean maybeSent, List<String> staged) {
    String all = String.join(", ", tags);
    return Problem.warning(
        "INTENT_DROPPED",
        "The release of "
            + all
            + " was given up."
            + (maybeSent
                ? " Its bytes may have reached the registry, so its number is used up: no release is"
                    + " ever made as "
                    + all
                    + " again."
                : " Nothing had been sent to a registry, so its number is free again."),
        maybeSent
            ? staged.stream()
                    .map(id -> "Reject what waits for approval: npm stage reject " + id + "\n")
                    .collect(Collectors.joining())
                + "Look at the registry now and then: if the version is live after all, put the tag on"
                + " its commit by hand.\nTake drop-intent out of the workflow."
            : "Take drop-intent out of the workflow.");
  }

  static Problem notOpen(String tag, List<String> open) {
    return Problem.warning(
        "INTENT_NOT_OPEN",
        "There is nothing to give up: no release of "
            + tag
            + " is open."
            + (open.isEmpty() ? "" : " Open are: " + String.join(", ", open) + "."),
        "Take drop-intent out of the workflow.");
  }

  static Problem liveAlready(List<String> tags) {
    return Problem.configuration(
        "INTENT_LIVE",
        "The release of "
            + String.join(", ", tags)
            + " cannot be given up: all of it is live, with exactly the planned bytes.",
        "Take drop-intent out of the workflow and run it again: only the tag and the release page are"
            + " missing, and it makes them.");
  }

  static Problem movedOn(List<String> tags) {
    return Problem.failure(
        "INTENT_MOVED_ON",
        "The release of "
            + String.join(", ", tags)
            + " was not given up: another run is working on it at this moment.",
        "Wait until no other run of this workflow is under way, and run it again.");
  }

  /// What is open, for a person who looks.
  static String open(Intent intent) {
    Plan plan = intent.plan();
    String names =
        plan.releases().stream().map(PlannedRelease::label).collect(Collectors.joining(", "));
    return names
        + " is open: run "
        + plan.runId()
        + " began it at "
        + plan.created()
        + " from commit "
        + plan.target()
        + switch (intent.phase()) {
          case PREPARED -> " and had sent nothing yet.";
          case SENDING -> " and may have sent it.";
        }
        + (intent.staged().isEmpty()
            ? ""
            : " It waits for approval: npm stage approve "
                + String.join(" ", new java.util.TreeMap<>(intent.staged()).values())
                + ".")
        + switch (intent.bytes()) {
          case DRAFT -> " Its bytes are kept on the draft of the release page.";
          case REBUILD -> " Its bytes are packed again from that commit, and compared.";
        };
  }

  /// What giving it up would mean.
  static String dropping(Intent intent) {
    String tag = intent.plan().tags().getFirst();
    return "The next run finishes it. Giving it up (drop-intent: "
        + tag
        + ") "
        + switch (intent.phase()) {
          case PREPARED -> "loses nothing: the number stays free.";
          case SENDING ->
              "uses the number up: no release is ever made as "
                  + tag
                  + " again, and if the bytes have arrived, that version stays without tag and notes.";
        };
  }

  private static String said(String text) {
    return text.isBlank() ? "" : "The remote says: \"" + text.strip() + "\".";
  }
}
