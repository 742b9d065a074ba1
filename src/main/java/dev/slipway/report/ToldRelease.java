package dev.slipway.report;

import java.util.List;
import java.util.Optional;

/// One release of one package, as it is told to people.
///
/// @param name the package
/// @param directory where it lies in the repository; `.` for the root
/// @param previous the version before it; empty for the first
/// @param version without a `v`
/// @param bump `major`, `minor` or `patch`; empty when the version was given (by a tag)
/// @param tag the git tag
/// @param previousTag the tag of the version before
/// @param channel the channel of the release branch; empty: the default one
/// @param distTag the dist-tag on the registry
/// @param gitHead the full hash of the commit that is released
/// @param previousHead the full hash of the commit the last release stands on
/// @param notes the release notes, Markdown
/// @param commits what each commit says, newest first
/// @param tarball the package's file; empty when it was not packed
/// @param places where it can be seen: the GitHub release, the registry's page, the provenance
public record ToldRelease(
    String name,
    String directory,
    Optional<String> previous,
    String version,
    Optional<String> bump,
    String tag,
    Optional<String> previousTag,
    Optional<String> channel,
    String distTag,
    String gitHead,
    Optional<String> previousHead,
    String notes,
    List<ToldCommit> commits,
    Optional<ToldTarball> tarball,
    List<Place> places) {
  public ToldRelease {
    commits = List.copyOf(commits);
    places = List.copyOf(places);
  }

  /// The title of the release page among the places.
  public static final String PAGE = "GitHub release";

  /// A place on the web.
  ///
  /// @param title what it is: `GitHub release`, `npm`, `provenance`
  /// @param url http(s)
  public record Place(String title, String url) {}

  /// `name@version`.
  public String id() {
    return name + "@" + version;
  }

  /// The same with its file.
  public ToldRelease packed(ToldTarball file) {
    return new ToldRelease(
        name,
        directory,
        previous,
        version,
        bump,
        tag,
        previousTag,
        channel,
        distTag,
        gitHead,
        previousHead,
        notes,
        commits,
        Optional.of(file),
        places);
  }

  /// The same with its file left in the workspace, at this path.
  public ToldRelease keptAt(String path) {
    return tarball.map(file -> packed(file.at(path))).orElse(this);
  }

  /// The same with places to see it at.
  public ToldRelease seenAt(List<Place> where) {
    return new ToldRelease(
        name,
        directory,
        previous,
        version,
        bump,
        tag,
        previousTag,
        channel,
        distTag,
        gitHead,
        previousHead,
        notes,
        commits,
        tarball,
        where);
  }
}
