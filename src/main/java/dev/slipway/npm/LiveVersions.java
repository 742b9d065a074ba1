package dev.slipway.npm;

import dev.slipway.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What a registry shows of a package, held against what was released: a version that nobody here
/// made is found by what it lacks, a tag or an intent.
///
/// @param name the package
/// @param released what was released
/// @param isKnown whether a commit is one of this repository's
public record LiveVersions(String name, Released released, Predicate<String> isKnown) {
  /// What was released, by the text of the version.
  ///
  /// @param commits the commit that a version's tag stands on
  /// @param integrities the digest that an intent names, of versions that still have one
  public record Released(Map<String, String> commits, Map<String, String> integrities) {
    public Released {
      commits = Map.copyOf(commits);
      integrities = Map.copyOf(integrities);
    }
  }

  /// A version that was not made here.
  ///
  /// @param published when the registry took it, where it says so
  public record Stranger(String version, Optional<String> published, Problem problem) {}

  /// What came of it.
  ///
  /// @param live how many versions there are
  /// @param older how many of them were there before the first one with a tag
  /// @param strangers the alarms
  /// @param remarks what is worth knowing and no alarm
  public record Compared(int live, int older, List<Stranger> strangers, List<String> remarks) {
    public Compared {
      strangers = List.copyOf(strangers);
      remarks = List.copyOf(remarks);
    }
  }

  /// Compares every live version.
  public Compared compare(Packument packument) {
    Optional<Instant> first =
        packument.versions().stream()
            .filter(version -> released.commits().containsKey(version))
            .flatMap(version -> time(packument, version).stream())
            .min(Instant::compareTo);
    List<Stranger> strangers = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    int older = 0;
    for (String version : packument.versions()) {
      Optional<Instant> when = time(packument, version);
      boolean isOurs =
          released.commits().containsKey(version) || released.integrities().containsKey(version);
      if (!isOurs && first.isPresent() && when.isPresent() && when.get().isBefore(first.get())) {
        older++;
        continue;
      }
      VersionDocument document = packument.version(version).orElseThrow();
      against(version, isOurs, document)
          .ifPresent(problem ->
              strangers.add(new Stranger(version, when.map(Instant::toString), problem)));
      if (strangers.stream().noneMatch(stranger -> stranger.version().equals(version))) {
        remark(version, document).ifPresent(remarks::add);
      }
    }
    for (String version : released.commits().keySet().stream().sorted().toList()) {
      if (packument.isBurned(version)) {
        remarks.add(name + "@" + version + " has a tag and was taken back from the registry.");
      }
    }
    return new Compared(packument.versions().size(), older, strangers, remarks);
  }

  private Optional<Problem> against(String version, boolean isOurs, VersionDocument document) {
    String label = name + "@" + version;
    if (!isOurs) {
      return Optional.of(
          Problem.security(
              "WATCH_VERSION_OF_NOBODY",
              label + " is live, and no tag and no intent of this repository is about it.",
              ("If one of you published it by hand, tag the commit it was made from, and push the"
                      + " tag. If nobody did, somebody else holds a credential for %s: revoke its"
                      + " tokens, look at its maintainers and trusted publishers, and warn"
                      + " people:\n\n    npm deprecate %s \"not made by us, do not use\"")
                  .formatted(name, label)));
    }
    String ours = released.integrities().get(version);
    if (ours != null && !document.integrity().map(ours::equals).orElse(false)) {
      return Optional.of(
          Problem.security(
              "WATCH_OTHER_BYTES",
              label
                  + " is live with another tarball than the one that was made here ("
                  + document.integrity().orElse("no digest")
                  + ", not "
                  + ours
                  + ").",
              "Find out who put it there: it was not this workflow."));
    }
    Optional<String> head = document.gitHead();
    if (head.isPresent() && !isKnown.test(head.get())) {
      return Optional.of(
          Problem.security(
              "WATCH_UNKNOWN_COMMIT",
              label
                  + " says that it was made from commit "
                  + head.get()
                  + ", which this repository does not have.",
              "Find out who published it, and from where. If the history was rewritten since, that"
                  + " commit may have been yours."));
    }
    return Optional.empty();
  }

  /// Not every tool that people used before publishes from the very commit that it tags.
  private Optional<String> remark(String version, VersionDocument document) {
    String tagged = released.commits().get(version);
    return document
        .gitHead()
        .filter(head -> tagged != null && !head.equals(tagged))
        .map(head ->
            name
                + "@"
                + version
                + " says that it was made from "
                + head
                + ", and its tag stands on "
                + tagged
                + ".");
  }

  private static Optional<Instant> time(Packument packument, String version) {
    try {
      return packument.json().at("time", version).flatMap(time -> time.text()).map(Instant::parse);
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}
