package dev.slipway;

import dev.slipway.apply.Refs;
import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.npm.Npmrc;
import dev.slipway.problem.Problem;
import dev.slipway.report.Told;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Lost;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a tag would publish, after every check that needs no credential. Changes nothing.
///
/// @param remote where the tag is
record TagLook(Hands hands, Repositories repositories, Packages packages, GitRemote remote) {
  /// Looks.
  ///
  /// @throws dev.slipway.problem.Refused when it could not be published
  Told at(ReleaseCommand.Aim.Tag tag) throws Lost {
    List<Problem> warnings = new ArrayList<>(packages.configuration().warnings());
    Refs refs = Refs.of(remote);
    List<Npmrc> files =
        NpmrcFiles.of(
            repositories.workspace().root(), packages.packing().directory(), hands.environment());
    List<URI> registries = packages.registries(hands, files);
    String name = packages.packing().manifest().name();
    OnRegistry there =
        OnRegistry.of(
            Publishing.of(hands, registries, files).reader(name, registries.getFirst()),
            name,
            warnings);
    try (GitRepository graph =
        repositories.asOf(
            remote,
            refs.all(),
            ref -> ref.startsWith("refs/heads/") || ref.startsWith("refs/tags/"))) {
      Upcoming given =
          new TagRules(packages, repositories.workspace(), graph)
              .check(tag, refs, there.packument(), hands.inputs().of(InputTable.DIST_TAG));
      String notes =
          NotesWriting.of(hands, packages).of(NotesWriting.commits(graph, given), given, warnings);
      ToldRelease told = Telling.release(name, packages.packing().shown(), given, notes, List.of());
      List<String> reasons = List.of("The tag " + tag.name() + " says so.");
      new Story(hands.log()).decided(reasons, List.of(), Optional.of(told));
      return Told.of(Told.Status.PLANNED)
          .releasing(List.of(told))
          .because(reasons, List.of())
          .with(warnings);
    }
  }
}
