package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Oracle;
import dev.slipway.json.Json;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The names of presets, plug-ins, files and releases, each written rightly, in another case and
/// with a slip of the pen: found where the real semantic-release finds them, and nowhere else.
class NamesTest {
  private static final List<String> PRESETS =
      List.of(
          "angular",
          "Angular",
          "ANGULAR",
          "conventionalCommits",
          "conventional-commits",
          "conventional-changelog-angular",
          "angular ",
          "angluar",
          "aNGULAR\\u0131");
  private static final List<String> CONFIGS =
      List.of(
          "conventional-changelog-angular",
          "conventional-changelog-Angular",
          "Conventional-Changelog-angular",
          "conventional-changelog-conventionalcommits",
          "conventional-changelog-conventionalCommits",
          "conventional-changelog-angular ",
          "angular");
  private static final List<String> PLUGINS =
      List.of(
          "@semantic-release/npm",
          "@semantic-release/Npm",
          "@Semantic-Release/npm",
          "@semantic-release/npm ",
          "semantic-release/npm");
  private static final List<String> RELEASES = List.of("minor", "Minor", "MINOR", " minor");

  @TempDir Path folder;

  @Test
  void a_name_is_found_where_semantic_release_finds_it() throws IOException {
    List<String> files = new ArrayList<>();
    PRESETS.forEach(name -> files.add("{\"preset\": \"" + name + "\"}"));
    CONFIGS.forEach(name -> files.add("{\"config\": \"" + name + "\"}"));
    PLUGINS.forEach(name -> files.add("{\"plugins\": [\"" + name + "\"], \"generateNotes\": []}"));
    PLUGINS.forEach(name -> files.add("{\"publish\": \"" + name + "\"}"));
    RELEASES.forEach(name ->
        files.add("{\"releaseRules\": [{\"type\": \"docs\", \"release\": \"" + name + "\"}]}"));
    List.of("./rules.json", "./Rules.json", "./rules.JSON", "./rules")
        .forEach(name -> files.add("{\"releaseRules\": \"" + name + "\"}"));
    List.of("./base.json", "./Base.json", "./base.JSON")
        .forEach(name -> files.add("{\"extends\": \"" + name + "\"}"));
    List<String> theirs = new ArrayList<>();
    List<String> ours = new ArrayList<>();
    try (Oracle oracle = Oracle.start("configuration-oracle.mjs")) {
      for (String file : files) {
        Path place = Files.createDirectories(folder.resolve(Integer.toString(ours.size())));
        Files.writeString(place.resolve(".releaserc.json"), file);
        Files.writeString(place.resolve("rules.json"), "[]");
        Files.writeString(place.resolve("base.json"), "{}");
        Json answer =
            oracle.ask(
                "",
                Map.of(
                    "cwd",
                    Json.of(place.toString()),
                    "commits",
                    new Json.Arr(List.of()),
                    "lastRelease",
                    Json.empty(),
                    "nextRelease",
                    Json.empty()
                        .with("version", Json.of("1.0.0"))
                        .with("gitTag", Json.of("v1.0.0"))));
        theirs.add((answer.text("error").isPresent() ? "refused " : "read ") + file);
        ours.add((isRead(place) ? "read " : "refused ") + file);
      }
    }
    assertThat(ours).isEqualTo(theirs);
    assertThat(theirs).filteredOn(line -> line.startsWith("read ")).hasSize(12);
  }

  @Test
  void the_name_of_a_package_is_not_met_halfway() throws IOException {
    assertThat(
            problem(
                """
                {
                  "config": "conventional-changelog-Angular"
                }
                """))
        .isEqualTo(
            Problem.configuration(
                    "CONFIG_PRESET",
                    "The config conventional-changelog-Angular of @semantic-release/commit-analyzer"
                        + " is not built in, and Slipway runs nobody else's code.",
                    "Did you mean conventional-changelog-angular?")
                .at(new Place(".releaserc.json", 2, 13)));
    assertThat(problem("{\"preset\": \"conventional-changelog-angular\"}").remedy())
        .isEqualTo("Did you mean angular?");
    assertThat(problem("{\"config\": \"my-own-preset\"}").remedy())
        .isEqualTo(
            "Use one of conventional-changelog-angular,"
                + " conventional-changelog-conventionalcommits, conventional-changelog-atom,"
                + " conventional-changelog-codemirror, conventional-changelog-ember,"
                + " conventional-changelog-eslint, conventional-changelog-express,"
                + " conventional-changelog-jquery, conventional-changelog-jshint, and parserOpts"
                + " and presetConfig for what is different.");
  }

  private boolean isRead(Path place) {
    try {
      ConfigurationReader.read(place, Map.of());
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private Problem problem(String file) throws IOException {
    Files.writeString(folder.resolve(".releaserc.json"), file);
    try {
      ConfigurationReader.read(folder, Map.of());
    } catch (Refused refused) {
      return refused.problems().getFirst();
    }
    throw new AssertionError("it was read");
  }
}
