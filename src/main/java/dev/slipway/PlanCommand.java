package dev.slipway;

import dev.slipway.decision.Decision;
import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.history.Graph;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Told;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Lost;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what would be released, and why. Changes nothing, and needs neither token nor network: the
/// remote is asked only where the clone alone cannot tell.
final class PlanCommand {
  private PlanCommand() {}

  /// The plan of the commit that is checked out.
  ///
  /// @throws Refused when nothing can be decided
  static Told run(Hands hands) {
    try (Repositories repositories =
        Repositories.open(hands.runner().workspace(), hands.scratch().resolve("store"))) {
      return run(hands, repositories, Packages.of(hands, repositories.workspace()));
    } catch (Lost lost) {
      throw new Refused(Problem.failure("REMOTE_UNREACHABLE", lost.text(), "Run it again."));
    }
  }

  /// The same with repositories that are open already.
  ///
  /// @throws Refused when nothing can be decided
  static Told run(Hands hands, Repositories repositories, Packages packages) throws Lost {
    String branch = branch(hands, repositories);
    try (GitRepository graph = graph(hands, repositories)) {
      return plan(hands, packages, graph, branch);
    }
  }

  static String branch(Hands hands, Repositories repositories) {
    return hands
        .runner()
        .branch()
        .or(repositories.workspace()::branch)
        .orElseThrow(() ->
            new Refused(
                Problem.configuration(
                    "NO_BRANCH",
                    "No branch is checked out: a release is made from a branch.",
                    "Check out the branch: git switch main.")));
  }

  static GitRepository graph(Hands hands, Repositories repositories) throws Lost {
    Optional<String> repository = hands.runner().repository();
    if (!repositories.workspace().isShallow() || repository.isEmpty()) {
      return repositories.local();
    }
    GitRemote remote =
        repositories.remote(
            hands.runner().server() + "/" + repository.get() + ".git",
            hands.inputs().of(InputTable.GITHUB_TOKEN));
    Map<String, String> refs = remote.refs(Repositories.wanted());
    return repositories.asOf(
        remote, refs, name -> name.startsWith("refs/heads/") || name.startsWith("refs/tags/"));
  }

  static Told plan(Hands hands, Packages packages, Graph graph, String branch) {
    Decision decision = packages.deciding().decide(graph, branch, Optional.empty());
    List<Problem> warnings = new ArrayList<>(packages.configuration().warnings());
    packages.unpublished().map(Problem::asWarning).ifPresent(warnings::add);
    List<ToldRelease> releases =
        decision instanceof Decision.Release release
            ? List.of(release(hands, packages, graph, branch, release, warnings))
            : List.of();
    new Story(hands.log())
        .decided(
            decision.reasons(),
            Telling.commits(decision.verdicts()),
            releases.stream().findFirst());
    return Told.of(releases.isEmpty() ? Told.Status.NOTHING : Told.Status.PLANNED)
        .releasing(releases)
        .because(decision.reasons(), Telling.commits(decision.verdicts()))
        .with(warnings);
  }

  private static ToldRelease release(
      Hands hands,
      Packages packages,
      Graph graph,
      String branch,
      Decision.Release release,
      List<Problem> warnings) {
    Planning planning =
        new Planning(
            packages.deciding(),
            packages.packing(),
            new Planning.Target(
                URI.create("http://127.0.0.1/"),
                Optional.empty(),
                hands.inputs().of(InputTable.DIST_TAG),
                dev.slipway.plan.Plan.Mode.DIRECT,
                false,
                Optional.empty()),
            new Planning.Run(
                branch,
                hands.runner().runId(),
                hands
                    .runner()
                    .repository()
                    .map(name -> hands.runner().server() + "/" + name)
                    .orElse(""),
                hands.time().now(),
                hands.scratch()));
    String notes = planning.notes(graph, Upcoming.of(release.next()), warnings);
    return Telling.release(
        packages.packing().manifest().name(),
        packages.packing().shown(),
        Upcoming.of(release.next()),
        notes,
        Telling.commits(release.verdicts()));
  }

  /// The document of `plan --json`.
  static String document(Told told) {
    return PlanDocument.of(
        told.status() == Told.Status.PLANNED
            ? PlanDocument.Status.RELEASE
            : PlanDocument.Status.NOTHING,
        told.releases(),
        told.commits(),
        told.reasons());
  }
}
