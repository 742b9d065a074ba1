package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomTest {
  private static final String MANIFEST =
      """
      {"name": "@acme/widget", "version": "1.0.0",
       "dependencies": {"a": "^1.0.0", "@s/b": "2.x"}, "devDependencies": {"t": "1"}}
      """;

  private static final String LOCK =
      """
      {"name": "@acme/widget", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
        "": {"name": "@acme/widget", "version": "1.0.0",
             "dependencies": {"a": "^1.0.0", "@s/b": "2.x"}, "devDependencies": {"t": "1"}},
        "node_modules/a": {"version": "1.2.0", "integrity": "sha512-AAEC", "license": "MIT",
             "resolved": "https://registry.example/a/-/a-1.2.0.tgz", "dependencies": {"c": "^1.0.0"}},
        "node_modules/a/node_modules/c": {"version": "1.0.1", "integrity": "sha1-AAEC",
             "resolved": "https://registry.example/c/-/c-1.0.1.tgz"},
        "node_modules/c": {"version": "2.0.0", "resolved": "https://registry.example/c/-/c-2.0.0.tgz"},
        "node_modules/@s/b": {"version": "2.5.0", "dependencies": {"c": "2.0.0"},
             "resolved": "https://registry.example/@s/b/-/b-2.5.0.tgz"},
        "node_modules/t": {"version": "1.0.0", "dev": true,
             "resolved": "https://registry.example/t/-/t-1.0.0.tgz"}
      }}
      """;

  private static Json.Obj ours() {
    return Sbom.of(JsonReader.read(LOCK), "@acme/widget", "1.0.0", JsonReader.read(MANIFEST))
        .orElseThrow();
  }

  private static Set<String> purls(Json bill) {
    Set<String> purls = new TreeSet<>();
    bill.get("components")
        .map(Json::items)
        .orElse(List.of())
        .forEach(component -> component.text("purl").ifPresent(purls::add));
    return purls;
  }

  /// Who needs whom, by name and version; npm names the parts by purl-like references of its own.
  private static Set<String> edges(Json bill) {
    Set<String> edges = new TreeSet<>();
    for (Json one : bill.get("dependencies").map(Json::items).orElse(List.of())) {
      for (Json on : one.get("dependsOn").map(Json::items).orElse(List.of())) {
        edges.add(plain(one.text("ref").orElse("")) + " > " + plain(on.text().orElse("")));
      }
    }
    return edges;
  }

  private static String plain(String ref) {
    return ref.replace("pkg:npm/", "").replace("%40", "@");
  }

  @Test
  void the_bill_names_what_is_installed_and_nothing_for_development() {
    assertThat(purls(ours()))
        .containsExactly(
            "pkg:npm/%40s/b@2.5.0", "pkg:npm/a@1.2.0", "pkg:npm/c@1.0.1", "pkg:npm/c@2.0.0");
    assertThat(edges(ours()))
        .containsExactly(
            "@acme/widget@1.0.0 > @s/b@2.5.0",
            "@acme/widget@1.0.0 > a@1.2.0",
            "@s/b@2.5.0 > c@2.0.0",
            "a@1.2.0 > c@1.0.1");
  }

  @Test
  void a_component_has_its_hash_license_and_name() {
    assertThat(ours().get("components").orElseThrow().items().get(1))
        .isEqualTo(
            JsonReader.read(
                """
                {"type": "library", "name": "a", "version": "1.2.0", "scope": "required",
                 "hashes": [{"alg": "SHA-512", "content": "000102"}],
                 "licenses": [{"expression": "MIT"}],
                 "purl": "pkg:npm/a@1.2.0", "bom-ref": "pkg:npm/a@1.2.0"}
                """));
  }

  @Test
  void npm_itself_makes_the_same_bill(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("package.json"), MANIFEST);
    Files.writeString(folder.resolve("package-lock.json"), LOCK);
    Json npm =
        JsonReader.read(
            Peers.node(
                    folder,
                    Map.of("HOME", folder.toString()),
                    Peers.of("npm").resolve("bin/npm-cli.js").toString(),
                    "sbom",
                    "--sbom-format=cyclonedx",
                    "--package-lock-only",
                    "--omit=dev")
                .ok());
    assertThat(purls(ours())).isEqualTo(purls(npm));
    assertThat(edges(ours())).isEqualTo(edges(npm));
  }

  @Test
  void a_lock_of_version_1_gives_no_bill() {
    assertThat(
            Sbom.of(
                JsonReader.read("{\"lockfileVersion\": 1, \"dependencies\": {}}"),
                "a",
                "1.0.0",
                Json.empty()))
        .isEmpty();
  }
}
