package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real repositories' configurations: each is read, or refused for what it would have run, and asks
/// for the preset that semantic-release found in it.
class ConfigurationCorpusTest {
  @Test
  void real_configurations_ask_for_the_preset_that_is_known(@TempDir Path folder)
      throws IOException {
    String corpus = System.getenv("SLIPWAY_CORPUS");
    Assumptions.assumeTrue(corpus != null, "SLIPWAY_CORPUS is not set: no real configurations");
    Map<String, String> seen = new HashMap<>();
    List<String> differences = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(corpus, "decisions.jsonl"))) {
      Json release = JsonReader.read(line);
      String file = release.text("settingsFile").orElse("");
      String settings = release.text("settings").orElse("");
      if (file.isEmpty() || seen.putIfAbsent(settings, file) != null) {
        continue;
      }
      Path place = Files.createDirectories(folder.resolve("case-" + seen.size()));
      Path target = place.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(
          target, file.equals("package.json") ? "{\"release\":" + settings + "}" : settings);
      String id = release.text("id").orElse("");
      try {
        Configuration read = ConfigurationReader.read(place, Map.of());
        if (!read.preset().toString().equals(release.text("preset").orElse("angular"))) {
          differences.add(id + ": " + read.preset() + " for " + release.text("preset"));
        }
      } catch (Refused refused) {
        refusals.add(id + ": " + refused.getMessage());
      }
    }
    assertThat(differences).isEmpty();
    assertThat(refusals)
        .allMatch(text -> text.contains("CONFIG_PLUGIN: ") || text.contains("CONFIG_CODE: "));
    assertThat(seen).hasSizeGreaterThan(20);
    System.out.println(
        "configurations of the corpus: " + seen.size() + ", refused " + refusals.size());
    refusals.forEach(System.out::println);
  }
}
