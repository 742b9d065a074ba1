package dev.slipway.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.Commit;
import dev.slipway.settings.NotesSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Notes where there is no configuration.
class NativeNotesTest {
  private static final String HEADING =
      "## [1.1.0](https://github.com/owner/repo/compare/v1.0.0...v1.1.0) (2026-11-24)\n";
  private static final Commit.Person SOMEBODY = new Commit.Person("Somebody", "s@example.org");

  static ReleaseNotes notes(String... messages) {
    List<Commit> commits =
        IntStream.range(0, messages.length)
            .mapToObj(
                i -> commit(Integer.toHexString(i + 10).repeat(40).substring(0, 40), messages[i]))
            .toList();
    return ReleaseNotes.of(
        NotesRequest.of(
            commits,
            NotesSettings.nativeDefaults(),
            "https://github.com/owner/repo",
            Optional.of("v1.0.0"),
            "v1.1.0",
            "1.1.0",
            LocalDate.of(2026, 11, 24)));
  }

  private static Commit commit(String hash, String message) {
    return new Commit(
        hash, hash, List.of(), SOMEBODY, Instant.EPOCH, SOMEBODY, Instant.EPOCH, message);
  }

  private static String line(String text) {
    String link = " ([aaaaaaa](https://github.com/owner/repo/commit/" + "a".repeat(40) + "))";
    return HEADING + "\n### Features\n\n* " + text + link + "\n";
  }

  @Test
  void notes_look_like_those_of_conventionalcommits() {
    assertThat(
            notes("feat(core): a thing (#12)", "chore: nothing to see", "fix!: another").markdown())
        .isEqualTo(
            HEADING
                + "\n"
                + "### ⚠ BREAKING CHANGES\n\n"
                + "* another\n"
                + "\n"
                + "### Features\n\n"
                + "* **core:** a thing ([#12](https://github.com/owner/repo/issues/12))"
                + " ([aaaaaaa](https://github.com/owner/repo/commit/"
                + "a".repeat(40)
                + "))\n\n"
                + "### Bug Fixes\n\n"
                + "* another ([ccccccc](https://github.com/owner/repo/commit/"
                + "c".repeat(40)
                + "))\n");
  }

  @Test
  void nobody_is_called() {
    assertThat(notes("feat: thanks to @someone and @Other/team, not `@code` or a@b.org").markdown())
        .isEqualTo(
            line("thanks to @&#8203;someone and @&#8203;Other/team, not `@code` or a@b.org"));
  }

  @Test
  void issues_of_other_repositories_are_not_told() {
    assertThat(notes("feat: like their/thing#7 but #8").markdown())
        .contains("like their/thing#&#8203;7 but [#8](https://github.com/owner/repo/issues/8)");
    assertThat(notes("feat: it\n\nCloses their/thing#7, #9").markdown())
        .contains("closes their/thing#&#8203;7 [#9](https://github.com/owner/repo/issues/9)");
  }

  @Test
  void html_images_and_comments_are_text() {
    assertThat(
            notes(
                    "feat: <img src=x> <!-- hidden --> ![p](https://x.org/p.png) [l](javascript:x)"
                        + " &#64;me")
                .markdown())
        .isEqualTo(
            line(
                "&lt;img src=x> &lt;!-- hidden --> !\\[p](https://x.org/p.png) \\[l](javascript:x)"
                    + " &amp;[#64](https://github.com/owner/repo/issues/64);me"));
  }

  @Test
  void a_note_makes_no_headings_and_opens_no_code() {
    String notes =
        notes("feat: it\n\nBREAKING CHANGE: first\n# heading\n```\nopen\n---\nAll of it")
            .markdown();
    assertThat(notes).contains("* first\n  \\# heading\n  \\```\n  open\n  \\---\n  All of it\n");
  }

  @Test
  void a_repository_of_which_nothing_is_known_gets_notes_without_links() {
    NotesRequest request =
        NotesRequest.of(
            List.of(commit("a".repeat(40), "fix: it #1")),
            NotesSettings.nativeDefaults(),
            "/srv/repo",
            Optional.of("v1"),
            "v2",
            "2.0.0",
            LocalDate.of(2026, 1, 2));
    assertThat(ReleaseNotes.write(request))
        .startsWith("## 2.0.0 (2026-01-02)\n\n### Bug Fixes\n\n* it ")
        .endsWith("aaaaaaa\n");
  }

  @Test
  void commits_of_which_none_is_shown_are_said_aloud() {
    ReleaseNotes notes = notes("chore: a", "docs: b");
    assertThat(notes.markdown()).isEqualTo(HEADING);
    assertThat(notes.shown()).isZero();
    assertThat(notes.warning().orElseThrow().code()).isEqualTo("NOTES_EMPTY");
    assertThat(notes.warning().orElseThrow().what())
        .isEqualTo(
            "The release notes of 1.1.0 have a heading and nothing below it: the preset"
                + " conventionalcommits shows none of the 2 commits.");
  }
}
