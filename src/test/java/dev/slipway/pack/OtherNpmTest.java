package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.manifest.PackageManifest;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// npm 11's list of files beside that of the real npm 11, and what is said where npm 12's is
/// another.
class OtherNpmTest {
  private static final int TREES = Integer.getInteger("slipway.pack.trees", 20);

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> npm_11_would_pack_these_files() {
    Map<String, Path> packages = new LinkedHashMap<>();
    for (Sample sample : Sample.read("/pack/rules.txt")) {
      packages.put(sample.name(), sample.write(folder.resolve("s" + packages.size() + "/pkg")));
    }
    for (int seed = 1; seed <= TREES; seed++) {
      Sample sample = RandomTree.of(seed);
      packages.put(sample.name(), sample.write(folder.resolve("r" + seed + "/pkg")));
    }
    List<Json> answers =
        NpmOracle.ask(
            packages.values().stream()
                .map(dir -> NpmOracle.question("list", "dir", dir, "npm", "npm-11"))
                .toList());
    List<String> names = List.copyOf(packages.keySet());
    return names.stream()
        .map(name ->
            DynamicTest.dynamicTest(
                name,
                () ->
                    assertThat(ours(java.util.Objects.requireNonNull(packages.get(name))))
                        .isEqualTo(theirs(answers.get(names.indexOf(name))))))
        .toList();
  }

  private static Set<String> ours(Path directory) throws IOException {
    return withoutBundles(
        FileList.ofNpm11(
            new Tree(directory),
            PackageManifest.read(
                Files.readAllBytes(directory.resolve("package.json")), "package.json")));
  }

  private static Set<String> theirs(Json answer) {
    assertThat(answer.text("error")).as("npm 11 lists it").isEmpty();
    return withoutBundles(
        answer.get("ok").orElseThrow().items().stream()
            .flatMap(item -> item.text().stream())
            .collect(Collectors.toSet()));
  }

  private static Set<String> withoutBundles(Set<String> paths) {
    return paths.stream()
        // npm lists `@x` as `./@x`, which its tar writer needs.
        .map(path -> path.startsWith("./") ? path.substring(2) : path)
        .filter(path -> !path.startsWith("node_modules/"))
        .collect(Collectors.toSet());
  }

  private List<Problem> warnings(String... lines) throws IOException {
    Path directory = new Sample("", List.of(lines)).write(folder.resolve("package"));
    return Packer.pack(PackRequest.of(directory, folder.resolve("out"))).warnings();
  }

  @Test
  void a_difference_between_the_two_is_said_with_the_files() throws IOException {
    assertThat(
            warnings(
                "package.json {\"name\":\"w\",\"version\":\"1.0.0\",\"files\":[\"lib\",\"!*.map\"]}",
                "lib/a.js",
                "lib/a.js.map"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("NPM_11_PACKS_OTHER_FILES");
          assertThat(problem.isWarning()).isTrue();
          assertThat(problem.what())
              .isEqualTo(
                  "The files are those that npm 12 packs; npm 11 leaves out lib/a.js.map. It reads"
                      + " \"files\" in package.json differently.");
        });
  }

  @Test
  void nothing_is_said_where_they_agree() throws IOException {
    assertThat(
            warnings(
                "package.json {\"name\":\"w\",\"version\":\"1.0.0\",\"files\":[\"lib\"]}",
                "lib/a.js",
                "lib/a.js.map"))
        .isEmpty();
  }
}
