package dev.slipway.notes;

import dev.slipway.history.Commit;
import dev.slipway.json.Json;
import dev.slipway.settings.NotesSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What release notes are made from.
///
/// @param commits what happened since the last release, newest first
/// @param settings the shape of the notes
/// @param repositoryUrl where the repository is, in any form git or npm know; credentials in it go
///   nowhere
/// @param previousTag the tag (or commit) of the last release; empty for the first one
/// @param currentTag the tag of this release
/// @param version this release's version, without a `v`
/// @param date the day in the heading, in UTC
/// @param packageData the manifest, for templates that ask for it
/// @param squashBodies whether the list in the body of a squashed commit is read as commits
public record NotesRequest(
    List<Commit> commits,
    NotesSettings settings,
    String repositoryUrl,
    Optional<String> previousTag,
    String currentTag,
    String version,
    LocalDate date,
    Json.Obj packageData,
    boolean squashBodies) {
  public NotesRequest {
    commits = List.copyOf(commits);
  }

  /// A request without a manifest.
  public static NotesRequest of(
      List<Commit> commits,
      NotesSettings settings,
      String repositoryUrl,
      Optional<String> previousTag,
      String currentTag,
      String version,
      LocalDate date) {
    return new NotesRequest(
        commits,
        settings,
        repositoryUrl,
        previousTag,
        currentTag,
        version,
        date,
        Json.empty(),
        false);
  }

  /// The same with a manifest.
  public NotesRequest withPackageData(Json.Obj manifest) {
    return new NotesRequest(
        commits,
        settings,
        repositoryUrl,
        previousTag,
        currentTag,
        version,
        date,
        manifest,
        squashBodies);
  }

  /// The same with an answer to whether the bullets of a squashed commit's body count.
  public NotesRequest withSquashBodies(boolean count) {
    return new NotesRequest(
        commits,
        settings,
        repositoryUrl,
        previousTag,
        currentTag,
        version,
        date,
        packageData,
        count);
  }
}
