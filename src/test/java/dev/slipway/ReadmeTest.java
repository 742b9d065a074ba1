package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The README's tables say what action.yml says. `./build -Dslipway.rewrite=true -Dtest=ReadmeTest
/// test` writes them anew.
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @ParameterizedTest
  @ValueSource(strings = {"inputs", "outputs"})
  void a_table_in_the_readme_is_that_of_the_action(String section) throws Exception {
    String readme = Files.readString(README);
    String start = "<!-- " + section + ": made from action.yml by ReadmeTest -->\n";
    int from = readme.indexOf(start) + start.length();
    int to = readme.indexOf("<!-- end -->", from);
    String expected = section.equals("inputs") ? inputs() : outputs();
    if (Boolean.getBoolean("slipway.rewrite")) {
      Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
    } else {
      assertThat(readme.substring(from, to)).isEqualTo(expected);
    }
  }

  @Test
  void the_workflow_to_paste_names_only_inputs_there_are() throws Exception {
    String readme = Files.readString(README);
    assertThat(readme.lines().filter(line -> line.startsWith("          ") && line.contains(": ")))
        .isNotEmpty()
        .allSatisfy(line ->
            assertThat(section("inputs"))
                .containsKey(line.strip().substring(0, line.strip().indexOf(':'))));
  }

  private static String inputs() throws Exception {
    StringBuilder table = new StringBuilder("| input | default | what it is |\n|---|---|---|\n");
    section("inputs")
        .forEach((name, facts) ->
            table.append(
                "| `%s` | %s | %s |\n"
                    .formatted(
                        name,
                        Stream.of(String.valueOf(facts.getOrDefault("default", "")))
                            .map(text -> text.isEmpty() ? "" : "`" + text + "`")
                            .findFirst()
                            .orElseThrow(),
                        cell(facts.get("description")))));
    return table.toString();
  }

  private static String outputs() throws Exception {
    StringBuilder table = new StringBuilder("| output | what it is |\n|---|---|\n");
    section("outputs")
        .forEach((name, facts) ->
            table.append("| `%s` | %s |\n".formatted(name, cell(facts.get("description")))));
    return table.toString();
  }

  private static String cell(@org.jspecify.annotations.Nullable Object description) {
    return String.valueOf(description).strip().replace("|", "\\|").replace("\n", " ");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> section(String name) throws Exception {
    Map<String, Object> action =
        (Map<String, Object>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("action.yml")));
    return new LinkedHashMap<>((Map<String, Map<String, Object>>) action.get(name));
  }
}
