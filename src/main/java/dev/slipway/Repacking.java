package dev.slipway;

import dev.slipway.apply.Payloads;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.problem.Refused;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The bytes that this run has: those it packed, or those of an earlier run's number, made again
/// from the same files and compared.
///
/// @param packing the package
/// @param head the commit that is checked out
/// @param own what this run has planned so far; empty before it has
/// @param committed reads the release commit
/// @param folder a missing folder for what is made again
record Repacking(
    Packing packing,
    String head,
    Supplier<Optional<Planning.Planned>> own,
    Committed committed,
    Path folder)
    implements Payloads {
  /// What the release commit says in files that are packed.
  @FunctionalInterface
  interface Committed {
    /// The changelogs in a commit, by their path on disk.
    Map<Path, Bytes> changelogs(String commit) throws Lost;
  }

  @Override
  public Optional<Payload.Source> find(String filename, String integrity) {
    return own.get()
        .flatMap(planned -> Optional.ofNullable(planned.contents().get(integrity)))
        .or(() ->
            own.get()
                .flatMap(Planning.Planned::packed)
                .filter(packed -> packed.tarball().integrity().equals(integrity))
                .map(packed -> source(packed.tarball().file())));
  }

  @Override
  public Optional<Payload.Source> again(Plan plan, PlannedRelease release) throws Lost {
    return same(plan, release).map(packed -> source(packed.tarball().file()));
  }

  @Override
  public boolean wouldMake(Plan plan, PlannedRelease release, Set<String> from) throws Lost {
    return from.contains(head)
        && same(plan, release)
            .filter(made -> made.manifest().json().equals(release.manifest()))
            .isPresent();
  }

  /// The package packed again, where that gives the same bytes.
  private Optional<Packing.Packed> same(Plan plan, PlannedRelease release) throws Lost {
    if (!release.name().equals(packing.manifest().name())) {
      return Optional.empty();
    }
    Map<Path, Bytes> written =
        plan.commits() && !head.equals(plan.target())
            ? committed.changelogs(plan.target())
            : Map.of();
    try {
      return Optional.of(
              packing.pack(
                  Optional.of(release.version()), Optional.of(plan.target()), written, folder))
          .filter(made -> made.tarball().integrity().equals(release.tarball().integrity()));
    } catch (Refused cannotBePacked) {
      return Optional.empty();
    }
  }

  private static Payload.Source source(Path file) {
    return () -> Files.newInputStream(file);
  }
}
