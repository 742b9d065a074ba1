package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNotesTest {
  private static final Optional<String> DEFAULT = Optional.empty();

  @Test
  void a_note_is_written_as_semantic_release_writes_it() {
    assertThat(ChannelNotes.of(DEFAULT).json()).isEqualTo("{\"channels\":[null]}");
    assertThat(ChannelNotes.of(Optional.of("next")).with(DEFAULT).json())
        .isEqualTo("{\"channels\":[\"next\",null]}");
    assertThat(ChannelNotes.ref("v1.2.3")).isEqualTo("refs/notes/semantic-release-v1.2.3");
  }

  @Test
  void the_notes_of_both_refs_count_together() {
    assertThat(
            ChannelNotes.read(
                List.of("{\"channels\":[\"next\"]}", "{\"channels\":[null,\"next\"]}\n")))
        .contains(new ChannelNotes(List.of(Optional.of("next"), DEFAULT)));
  }

  @Test
  void a_note_that_git_has_merged_is_read_line_by_line() {
    assertThat(ChannelNotes.read(List.of("{\"channels\":[null]}\n\n{\"channels\":[\"beta\"]}\n")))
        .contains(new ChannelNotes(List.of(DEFAULT, Optional.of("beta"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "released",
        "{",
        "[]",
        "null",
        "{\"channels\":\"next\"}",
        "{\"channels\":[]}",
        "{\"channels\":[{}]}",
        "{\"channels\":[1]}"
      })
  void what_is_no_such_note_counts_as_none(String note) {
    assertThat(ChannelNotes.read(List.of(note))).isEmpty();
  }

  @Test
  void the_empty_channel_is_the_default_one() {
    assertThat(ChannelNotes.read(List.of("{\"channels\":[\"\",false]}")))
        .contains(new ChannelNotes(List.of(DEFAULT)));
  }
}
