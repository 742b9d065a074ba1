package dev.slipway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Threats 1 to 3 of the threat model: foreign text stays text in every sink.
class EncodersTest {
  static List<String> hostile() {
    return HostileText.all();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void the_runner_obeys_nothing_in_a_log_line(String foreign) {
    String line = Encoders.logLine(foreign);
    assertThat(RunnerReader.log(line).obeyed()).isEmpty();
    assertThat(line.chars()).noneMatch(c -> c == '\n' || c == '\r' || (c < 0x20 && c != '\t'));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_command_says_exactly_its_data_and_property(String foreign) {
    RunnerReader.Reading reading =
        RunnerReader.log(
            "::error title="
                + Encoders.commandProperty(foreign)
                + "::"
                + Encoders.commandData(foreign));
    assertThat(reading.obeyed()).hasSize(1);
    assertThat(reading.obeyed().getFirst().data()).isEqualTo(Visible.lines(foreign));
    // The runner strips the end of the last property.
    assertThat(reading.obeyed().getFirst().properties().getOrDefault("title", ""))
        .isEqualTo(Visible.lines(foreign).stripTrailing());
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_json_string_reads_back_as_itself(String foreign) {
    assertThat(JsonReader.read(Encoders.json(foreign))).isEqualTo(Json.of(foreign));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void no_html_begins_in_any_form_of_markdown(String foreign) {
    assertThat(Encoders.markdown(foreign)).doesNotContain("<");
    assertThat(Encoders.tableCell(foreign)).doesNotContain("<").doesNotContain("\n");
    assertThat(Encoders.html(foreign)).doesNotContain("<").doesNotContain("\"");
    assertThat(Encoders.codeCell(foreign)).doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = 'Q',
      value = {
        "feat: plain words → feat: plain words",
        "a *b* _c_ [d](e) → a \\*b\\* \\_c\\_ \\[d\\](e)",
        "@octocat → @&#8203;octocat",
        "fixes #12 and o/r#3 → fixes #&#8203;12 and o/r#&#8203;3",
        "GH-12 high-5 → GH-&#8203;12 high-5",
        "# no heading → \\# no heading",
        "12. no list → 12\\. no list",
        "3.5 of 4.5 → 3.5 of 4.5",
        "- no item → \\- no item",
        "a | b → a \\| b",
        "<b> & </b> → &lt;b&gt; &amp; &lt;/b&gt;",
        "see https://example.com/ → see https\\://example.com/",
        "see www.example.com → see www\\.example.com",
        ":tada: a::b c:d → :&#8203;tada: a::b c:d",
        "1:2:3 → 1:&#8203;2:3",
      })
  void markdown_shows_text_as_it_stands(String foreign, String encoded) {
    assertThat(Encoders.markdown(foreign)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = 'Q',
      value = {
        "plain → `plain`",
        "a`b → ``a`b``",
        "`a → `` `a ``",
        "a|b → `a|b`",
      })
  void code_cannot_be_ended_by_what_stands_in_it(String foreign, String encoded) {
    assertThat(Encoders.code(foreign)).isEqualTo(encoded);
  }

  @Test
  void code_in_a_table_keeps_its_bars() {
    assertThat(Encoders.codeCell("a|b")).isEqualTo("`a\\|b`");
  }

  @Test
  void a_block_of_code_has_a_longer_fence_than_anything_in_it() {
    assertThat(Encoders.codeBlock("a\n````\nb", "yaml"))
        .isEqualTo("`````yaml\na\n````\nb\n`````\n");
  }

  @Test
  void controls_and_changes_of_direction_are_shown() {
    assertThat(Encoders.logLine("a\0b\u001bc\u202Ed\ud800e\u007f"))
        .isEqualTo("a\u2400b\u241bc<U+202E>d\uFFFDe\u2421");
  }

  @Test
  void a_document_keeps_what_is_for_reading() {
    String notes =
        """
        ## [1.1.0](https://github.com/o/r/compare/v1.0.0...v1.1.0) (2026-11-24)

        ### Features

        * **cli:** say `<b>` and @octocat ([abc1234](https://github.com/o/r/commit/abc1234)), closes [#12](https://github.com/o/r/issues/12)
        """;
    assertThat(Encoders.markdownDocument(notes))
        .isEqualTo(
            """
            ## [1.1.0](https://github.com/o/r/compare/v1.0.0...v1.1.0) (2026-11-24)

            ### Features

            * **cli:** say `<b>` and @&#8203;octocat ([abc1234](https://github.com/o/r/commit/abc1234)), closes [#&#8203;12](https://github.com/o/r/issues/12)
            """);
  }

  @Test
  void a_document_cannot_act() {
    assertThat(
            Encoders.markdownDocument(
                """
                <details open><img src=x>
                ![pixel](https://tracker.example/p.png)
                [a](javascript:alert(1)) [b]: javascript:alert(1)
                \\<b>
                ```
                never closed <kept>\
                """))
        .isEqualTo(
            """
            &lt;details open>&lt;img src=x>
            \\![pixel](https://tracker.example/p.png)
            [a]&#8203;(javascript:alert(1)) [b]&#8203;: javascript:alert(1)
            \\<b>
            ```
            never closed <kept>
            ```
            """);
  }

  @Test
  void a_document_of_a_megabyte_takes_linear_time() {
    for (String piece : List.of("@a", "](", "`", "``` ", "[a](", "![", "://", "\\", "<!--", "* ")) {
      assertThat(Encoders.markdownDocument(piece.repeat(1_000_000 / piece.length()))).isNotEmpty();
      assertThat(Encoders.markdown(piece.repeat(1_000_000 / piece.length()))).isNotEmpty();
    }
  }
}
