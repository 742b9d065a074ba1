package dev.slipway;

import dev.slipway.apply.Refs;
import dev.slipway.decision.Decision;
import dev.slipway.decision.LastRelease;
import dev.slipway.decision.Published;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.problem.Problem;
import dev.slipway.version.TagFormat;
import java.util.Optional;

/// What another tool or a person left half released: a tag without a package, or a package without
/// a tag. Slipway's own releases leave intents, and are finished by those.
///
/// @param there what the registry shows
/// @param registry where a single version is asked for: the document of the whole package may be
///   old
/// @param head the commit that is checked out
record HalfReleased(OnRegistry there, Registry registry, Refs refs, TagFormat format, String head) {
  /// The last release, where its tag stands and its package was never seen. A number that was taken
  /// back is no half release, and neither is one that a person gave up.
  Optional<LastRelease> withoutPackage(Decision decision) {
    Optional<LastRelease> last =
        switch (decision) {
          case Decision.Release release -> release.next().previous();
          case Decision.NoRelease nothing -> nothing.previous();
          case Decision.Promotion _ -> Optional.empty();
        };
    return last.filter(release ->
        there.wasAsked()
            && refs.givenUp(release.tag()).isEmpty()
            && !isKnown(release.version().toString()));
  }

  private boolean isKnown(String version) {
    boolean seen =
        there
            .packument()
            .map(document ->
                document.isUnpublished()
                    || document.isBurned(version)
                    || document.versions().contains(version))
            .orElse(false);
    return seen || !(registry.versionDocument(there.name(), version) instanceof Lookup.Absent);
  }

  /// Whether a rerun can finish it: its tag stands on the very commit that is checked out.
  boolean canFinish(LastRelease release) {
    return release.commit().equals(head);
  }

  /// What the registry has, without what was made from this very commit and has no tag: its number
  /// is not taken, if it is the one that would be released here, byte for byte.
  Optional<Published> withoutOwn() {
    return there.publishedElsewhere(head, version -> refs.tag(format.tag(version)).isPresent());
  }

  /// What is said of a tag without a package where another release is made all the same.
  Problem passedOver(LastRelease release) {
    return Problem.warning(
        "TAG_WITHOUT_PACKAGE",
        what(release) + " Its changes are in the release that is made now, but not in its notes.",
        finishing(release));
  }

  /// What is said of it where nothing is released.
  Problem lyingThere(LastRelease release) {
    return new Problem(
        "TAG_WITHOUT_PACKAGE",
        Problem.Kind.PARTIAL,
        what(release),
        finishing(release)
            + "\n\nOr delete the tag, and its commits go into the next release:\n  git push origin"
            + " :refs/tags/"
            + release.tag(),
        Optional.empty());
  }

  private String what(LastRelease release) {
    return "The tag "
        + release.tag()
        + " stands on "
        + release.commit()
        + ", but "
        + there.name()
        + "@"
        + release.version()
        + " is not on the registry and never was: an earlier release, by another tool or by hand,"
        + " stopped after the tag.";
  }

  private static String finishing(LastRelease release) {
    return "To publish it after all, run this workflow for that tag:\n\n  with:\n    tag: "
        + release.tag();
  }

  /// Whether the registry has any version of the package: where it has none, tags without packages
  /// are what every first release to a registry meets.
  boolean hasVersions() {
    return there.packument().map(Packument::versions).filter(all -> !all.isEmpty()).isPresent();
  }
}
