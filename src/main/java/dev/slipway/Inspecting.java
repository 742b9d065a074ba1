package dev.slipway;

import dev.slipway.guard.Difference;
import dev.slipway.guard.Guard;
import dev.slipway.guard.LastPublished;
import dev.slipway.guard.LifecycleScripts;
import dev.slipway.npm.Registry;
import dev.slipway.problem.Problem;
import dev.slipway.settings.Choices;
import dev.slipway.settings.InputTable;
import dev.slipway.settings.Inputs;
import dev.slipway.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a package is looked at before it is published.
///
/// @param guard what a finding does
/// @param scriptsKnown whether it is known that the package's scripts do not run
/// @param registry where the version before is read; empty: nowhere
record Inspecting(Choices.Guard guard, boolean scriptsKnown, Optional<Registry> registry) {
  /// As the inputs say, and without a registry.
  static Inspecting of(Inputs inputs) {
    return new Inspecting(
        inputs.of(InputTable.GUARD).orElse(Choices.Guard.STRICT),
        inputs.of(InputTable.IGNORE_SCRIPTS),
        Optional.empty());
  }

  Inspecting comparingWith(Registry known) {
    return new Inspecting(guard, scriptsKnown, Optional.of(known));
  }

  /// A package that was looked at.
  ///
  /// @param problems what is wrong with it or worth saying
  /// @param last the version before, where it could be read
  /// @param difference which files enter, leave, grow or shrink; empty where that is not known
  record Inspected(
      Packing.Packed packed,
      List<Problem> problems,
      Optional<LastPublished> last,
      Optional<Difference> difference) {}

  /// Looks at a package.
  ///
  /// @param previous the version before, to compare it with
  Inspected inspect(Packing.Packed packed, Optional<Version> previous) {
    List<Problem> problems = new ArrayList<>(packed.tarball().warnings());
    if (!scriptsKnown) {
      LifecycleScripts.notice(packed.tarball().manifest()).ifPresent(problems::add);
    }
    Optional<LastPublished> last =
        previous.flatMap(version ->
            registry.flatMap(
                known -> LastPublished.read(known, packed.tarball().name(), version.toString())));
    Optional<Difference> difference =
        last.flatMap(published ->
            published
                .tarball()
                .map(read -> Difference.between(published.version(), read, packed.tarball())));
    try {
      switch (guard) {
        case STRICT ->
            problems.addAll(Guard.look(packed.tarball(), packed.manifest(), packed.from(), last));
        case WARN ->
            Guard.look(packed.tarball(), packed.manifest(), packed.from(), last)
                .forEach(problem -> problems.add(softened(problem)));
        case OFF -> {}
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Inspected(packed, List.copyOf(problems), last, difference);
  }

  private static Problem softened(Problem problem) {
    return new Problem(
        problem.code(), Problem.Kind.WARNING, problem.what(), problem.remedy(), problem.place());
  }
}
