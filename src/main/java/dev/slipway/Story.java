package dev.slipway;

import dev.slipway.report.Log;
import dev.slipway.report.Told;
import dev.slipway.report.ToldCommit;
import dev.slipway.report.ToldPromotion;
import dev.slipway.report.ToldRelease;
import dev.slipway.report.ToldTarball;
import java.util.List;
import java.util.Optional;

/// Tells in the log how a run ended: what came of it, and why.
final class Story {
  private static final int COMMITS_SHOWN = 50;

  private final Log log;

  Story(Log log) {
    this.log = log;
  }

  /// Tells what was decided, and why, before anything is done.
  ///
  /// @param commits what each commit says, newest first
  void decided(List<String> reasons, List<ToldCommit> commits, Optional<ToldRelease> release) {
    log.endGroup();
    reasons.forEach(log::line);
    if (release.isEmpty()) {
      commits(commits);
      return;
    }
    ToldRelease next = release.get();
    log.group(
        next.id()
            + next.previous().map(previous -> ", after " + previous).orElse(", the first")
            + next.bump().map(bump -> " (" + bump + ")").orElse(""));
    commits(next.commits());
    next.tarball().ifPresent(this::tarball);
    if (!next.notes().isEmpty()) {
      log.gap();
      log.foreign(next.notes().strip());
    }
    log.endGroup();
    log.gap();
  }

  /// Tells what came of it.
  void ended(Told told) {
    log.endGroup();
    told.problems().forEach(log::problem);
    log.line(headline(told));
    if (told.status() == Told.Status.RELEASED) {
      told.releases().stream()
          .flatMap(release -> release.places().stream())
          .forEach(place -> log.line(place.title() + ": " + place.url()));
    }
    switch (told.status()) {
      case NOTHING, PLANNED, PREPARED, REFUSED -> told.notes().forEach(log::line);
      case RELEASED, PENDING, AWAITING_APPROVAL, SUPERSEDED, FAILED -> {
        // They were said while it ran.
      }
    }
    told.finishes().ifPresent(log::line);
  }

  private void commits(List<ToldCommit> commits) {
    for (ToldCommit commit : commits.subList(0, Math.min(commits.size(), COMMITS_SHOWN))) {
      log.line(
          "  "
              + commit.sha().substring(0, Math.min(7, commit.sha().length()))
              + "  "
              + padded(commit.bump())
              + "  "
              + shown(commit)
              + "  – "
              + commit.why());
    }
    if (commits.size() > COMMITS_SHOWN) {
      log.line("  … and " + (commits.size() - COMMITS_SHOWN) + " more commits");
    }
  }

  private static String padded(Optional<String> bump) {
    return (bump.orElse("–") + "     ").substring(0, 5);
  }

  private static String shown(ToldCommit commit) {
    String type = commit.type().orElse("");
    return type.isEmpty()
        ? commit.subject()
        : type
            + commit.scope().map(scope -> "(" + scope + ")").orElse("")
            + (commit.breaking() ? "!" : "")
            + ": "
            + commit.subject();
  }

  private void tarball(ToldTarball tarball) {
    log.gap();
    for (ToldTarball.File file : tarball.files()) {
      log.line("  " + Sizes.of(file.size()) + "  " + file.path());
    }
    log.line(
        "  "
            + Sizes.of(tarball.size())
            + "  in all, "
            + tarball.files().size()
            + " files, "
            + Sizes.of(tarball.unpackedSize()).strip()
            + " unpacked");
    log.line("  " + tarball.integrity());
  }

  private static String promoted(List<ToldPromotion> promotions, Told told) {
    String moves = told.steps().isEmpty() ? " would go to " : " has gone to ";
    return "No new version: "
        + String.join(
            ", ",
            promotions.stream()
                .map(promotion -> "the dist-tag " + promotion.distTag() + moves + promotion.id())
                .toList())
        + ".";
  }

  private static String headline(Told told) {
    String names = String.join(", ", told.releases().stream().map(ToldRelease::id).toList());
    return switch (told.status()) {
      case RELEASED -> "Released " + names + ".";
      case NOTHING ->
          told.promotions().isEmpty() ? "Nothing was released." : promoted(told.promotions(), told);
      case PENDING -> names + " is begun and not finished yet.";
      case AWAITING_APPROVAL -> names + " waits for a maintainer's approval.";
      case SUPERSEDED -> "Another run does this release.";
      case PLANNED -> "A release would be made: " + names + ". Nothing was changed.";
      case PREPARED -> "The workspace is prepared for " + names + ".";
      case REFUSED -> "Nothing was done.";
      case FAILED -> "The release is not complete.";
    };
  }
}
