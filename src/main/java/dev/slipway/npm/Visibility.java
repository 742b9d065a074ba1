package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.world.Chance;
import dev.slipway.world.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a version can be read, and is ours. A registry takes a version first and scans it for
/// minutes before it shows it: accepted and visible are two states.
public final class Visibility {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Visibility() {}

  /// What was seen.
  public sealed interface Seen {
    /// It can be read and is ours, byte for byte.
    record Ours(VersionDocument document) implements Seen {}

    /// It can be read and is not ours.
    record Foreign(VersionDocument document) implements Seen {}

    /// It cannot be read (yet).
    ///
    /// @param waited how long it was waited for
    /// @param trouble why the registry could not even be asked, when that was so
    record NotYet(Duration waited, Optional<Problem> trouble) implements Seen {}
  }

  /// Looks once.
  public static Seen look(Registry registry, PublishRequest request) {
    return look(
        registry,
        request.name(),
        request.version(),
        request.tarball().integrity(),
        request.tarball().shasum());
  }

  /// Looks once.
  ///
  /// @param integrity `sha512-` and base64 of our tarball
  /// @param shasum its SHA-1 in hex
  public static Seen look(
      Registry registry, String name, String version, String integrity, String shasum) {
    return switch (registry.versionDocument(name, version)) {
      case Lookup.Found<VersionDocument>(var document) ->
          document.is(integrity, shasum) ? new Seen.Ours(document) : new Seen.Foreign(document);
      case Lookup.Absent<VersionDocument>() -> new Seen.NotYet(Duration.ZERO, Optional.empty());
      case Lookup.Denied<VersionDocument>(var problem) ->
          new Seen.NotYet(Duration.ZERO, Optional.of(problem));
      case Lookup.Unknown<VersionDocument>(var problem) ->
          new Seen.NotYet(Duration.ZERO, Optional.of(problem));
    };
  }

  /// Looks again and again, first after 2 s, then half as long again each time up to 60 s, each
  /// wait moved by up to a fifth, until something is seen or the budget is spent. It ends early
  /// when the run is being stopped.
  public static Seen await(
      Registry registry,
      String name,
      String version,
      String integrity,
      String shasum,
      Duration budget,
      Time time,
      Chance chance) {
    Instant start = time.now();
    Duration wait = FIRST;
    while (true) {
      Seen seen = look(registry, name, version, integrity, shasum);
      Duration waited = Duration.between(start, time.now());
      Duration left = budget.minus(waited);
      if (!(seen instanceof Seen.NotYet(var _, var trouble))) {
        return seen;
      }
      if (left.isNegative() || left.isZero() || Thread.currentThread().isInterrupted()) {
        return new Seen.NotYet(waited, trouble);
      }
      Duration next = moved(wait, chance);
      time.sleep(next.compareTo(left) < 0 ? next : left);
      wait = wait.multipliedBy(3).dividedBy(2);
      wait = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
  }

  private static Duration moved(Duration wait, Chance chance) {
    int percent = 80 + Math.floorMod((int) chance.bytes(1)[0], 41);
    Duration moved = wait.multipliedBy(percent).dividedBy(100);
    return moved.compareTo(LONGEST) > 0 ? LONGEST : moved;
  }
}
