package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.version.Version;
import java.util.Map;
import java.util.Optional;

/// Dist-tags, moved only when that changes something. `latest` never goes to a lower version unless
/// asked.
public final class DistTags {
  private DistTags() {}

  /// How a move ended.
  public sealed interface Move {
    /// The tag points at the version now.
    record Moved() implements Move {}

    /// It did so before.
    record AlreadyThere() implements Move {}

    /// It was not moved.
    record Not(Problem problem) implements Move {}

    /// It is not known whether it was moved.
    record Unknown(Problem problem) implements Move {}
  }

  /// Points a tag at a version that is live.
  ///
  /// @param mayGoDown whether `latest` may go to a lower version
  public static Move point(
      Registry registry, String name, String tag, String version, boolean mayGoDown) {
    Map<String, String> tags;
    switch (registry.distTags(name)) {
      case Lookup.Found<Map<String, String>>(var found) -> tags = found;
      case Lookup.Absent<Map<String, String>>() -> tags = Map.of();
      case Lookup.Denied<Map<String, String>>(var problem) -> {
        return new Move.Not(problem);
      }
      case Lookup.Unknown<Map<String, String>>(var problem) -> {
        return new Move.Unknown(problem);
      }
    }
    if (version.equals(tags.get(tag))) {
      return new Move.AlreadyThere();
    }
    Optional<Problem> down = mayGoDown ? Optional.empty() : goesDown(name, tag, version, tags);
    if (down.isPresent()) {
      return new Move.Not(down.get());
    }
    Meaning meaning = registry.addDistTag(name, tag, version);
    return settled(registry, name, tag, Optional.of(version), meaning);
  }

  /// Removes a tag; done already where there is none.
  public static Move remove(Registry registry, String name, String tag) {
    return switch (registry.distTags(name)) {
      case Lookup.Found<Map<String, String>>(var tags) when !tags.containsKey(tag) ->
          new Move.AlreadyThere();
      case Lookup.Found<Map<String, String>> _ ->
          settled(registry, name, tag, Optional.empty(), registry.removeDistTag(name, tag));
      case Lookup.Absent<Map<String, String>>() -> new Move.AlreadyThere();
      case Lookup.Denied<Map<String, String>>(var problem) -> new Move.Not(problem);
      case Lookup.Unknown<Map<String, String>>(var problem) -> new Move.Unknown(problem);
    };
  }

  /// The problem of a publish whose tag would take `latest` down; empty when there is none.
  ///
  /// @param tags where the tags point now
  public static Optional<Problem> goesDown(
      String name, String tag, String version, Map<String, String> tags) {
    Optional<Version> now = Optional.ofNullable(tags.get(tag)).flatMap(Version::parse);
    Optional<Version> next = Version.parse(version);
    boolean down =
        tag.equals("latest")
            && now.isPresent()
            && next.isPresent()
            && next.get().compareTo(now.get()) < 0;
    return down
        ? Optional.of(
            Problem.failure(
                "NPM_LATEST_WOULD_GO_DOWN",
                "latest of "
                    + name
                    + " points at "
                    + now.get()
                    + " and would go down to "
                    + version
                    + ".",
                "Publish it under a tag of its own, such as release-"
                    + next.get().major()
                    + ".x; everybody who installs without a version gets latest."))
        : Optional.empty();
  }

  private static Move settled(
      Registry registry, String name, String tag, Optional<String> wanted, Meaning meaning) {
    return switch (meaning.next()) {
      case NextStep.Proceed() -> new Move.Moved();
      case NextStep.ReadBack _, NextStep.AskAgain _ ->
          registry
              .distTags(name)
              .found()
              .map(tags -> Optional.ofNullable(tags.get(tag)).equals(wanted))
              .filter(same -> same)
              .<Move>map(_ -> new Move.Moved())
              .orElseGet(() -> new Move.Unknown(meaning.problem()));
      case NextStep.Stop _, NextStep.OfferStaging _, NextStep.AskWho _ ->
          new Move.Not(meaning.problem());
    };
  }
}
