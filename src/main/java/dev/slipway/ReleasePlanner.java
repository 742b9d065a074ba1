package dev.slipway;

import dev.slipway.apply.Refs;
import dev.slipway.apply.Releasing;
import dev.slipway.decision.Decision;
import dev.slipway.decision.LastRelease;
import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.npm.Access;
import dev.slipway.npm.Packument;
import dev.slipway.npm.PublishMode;
import dev.slipway.plan.Plan;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import dev.slipway.world.Lost;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Plans a release: reads history and registry as they are now, decides, packs, and keeps what is
/// worth telling of it.
final class ReleasePlanner implements Releasing.Planner {
  private final Hands hands;
  private final Repositories repositories;
  private final Packages packages;
  private final ReleaseCommand.Aim aim;
  private final GitRemote remote;
  private final Publishing publishing;
  private final List<URI> registries;
  private final List<Problem> standing = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private Optional<Planning.Planned> planned = Optional.empty();

  /// @param aim what is to be released
  /// @param remote where the refs were read
  /// @param registries where the package goes
  ReleasePlanner(
      Hands hands,
      Repositories repositories,
      Packages packages,
      ReleaseCommand.Aim aim,
      GitRemote remote,
      Publishing publishing,
      List<URI> registries) {
    this.hands = hands;
    this.repositories = repositories;
    this.packages = packages;
    this.aim = aim;
    this.remote = remote;
    this.publishing = publishing;
    this.registries = registries;
  }

  /// The last plan, and what it was made from; empty before there is one.
  Optional<Planning.Planned> planned() {
    return planned;
  }

  /// What is worth a warning besides.
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /// What stands against the release commit, where there is one; a token may be let past it.
  List<Problem> standing() {
    return List.copyOf(standing);
  }

  /// As whom it is published, and how, and what the registries wanted to be shown.
  ///
  /// @param notices the latter; foreign text
  List<String> said(List<String> notices) {
    List<String> all = new ArrayList<>(said);
    all.addAll(shown(notices));
    return all;
  }

  /// What the registries wanted to be shown, as lines.
  static List<String> shown(List<String> notices) {
    return notices.stream().map(notice -> "The registry says: " + notice).toList();
  }

  @Override
  public Optional<Plan> plan(Refs refs, Set<String> lost) throws Lost {
    // The refs are older than what the registry says: what another run publishes and tags meanwhile
    // is seen published at most, never tagged alone.
    try (Beside<GitRepository> history = Beside.begin("history", () -> history(refs))) {
      String name = packages.packing().manifest().name();
      OnRegistry there =
          OnRegistry.of(publishing.reader(name, registries.getFirst()), name, warnings);
      return plan(refs, lost, there, history);
    }
  }

