package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.pack.NpmOracle;
import dev.slipway.pack.Published;
import dev.slipway.pack.RandomTree;
import dev.slipway.pack.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The body of the PUT, beside the one that npm 12 sends for the same directory to a server on
/// loopback. Only what tells the two programs apart is left out: their versions and the digests of
/// the compressed tarball.
class RegistryManifestTest {
  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> a_manifest_is_sent_as_npm_sends_it() throws IOException {
    List<Sample> samples = new ArrayList<>(Sample.read("/pack/manifests.txt"));
    samples.addAll(Sample.read("/pack/rules.txt"));
    Map<String, Path> packages = new LinkedHashMap<>();
    for (Sample sample : samples) {
      packages.put(sample.name(), sample.write(folder.resolve("m" + packages.size() + "/pkg")));
    }
    if (Boolean.getBoolean("slipway.pack.full")) {
      packages.putAll(Published.copies(100, folder));
      for (int seed = 1; seed <= 140; seed++) {
        packages.put(
            "tree " + seed, RandomTree.of(seed).write(folder.resolve("r" + seed + "/pkg")));
      }
    }
    List<Json> answers =
        NpmOracle.ask(
            packages.values().stream()
                .map(dir -> NpmOracle.question("manifest", "dir", dir))
                .toList());
    List<DynamicTest> tests = new ArrayList<>();
    packages.forEach((name, dir) -> {
      Json answer = answers.get(tests.size());
      tests.add(DynamicTest.dynamicTest(name, () -> same(dir, answer)));
    });
    return tests;
  }

  static void same(Path directory, Json answer) throws IOException {
    assertThat(answer.text("error")).as("npm sends it").isEmpty();
    Json theirs = answer.get("ok").orElseThrow();
    URI address = URI.create(theirs.text("address").orElseThrow());
    PackageManifest manifest =
        PackageManifest.read(Files.readAllBytes(directory.resolve("package.json")), "package.json");
    Path head = directory.resolve(".git/HEAD");
    Optional<String> gitHead =
        Files.exists(head) ? Optional.of(Files.readString(head)) : Optional.empty();
    Json own =
        RegistryManifest.of(manifest, directory, gitHead)
            .document(
                new RegistryManifest.Publication(
                    address,
                    Optional.empty(),
                    "latest",
                    "",
                    "",
                    Optional.of("x"),
                    Optional.of("y")));

    assertThat(members("", own)).isEqualTo(members("", theirs.get("body").orElseThrow()));
  }

  /// Every value by its path, so that a difference names the field.
  private static Map<String, String> members(String path, Json value) {
    Map<String, String> all = new TreeMap<>();
    switch (value) {
      case Json.Obj(var members) -> {
        all.put(path, "{}");
        members.forEach((name, each) -> all.putAll(members(path + "/" + name, each)));
      }
      case Json.Arr(var items) -> {
        all.put(path, "[]");
        for (int i = 0; i < items.size(); i++) {
          all.putAll(members(path + "/" + i, items.get(i)));
        }
      }
      case Json.Str(var text) -> all.put(path, "\"" + text);
      case Json.Num(var literal) -> all.put(path, Double.valueOf(literal).toString());
      case Json.Bool(var truth) -> all.put(path, String.valueOf(truth));
      case Json.Null _ -> all.put(path, "null");
    }
    all.keySet()
        .removeIf(each ->
            each.startsWith("/_attachments/")
                || each.endsWith("/_npmVersion")
                || each.endsWith("/_nodeVersion")
                || each.endsWith("/dist/shasum")
                || each.endsWith("/dist/integrity"));
    return all;
  }
}
