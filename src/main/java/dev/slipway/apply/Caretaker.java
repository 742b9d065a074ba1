package dev.slipway.apply;

import dev.slipway.npm.DistTags;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Meaning;
import dev.slipway.npm.NextStep;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.npm.VersionDocument;
import dev.slipway.problem.Problem;
import dev.slipway.version.Version;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Changes what a person wants changed about the live versions of one package on one registry: it
/// looks whether it is so already, changes it once, and reads back where the answer leaves that
/// open.
public final class Caretaker {
  private final String name;
  private final Registry registry;

  /// @param registry as the credential that may write it
  public Caretaker(String name, Registry registry) {
    this.name = name;
    this.registry = registry;
  }

  /// Whether it is so already, or must not be. Empty: it is to be changed.
  public Optional<Outcome> look(Upkeep wanted) {
    return switch (registry.packument(name)) {
      case Lookup.Found<Packument>(var packument) -> against(wanted, packument);
      case Lookup.Absent<Packument>() ->
          Optional.of(new Outcome.Failed(UpkeepTexts.nothingThere(name, host())));
      case Lookup.Denied<Packument>(var problem) -> Optional.of(new Outcome.Failed(problem));
      case Lookup.Unknown<Packument>(var problem) -> Optional.of(new Outcome.Failed(problem));
    };
  }

  private Optional<Outcome> against(Upkeep wanted, Packument packument) {
    return switch (wanted) {
      case Upkeep.PointTag(var tag, var version, var mayGoDown) ->
          point(tag, version, mayGoDown, packument);
      case Upkeep.RemoveTag(var tag) ->
          tag.equals("latest")
              ? failed(UpkeepTexts.latestIsKept(name))
              : tags(packument).containsKey(tag)
                  ? Optional.empty()
                  : Optional.of(new Outcome.AlreadyDone("There is no " + tag + "."));
      case Upkeep.Deprecate(var range, var message) -> deprecate(range, message, packument);
    };
  }

  private Optional<Outcome> point(
      String tag, String version, boolean mayGoDown, Packument packument) {
    Map<String, String> tags = tags(packument);
    if (version.equals(tags.get(tag))) {
      return Optional.of(new Outcome.AlreadyDone(tag + " pointed at " + version + " before."));
    }
    if (packument.version(version).isEmpty()) {
      return failed(UpkeepTexts.noSuchVersion(name, version, host()));
    }
    return mayGoDown || DistTags.goesDown(name, tag, version, tags).isEmpty()
        ? Optional.empty()
        : failed(UpkeepTexts.latestWouldGoDown(name, String.valueOf(tags.get(tag)), version));
  }

  private Optional<Outcome> deprecate(String range, String message, Packument packument) {
    long inRange = packument.versions().stream().filter(in(range)).count();
    if (inRange == 0) {
      return failed(UpkeepTexts.noVersionIn(name, range, host()));
    }
    boolean same =
        packument.versions().stream()
            .filter(in(range))
            .allMatch(version ->
                packument
                    .version(version)
                    .flatMap(VersionDocument::deprecated)
                    .orElse("")
                    .equals(message));
    return same
        ? Optional.of(
            new Outcome.AlreadyDone(
                message.isEmpty()
                    ? "None of them was deprecated."
                    : "They were deprecated so before."))
        : Optional.empty();
  }

  /// Changes it, once.
  public Outcome change(Upkeep wanted) {
    Meaning meaning =
        switch (wanted) {
          case Upkeep.PointTag(var tag, var version, var _) ->
              registry.addDistTag(name, tag, version);
          case Upkeep.RemoveTag(var tag) -> registry.removeDistTag(name, tag);
          case Upkeep.Deprecate(var range, var message) ->
              registry.deprecate(name, in(range), message);
        };
    return switch (meaning.next()) {
      case NextStep.Proceed() -> new Outcome.Done("");
      case NextStep.ReadBack _, NextStep.AskAgain _ ->
          look(wanted).orElse(null) instanceof Outcome.AlreadyDone
              ? new Outcome.Done("The answer was lost or unclear; it had been done.")
              : new Outcome.Failed(meaning.problem());
      case NextStep.Stop _, NextStep.OfferStaging _, NextStep.AskWho _ ->
          new Outcome.Failed(meaning.problem());
    };
  }

  /// Where the dist-tags point now: the registry's list of them is younger than its document.
  ///
  /// @return the problem, where it does not tell
  public Tags tags() {
    return switch (registry.distTags(name)) {
      case Lookup.Found<Map<String, String>>(var tags) -> new Tags.Known(tags);
      case Lookup.Absent<Map<String, String>>() -> ofDocument();
      case Lookup.Denied<Map<String, String>>(var problem) -> new Tags.Unknown(problem);
      case Lookup.Unknown<Map<String, String>>(var problem) -> new Tags.Unknown(problem);
    };
  }

  private Tags ofDocument() {
    return switch (registry.packument(name)) {
      case Lookup.Found<Packument>(var packument) -> new Tags.Known(packument.distTags());
      case Lookup.Absent<Packument>() -> new Tags.Unknown(UpkeepTexts.nothingThere(name, host()));
      case Lookup.Denied<Packument>(var problem) -> new Tags.Unknown(problem);
      case Lookup.Unknown<Packument>(var problem) -> new Tags.Unknown(problem);
    };
  }

  private Map<String, String> tags(Packument packument) {
    return registry.distTags(name).found().orElseGet(packument::distTags);
  }

  /// Where the dist-tags of a package point.
  public sealed interface Tags {
    /// Tag to version.
    record Known(Map<String, String> tags) implements Tags {
      public Known {
        tags = Map.copyOf(tags);
      }
    }

    /// The registry does not tell.
    record Unknown(Problem problem) implements Tags {}
  }

  private static Predicate<String> in(String range) {
    return text -> Version.parse(text).map(version -> version.isIn(range)).orElse(false);
  }

  private static Optional<Outcome> failed(Problem problem) {
    return Optional.of(new Outcome.Failed(problem));
  }

  private String host() {
    return registry.address().getHost();
  }
}