  private GitRepository history(Refs refs) throws Lost {
    return repositories.asOf(
        remote,
        withoutOurs(refs),
        ref -> ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/"));
  }

  private Optional<Plan> plan(
      Refs refs, Set<String> lost, OnRegistry there, Beside<GitRepository> history) throws Lost {
    String name = there.name();
    Set<String> gone = new HashSet<>(lost);
    gone.addAll(there.burned());
    try (GitRepository graph = history.take()) {
      Planning.Planned made =
          switch (aim) {
            case ReleaseCommand.Aim.Branch(var branch) -> {
              HalfReleased half =
                  new HalfReleased(
                      there,
                      publishing.reader(name, registries.getFirst()),
                      refs,
                      packages.configuration().tagFormat(),
                      graph.head());
              yield merged(graph, branch, refs, gone, half);
            }
            case ReleaseCommand.Aim.Tag tag ->
                tagged(
                    graph,
                    tag,
                    refs,
                    there.packument(),
                    List.of("The tag " + tag.name() + " says so."));
          };
      planned = Optional.of(made);
      standing.clear();
      made.plan()
          .filter(Plan::commits)
          .ifPresent(plan -> standing.addAll(Protection.of(hands, plan.branch())));
      new Story(hands.log()).decided(made.reasons(), made.commits(), made.told());
      said.forEach(hands.log()::line);
      return made.plan();
    }
  }

  /// The refs that count: our own branches release nothing, and their files are read where they are
  /// needed.
  private static Map<String, String> withoutOurs(Refs refs) {
    Map<String, String> all = new TreeMap<>(refs.all());
    all.keySet().removeIf(name -> name.startsWith("refs/heads/slipway/"));
    return all;
  }

  /// What the commits of a branch ask for.
  private Planning.Planned merged(
      GitRepository graph, String branch, Refs refs, Set<String> gone, HalfReleased half)
      throws Lost {
    Decision decision =
        packages.deciding().decide(graph, branch, half.there().published(), half.withoutOwn());
    Optional<LastRelease> lone = half.withoutPackage(decision);
    if (lone.isPresent()) {
      boolean nothingSince =
          decision instanceof Decision.NoRelease nothing
              && nothing.why() == Decision.Why.NO_COMMITS;
      if (nothingSince && half.canFinish(lone.get())) {
        ReleaseCommand.Aim.Tag tag = new ReleaseCommand.Aim.Tag(lone.get().tag(), Optional.empty());
        return tagged(
            graph,
            tag,
            refs,
            half.there().packument(),
            List.of(
                "The tag "
                    + tag.name()
                    + " stands on this commit and its package was never published: an earlier release"
                    + " stopped half way, and this one finishes it."));
      }
      if (decision instanceof Decision.NoRelease && half.hasVersions()) {
        throw new Refused(half.lyingThere(lone.get()));
      }
      if (half.hasVersions()) {
        warnings.add(half.passedOver(lone.get()));
      }
    }
    Plan.Mode mode =
        decision instanceof Decision.Release release
            ? howToPublish(release.next().version())
            : Plan.Mode.DIRECT;
    return planning(mode, aim).plan(refs, gone, decision);
  }

  /// What a tag asks for.
  private Planning.Planned tagged(
      GitRepository graph,
      ReleaseCommand.Aim.Tag tag,
      Refs refs,
      Optional<Packument> packument,
      List<String> reasons)
      throws Lost {
    Upcoming given =
        new TagRules(packages, repositories.workspace(), graph)
            .check(tag, refs, packument, hands.inputs().of(InputTable.DIST_TAG));
    Planning planning = planning(howToPublish(given.version()), tag);
    Making.Made release =
        new Making(planning, planning.extras())
            .make(
                NotesWriting.commits(graph, given),
                Optional.empty(),
                given,
                Optional.empty(),
                List.of());
    return release.planned(reasons, release.warnings());
  }

  /// Chooses credential, mode and provenance, and keeps what is worth saying of the choice.
  ///
  /// @throws Refused when it is known already that a registry would refuse it
  private Plan.Mode howToPublish(Version version) {
    Preflight preflight = new Preflight(publishing, packages.packing(), registries, access());
    PublishMode how = preflight.check(version);
    said.clear();
    said.addAll(publishing.why());
    said.add(how.why());
    said.addAll(preflight.provenance(version));
    warnings.addAll(publishing.expiry(how.staged()));
    return how.staged() ? Plan.Mode.STAGE : Plan.Mode.DIRECT;
  }

  private Planning planning(Plan.Mode mode, ReleaseCommand.Aim whatFor) {
    String name = packages.packing().manifest().name();
    return new Planning(
        packages.deciding(),
        packages.packing().comparedWith(publishing.reader(name, registries.getFirst())),
        NotesWriting.of(hands, packages),
        new Planning.Target(registries, access(), hands.inputs().of(InputTable.DIST_TAG), mode),
        new Planning.Run(
            switch (whatFor) {
              case ReleaseCommand.Aim.Branch(var branch) -> branch;
              case ReleaseCommand.Aim.Tag tag -> "tags/" + tag.name();
            },
            hands.runner().runId(),
            hands.time().now(),
            hands.scratch().resolve("tarballs")),
        Extras.of(
            hands,
            packages,
            repositories.workspace(),
            new Committer(hands, repositories.workspace(), remote)));
  }

  private Optional<Access> access() {
    return Preflight.access(hands, packages.packing());
  }
}
