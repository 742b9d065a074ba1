package dev.slipway;

import dev.slipway.guard.Difference;
import dev.slipway.guard.Guard;
import dev.slipway.guard.LastPublished;
import dev.slipway.guard.LifecycleScripts;
import dev.slipway.npm.Lookup;
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

  /// The same, where a finding does this.
  Inspecting doing(Choices.Guard other) {
    return new Inspecting(other, scriptsKnown, registry);
  }

  Inspecting comparingWith(Registry known) {
    return new Inspecting(guard, scriptsKnown, Optional.of(known));
  }

  /// A package that was looked at.
  ///
  /// @param problems what is wrong with it or worth saying
  /// @param last the version before, where it could be read
  /// @param difference which files enter, leave, grow or shrink; empty where that is not known
  /// @param unread why the version before could not be read from the registry, where it was asked
  record Inspected(
      Packing.Packed packed,
      List<Problem> problems,
      Optional<LastPublished> last,
      Optional<Difference> difference,
      Optional<String> unread) {
    /// The same beside nothing.
    Inspected withoutLast() {
      return new Inspected(packed, problems, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same, where the version before could not be asked for.
    Inspected uncompared(String why) {
      return new Inspected(packed, problems, last, difference, Optional.of(why));
    }

    /// The same with these problems.
    Inspected with(List<Problem> found) {
      return new Inspected(packed, found, last, difference, unread);
    }
  }

  /// Looks at a package.
  ///
  /// @param previous the version before, to compare it with
  Inspected inspect(Packing.Packed packed, Optional<Version> previous) {
    List<Problem> problems = new ArrayList<>(packed.tarball().warnings());
    if (!scriptsKnown) {
      LifecycleScripts.notice(packed.tarball().manifest()).ifPresent(problems::add);
    }
    Optional<Lookup<LastPublished>> asked =
        previous.flatMap(version ->
            registry.map(
                known -> LastPublished.read(known, packed.tarball().name(), version.toString())));
    Optional<LastPublished> last = asked.flatMap(Lookup::found);
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
                .forEach(problem -> problems.add(problem.asWarning()));
        case OFF -> {}
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new Inspected(
        packed, List.copyOf(problems), last, difference, asked.flatMap(Inspecting::unread));
  }

  private static String unread(Problem problem) {
    return "the registry could not be read. " + problem.what();
  }

  private static Optional<String> unread(Lookup<LastPublished> answer) {
    return switch (answer) {
      case Lookup.Found<LastPublished> _ -> Optional.empty();
      case Lookup.Absent<LastPublished>() -> Optional.of("the registry does not have it.");
      case Lookup.Denied<LastPublished>(var problem) -> Optional.of(unread(problem));
      case Lookup.Unknown<LastPublished>(var problem) -> Optional.of(unread(problem));
    };
  }
}
