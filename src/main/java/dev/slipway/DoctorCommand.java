package dev.slipway;

import dev.slipway.decision.Decision;
import dev.slipway.git.GitRepository;
import dev.slipway.http.Trust;
import dev.slipway.json.Json;
import dev.slipway.npm.Doctor;
import dev.slipway.npm.Examined;
import dev.slipway.npm.Npmrc;
import dev.slipway.problem.Finding;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.report.Checkup;
import dev.slipway.settings.InputTable;
import dev.slipway.version.Version;
import dev.slipway.world.Lost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Proves or disproves everything that a release will need: credentials, registries, permissions
/// and rules. Changes nothing.
final class DoctorCommand {
  private final Hands hands;
  private final Packages packages;
  private final List<Finding> findings = new ArrayList<>();

  private DoctorCommand(Hands hands, Packages packages) {
    this.hands = hands;
    this.packages = packages;
  }

  /// Asks everybody.
  ///
  /// @throws Refused when an input or the configuration cannot be read
  static Checkup run(Hands hands) {
    try (Repositories repositories =
        Repositories.open(hands.runner().workspace(), hands.scratch().resolve("store"))) {
      return new DoctorCommand(hands, Packages.of(hands, repositories.workspace()))
          .examine(repositories);
    }
  }

  private Checkup examine(Repositories repositories) {
    Optional<Upcoming> next = next(repositories);
    List<Npmrc> files =
        NpmrcFiles.of(
            repositories.workspace().root(), packages.packing().directory(), hands.environment());
    List<URI> registries = Packages.registries(hands);
    Publishing publishing = Publishing.of(hands, registries, files);
    List<Problem> elsewhere = packages.packing().elsewhere(registries, files);
    Json manifest = packages.packing().manifest().json();
    findings.addAll(
        Doctor.examine(
            registries.stream().map(registry -> examined(next, registry, elsewhere)).toList(),
            publishing.surroundings(manifest, authorities())));
    findings.addAll(
        GitHubDoctor.examine(
            hands,
            packages.configuration(),
            repositories.workspace().branch(),
            next.map(Upcoming::tag)
                .orElse(packages.configuration().tagFormat().tag(Version.of("0.0.0")))));
    for (String notice : publishing.notices()) {
      findings.add(Finding.notProvable("registry", "notice", "It says: " + notice));
    }
    return new Checkup(findings);
  }

  /// What would be released now, where that can be said.
  private Optional<Upcoming> next(Repositories repositories) {
    String subject = packages.packing().manifest().name();
    try (GitRepository graph = PlanCommand.graph(hands, repositories)) {
      String branch = PlanCommand.branch(hands, repositories);
      Decision decision = packages.deciding().decide(graph, branch, Optional.empty());
      if (decision instanceof Decision.Release release) {
        Upcoming next = Upcoming.of(release.next());
        findings.add(
            Finding.proved(subject, "next version", "It would be " + next.version() + "."));
        return Optional.of(next);
      }
      findings.add(
          Finding.proved(
              subject,
              "next version",
              "Nothing is to be released now: " + String.join(" ", decision.reasons())));
    } catch (Refused refused) {
      refused
          .problems()
          .forEach(problem -> findings.add(Finding.disproved(subject, "next version", problem)));
    } catch (Lost lost) {
      findings.add(
          Finding.disproved(
              subject,
              "next version",
              Problem.failure(
                  "REMOTE_UNREACHABLE",
                  "The history cannot be read: " + lost.text(),
                  "Give the job contents: write and run it again.")));
    }
    return Optional.empty();
  }

  private Examined examined(Optional<Upcoming> next, URI registry, List<Problem> elsewhere) {
    Packing packing = packages.packing();
    return new Examined(
        packing.manifest().name(),
        next.map(upcoming -> upcoming.version().toString()),
        hands
            .inputs()
            .of(InputTable.DIST_TAG)
            .or(() -> next.map(Upcoming::distTag))
            .orElse("latest"),
        Preflight.access(hands, packing),
        registry,
        packing.manifest().json(),
        packing.inRepository("package.json"),
        packing.shown().equals(".") ? "" : packing.shown(),
        elsewhere);
  }

  /// The certificate authorities of the input `ca-file`, one line each.
  private List<String> authorities() {
    Optional<String> file = hands.inputs().of(InputTable.CA_FILE);
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      return Trust.withExtra(
              file.get(), Files.readAllBytes(hands.runner().workspace().resolve(file.get())))
          .fingerprints();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
