package dev.slipway;

import dev.slipway.apply.OpenIntent;
import dev.slipway.apply.Refs;
import dev.slipway.decision.Decision;
import dev.slipway.decision.Verdict;
import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.history.Graph;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Told;
import dev.slipway.report.ToldCommit;
import dev.slipway.report.ToldPromotion;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what would be released, and why. Changes nothing, and needs neither token nor network: the
/// remote is asked only where the clone alone cannot tell, and the registry only where no tag tells
/// what was released.
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
    List<Problem> unread = new ArrayList<>();
    List<OpenIntent> open = open(hands, repositories, unread);
    if (!open.isEmpty()) {
      return pending(hands, open);
    }
    try (GitRepository graph = graph(hands, repositories)) {
      Told told = plan(hands, packages, graph, branch, UntaggedLook.at(hands, packages, graph));
      unread.addAll(told.problems());
      return told.with(unread);
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

  /// The releases that an earlier run began and did not finish, where this is a workflow and its
  /// remote can be asked.
  private static List<OpenIntent> open(
      Hands hands, Repositories repositories, List<Problem> unread) {
    Optional<String> repository = hands.runner().repository();
    if (repository.isEmpty()) {
      return List.of();
    }
    GitRemote remote =
        repositories.remote(
            hands.runner().server() + "/" + repository.get() + ".git",
            hands.inputs().of(InputTable.GITHUB_TOKEN));
    try {
      return OpenIntent.in(remote, Refs.of(remote));
    } catch (Lost lost) {
      unread.add(
          Problem.warning(
              "OPEN_RELEASES_NOT_READ",
              "Whether an earlier run left a release unfinished is not known: " + lost.text(),
              "Give the job read access: permissions: { contents: read }"));
      return List.of();
    }
  }

  /// What the next run finishes before it decides anything new.
  private static Told pending(Hands hands, List<OpenIntent> open) {
    List<String> reasons = new ArrayList<>();
    List<ToldRelease> releases = new ArrayList<>();
    for (OpenIntent each : open) {
      reasons.addAll(each.told());
      if (each instanceof OpenIntent.Known(var _, var _, var intent)) {
        intent
            .plan()
            .releases()
            .forEach(release -> releases.add(Telling.release(intent.plan(), release)));
      }
    }
    reasons.add("What comes after it is decided once it is finished.");
    new Story(hands.log()).decided(reasons, List.of(), Optional.empty());
    return Told.of(Told.Status.PENDING).releasing(releases).because(reasons, List.of());
  }

  static Told plan(
      Hands hands, Packages packages, Graph graph, String branch, UntaggedLook registry) {
    Decision decision = registry.decide(packages, graph, branch);
    List<Problem> warnings = new ArrayList<>(packages.configuration().warnings());
    packages.unpublished().map(Problem::asWarning).ifPresent(warnings::add);
    List<ToldCommit> commits = Telling.commits(decision.verdicts());
    List<ToldRelease> releases =
        decision instanceof Decision.Release release
            ? List.of(release(hands, packages, release, commits, warnings))
            : List.of();
    List<String> reasons = new ArrayList<>(decision.reasons());
    registry.remark().ifPresent(reasons::add);
    if (!registry.wasAsked() && releases.stream().anyMatch(one -> one.previous().isEmpty())) {
      reasons.add(
          "The registry was not asked. A release asks it, and stops if it has versions of "
              + packages.packing().manifest().name()
              + " already.");
    }
    new Story(hands.log()).decided(reasons, commits, releases.stream().findFirst());
    List<ToldPromotion> promotions =
        decision.promoted().stream()
            .map(promoted -> Telling.promotion(packages.packing().manifest().name(), promoted))
            .toList();
    return Told.of(releases.isEmpty() ? Told.Status.NOTHING : Told.Status.PLANNED)
        .releasing(releases)
        .promoting(promotions)
        .because(reasons, commits)
        .with(warnings);
  }

  private static ToldRelease release(
      Hands hands,
      Packages packages,
      Decision.Release release,
      List<ToldCommit> commits,
      List<Problem> warnings) {
    String notes =
        NotesWriting.of(hands, packages)
            .of(
                release.verdicts().stream().map(Verdict::commit).toList(),
                Upcoming.of(release.next()),
                warnings);
    return Telling.release(
        packages.packing().manifest().name(),
        packages.packing().shown(),
        Upcoming.of(release.next()),
        notes,
        commits);
  }

  /// The document of `plan --json`.
  static Json document(Told told) {
    return PlanDocument.of(
        switch (told.status()) {
          case PLANNED, RELEASED -> PlanDocument.Status.RELEASE;
          case PENDING, AWAITING_APPROVAL -> PlanDocument.Status.PENDING;
          case REFUSED, FAILED -> PlanDocument.Status.REFUSED;
          case NOTHING, SUPERSEDED, PREPARED -> PlanDocument.Status.NOTHING;
        },
        told.releases(),
        told.promotions(),
        told.commits(),
        told.reasons());
  }
}
