package dev.slipway;

import dev.slipway.apply.Refs;
import dev.slipway.decision.Decision;
import dev.slipway.decision.Promoted;
import dev.slipway.decision.Verdict;
import dev.slipway.history.Commit;
import dev.slipway.history.Graph;
import dev.slipway.notes.NotesRequest;
import dev.slipway.notes.ReleaseNotes;
import dev.slipway.notes.Truncation;
import dev.slipway.npm.Access;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedNote;
import dev.slipway.plan.PlannedPage;
import dev.slipway.plan.PlannedPromotion;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.plan.PlannedTarball;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.ToldCommit;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.Configuration;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes the plan of a release on merge: decides, writes the notes, packs, and says what is to be
/// done.
///
/// @param deciding how it is decided
/// @param packing the package
/// @param target where it goes
/// @param run who asks, and when
record Planning(Deciding deciding, Packing packing, Target target, Run run) {
  /// Where a package goes.
  ///
  /// @param registries the addresses of the registries, at least one
  /// @param access empty: the registry decides
  /// @param distTag over the one that the channel gives
  /// @param mode whether versions are published or staged
  /// @param page whether there is a release page
  /// @param discussion the category of a discussion that is opened with it
  record Target(
      List<URI> registries,
      Optional<Access> access,
      Optional<String> distTag,
      Plan.Mode mode,
      boolean page,
      Optional<String> discussion) {}

  /// Who asks, and when.
  ///
  /// @param branch the branch that the run is for; `tags/` and the tag, where a tag started it
  /// @param runId the workflow run
  /// @param repositoryUrl where the repository is, for links
  /// @param tarballs an empty or missing folder for what is packed
  record Run(String branch, String runId, String repositoryUrl, Instant now, Path tarballs) {
    /// True when a tag started the run: it stands already, and its branch is named after it.
    boolean tagGiven() {
      return branch.startsWith("tags/");
    }
  }

  /// A plan and what it was made from.
  ///
  /// @param reasons why this and not something else
  /// @param commits what each commit says, newest first
  /// @param plan empty when there is nothing to do
  /// @param told the release, as people are told of it
  /// @param warnings what is worth saying
  record Planned(
      List<String> reasons,
      List<ToldCommit> commits,
      Optional<Plan> plan,
      Optional<ToldRelease> told,
      Optional<Packing.Packed> packed,
      List<Problem> warnings) {}

  /// Makes the plan.
  ///
  /// @param refs the remote's refs, of which the graph is made
  /// @param lost `name@version` of numbers that can never be published
  /// @param decision what was decided of that graph
  Planned plan(Refs refs, Set<String> lost, Decision decision) {
    return switch (decision) {
      case Decision.NoRelease _ -> planned(decision, Optional.empty());
      case Decision.Promotion promotion ->
          planned(decision, Optional.of(promote(promotion.promotion())));
      case Decision.Release release -> release(release, refs, lost);
    };
  }

