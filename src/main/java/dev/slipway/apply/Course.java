package dev.slipway.apply;

import dev.slipway.plan.Intent;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.plan.PlannedRelease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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
  private final Set<PlannedRelease> lost = new LinkedHashSet<>();
  private boolean stagingOffered;
  private boolean givenUp;

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

  /// The plan is given up: what it was made for is planned anew.
  void giveUp() {
    givenUp = true;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  /// Whether anything of the plan has reached a registry, as far as is known.
  boolean hasSent() {
    return plan().releases().stream()
        .anyMatch(release -> isVisible(release) || isAccepted(release));
  }

  /// Whether the plan, as it is now, has a number in it that can never be published.
  boolean hasLost() {
    return lost.stream().anyMatch(plan().releases()::contains);
  }

  List<PlannedRelease> lost() {
    return new ArrayList<>(lost);
  }
}
