package dev.slipway;

import dev.slipway.decision.ChannelNotes;
import dev.slipway.decision.Promoted;
import dev.slipway.history.Commit;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedAnnouncement;
import dev.slipway.plan.PlannedNote;
import dev.slipway.plan.PlannedPage;
import dev.slipway.plan.PlannedProposal;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.plan.PlannedTarball;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.ToldCommit;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.Choices;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans a release whose version is settled: writes notes and changelog, packs, makes the release
/// commit where one is wanted, and says what is to be done.
///
/// @param planning how notes are written and where the package goes
/// @param extras what is wanted besides the package
record Making(Planning planning, Extras extras) {
  /// A release that was planned.
  ///
  /// @param told the release, as people are told of it
  /// @param contents the bytes of further files, by integrity
  /// @param warnings what is worth saying
  record Made(
      Plan plan,
      ToldRelease told,
      Packing.Packed packed,
      Map<String, Payload.Source> contents,
      List<Problem> warnings) {
    /// The same with the reasons for it, and all that is worth saying.
    Planning.Planned planned(List<String> reasons, List<Problem> all) {
      return new Planning.Planned(
          reasons,
          told.commits(),
          Optional.of(plan),
          Optional.of(told),
          Optional.of(packed),
          contents,
          all);
    }
  }

  /// Plans it.
  ///
  /// @param commits everything since the release before, newest first
  /// @param open the commit of an open pull request with the files of releases before
  /// @param promoted what gets this branch's channel besides
  /// @param said what each commit says, where they were asked
  /// @throws Refused when the package would not work
  Made make(
      List<Commit> commits,
      Optional<String> open,
      Upcoming next,
      Optional<Promoted> promoted,
      List<ToldCommit> said)
      throws Lost {
    Packing packing = planning.packing();
    List<Problem> warnings = new ArrayList<>();
    String notes = planning.writing().of(commits, next, warnings);
    Map<Path, Bytes> changelogs = extras.changelogs(notes, open);
    Inspecting.Inspected inspected =
        packing.inspected(
            Optional.of(next.version()),
            Optional.of(next.gitHead()),
            next.previous().map(previous -> previous.version()),
            changelogs,
            planning.run().tarballs());
    Refused.ifAny(inspected.problems());
    warnings.addAll(inspected.problems());
    Packing.Packed draft = inspected.packed();
    TemplateNames plain = new TemplateNames(planning.run().branch(), next, notes);
    List<ReleaseCommit.Draft> drafts =
        planning.run().tagGiven() ? List.of() : extras.drafts(changelogs, draft, plain);
    String target =
        extras.way() == Choices.Commit.TRUE ? extras.commit(next, drafts) : next.gitHead();
    Upcoming at = next.from(target);
    Packing.Packed packed = target.equals(next.gitHead()) ? draft : packing.from(draft, target);
    TemplateNames names = new TemplateNames(planning.run().branch(), at, notes);
    List<TemplateNames.Place> places = extras.places(packed.tarball(), at, planning.target());
    Map<String, Payload.Source> contents = new HashMap<>();
    List<PlannedPage> pages = new ArrayList<>();
    if (extras.hasPage()) {
      Attachments attached = extras.attachments(packed.tarball(), names, packing);
      warnings.addAll(attached.warnings());
      contents.putAll(attached.sources());
      pages.add(
          new ReleasePage(
                  extras.settings(),
                  names,
                  places.stream().filter(p -> !isPage(p)).toList(),
                  extras.changes(at))
              .planned(attached.assets()));
    }
    Optional<PlannedProposal> proposal =
        extras.way() == Choices.Commit.PULL_REQUEST && !drafts.isEmpty()
            ? Optional.of(propose(at, notes, drafts, contents))
            : Optional.empty();
    Optional<PlannedAnnouncement> announcement = extras.announcement(commits, names, places);
    ToldRelease told =
        Telling.release(packing.manifest().name(), packing.shown(), at, notes, said)
            .packed(Telling.tarball(inspected, Optional.empty()));
    Plan plan = plan(next, at, notes, packed, promoted, pages, proposal, announcement);
    return new Made(plan, told, packed, Map.copyOf(contents), warnings);
  }

  private static boolean isPage(TemplateNames.Place place) {
    return place.name().equals(ToldRelease.PAGE);
  }

  private PlannedProposal propose(
      Upcoming next,
      String notes,
      List<ReleaseCommit.Draft> drafts,
      Map<String, Payload.Source> contents) {
    Map<String, Bytes> files = new LinkedHashMap<>();
    drafts.forEach(
        draft -> draft.files().forEach((path, bytes) -> bytes.ifPresent(b -> files.put(path, b))));
    List<PlannedProposal.File> planned = new ArrayList<>();
    files.forEach((path, bytes) -> {
      String integrity = Integrity.of(bytes).text();
      contents.put(integrity, () -> new ByteArrayInputStream(bytes.toArray()));
      planned.add(new PlannedProposal.File(path, integrity));
    });
    // A commit that says so would not have its checks run, and then it cannot be merged.
    String message = drafts.getFirst().message().replace(" [skip ci]", "");
    return new PlannedProposal(
        Extras.proposed(planning.run().branch()),
        planning.run().branch(),
        message.lines().findFirst().orElse("chore(release): " + next.version()),
        "Version "
            + next.version()
            + " is released. This brings its version"
            + (extras.commit().wish().changelogs().isEmpty() ? "" : " and its changelog")
            + " to the branch; the next release brings this pull request up to date.\n\n"
            + notes,
        message,
        planned);
  }

  private Plan plan(
      Upcoming next,
      Upcoming at,
      String notes,
      Packing.Packed packed,
      Optional<Promoted> promoted,
      List<PlannedPage> pages,
      Optional<PlannedProposal> proposal,
      Optional<PlannedAnnouncement> announcement) {
    Planning.Target target = planning.target();
    Planning.Run run = planning.run();
    PlannedTarball tarball =
        new PlannedTarball(
            packed.tarball().filename(),
            packed.tarball().size(),
            packed.tarball().shasum(),
            packed.tarball().integrity());
    return new Plan(
        run.branch(),
        next.gitHead(),
        at.gitHead(),
        run.runId(),
        run.now(),
        target.mode(),
        run.tagGiven(),
        target.registries().stream()
            .map(registry -> release(at, notes, packed, tarball, registry))
            .toList(),
        promoted.map(planning::promotions).orElse(List.of()),
        channelNotes(at, promoted),
        pages,
        proposal,
        announcement);
  }

  private PlannedRelease release(
      Upcoming next, String notes, Packing.Packed packed, PlannedTarball tarball, URI registry) {
    Planning.Target target = planning.target();
    return new PlannedRelease(
        packed.tarball().name(),
        planning.packing().shown(),
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

  private static List<PlannedNote> channelNotes(Upcoming next, Optional<Promoted> promoted) {
    List<PlannedNote> notes = new ArrayList<>();
    promoted.ifPresent(p -> notes.add(new PlannedNote(p.tag(), p.commit(), p.note().json())));
    next.channel()
        .ifPresent(channel ->
            notes.add(
                new PlannedNote(
                    next.tag(),
                    next.gitHead(),
                    new ChannelNotes(List.of(Optional.of(channel))).json())));
    return notes;
  }
}
