package dev.slipway;

import dev.slipway.apply.Outcome;
import dev.slipway.apply.Result;
import dev.slipway.decision.Headline;
import dev.slipway.decision.LastRelease;
import dev.slipway.decision.Promoted;
import dev.slipway.decision.Verdict;
import dev.slipway.guard.LastPublished;
import dev.slipway.json.Json;
import dev.slipway.pack.ForeignTarball;
import dev.slipway.pack.Tarball;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedPromotion;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.report.ToldCommit;
import dev.slipway.report.ToldPromotion;
import dev.slipway.report.ToldRelease;
import dev.slipway.report.ToldStep;
import dev.slipway.report.ToldTarball;
import dev.slipway.version.Bump;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Says in the report's words what the other rooms found and did.
final class Telling {
  private Telling() {}

  static List<ToldCommit> commits(List<Verdict> verdicts) {
    return verdicts.stream().map(Telling::commit).toList();
  }

  private static ToldCommit commit(Verdict verdict) {
    Optional<Headline> told = verdict.headline().filter(read -> read.type().isPresent());
    return new ToldCommit(
        verdict.commit().sha(),
        told.flatMap(Headline::type),
        told.flatMap(Headline::scope),
        told.flatMap(Headline::subject).orElseGet(verdict.commit()::subject),
        verdict.headline().map(Headline::breaking).orElse(false),
        verdict.bump().map(Bump::toString),
        verdict.why());
  }

  /// A release that is to be made.
  ///
  /// @param commits what each commit says, newest first
  static ToldRelease release(
      String name, String directory, Upcoming next, String notes, List<ToldCommit> commits) {
    return new ToldRelease(
        name,
        directory,
        next.previous().map(previous -> previous.version().toString()),
        next.version().toString(),
        next.bump().map(Bump::toString),
        next.tag(),
        next.previous().map(LastRelease::tag),
        next.channel(),
        next.distTag(),
        next.gitHead(),
        next.previous().map(LastRelease::commit),
        notes,
        commits,
        Optional.empty(),
        List.of());
  }

  /// A version that exists and gets one more channel.
  static ToldPromotion promotion(String name, Promoted promoted) {
    return new ToldPromotion(
        name, promoted.version().toString(), promoted.tag(), promoted.distTag());
  }

  /// The same, as a plan has it.
  static ToldPromotion promotion(PlannedPromotion promotion) {
    return new ToldPromotion(
        promotion.name(), promotion.version().toString(), promotion.tag(), promotion.distTag());
  }

  /// A release as a plan has it, of which no more is known: one that another run began.
  static ToldRelease release(Plan plan, PlannedRelease release) {
    return new ToldRelease(
        release.name(),
        release.directory(),
        release.previous().map(Object::toString),
        release.version().toString(),
        release.bump().map(Bump::toString),
        release.tag(),
        Optional.empty(),
        release.channel(),
        release.distTag(),
        plan.target(),
        Optional.empty(),
        release.notes(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /// A tarball, beside that of the version before.
  ///
  /// @param path where it lies in the workspace; empty when it lies elsewhere
  static ToldTarball tarball(Inspecting.Inspected inspected, Optional<String> path) {
    Tarball tarball = inspected.packed().tarball();
    return new ToldTarball(
        path,
        tarball.size(),
        tarball.unpackedSize(),
        tarball.integrity(),
        tarball.shasum(),
        tarball.files().stream()
            .map(file -> new ToldTarball.File(file.path(), file.size()))
            .toList(),
        inspected.last().map(Telling::last));
  }

  private static ToldTarball.Last last(LastPublished last) {
    return new ToldTarball.Last(
        last.version(),
        last.tarball().map(ForeignTarball.Read::size).orElse(0L),
        last.tarball()
            .map(ForeignTarball.Read::unpackedSize)
            .or(() -> last.document().json().at("dist", "unpackedSize").flatMap(Json::whole))
            .orElse(0L),
        last.tarball().map(ForeignTarball.Read::files).orElse(List.of()).stream()
            .map(file -> new ToldTarball.File(file.path(), file.size()))
            .toList());
  }

  static List<ToldStep> steps(List<Result> results) {
    return results.stream()
        .flatMap(result ->
            result.steps().stream()
                .map(
                    taken -> step(result.plan().what(taken.step()), taken.outcome(), taken.took())))
        .toList();
  }

  static ToldStep step(String what, Outcome outcome, Duration took) {
    return switch (outcome) {
      case Outcome.Done(var detail) -> new ToldStep(what, ToldStep.State.DONE, detail, took);
      case Outcome.AlreadyDone(var detail) ->
          new ToldStep(what, ToldStep.State.ALREADY_DONE, detail, took);
      case Outcome.Pending(var _, var reason) ->
          new ToldStep(what, ToldStep.State.PENDING, reason, took);
      case Outcome.AwaitingApproval(var id) ->
          new ToldStep(
              what,
              ToldStep.State.PENDING,
              id.isEmpty()
                  ? "a maintainer has to approve it"
                  : "approve with: npm stage approve " + id,
              took);
      case Outcome.Withheld(var why) ->
          new ToldStep(what, ToldStep.State.WITHHELD, why.what(), took);
      case Outcome.Failed(var why) -> new ToldStep(what, ToldStep.State.FAILED, why.what(), took);
      case Outcome.NotReached() -> new ToldStep(what, ToldStep.State.NOT_REACHED, "", took);
      case Outcome.Superseded(var reason) ->
          new ToldStep(what, ToldStep.State.WITHHELD, reason, took);
    };
  }
}
