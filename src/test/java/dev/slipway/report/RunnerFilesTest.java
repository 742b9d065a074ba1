package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.world.Chance;
import dev.slipway.world.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Threat 2: nothing foreign becomes another output.
class RunnerFilesTest {
  private static final Chance CHANCE =
      count -> {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
      };

  @TempDir Path folder;

  private RunnerFiles files(Chance chance) {
    return new RunnerFiles(
        Optional.of(folder.resolve("output")),
        Optional.of(folder.resolve("summary")),
        Optional.of(folder.resolve("artifacts")),
        new PlainDisk(),
        chance);
  }

  /// A disk that is a disk.
  record PlainDisk() implements Disk {
    @Override
    public void write(Path file, byte[] content) throws IOException {
      Files.write(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
      Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public byte[] read(Path file) throws IOException {
      return Files.readAllBytes(file);
    }
  }

  static List<String> hostile() {
    return HostileText.all();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_value_stays_the_value_of_its_output(String foreign) throws IOException {
    Map<Output, String> values = new LinkedHashMap<>();
    values.put(Output.NOTES, foreign);
    values.put(Output.VERSION, "1.2.3");
    files(CHANCE).write(values);
    Map<String, String> read = RunnerReader.outputs(Files.readString(folder.resolve("output")));
    assertThat(read.keySet()).containsExactly("notes", "version");
    assertThat(read).containsEntry("version", "1.2.3");
    String expected =
        new String(
                foreign.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8)
            .replace('\0', '\uFFFD');
    assertThat(read.get("notes")).isEqualTo(expected.replace("\r\n", "\n").replace('\r', '\n'));
  }

  @Test
  void two_values_have_two_delimiters_of_128_bits() throws IOException {
    files(CHANCE).write(Map.of(Output.NAME, "a", Output.TAG, "b"));
    List<String> delimiters =
        Files.readAllLines(folder.resolve("output")).stream()
            .filter(line -> line.startsWith("ghadelimiter_"))
            .toList();
    assertThat(delimiters).hasSize(2).doesNotHaveDuplicates();
    assertThat(delimiters).allMatch(d -> d.length() == "ghadelimiter_".length() + 32);
  }

  @Test
  void a_value_that_holds_its_delimiter_is_refused() {
    assertThatThrownBy(() ->
            files(count -> new byte[count])
                .write(Map.of(Output.NOTES, "ghadelimiter_00000000000000000000000000000000")))
        .hasMessage("the value of notes holds a random delimiter");
  }

  @Test
  void a_value_that_would_break_a_later_step_is_left_out() throws IOException {
    files(CHANCE).write(Map.of(Output.PLAN, "x".repeat(RunnerFiles.LARGEST_VALUE + 1)));
    files(CHANCE).write(Map.of(Output.NOTES, "y".repeat(RunnerFiles.LARGEST_VALUE)));
    Map<String, String> read = RunnerReader.outputs(Files.readString(folder.resolve("output")));
    assertThat(read.get("plan")).isEmpty();
    assertThat(read.get("notes")).hasSize(RunnerFiles.LARGEST_VALUE);
  }

  @Test
  void a_summary_is_no_longer_than_the_runner_shows() throws IOException {
    files(CHANCE).summarize("line é\n".repeat(200_000));
    String summary = Files.readString(folder.resolve("summary"));
    assertThat(Files.size(folder.resolve("summary"))).isLessThanOrEqualTo(1 << 20);
    assertThat(summary).endsWith("line é\n\n\n_Cut short: the runner shows 1 MiB of a summary._\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/github/workspace/a.tgz",
        "a=b.tgz",
        "#a.tgz",
        "a\nb",
        "a\\b",
        "img@sha256:00",
        "oci://x",
        " a.tgz"
      })
  void a_path_the_runner_would_misread_is_not_offered_for_attestation(String path)
      throws IOException {
    files(CHANCE).attest(path);
    assertThat(folder.resolve("artifacts")).doesNotExist();
  }

  @Test
  void a_tarball_is_offered_for_attestation_by_its_path_in_the_workspace() throws IOException {
    files(CHANCE).attest("packages/a/a-1.0.0.tgz");
    assertThat(folder.resolve("artifacts")).hasContent("packages/a/a-1.0.0.tgz\n");
  }

  @Test
  void without_files_nothing_is_written() throws IOException {
    RunnerFiles none =
        new RunnerFiles(
            Optional.empty(), Optional.empty(), Optional.empty(), new PlainDisk(), CHANCE);
    none.write(Map.of(Output.NAME, "a"));
    none.summarize("a");
    none.attest("a.tgz");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_path_is_told_as_later_steps_can_use_it() {
    Path workspace = Path.of("/github/workspace");
    assertThat(RunnerFiles.relative(workspace, workspace.resolve("a/../b/c.tgz")))
        .hasValue("b/c.tgz");
    assertThat(RunnerFiles.relative(workspace, Path.of("/github/workspace-2/c.tgz"))).isEmpty();
    assertThat(RunnerFiles.relative(workspace, workspace)).isEmpty();
  }
}
