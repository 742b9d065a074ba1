package dev.slipway;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Told;
import dev.slipway.settings.Event;
import dev.slipway.settings.InputTable;
import java.util.List;
import java.util.Optional;

/// What each event asks for: every trigger does the obvious thing, or says in words why it does
/// not.
final class Triggers {
  private Triggers() {}

  /// Does what the event of this run asks for.
  ///
  /// @throws Refused when the event asks for nothing that could be done
  static Told run(Hands hands) {
    Optional<String> tag = hands.inputs().of(InputTable.TAG);
    boolean look = hands.inputs().of(InputTable.DRY_RUN);
    if (tag.isPresent()) {
      return onTag(hands, tag.get(), Optional.empty(), look);
    }
    return switch (hands.runner().event()) {
      case Event.Push push ->
          push.deleted()
              ? nothing("Branch " + push.branch() + " was deleted: there is nothing to release.")
              : onBranch(hands, push.branch(), look);
      case Event.TagPush pushed ->
          pushed.deleted()
              ? nothing("Tag " + pushed.tag() + " was deleted: there is nothing to publish.")
              : onTag(hands, pushed.tag(), Optional.empty(), look);
      case Event.ReleasePublished release ->
          onTag(hands, release.tag(), Optional.of(release.prerelease()), look);
      case Event.Dispatch dispatch -> dispatched(hands, dispatch, look);
      case Event.Schedule _ -> onBranch(hands, branch(hands), look);
      case Event.PullRequest pull -> PreviewCommand.run(hands, pull);
      case Event.WorkflowRun finished -> after(hands, finished, look);
      case Event.MergeGroup _ ->
          PlanCommand.run(hands)
              .noting(
                  List.of(
                      "A merge queue only asks: the release is made by the push that follows."));
      case Event.Local() -> PlanCommand.run(hands).noting(List.of(LOCAL));
      case Event.Other(var name, var action) -> throw new Refused(unknown(name, action));
    };
  }

  private static final String LOCAL =
      "This is no workflow, so this is the plan. `slipway rehearse` shows the whole release.";

  private static Told onTag(Hands hands, String tag, Optional<Boolean> prerelease, boolean look) {
    ReleaseCommand.Aim.Tag aim = new ReleaseCommand.Aim.Tag(tag, prerelease);
    return look
        ? ReleaseCommand.look(hands, aim).noting(List.of("dry-run: nothing was changed."))
        : ReleaseCommand.run(hands, aim);
  }

  private static Told onBranch(Hands hands, String branch, boolean look) {
    return look
        ? PlanCommand.run(hands).noting(List.of("dry-run: nothing was changed."))
        : ReleaseCommand.run(hands, new ReleaseCommand.Aim.Branch(branch));
  }

  private static Told dispatched(Hands hands, Event.Dispatch dispatch, boolean look) {
    String asked = dispatch.inputs().getOrDefault("tag", "").strip();
    if (!asked.isEmpty()) {
      return onTag(hands, asked, Optional.empty(), look);
    }
    return dispatch.ref().startsWith("refs/tags/")
        ? onTag(hands, dispatch.ref().substring("refs/tags/".length()), Optional.empty(), look)
        : onBranch(hands, branch(hands), look);
  }

  /// A workflow that follows another runs with the rights of the default branch, whatever the other
  /// one ran on: it may release that branch, once the other has succeeded there.
  private static Told after(Hands hands, Event.WorkflowRun finished, boolean look) {
    String branch = branch(hands);
    if (finished.fork() || finished.event().startsWith("pull_request")) {
      throw new Refused(
          Problem.configuration(
              "EVENT_OF_A_STRANGER",
              "This run follows a workflow of a pull request. What a stranger wrote is not"
                  + " released.",
              """
              Run it only after pushes:

                on:
                  workflow_run:
                    workflows: [test]
                    types: [completed]
                    branches: [main]\
              """));
    }
    if (!finished.conclusion().equals("success")) {
      return nothing(
          "The workflow before ended with " + finished.conclusion() + ": nothing is released.");
    }
    return finished.headBranch().equals(branch)
        ? onBranch(hands, branch, look)
        : nothing(
            "The workflow before ran on "
                + finished.headBranch()
                + ", and this run has "
                + branch
                + ": nothing is released.");
  }

  private static String branch(Hands hands) {
    return hands
        .runner()
        .branch()
        .orElseThrow(() ->
            new Refused(
                Problem.configuration(
                    "NO_BRANCH",
                    "This run is on " + hands.runner().ref() + ", which is no branch.",
                    "Run it on a release branch.")));
  }

  private static Told nothing(String why) {
    return Told.of(Told.Status.NOTHING).because(List.of(why), List.of());
  }

  private static Problem unknown(String name, String action) {
    return Problem.configuration(
        "EVENT_UNKNOWN",
        "The event "
            + name
            + (action.isEmpty() ? "" : " (" + action + ")")
            + " asks for nothing that Slipway does.",
        """
        Run Slipway on pushes to the release branch:

          on:
            push:
              branches: [main]

        It also knows tag pushes, published releases, pull requests, schedules and dispatches.\
        """);
  }
}
