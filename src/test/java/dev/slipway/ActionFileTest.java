package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.report.Output;
import dev.slipway.settings.Input;
import dev.slipway.settings.InputTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// action.yml says what the code reads and writes. `./build -Dslipway.rewrite=true
/// -Dtest=ActionFileTest test` writes its inputs anew.
class ActionFileTest {
  private static final Path ACTION = Path.of("action.yml");
  private static final String START = "# inputs: made from the code by ActionFileTest\n";
  private static final String END = "# end\n";

  @Test
  void every_input_the_code_reads_is_declared_with_its_default_and_the_reverse() throws Exception {
    String text = Files.readString(ACTION);
    int from = text.indexOf(START) + START.length();
    int to = text.indexOf(END, from);
    if (Boolean.getBoolean("slipway.rewrite")) {
      Files.writeString(ACTION, text.substring(0, from) + inputs() + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(inputs());
    }
  }

  private static String inputs() {
    StringBuilder yaml = new StringBuilder("inputs:\n");
    for (Input<?> input : InputTable.all()) {
      if (input.where() == Input.Where.EVERYWHERE) {
        declare(yaml, input.name(), input.given(), input.description());
        for (String alias : input.aliases()) {
          declare(yaml, alias, "", "Another name of " + input.name() + ".");
        }
      }
    }
    return yaml.toString();
  }

  private static void declare(StringBuilder yaml, String name, String given, String description) {
    yaml.append("  ")
        .append(name)
        .append(":\n    description: ")
        .append(quoted(description))
        .append("\n    required: false\n    default: ")
        .append(quoted(given))
        .append('\n');
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Test
  @SuppressWarnings("unchecked")
  void the_outputs_are_those_that_are_written() throws Exception {
    Map<String, Map<String, Object>> action =
        (Map<String, Map<String, Object>>)
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ACTION));
    assertThat(action.getOrDefault("outputs", Map.of()).keySet())
        .containsExactlyElementsOf(Arrays.stream(Output.values()).map(Output::key).toList());
  }

  @Test
  void github_s_own_checker_has_nothing_to_say() {
    Peers.of("@actions/languageservice");
    Peers.of("esbuild");
    Peers.Output checked =
        Peers.node(
            Peers.folder(), Map.of(), "check-action.mjs", ACTION.toAbsolutePath().toString());
    assertThat(List.of(checked.out().strip(), checked.err().strip())).isEqualTo(List.of("[]", ""));
  }
}
