package dev.slipway;

import dev.slipway.apply.Dropping;
import dev.slipway.apply.Limits;
import dev.slipway.apply.Means;
import dev.slipway.apply.Releasing;
import dev.slipway.apply.Result;
import dev.slipway.git.GitRemote;
import dev.slipway.npm.Npmrc;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Told;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Lost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole release: finishes what an earlier run left open, then decides, packs, and carries out.
final class ReleaseCommand {
  /// What is to be released.
  sealed interface Aim {
    /// Whatever the commits of a branch ask for.
    record Branch(String name) implements Aim {}

    /// The version of a tag that stands already.
    ///
    /// @param prerelease the tick that a person set on the GitHub release, where there is one
    record Tag(String name, Optional<Boolean> prerelease) implements Aim {}
  }

  private final Hands hands;
  private final Repositories repositories;
  private final Packages packages;
  private final Aim aim;
  private final List<Problem> warnings = new ArrayList<>();

  private ReleaseCommand(Hands hands, Repositories repositories, Packages packages, Aim aim) {
    this.hands = hands;
    this.repositories = repositories;
    this.packages = packages;
    this.aim = aim;
  }

  /// Releases what is aimed at.
  ///
  /// @throws Refused when the release cannot be made
  static Told run(Hands hands, Aim aim) {
    try (Repositories repositories =
        Repositories.open(hands.runner().workspace(), hands.scratch().resolve("store"))) {
      Packages packages = Packages.of(hands, repositories.workspace());
      if (packages.configuration().dryRun()) {
        return looking(hands, repositories, packages, aim);
      }
      return new ReleaseCommand(hands, repositories, packages, aim).reported();
    } catch (Lost lost) {
      throw new Refused(
          Problem.failure(
              "REMOTE_UNREACHABLE",
              lost.text(),
              "Nothing was changed by this run. Run it again; where the token may not read the"
                  + " repository, grant `contents: write`."));
    }
  }

  /// What a configuration gets that asks for a dry run.
  private static Told looking(Hands hands, Repositories repositories, Packages packages, Aim aim)
      throws Lost {
    String file = packages.configuration().file().orElse("");
    String why = file + " says dryRun: true, so nothing was changed.";
    Told told =
        switch (aim) {
          case Aim.Branch _ -> PlanCommand.run(hands, repositories, packages);
          case Aim.Tag tag ->
              new TagLook(hands, repositories, packages, remote(hands, repositories)).at(tag);
        };
    return told.noting(List.of(why));
  }

  /// Says what a tag would publish.
  ///
  /// @throws Refused when it could not be published
  static Told look(Hands hands, Aim.Tag tag) {
    try (Repositories repositories =
        Repositories.open(hands.runner().workspace(), hands.scratch().resolve("store"))) {
      Packages packages = Packages.of(hands, repositories.workspace());
      return new TagLook(hands, repositories, packages, remote(hands, repositories)).at(tag);
    } catch (Lost lost) {
      throw new Refused(Problem.failure("REMOTE_UNREACHABLE", lost.text(), "Run it again."));
    }
  }

  /// Runs, and writes a failure down where that is wanted.
  private Told reported() throws Lost {
    GitRemote remote = remote(hands, repositories);
    Extras extras =
        Extras.of(
            hands,
            packages,
            repositories.workspace(),
            new Committer(hands, repositories.workspace(), remote));
    Optional<FailureReport> report =
        FailureReport.of(hands, extras, aim, packages.configuration().branches());
    try {
      Told told = run(remote, extras);
      return told.fails() && report.isPresent()
          ? told.with(report.get().of(told.problems()))
          : told;
    } catch (Refused refused) {
      throw report.isEmpty() ? refused : new Refused(report.get().of(refused.problems()));
    }
  }

  private Told run(GitRemote remote, Extras extras) throws Lost {
    Instant begun = hands.time().now();
    warnings.addAll(packages.configuration().warnings());
    warnModified();
    List<Npmrc> files =
        NpmrcFiles.of(
            repositories.workspace().root(), packages.packing().directory(), hands.environment());
    Refused.ifAny(packages.unpublished().stream().toList());
    List<URI> registries = packages.registries(hands, files);
    Publishing publishing = Publishing.of(hands, registries, files);
    ReleasePlanner planner =
        new ReleasePlanner(hands, repositories, packages, aim, remote, publishing, registries);
    Means means = means(remote, publishing, planner, extras);
    Optional<String> unwanted = hands.inputs().of(InputTable.DROP_INTENT);
    if (unwanted.isPresent()) {
      warnings.add(new Dropping(means).drop(unwanted.get()));
    }
    Releasing.Ran ran = new Releasing(means).run(planner);
    List<Result> results = ran.results();
    hands.log().endGroup();
    ReleasePlanner.shown(publishing.notices()).forEach(hands.log()::line);
    warnings.addAll(planner.warnings());
    warnings.addAll(publishing.warnings());
    if (results.stream().noneMatch(result -> result.status() == Result.Status.RELEASED)) {
      warnings.addAll(planner.standing());
    }
    return new ReleaseEnd(hands, packages, publishing.isSigned(), planner.planned())
        .told(ran, warnings, planner.said(publishing.notices()))
        .in(Duration.between(begun, hands.time().now()));
  }

  /// The remote is named by the runner, never by a file of the repository.
  private static GitRemote remote(Hands hands, Repositories repositories) {
    String repository =
        hands
            .runner()
            .repository()
            .orElseThrow(() ->
                new Refused(
                    Problem.configuration(
                        "NOT_IN_A_WORKFLOW",
                        "A release is made by a workflow, and this is none.",
                        "See what would be released with `slipway plan`, or see it happen with"
                            + " `slipway rehearse`.")));
    return repositories.remote(
        hands.runner().server() + "/" + repository + ".git",
        hands.inputs().of(InputTable.GITHUB_TOKEN));
  }

  private void warnModified() {
    List<String> modified = repositories.workspace().modifiedFiles();
    if (!modified.isEmpty()) {
      warnings.add(
          Problem.warning(
              "WORKSPACE_MODIFIED",
              "These tracked files are not as they were committed, and are packed as they are now: "
                  + String.join(", ", modified.subList(0, Math.min(10, modified.size())))
                  + (modified.size() > 10 ? " and " + (modified.size() - 10) + " more" : "")
                  + ".",
              "If an earlier step changes them on purpose, nothing is to be done. Build output is"
                  + " better left untracked."));
    }
  }

  private Means means(
      GitRemote remote, Publishing publishing, ReleasePlanner planner, Extras extras) {
    Limits limits =
        Limits.standard()
            .waiting(hands.inputs().of(InputTable.WAIT).orElse(Limits.standard().visible()));
    return new Means(
        hands.world(remote),
        publishing,
        Hosts.github(hands),
        new Repacking(
            packages.packing(),
            repositories.workspace().head(),
            planner::planned,
            extras::changelogsOf,
            hands.scratch().resolve("again")),
        hands
            .inputs()
            .of(InputTable.DEADLINE)
            .map(run -> new Limits(run, limits.visible(), limits.sends()))
            .orElse(limits),
        new LogProgress(hands.log()),
        publishing.key());
  }
}
