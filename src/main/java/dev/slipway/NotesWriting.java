package dev.slipway;

import dev.slipway.history.Commit;
import dev.slipway.history.Graph;
import dev.slipway.json.Json;
import dev.slipway.notes.NotesRequest;
import dev.slipway.notes.ReleaseNotes;
import dev.slipway.problem.Problem;
import dev.slipway.settings.Configuration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// How release notes are written in this run.
///
/// @param configuration which notes are wanted
/// @param manifest the package's, which templates may name
/// @param repositoryUrl the repository's address, where the configuration names none
/// @param now the day they are dated
record NotesWriting(
    Configuration configuration, Json.Obj manifest, String repositoryUrl, Instant now) {
  /// For this run and package.
  static NotesWriting of(Hands hands, Packages packages) {
    return new NotesWriting(
        packages.configuration(),
        packages.packing().manifest().json(),
        hands.runner().repository().map(name -> hands.runner().server() + "/" + name).orElse(""),
        hands.time().now());
  }

  /// Everything since the release before.
  static List<Commit> commits(Graph graph, Upcoming next) {
    return graph.commits(next.previous().map(previous -> previous.commit()), next.gitHead());
  }

  /// The notes of a release; empty where the configuration wants none.
  ///
  /// @param commits everything since the release before
  String of(List<Commit> commits, Upcoming next, List<Problem> warnings) {
    if (configuration.notes().isEmpty()) {
      return "";
    }
    ReleaseNotes notes =
        ReleaseNotes.of(
            NotesRequest.of(
                    commits,
                    configuration.notes().get(),
                    configuration.repositoryUrl().orElse(repositoryUrl),
                    next.previous().map(previous -> previous.tag()),
                    next.tag(),
                    next.version().toString(),
                    LocalDate.ofInstant(now, ZoneOffset.UTC))
                .withPackageData(manifest)
                .withSquashBodies(configuration.analyzer().squashBodies()));
    notes.warning().ifPresent(warnings::add);
    return notes.markdown();
  }
}
