package dev.slipway.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TruncationTest {
  private static final Optional<String> REST = Optional.of("https://example.org/compare/a...b");
  private static final String END =
      "\n**These notes are cut here.** [The rest](https://example.org/compare/a...b)\n";

  @Test
  void notes_that_fit_stay_as_they_are() {
    assertThat(Truncation.fit("# 1\n", 4, REST)).isEqualTo("# 1\n");
  }

  @Test
  void notes_are_cut_at_the_end_of_a_line_and_say_where_the_rest_is() {
    String notes = "* a line of some length\n".repeat(100);
    String cut = Truncation.fit(notes, 200, REST);
    assertThat(cut).isEqualTo("* a line of some length\n".repeat(5) + END);
    assertThat(cut.length()).isLessThanOrEqualTo(200);
  }

  @Test
  void what_is_open_at_the_cut_is_closed() {
    String notes = "<details>\n\n```js\n" + "code\n".repeat(100) + "```\n</details>\n";
    assertThat(Truncation.fit(notes, 150, REST))
        .startsWith("<details>\n\n```js\ncode\n")
        .endsWith("code\n```\n</details>\n" + END)
        .hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void an_open_comment_does_not_swallow_the_end() {
    assertThat(Truncation.fit("<!-- a\n" + "b\n".repeat(200), 120, REST))
        .endsWith("b\n-->\n" + END);
  }

  @Test
  void a_single_long_line_is_cut_between_characters() {
    String cut = Truncation.fit("\ud83d\ude80".repeat(200), 120, REST);
    assertThat(cut).endsWith("\ud83d\ude80\n" + END).hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void nothing_is_ever_longer_than_the_limit() {
    String notes = "<details>\n".repeat(30) + "~~~\nx\n".repeat(50);
    for (int limit = 0; limit < notes.length(); limit++) {
      assertThat(Truncation.fit(notes, limit, REST)).hasSizeLessThanOrEqualTo(limit);
      assertThat(Truncation.fit(notes, limit, Optional.empty())).hasSizeLessThanOrEqualTo(limit);
    }
  }
}
