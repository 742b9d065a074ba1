package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Packages one rule each, packed by npm 12 and by us: the same files in the same order with the
/// same modes, and the same archive to the byte.
class PackedLikeNpmTest {
  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> a_package_is_packed_as_npm_packs_it() throws IOException {
    Map<String, Path> packages = new LinkedHashMap<>();
    List<Sample> samples = Sample.read("/pack/rules.txt");
    for (int i = 0; i < samples.size(); i++) {
      packages.put(samples.get(i).name(), samples.get(i).write(folder.resolve("p" + i + "/pkg")));
    }
    assertThat(packages).hasSizeGreaterThanOrEqualTo(60);
    return compare(packages);
  }

  /// The whole set with `-Dslipway.pack.full=true`, else a slice.
  private static final boolean FULL = Boolean.getBoolean("slipway.pack.full");

  @TestFactory
  List<DynamicTest> a_published_package_is_packed_as_npm_packs_it() throws IOException {
    int most = FULL ? 100 : 20;
    Map<String, Path> packages = Published.copies(most, folder);
    assertThat(packages).hasSize(most);
    return compare(packages);
  }

  @TestFactory
  List<DynamicTest> a_random_tree_is_packed_as_npm_packs_it() {
    Map<String, Path> packages = new LinkedHashMap<>();
    int most = FULL ? Integer.getInteger("slipway.pack.trees", 140) : 30;
    for (int seed = 1; seed <= most; seed++) {
      Sample sample = RandomTree.of(seed);
      packages.put(sample.name(), sample.write(folder.resolve("r" + seed + "/pkg")));
    }
    return compare(packages);
  }

  private List<DynamicTest> compare(Map<String, Path> packages) {
    List<Json> answers =
        NpmOracle.ask(
            packages.values().stream().map(dir -> NpmOracle.question("pack", "dir", dir)).toList());
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, Path> each : packages.entrySet()) {
      Json answer = answers.get(tests.size());
      tests.add(
          DynamicTest.dynamicTest(
              each.getKey(), () -> new Comparison(each.getValue(), answer).check(folder)));
    }
    return tests;
  }
}
