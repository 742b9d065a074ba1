package dev.slipway;

import dev.slipway.apply.Dropping;
import dev.slipway.apply.Limits;
import dev.slipway.apply.Means;
import dev.slipway.apply.Refs;
import dev.slipway.apply.Releasing;
import dev.slipway.apply.Result;
import dev.slipway.decision.Decision;
import dev.slipway.decision.LastRelease;
import dev.slipway.decision.Published;
import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.github.Address;
import dev.slipway.github.GitHub;
import dev.slipway.github.Repository;
import dev.slipway.npm.Access;
import dev.slipway.npm.Npmrc;
import dev.slipway.npm.Packument;
import dev.slipway.npm.PublishMode;
import dev.slipway.plan.Plan;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Told;
import dev.slipway.settings.Choices;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import dev.slipway.world.Lost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  private final List<String> said = new ArrayList<>();
  private Optional<Planning.Planned> planned = Optional.empty();

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
      return new ReleaseCommand(hands, repositories, packages, aim).run();
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
    return switch (aim) {
      case Aim.Branch _ -> PlanCommand.run(hands, repositories, packages).noting(List.of(why));
      case Aim.Tag _ -> Told.of(Told.Status.NOTHING).because(List.of(why), List.of());
    };
  }

  private Told run() throws Lost {
    Instant begun = hands.time().now();
    warnings.addAll(packages.configuration().warnings());
    warnModified();
    GitRemote remote = remote();
    List<Npmrc> files =
        NpmrcFiles.of(
            repositories.workspace().root(), packages.packing().directory(), hands.environment());
    Refused.ifAny(packages.unpublished().stream().toList());
    URI registry = packages.registry(hands, files);
    String name = packages.packing().manifest().name();
    Publishing publishing = Publishing.of(hands, name, registry, files);
    Means means = means(remote, publishing);
    Optional<String> unwanted = hands.inputs().of(InputTable.DROP_INTENT);
    if (unwanted.isPresent()) {
      warnings.add(new Dropping(means).drop(unwanted.get()));
    }
    List<Result> results =
        new Releasing(means)
            .run((refs, lost) -> plan(remote, refs, lost, publishing, registry).plan());
    warnings.addAll(publishing.warnings());
    return new ReleaseEnd(hands.runner(), github().isPresent(), planned)
        .told(results, warnings, said)
        .in(Duration.between(begun, hands.time().now()));
  }

  /// The remote is named by the runner, never by a file of the repository.
  private GitRemote remote() {
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

  private Means means(GitRemote remote, Publishing publishing) {
    Limits limits =
        Limits.standard()
            .waiting(hands.inputs().of(InputTable.WAIT).orElse(Limits.standard().visible()));
    return new Means(
        hands.world(remote),
        publishing,
        github(),
        new Repacking(
            packages.packing(),
            repositories.workspace().head(),
            () -> planned.flatMap(Planning.Planned::packed),
            hands.scratch().resolve("again")),
        hands
            .inputs()
            .of(InputTable.DEADLINE)
            .map(run -> new Limits(run, limits.visible(), limits.sends()))
            .orElse(limits),
        new LogProgress(hands.log()),
        publishing.key());
  }

  private Optional<GitHub> github() {
    boolean wanted =
        hands
            .inputs()
            .of(InputTable.GITHUB_RELEASE)
            .map(c -> c != Choices.GitHubRelease.FALSE)
            .orElse(packages.configuration().github().isPresent());
    return wanted
        ? hands
            .runner()
            .repository()
            .flatMap(Repository::parse)
            .map(repository ->
                GitHub.at(
                    Address.of(
                        hands.runner().api().toString(),
                        hands.runner().graphql().toString(),
                        hands.runner().server().toString()),
                    repository,
                    hands.inputs().of(InputTable.GITHUB_TOKEN),
                    hands.http(),
                    hands.time()))
        : Optional.empty();
  }

  private Planning.Planned plan(
      GitRemote remote, Refs refs, Set<String> lost, Publishing publishing, URI registry)
      throws Lost {
    String name = packages.packing().manifest().name();
    OnRegistry there = OnRegistry.of(publishing.reader(name, registry), name, warnings);
    Set<String> gone = new HashSet<>(lost);
    gone.addAll(there.burned());
    try (GitRepository graph =
        repositories.asOf(
            remote,
            refs.all(),
            ref -> ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/"))) {
      Planning.Planned made =
          switch (aim) {
            case Aim.Branch(var branch) -> {
              HalfReleased half =
                  new HalfReleased(
                      there,
                      publishing.reader(name, registry),
                      refs,
                      packages.configuration().tagFormat(),
                      graph.head());
              yield merged(graph, branch, refs, gone, half, publishing, registry);
            }
            case Aim.Tag tag ->
                tagged(
                    graph,
                    tag,
                    refs,
                    there.packument(),
                    publishing,
                    registry,
                    List.of("The tag " + tag.name() + " says so."));
          };
      planned = Optional.of(made);
      new Story(hands.log()).decided(made.reasons(), made.commits(), made.told());
      said.forEach(hands.log()::line);
      return made;
    }
  }

  /// What the commits of a branch ask for.
  private Planning.Planned merged(
      GitRepository graph,
      String branch,
      Refs refs,
      Set<String> gone,
      HalfReleased half,
      Publishing publishing,
      URI registry) {
    Decision decision = decide(graph, branch, half);
    Optional<LastRelease> lone = half.withoutPackage(decision);
    if (lone.isPresent()) {
      boolean goesOn = decision instanceof Decision.Release || !half.hasVersions();
      boolean nothingSince =
          decision instanceof Decision.NoRelease nothing
              && nothing.why() == Decision.Why.NO_COMMITS;
      if (nothingSince && half.canFinish(lone.get())) {
        Aim.Tag tag = new Aim.Tag(lone.get().tag(), Optional.empty());
        return tagged(
            graph,
            tag,
            refs,
            half.there().packument(),
            publishing,
            registry,
            List.of(
                "The tag "
                    + tag.name()
                    + " stands on this commit and its package was never published: an earlier release"
                    + " stopped half way, and this one finishes it."));
      }
      Problem problem = half.problem(lone.get(), goesOn);
      if (!goesOn) {
        throw new Refused(problem);
      }
      warnings.add(problem);
    }
    Plan.Mode mode =
        decision instanceof Decision.Release release
            ? howToPublish(publishing, release.next().version())
            : Plan.Mode.DIRECT;
    return planning(registry, mode, aim).plan(graph, refs, gone, decision);
  }

  /// A version that was made from this very commit and has no tag is no obstacle, if it is the one
  /// that is decided here: it is compared, and tagged.
  private Decision decide(GitRepository graph, String branch, HalfReleased half) {
    Optional<Published> all = half.there().published();
    Optional<Published> others = half.withoutOwn();
    if (!others.equals(all)
        && packages.deciding().decide(graph, branch, others)
            instanceof Decision.Release release
        && all.get().versions().containsKey(release.next().version())) {
      return release;
    }
    return packages.deciding().decide(graph, branch, all);
  }

  /// What a tag asks for.
  private Planning.Planned tagged(
      GitRepository graph,
      Aim.Tag tag,
      Refs refs,
      Optional<Packument> packument,
      Publishing publishing,
      URI registry,
      List<String> reasons) {
    Upcoming given =
        new TagRules(packages, repositories.workspace(), graph)
            .check(tag, refs, packument, hands.inputs().of(InputTable.DIST_TAG));
    Planning planning = planning(registry, howToPublish(publishing, given.version()), tag);
    Planning.Made release = planning.make(graph, given, Optional.empty(), List.of());
    return release.planned(reasons, release.warnings());
  }

  /// Chooses credential, mode and provenance, and keeps what is worth saying of the choice.
  private Plan.Mode howToPublish(Publishing publishing, Version version) {
    PublishMode how = publishing.choose();
    said.clear();
    said.add(publishing.why());
    said.add(how.why());
    publishing
        .decideProvenance(
            version.toString(), packages.packing().manifest().json(), packages.packing(), access())
        .ifPresentOrElse(
            why -> said.add("Without provenance: " + why), () -> said.add("With provenance."));
    return how.staged() ? Plan.Mode.STAGE : Plan.Mode.DIRECT;
  }

  private Planning planning(URI registry, Plan.Mode mode, Aim whatFor) {
    return new Planning(
        packages.deciding(),
        packages.packing(),
        new Planning.Target(
            registry,
            access(),
            hands.inputs().of(InputTable.DIST_TAG),
            mode,
            github().isPresent(),
            hands.inputs().of(InputTable.DISCUSSION_CATEGORY)),
        new Planning.Run(
            switch (whatFor) {
              case Aim.Branch(var branch) -> branch;
              case Aim.Tag tag -> "tags/" + tag.name();
            },
            hands.runner().runId(),
            hands.runner().server() + "/" + hands.runner().repository().orElse(""),
            hands.time().now(),
            hands.scratch().resolve("tarballs")));
  }

  private Optional<Access> access() {
    return hands
        .inputs()
        .of(InputTable.ACCESS)
        .map(access -> access == Choices.Access.PUBLIC ? Access.PUBLIC : Access.RESTRICTED)
        .or(() -> packages.packing().manifest().publishConfig().text("access").flatMap(Access::of));
  }
}
