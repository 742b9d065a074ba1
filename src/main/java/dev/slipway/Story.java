package dev.slipway;

import dev.slipway.problem.Problem;
import dev.slipway.report.Log;
import dev.slipway.report.Told;
import dev.slipway.report.ToldCommit;
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

  void tell(Told told) {
    told.releases().forEach(release -> release(told, release));
    if (told.releases().isEmpty()) {
      commits(told.commits());
    }
    told.reasons().forEach(log::line);
    told.notes().forEach(log::line);
    told.problems().forEach(this::problem);
    log.line(headline(told));
    told.finishes().ifPresent(log::line);
  }

  private void release(Told told, ToldRelease release) {
    log.group(
        release.id()
            + release.previous().map(previous -> ", after " + previous).orElse(", the first")
            + release.bump().map(bump -> " (" + bump + ")").orElse(""));
    commits(release.commits());
    release.tarball().ifPresent(this::tarball);
    if (!release.notes().isEmpty()) {
      log.gap();
      log.foreign(release.notes().strip());
      log.gap();
    }
    log.endGroup();
    if (told.status() == Told.Status.RELEASED) {
      release.places().forEach(place -> log.line(place.title() + ": " + place.url()));
    }
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

  private void problem(Problem problem) {
    log.problem(problem);
  }

  private static String headline(Told told) {
    String names =
        String.join(", ", told.releases().stream().map(ToldRelease::id).toList());
    return switch (told.status()) {
      case RELEASED -> "Released " + names + ".";
      case NOTHING -> "Nothing was released.";
      case PENDING -> names + " is with the registry and is not visible yet.";
      case AWAITING_APPROVAL -> names + " waits for a maintainer's approval.";
      case SUPERSEDED -> "Another run does this release.";
      case PLANNED -> "A release would be made: " + names + ". Nothing was changed.";
      case PREPARED -> "The workspace is prepared for " + names + ".";
      case REFUSED -> "Nothing was done.";
      case FAILED -> "The release is not complete.";
    };
  }
}
