package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rehearsal.Crash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A whole release inside the process.
class RehearseTest {
  @TempDir Path folder;

  private String rehearse(int expected, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        Slipway.run(
            new Start(
                java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("rehearse"), java.util.Arrays.stream(arguments))
                    .toList(),
                Map.of("RUNNER_TEMP", folder.toString()),
                folder,
                stream,
                stream,
                Clock.systemUTC()));
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(code).as(text).isEqualTo(expected);
    return text;
  }

  @Test
  void the_sample_is_released_from_nothing_but_the_command() {
    assertThat(rehearse(0))
        .contains(
            "nothing leaves this machine",
            "minor  feat(languages): greet in French and German",
            "lib/languages.js",
            "sha512-",
            "publish slipway-sample@1.1.0",
            "tag v1.1.0",
            "### Features",
            "Released slipway-sample@1.1.0.",
            "With --keep it could now be installed:",
            "/slipway-sample/-/slipway-sample-1.1.0.tgz");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void a_crash_at_any_step_is_finished_by_the_next_run(String step) {
    // Behind the last step nothing is left to finish.
    String end =
        step.equals("clear") ? "There is no commit since then." : "Released slipway-sample@1.1.0.";
    assertThat(rehearse(0, "--fail-at", step)).contains("The process was killed", end);
  }

  static List<String> steps() {
    return Crash.STEPS;
  }

  @Test
  void a_step_that_a_release_does_not_have_is_refused() {
    assertThat(rehearse(2, "--fail-at", "lunch"))
        .contains(
            "A release has no step lunch.",
            "The steps are intent, draft, upload, mark, publish, see, tag, announce, clear.");
  }

  @Test
  void a_repository_of_ones_own_is_only_read_and_nothing_leaves_the_machine() {
    GitSandbox own = GitSandbox.init(folder.resolve("own"));
    own.write(
        "package.json",
        """
        {
          "name": "@acme/own",
          "version": "2.3.4",
          "main": "dist/index.js",
          "publishConfig": { "access": "public" }
        }
        """);
    own.write(".gitignore", "dist/\n").write(".npmignore", "src/\n");
    own.commit("feat: begin");
    own.git("tag", "v2.3.4");
    own.write("src/index.ts", "export default 1\n").commit("feat!: an ES module");
    own.write("dist/index.js", "module.exports = 1\n");
    own.git("remote", "add", "origin", "https://registry.invalid/nobody/home.git");
    Map<String, String> before = snapshot(own.folder());
    assertThat(rehearse(0, own.folder().toString()))
        .contains("dist/index.js", "Released @acme/own@3.0.0.");
    assertThat(snapshot(own.folder())).isEqualTo(before);
  }

  @Test
  void a_configuration_that_comments_on_what_is_released_is_rehearsed_without_a_warning() {
    GitSandbox own = GitSandbox.init(folder.resolve("configured"));
    own.write("package.json", "{\"name\":\"configured\",\"version\":\"1.0.0\"}\n");
    own.write(
        ".releaserc.json",
        """
        {
          "branches": ["main"],
          "plugins": [
            "@semantic-release/commit-analyzer",
            "@semantic-release/release-notes-generator",
            "@semantic-release/npm",
            "@semantic-release/github"
          ]
        }
        """);
    own.commit("feat: begin (#1), closes #3");
    assertThat(rehearse(0, own.folder().toString()))
        .contains("tell what v1.0.0 resolves", "Released configured@1.0.0.")
        .doesNotContain("warning:", "left out");
  }

  @Test
  void a_repository_with_nothing_to_release_says_why() {
    GitSandbox own = GitSandbox.init(folder.resolve("quiet"));
    own.write("package.json", "{\"name\":\"quiet\",\"version\":\"1.0.0\"}\n");
    own.commit("feat: begin");
    own.git("tag", "v1.0.0");
    own.write("README.md", "# quiet\n").commit("docs: say something");
    assertThat(rehearse(0, own.folder().toString()))
        .contains(
            "docs: say something",
            "Nothing was released.",
            "To see a whole release all the same, pretend a merge: --as \"feat: something new\"");
    Map<String, String> before = snapshot(own.folder());
    assertThat(rehearse(0, own.folder().toString(), "--as", "feat: be loud"))
        .contains("as if `feat: be loud` had just been merged into main.", "Released quiet@1.1.0.");
    assertThat(snapshot(own.folder())).isEqualTo(before);
  }

  /// Every path with its kind, time, size and content.
  private static Map<String, String> snapshot(Path root) {
    Map<String, String> all = new TreeMap<>();
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        String content =
            Files.isRegularFile(file)
                ? HexFormat.of().formatHex(Files.readAllBytes(file))
                : "folder";
        all.put(root.relativize(file).toString(), Files.getLastModifiedTime(file) + " " + content);
      }
      return all;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Test
  void a_plan_needs_no_remote_no_token_and_no_network() {
    GitSandbox own = GitSandbox.init(folder.resolve("alone"));
    own.write("package.json", "{\"name\":\"alone\",\"version\":\"0.0.0\"}\n");
    own.commit("feat: begin");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Slipway.run(
            new Start(
                List.of("plan", "--json"),
                Map.of("HTTPS_PROXY", "http://127.0.0.1:1"),
                own.folder(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.systemUTC()));
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    var plan = dev.slipway.json.JsonReader.read(out.toByteArray());
    assertThat(plan.text("status")).contains("release");
    var release = plan.get("releases").orElseThrow().items().getFirst();
    assertThat(release.text("version")).contains("1.0.0");
    assertThat(release.text("tag")).contains("v1.0.0");
    assertThat(release.text("channel")).contains("latest");
    assertThat(release.get("commits").orElseThrow().items().getFirst().text("bump"))
        .contains("minor");
  }
}
