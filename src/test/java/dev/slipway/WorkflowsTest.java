package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Slipway's own workflows keep the rules it would tell others: what is run is pinned, and a job
/// may do no more than it does.
class WorkflowsTest {
  private static final Path FOLDER = Path.of(".github/workflows");

  private static List<Path> files() {
    try (Stream<Path> each = Files.list(FOLDER)) {
      List<Path> files = each.sorted().toList();
      assertThat(files).hasSizeGreaterThanOrEqualTo(4);
      return files;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(Path file) throws IOException {
    return (Map<String, Object>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> jobs(Path file) throws IOException {
    return (Map<String, Map<String, Object>>) read(file).getOrDefault("jobs", Map.of());
  }

  @Test
  void github_s_own_checker_has_nothing_to_say() {
    Peers.of("@actions/languageservice");
    Peers.of("esbuild");
    List<String> arguments = new ArrayList<>(List.of("check-action.mjs"));
    files().forEach(file -> arguments.add(file.toAbsolutePath().toString()));
    Peers.Output checked = Peers.node(Peers.folder(), Map.of(), arguments.toArray(String[]::new));
    assertThat(List.of(checked.out().strip(), checked.err().strip())).isEqualTo(List.of("[]", ""));
  }

  @Test
  void every_action_is_pinned_by_its_commit_and_every_image_by_its_digest() throws IOException {
    List<String> loose = new ArrayList<>();
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        String text = line.strip().replaceFirst("^- ", "");
        if (text.startsWith("uses: ") && !text.equals("uses: ./")) {
          if (!text.matches("uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+")) {
            loose.add(file.getFileName() + ": " + text);
          }
        } else if (text.startsWith("image: ") && !text.contains("${{")) {
          if (!text.matches("image: [\\w./:-]+@sha256:[0-9a-f]{64}")) {
            loose.add(file.getFileName() + ": " + text);
          }
        }
      }
    }
    assertThat(loose).isEmpty();
    assertThat(Files.readAllLines(Path.of("Dockerfile")))
        .filteredOn(line -> line.startsWith("FROM ") && line.contains(":"))
        .hasSize(2)
        .allMatch(line -> line.matches("FROM [\\w.-]+:[\\w.-]+@sha256:[0-9a-f]{64} AS \\w+"));
  }

  @Test
  void a_workflow_has_no_rights_and_each_job_names_its_own_and_its_time() throws IOException {
    for (Path file : files()) {
      assertThat(read(file).get("permissions")).as(file.toString()).isEqualTo(Map.of());
      assertThat(read(file)).as(file.toString()).containsKey("concurrency");
      jobs(file)
          .forEach((name, job) ->
              assertThat(job).as(file + " " + name).containsKeys("permissions", "timeout-minutes"));
    }
  }

  @Test
  void no_checkout_leaves_a_token_behind_and_no_script_takes_text_from_outside()
      throws IOException {
    for (Path file : files()) {
      String text = Files.readString(file);
      assertThat(text.split("actions/checkout@", -1).length)
          .as(file.toString())
          .isEqualTo(text.split("persist-credentials: false", -1).length);
      for (Map<String, Object> job : jobs(file).values()) {
        assertThat(job.get("steps"))
            .asInstanceOf(InstanceOfAssertFactories.LIST)
            .allSatisfy(step ->
                assertThat(String.valueOf(((Map<?, ?>) step).get("run"))).doesNotContain("${{"));
      }
    }
  }

  @Test
  void action_image_and_dockerfile_start_the_same_command() throws IOException {
    List<String> command = new ArrayList<>(List.of(RunnerHost.entrypoint()));
    command.addAll(RunnerHost.arguments());
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<entrypoint>" + String.join(",", command) + "</entrypoint>");
    assertThat(Files.readString(Path.of("Dockerfile")))
        .contains("\nENTRYPOINT [\"" + String.join("\", \"", command) + "\"]\n");
    assertThat(command).noneMatch(word -> word.contains(" "));
  }
}