  private static Planned planned(Decision decision, Optional<Plan> plan) {
    return new Planned(
        decision.reasons(),
        Telling.commits(decision.verdicts()),
        plan,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private Planned release(Decision.Release release, Refs refs, Set<String> lost) {
    Upcoming decided = Upcoming.of(release.next());
    Upcoming next = stepOver(decided, refs, lost);
    List<Problem> warnings = new ArrayList<>();
    if (!next.equals(decided)) {
      warnings.add(
          Problem.warning(
              "VERSION_LOST",
              packing.manifest().name()
                  + "@"
                  + decided.version()
                  + " can never be published: the number was used and "
                  + (refs.givenUp(decided.tag()).isPresent() ? "given up." : "taken back."),
              "Nothing is to be done: " + next.version() + " takes its place."));
    }
    Made made =
        make(
            release.verdicts().stream().map(Verdict::commit).toList(),
            next,
            release.promoted(),
            Telling.commits(release.verdicts()));
    warnings.addAll(made.warnings());
    return made.planned(release.reasons(), warnings);
  }

  /// A release that was planned.
  ///
  /// @param told the release, as people are told of it
  /// @param warnings what is worth saying
  record Made(Plan plan, ToldRelease told, Packing.Packed packed, List<Problem> warnings) {
    /// The same with the reasons for it, and all that is worth saying.
    Planned planned(List<String> reasons, List<Problem> all) {
      return new Planned(
          reasons, told.commits(), Optional.of(plan), Optional.of(told), Optional.of(packed), all);
    }
  }

  /// Plans a release whose version is settled: writes the notes and packs.
  ///
  /// @param commits everything since the release before
  /// @param promoted what gets this branch's channel besides
  /// @param said what each commit says, where they were asked
  /// @throws Refused when the package would not work
  Made make(
      List<Commit> commits, Upcoming next, Optional<Promoted> promoted, List<ToldCommit> said) {
    List<Problem> warnings = new ArrayList<>();
    String notes = notes(commits, next, warnings);
    Packing.Packed packed =
        packing.pack(Optional.of(next.version()), Optional.of(next.gitHead()), run.tarballs());
    Refused.ifAny(packed.findings());
    warnings.addAll(packed.findings());
    ToldRelease told =
        Telling.release(packing.manifest().name(), packing.shown(), next, notes, said)
            .packed(Telling.tarball(packed.tarball(), Optional.empty()));
    return new Made(plan(next, notes, packed, promoted), told, packed, warnings);
  }

  /// The release with a number that can be published: the next patch, while numbers are lost.
  private Upcoming stepOver(Upcoming next, Refs refs, Set<String> lost) {
    String name = packing.manifest().name();
    Upcoming free = next;
    while (lost.contains(name + "@" + free.version()) || refs.givenUp(free.tag()).isPresent()) {
      Version bumped = after(free.version());
      free = free.as(bumped, deciding.configuration().tagFormat().tag(bumped));
    }
    return free;
  }

  private static Version after(Version version) {
    if (!version.isPrerelease()) {
      return version.bump(Bump.PATCH);
    }
    List<String> identifiers = version.prerelease();
    String last = identifiers.getLast();
    boolean counted = last.chars().allMatch(c -> c >= '0' && c <= '9') && last.length() < 10;
    String text = version.toString();
    int plus = text.indexOf('+');
    String plain = plus < 0 ? text : text.substring(0, plus);
    return counted
        ? Version.of(
            plain.substring(0, plain.length() - last.length()) + (Long.parseLong(last) + 1))
        : Version.of(plain + ".1");
  }

  /// Everything since the release before.
  static List<Commit> commits(Graph graph, Upcoming next) {
    return graph.commits(next.previous().map(previous -> previous.commit()), next.gitHead());
  }

  /// Release notes; empty where the configuration wants none.
  String notes(List<Commit> commits, Upcoming next, List<Problem> warnings) {
    Configuration configuration = deciding.configuration();
    if (configuration.notes().isEmpty()) {
      return "";
    }
    ReleaseNotes notes =
        ReleaseNotes.of(
            NotesRequest.of(
                    commits,
                    configuration.notes().get(),
                    configuration.repositoryUrl().orElse(run.repositoryUrl()),
                    next.previous().map(previous -> previous.tag()),
                    next.tag(),
                    next.version().toString(),
                    LocalDate.ofInstant(run.now(), ZoneOffset.UTC))
                .withPackageData(packing.manifest().json())
                .withSquashBodies(configuration.analyzer().squashBodies()));
    notes.warning().ifPresent(warnings::add);
    return notes.markdown();
  }

  private Plan plan(
      Upcoming next, String notes, Packing.Packed packed, Optional<Promoted> promoted) {
    PlannedTarball tarball =
        new PlannedTarball(
            packed.tarball().filename(),
            packed.tarball().size(),
            packed.tarball().shasum(),
            packed.tarball().integrity());
    List<PlannedRelease> releases =
        target.registries().stream()
            .map(registry -> release(next, notes, packed, tarball, registry))
            .toList();
    return new Plan(
        run.branch(),
        next.gitHead(),
        next.gitHead(),
        run.runId(),
        run.now(),
        target.mode(),
        run.tagGiven(),
        releases,
        promoted.map(this::promotions).orElse(List.of()),
        channelNotes(next, promoted),
        target.page() ? List.of(page(next, notes, tarball)) : List.of());
  }

  private PlannedRelease release(
      Upcoming next, String notes, Packing.Packed packed, PlannedTarball tarball, URI registry) {
    return new PlannedRelease(
        packed.tarball().name(),
        packing.shown(),
        next.previous().map(previous -> previous.version()),
        next.version(),
        next.bump(),
        next.tag(),
        next.channel(),
        packed.manifest().tag(target.distTag().orElse(next.distTag())),
        notes,
        tarball,
        packed.manifest().json(),
        target.access(),
        registry,
        List.of());
  }

  private PlannedPage page(Upcoming next, String notes, PlannedTarball tarball) {
    return new PlannedPage(
        next.tag(),
        next.tag(),
        Truncation.fit(notes, Truncation.RELEASE_BODY, Optional.empty()),
        next.version().isPrerelease(),
        next.distTag().equals("latest"),
        target.discussion(),
        List.of(
            new PlannedPage.PlannedAsset(
                tarball.filename(), "application/gzip", tarball.size(), tarball.integrity())));
  }

  private Plan promote(Promoted promoted) {
    return new Plan(
        run.branch(),
        promoted.commit(),
        promoted.commit(),
        run.runId(),
        run.now(),
        target.mode(),
        false,
        List.of(),
        promotions(promoted),
        List.of(new PlannedNote(promoted.tag(), promoted.commit(), promoted.note().json())),
        List.of());
  }

  private List<PlannedPromotion> promotions(Promoted promoted) {
    return target.registries().stream()
        .map(registry ->
            new PlannedPromotion(
                packing.manifest().name(),
                promoted.version(),
                promoted.tag(),
                promoted.distTag(),
                registry))
        .toList();
  }

  private static List<PlannedNote> channelNotes(Upcoming next, Optional<Promoted> promoted) {
    List<PlannedNote> notes = new ArrayList<>();
    promoted.ifPresent(p -> notes.add(new PlannedNote(p.tag(), p.commit(), p.note().json())));
    next.channel()
        .ifPresent(channel ->
            notes.add(
                new PlannedNote(
                    next.tag(),
                    next.gitHead(),
                    new dev.slipway.decision.ChannelNotes(List.of(Optional.of(channel))).json())));
    return notes;
  }
}
