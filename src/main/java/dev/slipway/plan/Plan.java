package dev.slipway.plan;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Everything one run will change, decided before anything is changed.
///
/// @param branch the branch that is released from; of a run that a tag started, `tags/` and the tag
/// @param base the commit that the branch held when it was read
/// @param target the commit that is released and that the tags will stand on: the base, or the
///   release commit on top of it, which then goes to the branch with the intent
/// @param runId the workflow run that made the plan
/// @param created when it was made, in whole seconds
/// @param mode whether versions are published or staged
/// @param tagGiven true when the tags are there already and started the run
/// @param releases in dependency order
/// @param promotions versions that get one more dist-tag
/// @param notes the channel notes of the tags
/// @param pages the release pages of the tags; none where no forge is told
/// @param proposal the pull request with the release's files, where one is kept
/// @param announcement what is said on what the release resolves, where something is
public record Plan(
    String branch,
    String base,
    String target,
    String runId,
    Instant created,
    Mode mode,
    boolean tagGiven,
    List<PlannedRelease> releases,
    List<PlannedPromotion> promotions,
    List<PlannedNote> notes,
    List<PlannedPage> pages,
    Optional<PlannedProposal> proposal,
    Optional<PlannedAnnouncement> announcement) {

  /// How a version reaches the registry.
  public enum Mode {
    /// It is published at once.
    DIRECT,
    /// It waits in the registry for a person's approval.
    STAGE
  }

  public Plan {
    created = created.truncatedTo(ChronoUnit.SECONDS);
    releases = List.copyOf(releases);
    promotions = List.copyOf(promotions);
    notes = List.copyOf(notes);
    pages = List.copyOf(pages);
  }

  /// The tags of all releases, each once.
  public List<String> tags() {
    return List.copyOf(new LinkedHashSet<>(releases.stream().map(PlannedRelease::tag).toList()));
  }

  /// The page of a tag.
  public Optional<PlannedPage> page(String tag) {
    return pages.stream().filter(page -> page.tag().equals(tag)).findFirst();
  }

  /// The release of a package on a registry.
  public Optional<PlannedRelease> release(String name, URI registry) {
    return releases.stream()
        .filter(release -> release.name().equals(name) && release.registry().equals(registry))
        .findFirst();
  }

  /// True when a commit goes to the branch together with the intent.
  public boolean commits() {
    return !base.equals(target);
  }

  /// What has to be done, in this order.
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    if (!releases.isEmpty()) {
      steps.add(new Step.RecordIntent(tags()));
      for (PlannedPage page : pages) {
        steps.add(new Step.DraftRelease(page));
        page.assets().forEach(asset -> steps.add(new Step.UploadAsset(page, asset)));
      }
      steps.add(new Step.OpenGate(tags()));
      for (PlannedRelease release : releases) {
        steps.add(
            switch (mode) {
              case DIRECT -> new Step.Publish(release);
              case STAGE -> new Step.Stage(release);
            });
      }
      releases.forEach(release -> steps.add(new Step.AwaitVisible(release)));
      steps.add(new Step.Seal(tags(), target));
    }
    promotions.forEach(promotion -> steps.add(new Step.MoveDistTag(promotion)));
    // Before the note, which says that the promotion is done.
    promotions.stream()
        .flatMap(promotion -> promotion.page().stream())
        .distinct()
        .forEach(page -> steps.add(new Step.MarkRelease(page)));
    notes.forEach(note -> steps.add(new Step.WriteChannelNote(note)));
    if (!releases.isEmpty()) {
      pages.stream()
          .filter(page -> !page.draft())
          .forEach(page -> steps.add(new Step.PublishRelease(page)));
      proposal.ifPresent(pull -> steps.add(new Step.Propose(pull)));
      announcement.ifPresent(said -> steps.add(new Step.Announce(said)));
      steps.add(new Step.ClearIntent(tags()));
    }
    return List.copyOf(steps);
  }

  /// A step of it in words, with the registry where the same is done on several.
  public String what(Step step) {
    return switch (step) {
      case Step.Publish(var release) -> step.what() + on(release, " to ");
      case Step.Stage(var release) -> step.what() + on(release, " on ");
      case Step.AwaitVisible(var release) -> step.what() + on(release, " ");
      case Step.RecordIntent _,
          Step.DraftRelease _,
          Step.UploadAsset _,
          Step.OpenGate _,
          Step.Seal _,
          Step.MoveDistTag _,
          Step.MarkRelease _,
          Step.WriteChannelNote _,
          Step.PublishRelease _,
          Step.Propose _,
          Step.Announce _,
          Step.ClearIntent _ ->
          step.what();
    };
  }

  private String on(PlannedRelease release, String word) {
    boolean several =
        releases.stream().map(PlannedRelease::label).filter(release.label()::equals).count() > 1;
    return several ? word + release.registry().getRawAuthority() : "";
  }

  /// The same in another mode.
  public Plan in(Mode other) {
    return new Plan(
        branch,
        base,
        target,
        runId,
        created,
        other,
        tagGiven,
        releases,
        promotions,
        notes,
        pages,
        proposal,
        announcement);
  }

  /// The same with fewer packages: those that could be published, when a number of the others
  /// turned out to be lost.
  public Plan only(List<PlannedRelease> kept) {
    List<String> tags = kept.stream().map(PlannedRelease::tag).toList();
    return new Plan(
        branch,
        base,
        target,
        runId,
        created,
        mode,
        tagGiven,
        kept,
        promotions,
        notes.stream().filter(note -> tags.contains(note.tag()) || isPromoted(note.tag())).toList(),
        pages.stream().filter(page -> tags.contains(page.tag())).toList(),
        proposal,
        announcement);
  }

  private boolean isPromoted(String tag) {
    return promotions.stream().anyMatch(promotion -> promotion.tag().equals(tag));
  }
}
