package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether a provenance can be signed that the registry will take: everything that it would refuse
/// afterwards is asked before.
///
/// @param wish what the workflow wants; `publishConfig.provenance: true` counts as required
/// @param registry where the version goes
/// @param facts what the runner says
/// @param mayAskForIdToken whether the job may ask for an id token
/// @param repositoryVisibility `public`, `private` or `internal`, from the id token or the event
/// @param packageIsPublic whether everybody may see the package, or will
/// @param version the version
/// @param manifest package.json
/// @param file how a person names that package.json
/// @param directory where it lies in the repository; empty: at its top
public record ProvenanceConditions(
    Wish wish,
    URI registry,
    BuildFacts facts,
    boolean mayAskForIdToken,
    Optional<String> repositoryVisibility,
    boolean packageIsPublic,
    String version,
    Json manifest,
    String file,
    String directory) {

  /// What the workflow wants, by the input `provenance`.
  public enum Wish {
    /// Where it can be.
    AUTO,
    /// Always, or not publish.
    REQUIRED,
    /// Never.
    NEVER
  }

  /// What follows.
  public sealed interface Decision {
    /// Sign.
    record Sign() implements Decision {}

    /// Publish without.
    ///
    /// @param why in one line
    record Without(String why) implements Decision {}

    /// Do not publish.
    record Refuse(List<Problem> problems) implements Decision {}
  }

  /// Decides. A provenance that is asked for is never silently left out; one that is not asked for
  /// is left out where the surroundings do not allow it, and refused where package.json is wrong,
  /// since that is easily mended.
  public Decision decide() {
    if (wish == Wish.NEVER) {
      return new Decision.Without("provenance: false was asked for.");
    }
    List<Problem> surroundings = surroundings();
    if (wish == Wish.AUTO && !surroundings.isEmpty()) {
      return new Decision.Without("No provenance: " + surroundings.getFirst().what());
    }
    List<Problem> all = new ArrayList<>(surroundings);
    repositoryProblem().ifPresent(all::add);
    if (version.indexOf('+') >= 0) {
      all.add(
          Problem.configuration(
              "PROVENANCE_BUILD_METADATA",
              "The version "
                  + version
                  + " has build metadata, which the registry drops: provenance and version would"
                  + " differ.",
              "Release it without what follows the +."));
    }
    return all.isEmpty() ? new Decision.Sign() : new Decision.Refuse(all);
  }

  private List<Problem> surroundings() {
    List<Problem> problems = new ArrayList<>();
    if (!PublicRegistry.is(registry) && wish == Wish.AUTO) {
      problems.add(
          problem(
              "PROVENANCE_OTHER_REGISTRY",
              registry.getHost() + " is not the public npm registry.",
              ""));
    }
    if (!mayAskForIdToken) {
      problems.add(
          problem(
              "PROVENANCE_NO_ID_TOKEN",
              "this job has no permission to ask for an id token.",
              Advice.ID_TOKEN));
    }
    if (!facts.missing().isEmpty()) {
      problems.add(
          problem(
              "PROVENANCE_NOT_ON_GITHUB",
              "this is no GitHub Actions run: " + facts.missing().getFirst() + " is not set.",
              "Publish from a workflow."));
    } else if (!facts.get("GITHUB_SERVER_URL").equals("https://github.com")) {
      problems.add(
          problem(
              "PROVENANCE_OTHER_SERVER",
              "the repository is not on github.com.",
              Advice.NO_PROVENANCE));
    } else if (!facts.get("RUNNER_ENVIRONMENT").equals("github-hosted")) {
      problems.add(
          problem(
              "PROVENANCE_RUNNER",
              "the runner is not one that GitHub hosts, and npm takes provenance from no other.",
              "Run the release job on a GitHub-hosted runner. " + Advice.NO_PROVENANCE));
    }
    repositoryVisibility
        .filter(visibility -> !visibility.equals("public"))
        .ifPresent(visibility ->
            problems.add(
                problem(
                    "PROVENANCE_VISIBILITY",
                    "the repository is "
                        + visibility
                        + ", and npm takes provenance from public ones only.",
                    Advice.NO_PROVENANCE)));
    if (!packageIsPublic) {
      problems.add(
          problem(
              "PROVENANCE_PRIVATE_PACKAGE",
              "the package is not public.",
              """
              If everybody may see it, say so in package.json:

                  "publishConfig": { "access": "public" }
              """
                  .strip()));
    }
    return problems;
  }

  /// The registry compares letter by letter.
  private Optional<Problem> repositoryProblem() {
    String wanted = facts.repositoryPage();
    Optional<String> address =
        manifest.at("repository", "url").flatMap(Json::text).or(() -> manifest.text("repository"));
    if (address.map(RepositoryAddress::page).filter(wanted::equals).isPresent()) {
      return Optional.empty();
    }
    String says =
        address
            .map(text -> "names \"" + RepositoryAddress.withoutUser(text) + "\" as its repository")
            .orElse("names no repository");
    return Optional.of(
        Problem.configuration(
                "PROVENANCE_REPOSITORY",
                file
                    + " "
                    + says
                    + ", and the provenance will say "
                    + wanted
                    + ". npm takes a provenance only where the two are the same, letter by letter.",
                """
                Put this into %s:

                    "repository": {
                      "type": "git",
                      "url": "git+%s.git"%s
                    }
                """
                    .formatted(
                        file,
                        wanted,
                        directory.isEmpty() ? "" : ",\n      \"directory\": \"" + directory + "\"")
                    .strip())
            .at(Place.member(file, "repository", "url")));
  }

  private static Problem problem(String code, String what, String remedy) {
    return Problem.configuration(code, what, remedy);
  }
}
