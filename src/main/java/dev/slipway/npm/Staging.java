package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Optional;

/// What became of a version that was staged.
public final class Staging {
  private Staging() {}

  /// Where a staged version stands.
  public sealed interface State {
    /// Approved: it is live and ours.
    record Live(VersionDocument document) implements State {}

    /// It waits for a person.
    ///
    /// @param staged the entry; empty when this credential may not list entries
    record Waiting(Optional<StagedVersion> staged) implements State {}

    /// It is live, or staged, with other bytes than ours.
    record Foreign(Problem problem) implements State {}

    /// It is neither live nor staged any more: rejected, or expired.
    record Gone(Problem problem) implements State {}

    /// It still waits, but a higher version went live under its tag meanwhile.
    record Overtaken(StagedVersion staged, Problem problem) implements State {}

    /// The registry did not say.
    record Unknown(Problem problem) implements State {}
  }

  /// Looks at the version's document, then at the list of staged versions.
  ///
  /// @param integrity `sha512-` and base64 of our tarball
  /// @param shasum its SHA-1 in hex, which is all that the list says
  /// @param distTag the tag it was staged for
  public static State look(
      Registry registry,
      String name,
      String version,
      String integrity,
      String shasum,
      String distTag) {
    return switch (Visibility.look(registry, name, version, integrity, shasum)) {
      case Visibility.Seen.Ours(var document) -> new State.Live(document);
      case Visibility.Seen.Foreign _ -> new State.Foreign(foreign(name, version, "live"));
      case Visibility.Seen.NotYet(var _, var trouble) when trouble.isPresent() ->
          new State.Unknown(trouble.get());
      case Visibility.Seen.NotYet _ -> listed(registry, name, version, shasum, distTag);
    };
  }

  private static State listed(
      Registry registry, String name, String version, String shasum, String distTag) {
    return switch (registry.staged(name)) {
      case Lookup.Found<List<StagedVersion>>(var all) -> {
        Optional<StagedVersion> entry =
            all.stream().filter(staged -> staged.version().equals(version)).findFirst();
        if (entry.isEmpty()) {
          yield new State.Gone(gone(name, version));
        }
        StagedVersion staged = entry.get();
        if (!staged.shasum().isEmpty() && !staged.shasum().equalsIgnoreCase(shasum)) {
          yield new State.Foreign(foreign(name, version, "staged"));
        }
        Optional<String> higher = higherUnder(registry, name, version, distTag);
        yield higher
            .<State>map(live -> new State.Overtaken(staged, overtaken(staged, live, distTag)))
            .orElseGet(() -> new State.Waiting(entry));
      }
      // A registry that took a stage and lists none is one that does not tell.
      case Lookup.Denied<List<StagedVersion>> _, Lookup.Absent<List<StagedVersion>> _ ->
          new State.Waiting(Optional.empty());
      case Lookup.Unknown<List<StagedVersion>>(var problem) -> new State.Unknown(problem);
    };
  }

  private static Optional<String> higherUnder(
      Registry registry, String name, String version, String distTag) {
    Optional<Version> ours = Version.parse(version);
    return registry
        .distTags(name)
        .found()
        .map(tags -> tags.getOrDefault(distTag, ""))
        .flatMap(Version::parse)
        .filter(live -> ours.isPresent() && live.compareTo(ours.get()) > 0)
        .map(Version::toString);
  }

  /// What to say when a registry refuses a version as staged before, and lists no such thing.
  public static Problem ghost(String name, String version) {
    return Problem.failure(
        "NPM_STAGE_GHOST",
        name
            + "@"
            + version
            + " is refused as taken before, but is neither live nor listed as staged: the registry has"
            + " lost it (npm/cli#9889).",
        "Wait a day, and look again. If it stays so the number is lost: release the next version.");
  }

  private static Problem foreign(String name, String version, String where) {
    return Problem.security(
        "NPM_FOREIGN_BYTES",
        name + "@" + version + " is " + where + " with another tarball than the one we made.",
        "Find out who put it there before anything else is done: it was not this workflow. Do not"
            + " approve it.");
  }

  private static Problem gone(String name, String version) {
    return Problem.failure(
        "NPM_STAGE_GONE",
        name
            + "@"
            + version
            + " was staged, and is neither live nor staged any more: it was rejected, or it expired.",
        "Release again when the reason is mended: the number is free.");
  }

  private static Problem overtaken(StagedVersion staged, String live, String distTag) {
    return Problem.failure(
        "NPM_STAGE_OVERTAKEN",
        staged.name()
            + "@"
            + staged.version()
            + " still waits for approval, and "
            + live
            + " went live as "
            + distTag
            + " meanwhile. Approving it now would move "
            + distTag
            + " down.",
        "Reject it: npm stage reject " + staged.id());
  }
}
