package dev.slipway;

import dev.slipway.decision.Decision;
import dev.slipway.git.GitRepository;
import dev.slipway.manifest.VersionEdit;
import dev.slipway.notes.Changelog;
import dev.slipway.problem.Problem;
import dev.slipway.report.Told;
import dev.slipway.report.ToldRelease;
import dev.slipway.settings.ChangelogSettings;
import dev.slipway.settings.InputTable;
import dev.slipway.world.Lost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes the next version, and the changelog where one is wanted, into the workspace, so that a
/// build can follow that needs them.
final class PrepareCommand {
  private PrepareCommand() {}

  /// Prepares the workspace.
  static Told run(Hands hands) {
    try (Repositories repositories =
        Repositories.open(hands.runner().workspace(), hands.scratch().resolve("store"))) {
      Packages packages = Packages.of(hands, repositories.workspace());
      String branch = PlanCommand.branch(hands, repositories);
      try (GitRepository graph = PlanCommand.graph(hands, repositories)) {
        UntaggedLook registry = UntaggedLook.at(hands, packages, graph);
        Told told = PlanCommand.plan(hands, packages, graph, branch, registry);
        Decision decision = registry.decide(packages, graph, branch);
        return decision instanceof Decision.Release release
            ? prepared(hands, packages, release, told)
            : told;
      }
    } catch (Lost lost) {
      throw new dev.slipway.problem.Refused(
          Problem.failure("REMOTE_UNREACHABLE", lost.text(), "Run it again."));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Told prepared(Hands hands, Packages packages, Decision.Release release, Told told)
      throws IOException {
    List<String> written = new ArrayList<>();
    Packing packing = packages.packing();
    for (VersionEdit.Edited edit :
        VersionEdit.of(packing.root(), packing.directory(), release.next().version().toString())) {
      hands.disk().write(edit.file(), edit.content().getBytes(StandardCharsets.UTF_8));
      written.add(packing.root().relativize(edit.file()).toString());
    }
    String notes = told.releases().stream().findFirst().map(ToldRelease::notes).orElse("");
    for (ChangelogSettings changelog : changelogs(hands, packages)) {
      Path file = packing.directory().resolve(changelog.file()).normalize();
      String old = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
      String fresh = Changelog.prepend(old, notes, changelog.title());
      if (!fresh.equals(old)) {
        hands.disk().write(file, fresh.getBytes(StandardCharsets.UTF_8));
        written.add(packing.root().relativize(file).toString());
      }
    }
    return Told.of(Told.Status.PREPARED)
        .releasing(told.releases())
        .because(told.reasons(), told.commits())
        .with(told.problems())
        .noting(List.of("Written: " + String.join(", ", written) + "."));
  }

  private static List<ChangelogSettings> changelogs(Hands hands, Packages packages) {
    return hands
        .inputs()
        .of(InputTable.CHANGELOG)
        .map(file -> List.of(new ChangelogSettings(file, Optional.empty())))
        .orElse(packages.configuration().changelogs());
  }
}
