package dev.slipway.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Corpus;
import dev.slipway.history.Commit;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import dev.slipway.settings.NotesSettings;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Notes of real releases, made from their real commits, against what semantic-release makes of
/// them.
class NotesCorpusTest {
  private static final Commit.Person SOMEBODY =
      new Commit.Person("Somebody", "somebody@example.org");

  @Test
  void notes_of_real_releases_are_equal_to_the_byte() {
    List<Json> releases = Corpus.read("notes.jsonl").orElse(List.of());
    List<String> different = new ArrayList<>();
    for (Json release : releases) {
      String notes = ReleaseNotes.write(request(release));
      if (!notes.equals(release.text("notes").orElseThrow())) {
        different.add(
            release.text("id").orElseThrow()
                + "\n--- expected\n"
                + release.text("notes").orElseThrow()
                + "\n--- written\n"
                + notes);
      }
    }
    System.err.println(
        "notes of real releases: " + releases.size() + ", different: " + different.size());
    assertThat(different.stream().limit(5)).isEmpty();
    assertThat(releases.isEmpty() || releases.size() >= 700).isTrue();
  }

  private static NotesRequest request(Json release) {
    return NotesRequest.of(
        release.get("commits").orElseThrow().items().stream().map(NotesCorpusTest::commit).toList(),
        NotesSettings.of(
            Preset.named(release.text("preset").orElseThrow()).orElseThrow(), Profile.SR25),
        release.text("repositoryUrl").orElseThrow(),
        release.text("previousTag"),
        release.text("tag").orElseThrow(),
        release.text("notesVersion").orElseThrow(),
        LocalDate.parse(release.text("date").orElseThrow()));
  }

  private static Commit commit(Json json) {
    var date = OffsetDateTime.parse(json.text("date").orElseThrow()).toInstant();
    String hash = json.text("hash").orElseThrow();
    return new Commit(
        hash, hash, List.of(), SOMEBODY, date, SOMEBODY, date, json.text("message").orElseThrow());
  }
}
