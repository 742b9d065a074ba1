package dev.slipway.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static String printed(Json value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter.print(value, new PrintStream(bytes, false, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_string_is_written_as_javascript_writes_it() {
    assertThat(JsonWriter.compact(Json.of("\" \\ \n \r \t \b \f \u0001 é 🚀 \ud83d x \ude80")))
        .isEqualTo("\"\\\" \\\\ \\n \\r \\t \\b \\f \\u0001 é 🚀 \\ud83d x \\ude80\"");
  }

  @Test
  void what_is_printed_is_the_indented_text_and_a_newline() {
    assertThat(printed(new Json.Obj(Map.of("a", new Json.Arr(List.of(Json.of(1), Json.empty()))))))
        .isEqualTo(
            """
            {
              "a": [
                1,
                {}
              ]
            }
            """);
  }

  @Test
  void nothing_breaks_where_a_long_text_is_handed_on() {
    for (String text : List.of("🚀", "a", "é\n", "\"", "\ud83d")) {
      for (int before = 0; before < 3; before++) {
        Json value =
            new Json.Arr(
                IntStream.of(1, 20_000, 2)
                    .<Json>mapToObj(times -> Json.of(text.repeat(times)))
                    .toList());
        Json shifted = new Json.Arr(List.of(Json.of("x".repeat(before)), value));
        assertThat(printed(shifted)).isEqualTo(JsonWriter.pretty(shifted) + "\n");
        assertThat(JsonReader.read(printed(shifted))).isEqualTo(shifted);
      }
    }
  }

  @Test
  void items_that_are_made_when_asked_for_are_the_same_array() {
    List<Integer> values = List.of(1, 2, 3);
    Json made = Json.each(values, Json::of);
    Json held = new Json.Arr(List.of(Json.of(1), Json.of(2), Json.of(3)));
    assertThat(made).isEqualTo(held).hasSameHashCodeAs(held);
    assertThat(JsonWriter.compact(made)).isEqualTo("[1,2,3]");
  }
}
