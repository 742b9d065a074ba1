package dev.slipway;

import dev.slipway.apply.Refs;
import dev.slipway.decision.Decision;
import dev.slipway.decision.Promoted;
import dev.slipway.decision.Verdict;
import dev.slipway.npm.Access;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedNote;
import dev.slipway.plan.PlannedPage;
import dev.slipway.plan.PlannedPromotion;
import dev.slipway.problem.Problem;
import dev.slipway.report.ToldCommit;
import dev.slipway.report.ToldRelease;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the plan of a release on merge: decides, writes the notes, packs, and says what is to be
/// done.
///
/// @param deciding how it is decided
/// @param packing the package
/// @param writing how its notes are written
/// @param target where it goes
/// @param run who asks, and when
/// @param extras what is wanted besides the package
record Planning(
    Deciding deciding,
    Packing packing,
    NotesWriting writing,
    Target target,
    Run run,
    Extras extras) {
  /// Where a package goes.
  ///
  /// @param registries the addresses of the registries, at least one
  /// @param access empty: the registry decides
  /// @param distTag over the one that the channel gives
  /// @param mode whether versions are published or staged
  record Target(
      List<URI> registries, Optional<Access> access, Optional<String> distTag, Plan.Mode mode) {}

  /// Who asks, and when.
  ///
  /// @param branch the branch that the run is for; `tags/` and the tag, where a tag started it
  /// @param runId the workflow run
  /// @param tarballs an empty or missing folder for what is packed
  record Run(String branch, String runId, Instant now, Path tarballs) {
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
  /// @param contents the bytes of further files, by integrity
  /// @param warnings what is worth saying
  record Planned(
      List<String> reasons,
      List<ToldCommit> commits,
      Optional<Plan> plan,
      Optional<ToldRelease> told,
      Optional<Packing.Packed> packed,
      Map<String, Payload.Source> contents,
      List<Problem> warnings) {}

  /// Makes the plan.
  ///
  /// @param refs the remote's refs, of which the graph is made
  /// @param lost `name@version` of numbers that can never be published
  /// @param decision what was decided of that graph
  Planned plan(Refs refs, Set<String> lost, Decision decision) throws Lost {
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
        Map.of(),
        List.of());
  }

  private Planned release(Decision.Release release, Refs refs, Set<String> lost) throws Lost {
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
    Making.Made made =
        new Making(this, extras)
            .make(
                release.verdicts().stream().map(Verdict::commit).toList(),
                refs.branch(Extras.proposed(run.branch())),
                next,
                release.promoted(),
                Telling.commits(release.verdicts()));
    warnings.addAll(made.warnings());
    return made.planned(release.reasons(), warnings);
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
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /// One more dist-tag on each registry, and the release page as it is marked from then on.
  List<PlannedPromotion> promotions(Promoted promoted) {
    Upcoming again = again(promoted);
    Optional<PlannedPage> page =
        extras.hasPromotedPage()
            ? Optional.of(
                new ReleasePage(
                        extras.settings(),
                        new TemplateNames(
                            run.branch(),
                            again,
                            writing.of(promoted.commits(), again, new ArrayList<>())),
                        List.of(),
                        extras.changes(again))
                    .planned(List.of()))
            : Optional.empty();
    return target.registries().stream()
        .map(registry ->
            new PlannedPromotion(
                packing.manifest().name(),
                promoted.version(),
                promoted.tag(),
                promoted.distTag(),
                registry,
                page))
        .toList();
  }

  private static Upcoming again(Promoted promoted) {
    return new Upcoming(
        promoted.previous(),
        promoted.version(),
        Optional.of(promoted.bump()),
        promoted.tag(),
        promoted.channel(),
        promoted.distTag(),
        promoted.commit(),
        Optional.of(promoted.line()));
  }
}
