package dev.slipway;

import dev.slipway.apply.Refs;
import dev.slipway.decision.LastRelease;
import dev.slipway.git.GitRepository;
import dev.slipway.git.Workspace;
import dev.slipway.history.Tag;
import dev.slipway.npm.Packument;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.Glob;
import dev.slipway.version.TagFormat;
import dev.slipway.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What must hold before the version of a tag is published: the tag is the truth, but only where it
/// can be.
///
/// @param workspace what is checked out
/// @param graph the history, with the remote's branches and tags
record TagRules(Packages packages, Workspace workspace, GitRepository graph) {
  /// The release that a tag asks for.
  ///
  /// @param packument what the registry has; empty when it has nothing
  /// @param wanted the dist-tag that the workflow names
  /// @throws Refused with everything that stands against it
  Upcoming check(
      ReleaseCommand.Aim.Tag aim,
      Refs refs,
      Optional<Packument> packument,
      Optional<String> wanted) {
    TagFormat format = packages.configuration().tagFormat();
    Version version =
        format.version(aim.name()).orElseThrow(() -> new Refused(notAVersion(aim.name(), format)));
    String commit = refs.tag(aim.name()).orElseThrow(() -> new Refused(missing(aim.name())));
    List<Problem> problems = new ArrayList<>();
    checkedOut(aim.name(), commit).ifPresent(problems::add);
    onABranch(aim.name(), commit, refs).ifPresent(problems::add);
    ahead(version).ifPresent(problems::add);
    refs.givenUp(aim.name()).ifPresent(_ -> problems.add(givenUp(aim.name())));
    aim.prerelease()
        .filter(ticked -> ticked != version.isPrerelease())
        .ifPresent(ticked -> problems.add(tick(aim.name(), version, ticked)));
    Refused.ifAny(problems);
    String distTag = wanted.orElseGet(() -> distTag(version, packument));
    return new Upcoming(
        previous(version, commit, format),
        version,
        Optional.empty(),
        aim.name(),
        Optional.of(distTag).filter(name -> !name.equals("latest")),
        distTag,
        commit,
        Optional.empty());
  }

  private static Problem notAVersion(String tag, TagFormat format) {
    return Problem.configuration(
        "TAG_NOT_A_VERSION",
        "The tag " + tag + " is not of the form " + format + ": it names no version.",
        "Run Slipway only for tags of versions:\n\n    on:\n      push:\n        tags: ['"
            + format.before()
            + "[0-9]+.[0-9]+.[0-9]+*']\n\nor name their form: `tag-format: "
            + format
            + "`.");
  }

  private static Problem missing(String tag) {
    return Problem.failure(
        "TAG_MISSING",
        "The remote has no tag " + tag + ".",
        "Push it: git push origin " + tag + ".");
  }

  private Optional<Problem> checkedOut(String tag, String commit) {
    return workspace.head().equals(commit)
        ? Optional.empty()
        : Optional.of(
            Problem.configuration(
                "TAG_NOT_CHECKED_OUT",
                "The tag "
                    + tag
                    + " stands on "
                    + commit.substring(0, 7)
                    + ", and "
                    + workspace.head().substring(0, 7)
                    + " is checked out: other files would be published than were tagged.",
                "Check the tag out before Slipway:\n\n"
                    + "    - uses: actions/checkout@v6\n"
                    + "      with:\n"
                    + "        ref: "
                    + tag));
  }

  private Optional<Problem> onABranch(String tag, String commit, Refs refs) {
    List<String> branches =
        graph.branches().keySet().stream()
            .filter(name ->
                packages.configuration().branches().stream()
                    .anyMatch(spec -> Glob.of(spec.name()).matches(name)))
            .toList();
    boolean reachable =
        branches.stream()
            .flatMap(name -> refs.branch(name).stream())
            .anyMatch(tip -> graph.isAncestor(commit, tip));
    return reachable
        ? Optional.empty()
        : Optional.of(
            Problem.security(
                "TAG_NOT_ON_A_BRANCH",
                "The tag "
                    + tag
                    + " stands on a commit that is on none of the release branches ("
                    + String.join(", ", branches)
                    + "): nobody has merged it.",
                "Merge the commit and tag the merged one; or name its branch as a release branch:"
                    + " `branches`."));
  }

  private Optional<Problem> ahead(Version version) {
    String file = packages.packing().inRepository("package.json");
    return Version.parse(packages.packing().manifest().version())
        .filter(written -> written.compareTo(version) > 0)
        .map(written ->
            Problem.configuration(
                    "MANIFEST_AHEAD_OF_TAG",
                    file + " says " + written + ", which is higher than the tag's " + version + ".",
                    "Tag a version that is higher, or correct the version in " + file + ".")
                .at(Place.member(file, "version")));
  }

  private static Problem givenUp(String tag) {
    return Problem.configuration(
        "NUMBER_GIVEN_UP",
        "The release of "
            + tag
            + " was given up by a person after its bytes may have been sent. Other bytes are never"
            + " published under the same number.",
        "Tag the next version.");
  }

  private static Problem tick(String tag, Version version, boolean ticked) {
    return Problem.configuration(
        "PRERELEASE_TICK",
        "The GitHub release "
            + tag
            + (ticked ? " is marked" : " is not marked")
            + " as a pre-release, and "
            + version
            + (ticked ? " is a stable version." : " is a prerelease."),
        "Change the mark on the release, then re-run this workflow.");
  }

  /// `latest` never goes to a lower version; a prerelease goes where its first identifier says.
  private static String distTag(Version version, Optional<Packument> packument) {
    if (version.isPrerelease()) {
      String identifier = version.prerelease().getFirst();
      boolean number = identifier.chars().allMatch(c -> c >= '0' && c <= '9');
      return number ? "next" : identifier;
    }
    boolean behind =
        packument
            .map(Packument::distTags)
            .map(tags -> tags.getOrDefault("latest", ""))
            .flatMap(Version::parse)
            .filter(latest -> latest.compareTo(version) > 0)
            .isPresent();
    return behind ? "release-" + version.major() + ".x" : "latest";
  }

  /// The highest version below this one whose tag is in its history.
  private Optional<LastRelease> previous(Version version, String commit, TagFormat format) {
    record Candidate(Version version, Tag tag) {}
    return graph.tagsMergedInto(commit).stream()
        .flatMap(tag -> format.version(tag.name()).map(found -> new Candidate(found, tag)).stream())
        .filter(candidate -> candidate.version().compareTo(version) < 0)
        .filter(candidate -> version.isPrerelease() || !candidate.version().isPrerelease())
        .max(Comparator.comparing(Candidate::version))
        .map(candidate ->
            new LastRelease(
                candidate.version(),
                candidate.tag().name(),
                candidate.tag().commit(),
                List.of(Optional.empty())));
  }
}
