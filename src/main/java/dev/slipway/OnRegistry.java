package dev.slipway;

import dev.slipway.decision.Published;
import dev.slipway.npm.Lookup;
import dev.slipway.npm.Packument;
import dev.slipway.npm.Registry;
import dev.slipway.npm.VersionDocument;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What the registry shows of a package before a release is decided.
///
/// @param packument empty where it shows nothing, or may not be asked
/// @param wasAsked false where it may not be asked
record OnRegistry(String name, Optional<Packument> packument, boolean wasAsked) {
  /// Asks the registry.
  ///
  /// @param warnings gets the reason, where it may not be asked
  /// @throws Refused when it gives no answer that can be relied on
  static OnRegistry of(Registry registry, String name, List<Problem> warnings) {
    return switch (registry.packument(name)) {
      case Lookup.Found<Packument>(var document) ->
          new OnRegistry(name, Optional.of(document), true);
      case Lookup.Absent<Packument>() -> new OnRegistry(name, Optional.empty(), true);
      case Lookup.Denied<Packument>(var problem) -> {
        warnings.add(Problem.warning(problem.code(), problem.what(), problem.remedy()));
        yield new OnRegistry(name, Optional.empty(), false);
      }
      case Lookup.Unknown<Packument>(var problem) -> throw new Refused(problem);
    };
  }

  /// Its versions, as a decision wants them; empty where the package is not known.
  Optional<Published> published() {
    return packument.map(document -> {
      Map<Version, Optional<String>> versions = new TreeMap<>();
      for (String text : document.versions()) {
        Version.parse(text)
            .ifPresent(version ->
                versions.put(version, document.version(text).flatMap(VersionDocument::gitHead)));
      }
      return new Published(name, versions);
    });
  }

  /// The same without what was made from a commit and has no tag.
  Optional<Published> publishedElsewhere(String commit, Predicate<Version> isTagged) {
    return published()
        .map(all -> {
          Map<Version, Optional<String>> others = new TreeMap<>(all.versions());
          others
              .entrySet()
              .removeIf(each ->
                  each.getValue().equals(Optional.of(commit)) && !isTagged.test(each.getKey()));
          return new Published(all.name(), others);
        });
  }

  /// `name@version` of the numbers that it has seen and taken back: they are never taken again.
  Set<String> burned() {
    Set<String> burned = new HashSet<>();
    packument.ifPresent(document ->
        document
            .json()
            .get("time")
            .ifPresent(times ->
                times.members().keySet().stream()
                    .filter(document::isBurned)
                    .forEach(version -> burned.add(name + "@" + version))));
    return burned;
  }
}
