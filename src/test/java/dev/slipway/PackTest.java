package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.pack.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `pack` and `prepare` as a person or a script runs them, the whole program.
class PackTest {
  private static CannedRegistry registry;

  @TempDir Path folder;

  /// A registry that knows no package, so that nothing is compared and nobody waits.
  @BeforeAll
  static void serve() {
    registry = CannedRegistry.start();
  }

  @AfterAll
  static void close() {
    registry.close();
  }

  /// How a run ended.
  record Run(int code, String out, String err) {}

  private Path sample(String... lines) {
    return new Sample("", List.of(lines)).write(folder.resolve("package"));
  }

  private Run run(Path directory, Map<String, String> environment, String... arguments)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> env = new HashMap<>(environment);
    env.putIfAbsent("INPUT_REGISTRY", registry.address());
    env.put("RUNNER_TEMP", Files.createTempDirectory(folder, "temp").toString());
    List<String> all = new ArrayList<>(List.of(arguments));
    int code =
        Slipway.run(
            new Start(
                all,
                env,
                directory,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemUTC()));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void the_json_of_pack_is_that_of_npm_pack() throws IOException {
    Path directory =
        sample(
            "package.json {\"name\":\"@acme/widget\",\"version\":\"1.2.3\",\"main\":\"index.js\","
                + "\"dependencies\":{\"dep\":\"1\",\"@s/dep\":\"1\"},"
                + "\"bundleDependencies\":[\"dep\",\"@s/dep\"]}",
            "index.js",
            "755:lib/Ä.js",
            "lib/a.js x",
            "LICENSE",
            "README.md hello",
            "@scope/x.js",
            "9.js",
            ".config/x.json",
            "node_modules/dep/package.json {\"name\":\"dep\",\"version\":\"1.0.0\"}",
            "node_modules/@s/dep/package.json {\"name\":\"@s/dep\",\"version\":\"1.0.0\"}",
            "node_modules/@s/dep/index.js");
    String npm =
        Peers.node(
                directory,
                Map.of("HOME", folder.toString()),
                Peers.of("npm-11").resolve("bin/npm-cli.js").toString(),
                "pack",
                "--json",
                "--dry-run",
                "--ignore-scripts",
                "--offline",
                "--cache",
                folder.resolve("cache").toString())
            .ok();

    Run run = run(directory, Map.of(), "pack", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(withoutBytes(run.out())).isEqualTo(withoutBytes(npm));
  }

  /// npm compresses with another deflate: the size and the digests of the `.tgz` differ.
  private static Json withoutBytes(String document) {
    Json.Obj one = (Json.Obj) JsonReader.read(document).items().getFirst();
    return one.without("size").without("shasum").without("integrity");
  }

  @Test
  void the_tarball_is_kept_where_it_is_asked_for() throws IOException {
    Path directory = sample("index.js", "lib/a.js x");

    Run run = run(directory, Map.of(), "pack", "--out", "tarballs");

    assertThat(run.code()).as(run.out()).isZero();
    Path kept = directory.resolve("tarballs/widget-1.2.3.tgz");
    assertThat(kept).isRegularFile();
    assertThat(run.out()).contains("Kept as " + kept);
  }

  @Test
  void people_see_a_tree_with_sizes_and_the_total() throws IOException {
    Path directory = sample("index.js 123", "lib/a.js x", "lib/deep/b.js yy");

    Run run = run(directory, Map.of(), "pack");

    assertThat(run.out().lines().limit(7))
        .containsExactly(
            "widget@1.2.3",
            "       3 B   lib/",
            "       2 B     deep/",
            "       2 B       b.js",
            "       1 B     a.js",
            "       3 B   index.js",
            "      36 B   package.json");
    assertThat(run.out().lines().skip(7).findFirst().orElse("")).startsWith("4 files, ");
  }

  /// A registry where the package stands as it was packed from a folder.
  private CannedRegistry published(Path before) throws IOException {
    Path out = Files.createTempDirectory(folder, "published");
    Run packed = run(before, Map.of(), "pack", "--json", "--out", out.toString());
    assertThat(packed.code()).as(packed.err()).isZero();
    Json.Obj one = (Json.Obj) JsonReader.read(packed.out()).items().getFirst();
    String version = one.text("version").orElseThrow();
    Json.Obj document =
        Json.empty()
            .with("name", Json.of("widget"))
            .with("version", Json.of(version))
            .with(
                "dist",
                Json.empty()
                    .with("integrity", one.get("integrity").orElseThrow())
                    .with("shasum", one.get("shasum").orElseThrow())
                    .with("unpackedSize", one.get("unpackedSize").orElseThrow()));
    return CannedRegistry.start()
        .shows(
            "/widget",
            Json.empty()
                .with("name", Json.of("widget"))
                .with("dist-tags", Json.empty().with("latest", Json.of(version)))
                .with("versions", Json.empty().with(version, document)))
        .shows("/widget/" + version, document)
        .shows(
            "/widget/-/widget-" + version + ".tgz",
            Files.readAllBytes(out.resolve("widget-" + version + ".tgz")));
  }

  /// The package as it was, and as it is now.
  private List<Path> twoVersions() {
    Path before =
        new Sample(
                "",
                List.of(
                    "package.json {\"name\":\"widget\",\"version\":\"1.2.2\"}",
                    "index.js 123",
                    "lib/a.js x",
                    "lib/old.js 12",
                    "README.md hello"))
            .write(folder.resolve("before"));
    return List.of(
        before,
        sample(
            "package.json {\"name\":\"widget\",\"version\":\"1.2.3\"}",
            "index.js 12345",
            "lib/a.js x",
            "lib/new.js 1234",
            "README.md hello"));
  }

  @Test
  void people_see_what_changed_since_the_published_version() throws IOException {
    List<Path> versions = twoVersions();
    try (CannedRegistry known = published(versions.getFirst())) {
      Run run = run(versions.getLast(), Map.of("INPUT_REGISTRY", known.address()), "pack");
      Json.Obj now = packedJson(versions.getLast());
      Json.Obj then = packedJson(versions.getFirst());

      assertThat(run)
          .isEqualTo(
              new Run(
                  0,
                  """
                  widget@1.2.3
                         5 B   lib/
                         1 B     a.js
                  +      4 B     new.js
                         5 B   README.md
                  ~      5 B   index.js (was 3 B)
                        35 B   package.json
                  -      2 B   lib/old.js
                  5 files, %s B packed, 50 B unpacked
                  Beside the published 1.2.2 (%s B packed, 46 B unpacked): 1 new (+), 1 gone (-), 1 of another size (~)
                  %s
                  """
                      .formatted(
                          now.get("size").flatMap(Json::whole).orElse(0L),
                          then.get("size").flatMap(Json::whole).orElse(0L),
                          now.text("integrity").orElse("")),
                  ""));
      assertThat(known.requests())
          .containsExactly("GET /widget", "GET /widget/1.2.2", "GET /widget/-/widget-1.2.2.tgz");
    }
  }

  private Json.Obj packedJson(Path directory) throws IOException {
    return (Json.Obj)
        JsonReader.read(run(directory, Map.of(), "pack", "--json").out()).items().getFirst();
  }

  @Test
  void the_json_of_pack_has_npm_s_shape_and_asks_nobody() throws IOException {
    List<Path> versions = twoVersions();
    try (CannedRegistry known = published(versions.getFirst())) {
      Map<String, String> there = Map.of("INPUT_REGISTRY", known.address());
      Path kept = folder.resolve("kept");
      Run run = run(versions.getLast(), there, "pack", "--json", "--out", kept.toString());
      byte[] tarball = Files.readAllBytes(kept.resolve("widget-1.2.3.tgz"));

      assertThat(run)
          .isEqualTo(
              new Run(
                  0,
                  """
                  [
                    {
                      "id": "widget@1.2.3",
                      "name": "widget",
                      "version": "1.2.3",
                      "size": %s,
                      "unpackedSize": 50,
                      "shasum": "%s",
                      "integrity": "sha512-%s",
                      "filename": "widget-1.2.3.tgz",
                      "files": [
                        {
                          "path": "README.md",
                          "size": 5,
                          "mode": 420
                        },
                        {
                          "path": "index.js",
                          "size": 5,
                          "mode": 420
                        },
                        {
                          "path": "lib/a.js",
                          "size": 1,
                          "mode": 420
                        },
                        {
                          "path": "lib/new.js",
                          "size": 4,
                          "mode": 420
                        },
                        {
                          "path": "package.json",
                          "size": 35,
                          "mode": 420
                        }
                      ],
                      "entryCount": 5,
                      "bundled": []
                    }
                  ]
                  """
                      .formatted(
                          tarball.length,
                          HexFormat.of().formatHex(digest("SHA-1", tarball)),
                          Base64.getEncoder().encodeToString(digest("SHA-512", tarball))),
                  "Kept as " + kept.resolve("widget-1.2.3.tgz") + "\n"));
      assertThat(known.requests()).isEmpty();
    }
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Test
  void a_package_that_cannot_be_compared_is_packed_all_the_same() throws IOException {
    Path directory = sample("index.js 123");
    Json.Obj now = packedJson(directory);
    assertThat(run(directory, Map.of("INPUT_REGISTRY", "http://127.0.0.1:1/"), "pack"))
        .isEqualTo(
            new Run(
                0,
                """
                widget@1.2.3
                       3 B   index.js
                      36 B   package.json
                2 files, %s B packed, 39 B unpacked
                Not compared with the published version: There was no answer while widget was asked for or sent: http://127.0.0.1:1 refused the connection.
                %s
                """
                    .formatted(
                        now.get("size").flatMap(Json::whole).orElse(0L),
                        now.text("integrity").orElse("")),
                ""));
  }

  /// The package.json inside the tarball that a run left.
  private String packed(Path directory, String... arguments) throws IOException {
    Path out = Files.createTempDirectory(folder, "kept");
    List<String> all = new ArrayList<>(List.of("pack", "--out", out.toString()));
    all.addAll(List.of(arguments));
    Run run = run(directory, Map.of(), all.toArray(new String[0]));
    assertThat(run.code()).as(run.out()).isZero();
    try (var kept = Files.list(out)) {
      byte[] text =
          dev.slipway.pack.PackedContent.starts(
                  kept.findFirst().orElseThrow(), java.util.Set.of("package.json"), 1 << 20)
              .getOrDefault("package.json", new byte[0]);
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  @Test
  void dependencies_on_the_workspace_are_packed_as_ranges() throws IOException {
    Path root =
        sample(
            "package.json {\"name\":\"root\",\"private\":true}",
            "pnpm-workspace.yaml packages:\\n  - 'packages/*'\\ncatalog:\\n  cat: ^5.0.0\\n",
            "pnpm-lock.yaml lockfileVersion: '9.0'",
            "packages/a/package.json {\"name\":\"a\",\"version\":\"1.2.3\",\"main\":\"src.ts\","
                + "\"dependencies\":{\"b\":\"workspace:^\",\"cat\":\"catalog:\","
                + "\"@s/n\":\"jsr:^1.0.0\",\"c\":\"link:../c\"},"
                + "\"publishConfig\":{\"main\":\"index.js\",\"access\":\"public\"}}",
            "packages/a/index.js",
            "packages/b/package.json {\"name\":\"b\",\"version\":\"2.0.0\"}",
            "packages/c/package.json {\"name\":\"c\",\"version\":\"3.0.0\"}",
            "packages/broken/package.json {");

    new GitSandbox(root).git("init", "-q");

    assertThat(JsonReader.read(packed(root, "--working-directory", "packages/a")))
        .isEqualTo(
            JsonReader.read(
                """
                {"name": "a", "version": "1.2.3", "main": "index.js",
                 "dependencies": {"b": "^2.0.0", "cat": "^5.0.0", "@s/n": "npm:@jsr/s__n@^1.0.0",
                   "c": "^3.0.0"},
                 "publishConfig": {"access": "public"}}
                """));
  }

  @Test
  void bun_and_yarn_have_their_catalogs_elsewhere() throws IOException {
    Path bun =
        sample(
            "package.json {\"name\":\"w\",\"version\":\"1.0.0\",\"workspaces\":{\"packages\":[],"
                + "\"catalog\":{\"a\":\"^1.0.0\"},\"catalogs\":{\"old\":{\"b\":\"^0.1.0\"}}},"
                + "\"dependencies\":{\"a\":\"catalog:\",\"b\":\"catalog:old\"}}");
    assertThat(packed(bun)).contains("\"a\":\"^1.0.0\",\"b\":\"^0.1.0\"");

    Path yarn =
        new Sample(
                "",
                List.of(
                    "package.json {\"name\":\"w\",\"version\":\"1.0.0\","
                        + "\"dependencies\":{\"a\":\"catalog:\"}}",
                    ".yarnrc.yml catalog:\\n  a: ^3.0.0\\n",
                    "yarn.lock __metadata:\\n  version: 8\\n"))
            .write(folder.resolve("yarn"));
    assertThat(packed(yarn)).contains("\"a\":\"^3.0.0\"");
  }

  @Test
  void what_cannot_be_installed_is_refused() throws IOException {
    Path directory =
        sample(
            "package.json {\"name\":\"w\",\"version\":\"1.0.0\",\"dependencies\":"
                + "{\"a\":\"workspace:*\",\"b\":\"catalog:\",\"c\":\"file:../c\"}}");

    Run run = run(directory, Map.of(), "pack");

    assertThat(run.code()).isNotZero();
    assertThat(run.out())
        .contains("package.json depends on a in the workspace, but no member has that name.")
        .contains("package.json takes b from the catalog default, which does not list it.")
        .contains("takes c from file:../c, which nobody else has.");
  }

  @Test
  void the_folder_that_pnpm_publishes_is_packed() throws IOException {
    Path directory =
        sample(
            "package.json {\"name\":\"w\",\"version\":\"1.0.0\","
                + "\"publishConfig\":{\"directory\":\"dist\",\"executableFiles\":[\"./run.sh\"]}}",
            "pnpm-lock.yaml lockfileVersion: '9.0'",
            "dist/package.json {\"name\":\"w\",\"version\":\"0.0.0\",\"main\":\"a.js\"}",
            "dist/a.js",
            "dist/run.sh",
            "src/a.ts");

    Run run = run(directory, Map.of(), "pack", "--json");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(
            JsonReader.read(run.out())
                .items()
                .getFirst()
                .get("files")
                .orElseThrow()
                .items()
                .stream()
                .map(file ->
                    file.text("path").orElse("")
                        + " "
                        + Long.toOctalString(file.get("mode").flatMap(Json::whole).orElse(0L))))
        .containsExactly("a.js 644", "package.json 644", "run.sh 755");
  }

  @Test
  void an_entry_point_that_is_not_packed_stops_warns_or_is_not_looked_for() throws IOException {
    Path directory =
        sample(
            "package.json {\"name\":\"w\",\"version\":\"1.0.0\",\"main\":\"dist/index.js\"}",
            "src/index.ts");

    Run strict = run(directory, Map.of(), "pack");
    assertThat(strict.code()).isNotZero();
    assertThat(strict.out())
        .contains("\"main\" in package.json names dist/index.js, which is not in the tarball.")
        .contains("- run: npm run build");
    Run warn = run(directory, Map.of("INPUT_GUARD", "warn"), "pack");
    assertThat(warn.code()).isZero();
    assertThat(warn.out()).contains("names dist/index.js");
    Run off = run(directory, Map.of("INPUT_GUARD", "off"), "pack");
    assertThat(off.code()).isZero();
    assertThat(off.out()).doesNotContain("names dist/index.js");
  }

  @Test
  void scripts_that_do_not_run_are_said_once_unless_that_is_known() throws IOException {
    Path directory =
        sample(
            "package.json {\"name\":\"w\",\"version\":\"1.0.0\",\"scripts\":"
                + "{\"prepack\":\"tsc\",\"prepare\":\"husky\"}}");

    Run run = run(directory, Map.of(), "pack");
    assertThat(run.code()).isZero();
    assertThat(run.out().split("does not run the package's scripts prepack,", -1)).hasSize(2);
    assertThat(run.out()).contains("- run: npm run prepack").doesNotContain("npm run prepare");
    assertThat(run(directory, Map.of("INPUT_IGNORE-SCRIPTS", "true"), "pack").out())
        .doesNotContain("does not run the package's scripts");
  }
}
