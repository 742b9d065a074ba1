package dev.slipway;

import dev.slipway.apply.Releasing;
import dev.slipway.apply.Result;
import dev.slipway.npm.PublicRegistry;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Problem;
import dev.slipway.report.Links;
import dev.slipway.report.RunnerFiles;
import dev.slipway.report.Told;
import dev.slipway.report.ToldRelease;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a release came to, in the report's words.
///
/// @param packages whose package it is
/// @param signed whether the version was published with a provenance
/// @param planned the last plan of this run; empty when an earlier run's is all that was done
record ReleaseEnd(
    Hands hands, Packages packages, boolean signed, Optional<Planning.Planned> planned) {
  /// Tells it.
  ///
  /// @param ran what became of each plan, in order, and what stood in the way of more
  /// @param warnings what is worth saying besides
  /// @param said further lines
  Told told(Releasing.Ran ran, List<Problem> warnings, List<String> said) {
    List<Result> results = ran.results();
    List<Problem> problems = new ArrayList<>(warnings);
    planned.map(Planning.Planned::warnings).ifPresent(problems::addAll);
    results.forEach(result -> problems.addAll(result.problems()));
    problems.addAll(ran.problems());
    Told.Status status = ran.problems().isEmpty() ? status(results) : stopped(results);
    Told told =
        Told.of(status)
            .releasing(releases(results, status))
            .promoting(
                results.stream()
                    .flatMap(result -> result.plan().promotions().stream())
                    .map(Telling::promotion)
                    .distinct()
                    .toList())
            .because(
                planned.map(Planning.Planned::reasons).orElse(List.of()),
                planned.map(Planning.Planned::commits).orElse(List.of()))
            .doing(Telling.steps(results))
            .with(problems)
            .noting(status == Told.Status.NOTHING ? outAlready(results) : said)
            .linking(links());
    return switch (status) {
      case PENDING ->
          told.finishedBy(
              "The next run of this workflow finishes it: a push, a schedule, or a re-run.");
      case AWAITING_APPROVAL ->
          told.finishedBy(
              "A maintainer approves it on npm; the next run of this workflow then finishes it.");
      case RELEASED, NOTHING, SUPERSEDED, PLANNED, PREPARED, REFUSED, FAILED -> told;
    };
  }

  /// What is told of: where something was released, that alone, and not what was taken back beside
  /// it.
  private List<ToldRelease> releases(List<Result> results, Told.Status status) {
    if (status == Told.Status.NOTHING || status == Told.Status.REFUSED) {
      return List.of();
    }
    Map<String, ToldRelease> releases = new LinkedHashMap<>();
    for (Result result : results) {
      if (status == Told.Status.RELEASED && result.status() != Result.Status.RELEASED) {
        continue;
      }
      for (PlannedRelease release : result.plan().releases()) {
        ToldRelease told =
            planned
                .flatMap(Planning.Planned::told)
                .filter(own -> own.id().equals(release.label()))
                .orElseGet(() -> Telling.release(result.plan(), release));
        releases.putIfAbsent(told.id(), kept(told.seenAt(places(release, result.plan())), release));
      }
    }
    return List.copyOf(releases.values());
  }

  private static List<String> outAlready(List<Result> results) {
    return results.stream()
        .flatMap(result -> result.plan().releases().stream())
        .map(release -> release.label() + " is published already, with these very bytes.")
        .toList();
  }

  /// What another run began counts as released by the run that ends it: nobody has been told yet.
  private static Told.Status status(List<Result> results) {
    if (results.isEmpty()) {
      return Told.Status.NOTHING;
    }
    boolean released =
        results.stream()
            .anyMatch(result ->
                result.status() == Result.Status.RELEASED
                    && (result.changed() || result.resumed())
                    && !result.plan().releases().isEmpty());
    return switch (results.getLast().status()) {
      case RELEASED -> released ? Told.Status.RELEASED : Told.Status.NOTHING;
      case PENDING -> Told.Status.PENDING;
      case AWAITING_APPROVAL -> Told.Status.AWAITING_APPROVAL;
      case SUPERSEDED, ABANDONED -> released ? Told.Status.RELEASED : Told.Status.SUPERSEDED;
      case FAILED -> Told.Status.FAILED;
    };
  }

  /// What was released, or failed, before something stood in the way of the rest is told as that.
  private static Told.Status stopped(List<Result> results) {
    return switch (status(results)) {
      case RELEASED -> Told.Status.RELEASED;
      case FAILED -> Told.Status.FAILED;
      case NOTHING, PENDING, AWAITING_APPROVAL, SUPERSEDED, PLANNED, PREPARED, REFUSED ->
          Told.Status.REFUSED;
    };
  }

  private List<ToldRelease.Place> places(PlannedRelease release, Plan plan) {
    List<ToldRelease.Place> places = new ArrayList<>();
    plan.page(release.tag())
        .filter(page -> !page.draft())
        .flatMap(_ -> links().release(release.tag()))
        .ifPresent(url -> places.add(new ToldRelease.Place(ToldRelease.PAGE, url)));
    PublicRegistry.page(release.registry(), release.name(), release.version().toString())
        .ifPresent(url -> {
          places.add(new ToldRelease.Place("npm", url));
          if (signed) {
            places.add(new ToldRelease.Place("provenance", url + "#provenance"));
          }
        });
    return places;
  }

  /// The release with the place where its tarball was left in the workspace.
  private ToldRelease kept(ToldRelease told, PlannedRelease release) {
    return planned
        .flatMap(Planning.Planned::packed)
        .map(Packing.Packed::tarball)
        .filter(tarball -> tarball.integrity().equals(release.tarball().integrity()))
        .flatMap(tarball -> KeptTarball.of(hands, tarball, packages.tarballFolder(hands)))
        .flatMap(file -> RunnerFiles.relative(hands.runner().workspace(), file))
        .map(told::keptAt)
        .orElse(told);
  }

  private Links links() {
    return hands
        .runner()
        .repository()
        .map(repository -> Links.of(hands.runner().server().toString(), repository))
        .orElseGet(Links::none);
  }
}
