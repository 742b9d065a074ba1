package dev.slipway.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Corpus;
import dev.slipway.Fuzz;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random releases against the real generator.
@Tag("fuzz")
class NotesFuzzTest {
  private static final int BATCH = 200;

  @Test
  void random_notes_are_those_of_semantic_release_25() {
    assertThat(differences(Profile.SR25)).isEmpty();
  }

  @Test
  void random_notes_are_those_of_the_next_line_of_presets() {
    assertThat(differences(Profile.CC10)).isEmpty();
  }

  private static List<String> differences(Profile profile) {
    int cases = Fuzz.cases(200, 20_000);
    List<String> real = Fuzz.inFull() ? Corpus.messages() : List.of();
    List<String> different = new ArrayList<>();
    int refused = 0;
    try (NotesOracle oracle = NotesOracle.start()) {
      for (int from = 0; from < cases && different.size() < 5; from += BATCH) {
        List<RandomNotes> tried = new ArrayList<>();
        for (int i = from; i < Math.min(cases, from + BATCH); i++) {
          tried.add(RandomNotes.of(Fuzz.random(i), real, profile));
        }
        List<Json> answers = oracle.ask(tried.stream().map(RandomNotes::question).toList());
        for (int i = 0; i < tried.size(); i++) {
          if (answers.get(i).text("error").isPresent()) {
            refused++;
            System.err.println("REFUSED " + answers.get(i).text("error").get());
          } else {
            compare(from + i, tried.get(i), answers.get(i), different);
          }
        }
      }
    }
    System.err.println(
        profile
            + ": "
            + cases
            + " random notes, "
            + different.size()
            + " different, "
            + refused
            + " refused by the real generator; seed "
            + Fuzz.SEED);
    return different;
  }

  private static void compare(int number, RandomNotes tried, Json answer, List<String> different) {
    String expected = answer.text("notes").orElseThrow();
    String written;
    try {
      written = ReleaseNotes.write(tried.request());
    } catch (RuntimeException broken) {
      written = "BROKEN " + broken;
    }
    if (!written.equals(expected) && different.size() < 5) {
      different.add(
          "case "
              + number
              + "\n"
              + JsonWriter.compact(tried.question())
              + "\n--- expected\n"
              + expected
              + "\n--- written\n"
              + written
              + "\n");
    }
  }
}
