package dev.slipway.apply;

import dev.slipway.github.Release;
import dev.slipway.plan.Intent;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.plan.PlannedRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a run knows of one plan while it carries it out.
final class Course {
  private final Refs read;
  private final boolean resumed;
  private final Instant start;
  private Intent intent;
  private Optional<String> commit;
  private Duration patience;
  private final Set<String> visible = new HashSet<>();
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> plain = new HashSet<>();
  private final Set<Kept> kept = new HashSet<>();
  private final Map<String, Release> drafts = new HashMap<>();
  private final Set<PlannedRelease> lost = new LinkedHashSet<>();
  private final Set<PlannedRelease> turnedAway = new LinkedHashSet<>();
  private boolean stagingOffered;

  private record Kept(long page, PlannedAsset asset) {}

  /// @param read the listing that the plan was made from, or the intent found in
  /// @param commit the commit that carries the intent; empty while none is recorded
  Course(
      Intent intent,
      Optional<String> commit,
      Refs read,
      boolean resumed,
      Instant start,
      Duration patience) {
    this.intent = intent;
    this.commit = commit;
    this.read = read;
    this.resumed = resumed;
    this.start = start;
    this.patience = patience;
  }

  Plan plan() {
    return intent.plan();
  }

  Intent intent() {
    return intent;
  }

  Refs read() {
    return read;
  }

  boolean resumed() {
    return resumed;
  }

  Instant start() {
    return start;
  }

  /// The commit that carries the intent.
  Optional<String> commit() {
    return commit;
  }

  void recorded(Intent now, String in) {
    intent = now;
    commit = Optional.of(in);
  }

  /// How much waiting for visibility is left.
  Duration patience() {
    return patience;
  }

  void waited(Duration spent) {
    patience = spent.compareTo(patience) > 0 ? Duration.ZERO : patience.minus(spent);
  }

  boolean isVisible(PlannedRelease release) {
    return visible.contains(release.id());
  }

  void seen(PlannedRelease release) {
    visible.add(release.id());
  }

  boolean isAccepted(PlannedRelease release) {
    return accepted.contains(release.id());
  }

  void took(PlannedRelease release) {
    accepted.add(release.id());
  }

  /// Marks a page as one that cannot keep our bytes.
  void withoutPage(String tag) {
    plain.add(tag);
  }

  boolean hasPage(String tag) {
    return !plain.contains(tag);
  }

  /// Keeps the draft that this run has just made, with what it has put there: nobody has to be
  /// asked about it before it is published.
  void drafted(Release draft) {
    drafts.put(draft.tag(), draft);
  }

  /// The draft of a tag that this run has made.
  Optional<Release> draft(String tag) {
    return Optional.ofNullable(drafts.get(tag));
  }

  /// The draft is not as this run knows it: it is looked at from now on.
  void lookAgainAt(String tag) {
    drafts.remove(tag);
  }

  /// Notes that a page, by its id, holds the very bytes of a planned file.
  void keptOn(long page, PlannedAsset asset) {
    kept.add(new Kept(page, asset));
  }

  boolean isKeptOn(long page, PlannedAsset asset) {
    return kept.contains(new Kept(page, asset));
  }

  /// Its number can never be published.
  void lose(PlannedRelease release) {
    lost.add(release);
  }

  /// The registry refuses to publish directly, and would take it as a stage.
  void offerStaging() {
    stagingOffered = true;
  }

  /// Whether that was offered, since the last time it was asked.
  boolean takeOffer() {
    boolean offered = stagingOffered;
    stagingOffered = false;
    return offered;
  }

  /// A person has turned it away: what it was made for is planned anew, with the same number.
  void turnAway(PlannedRelease release) {
    turnedAway.add(release);
  }

  /// Whether it is with the registry, or with a person there, as far as this run and those before
  /// it have noted.
  boolean isSent(PlannedRelease release) {
    return isVisible(release)
        || isAccepted(release)
        || intent.staged().containsKey(release.name())
        || intent.left().containsKey(release.name())
        || intent.taken().containsKey(release.id());
  }

  /// Whether anything of the plan has reached a registry, as far as is known.
  boolean hasSent() {
    return plan().releases().stream()
        .anyMatch(release -> isVisible(release) || isAccepted(release));
  }

  /// Whether it will not be released by this plan.
  boolean isGone(PlannedRelease release) {
    return lost.contains(release) || turnedAway.contains(release);
  }

  /// Whether the plan, as it is now, has something in it that it will not release.
  boolean hasGone() {
    return plan().releases().stream().anyMatch(this::isGone);
  }

  List<PlannedRelease> lost() {
    return new ArrayList<>(lost);
  }
}
