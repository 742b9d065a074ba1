package dev.slipway.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fuzz;
import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fuzz")
class ChangelogTest {
  private static final List<String> PIECES =
      List.of(
          "# Changelog",
          "\n",
          "\r\n",
          "## 1.0.0",
          "\n\n",
          " ",
          "\ufeff",
          "\u00a0",
          "text",
          "* item",
          "\t");

  @Test
  void the_newest_notes_stand_on_top_below_the_title() {
    assertThat(
            Changelog.prepend(
                "# Changelog\n\n## 1.0.0\n\n* a\n",
                "\n## 1.1.0\n\n* b\n\n",
                Optional.of("# Changelog")))
        .isEqualTo("# Changelog\n\n## 1.1.0\n\n* b\n\n## 1.0.0\n\n* a\n");
  }

  @Test
  void a_file_that_is_not_there_is_begun() {
    assertThat(Changelog.prepend("", "## 1.0.0\n", Optional.empty())).isEqualTo("## 1.0.0\n");
  }

  @Test
  void without_notes_nothing_changes() {
    assertThat(Changelog.prepend("old\r\n", "", Optional.of("# T"))).isEqualTo("old\r\n");
  }

  @Test
  void random_files_become_what_the_real_plug_in_makes_of_them() {
    List<String[]> cases = new ArrayList<>();
    List<Json> questions = new ArrayList<>();
    for (int i = 0; i < Math.min(Fuzz.cases(150), 5_000); i++) {
      RandomGenerator random = Fuzz.random(i);
      String[] one = {text(random), text(random), random.nextBoolean() ? "# Changelog" : ""};
      cases.add(one);
      questions.add(
          Json.empty()
              .with("ask", Json.of("changelog"))
              .with("old", Json.of(one[0]))
              .with("notes", Json.of(one[1]))
              .with("title", Json.of(Optional.of(one[2]).filter(t -> !t.isEmpty()))));
    }
    try (NotesOracle oracle = NotesOracle.start()) {
      List<Json> answers = oracle.ask(questions);
      for (int i = 0; i < cases.size(); i++) {
        String[] one = cases.get(i);
        // The plug-in reads without a byte order mark.
        String old = one[0].startsWith("\ufeff") ? one[0].substring(1) : one[0];
        assertThat(Changelog.prepend(old, one[1], Optional.of(one[2]).filter(t -> !t.isEmpty())))
            .as(questions.get(i).toString())
            .isEqualTo(
                answers.get(i).text("file").map(f -> one[1].isEmpty() ? old : f).orElse(old));
      }
    }
  }

  private static String text(RandomGenerator random) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      out.append(RandomNotes.pick(random, PIECES));
    }
    return out.toString();
  }
}
