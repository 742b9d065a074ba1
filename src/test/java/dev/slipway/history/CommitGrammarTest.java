package dev.slipway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What messages say under each profile. That it is what the real parsers read is the business of
/// GrammarFuzzTest.
class CommitGrammarTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "feat(a): b",
        "feat(a): b\r\n\r\nwhy\r\n",
        "feat(a): b\r\r\n\nwhy",
        "feat(a): b\n\ncloses #1\n\nBREAKING CHANGE: c",
        "feat(a): b\n\nbreaking change: c",
        "feat(a): b\n\nthis is BREAKING",
        "gpg: made\nfeat(a): b",
        "feat(a): b\n-hash-\nc",
        "Revert \"feat: a\"\r\n\r\nThis reverts commit 1234567.",
        "feat(a)!: b\n\nwhy #1",
      })
  void an_outline_says_what_the_whole_message_says(String message) {
    for (Profile profile : Profile.values()) {
      for (Preset preset : List.of(Preset.ANGULAR, Preset.CONVENTIONALCOMMITS)) {
        GrammarFuzzTest.outline(
            CommitGrammar.of(preset.options(profile)), GrammarFuzzTest.commit(message));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Breaking change in y happened | 1 | 0 | 0
          BREAKING CHANGE y             | 1 | 0 | 0
          '  BREAKING CHANGE: x'        | 1 | 0 | 0
          * BREAKING CHANGE: x          | 1 | 1 | 0
          breaking change: x            | 1 | 1 | 0
          - BREAKING CHANGE: x          | 0 | 0 | 0
          BREAKING CHANGE               | 0 | 0 | 0
          BREAKING CHANGES: x           | 0 | 0 | 0
          BREAKING CHANGE: x            | 1 | 1 | 1
          BREAKING-CHANGE: x            | 1 | 1 | 1
          """)
  void a_line_is_a_note_under_some_profiles(String line, int sr25, int cc10, int own) {
    String message = "chore: a\n\n" + line;
    assertThat(notes(Profile.SR25, message)).hasSize(sr25);
    assertThat(notes(Profile.CC10, message)).hasSize(cc10);
    assertThat(notes(Profile.NATIVE, message)).hasSize(own);
  }

  @Test
  void a_native_note_takes_its_lines_up_to_the_next_footer() {
    assertThat(
            notes(
                Profile.NATIVE,
                "feat: a\n\nBREAKING CHANGE: first\nsecond\n\nthird\nReviewed-by: Z\nnot this"))
        .containsExactly(new Note("BREAKING CHANGE", "first\nsecond\n\nthird"));
  }

  @Test
  void a_native_bang_is_a_note_with_the_subject() {
    Change change = read(Profile.NATIVE, "Feat(core)!: drop it");
    assertThat(change.notes()).containsExactly(new Note("BREAKING CHANGE", "drop it"));
    assertThat(change.type()).contains("feat");
    assertThat(change.scope()).contains("core");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feat:x",
        "feat : x",
        "feat (a): x",
        "feat(): x",
        "feat(a)(b): x",
        ": x",
        "feat: ",
        "feat",
        "feat!!: x",
        "feat( a): x",
        "feat(a: x",
        "fe at: x"
      })
  void a_native_header_is_strict(String header) {
    assertThat(read(Profile.NATIVE, header).fields()).doesNotContainKey("type");
  }

  @Test
  void a_reapplied_commit_tells_of_itself_again() {
    Change change =
        read(
            Profile.NATIVE,
            "Reapply \"feat(a): x\"\n\n"
                + "This reverts commit 1234567890abcdef1234567890abcdef12345678.");
    assertThat(change.type()).contains("feat");
    assertThat(change.subject()).contains("x");
    assertThat(change.revert().orElseThrow().hashes())
        .containsExactly("1234567890abcdef1234567890abcdef12345678");
  }

  @Test
  void a_pattern_of_the_configuration_reads_by_name_when_it_has_names() {
    CommitGrammar grammar =
        CommitGrammar.of(
            Preset.ANGULAR
                .options(Profile.SR25)
                .draft()
                .headerPattern(
                    Optional.of(
                        TextPattern.javascript("^(?<scope>\\w+)/(?<type>\\w+): (?<other>.*)$")))
                .finish());
    Change change = grammar.read(GrammarFuzzTest.commit("core/feat: x")).orElseThrow();
    assertThat(change.type()).contains("feat");
    assertThat(change.scope()).contains("core");
    assertThat(change.subject()).isEmpty();
  }

  @Test
  void a_pattern_with_a_reference_back_is_refused() {
    assertThatThrownBy(() -> TextPattern.javascript("^(\\w)\\1: (.*)$"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        Problem.configuration(
                            "PATTERN_NOT_LINEAR",
                            "/^(\\w)\\1: (.*)$/ uses a reference back to a group: `\\1`, which"
                                + " Slipway does not have: it matches in linear time only, because"
                                + " commit messages are written by strangers.",
                            "Write the pattern without it, or leave it out and use a preset:\n"
                                + "preset: conventionalcommits")));
  }

  @Test
  void a_pattern_that_is_none_is_refused() {
    assertThatThrownBy(() -> TextPattern.javascript("^(\\w+: (.*)$"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        Problem.configuration(
                            "PATTERN_MALFORMED",
                            "/^(\\w+: (.*)$/ is no regular expression: a `(` that is not closed.",
                            "Correct the pattern. semantic-release stops at it, too.")));
  }

  /// Where the real parser breaks off, and its whole release with it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "feat: a\n\n-notes-\nx\n\nBREAKING CHANGE: y",
        "feat: a\n\n-references-\nx",
        "feat: a\n\nBREAKING CHANGE: y\n-name-"
      })
  void a_message_that_stops_the_real_parser_is_read(String message) {
    assertThat(read(Profile.SR25, message).type()).contains("feat");
  }

  /// Texts that the expressions of older parsers took minutes for.
  @Test
  void known_traps_for_backtracking_are_read() {
    int n = 100_000;
    List<String> traps =
        List.of(
            "feat: x\n\n" + " ".repeat(n) + "BREAKING",
            "fix: x\n\n" + "\n".repeat(n) + "x",
            "fix: " + "#".repeat(n) + "!",
            "fix: " + "a-/".repeat(n) + "#",
            "fix: " + "close ".repeat(n / 6),
            "fix: " + "http://-".repeat(n / 8) + " #1",
            "feat(" + "(".repeat(n) + ": x",
            "feat" + "(a)".repeat(n / 3) + ": x",
            "Revert \"" + " \"".repeat(n) + "\n\nThis reverts commit 1",
            "revert: " + "This reverts commit ".repeat(n / 20),
            "x\n\n" + "-".repeat(n) + "\n" + "- -".repeat(n),
            "x: " + "@".repeat(n) + "-".repeat(n),
            "x: y\n\n" + "BREAKING CHANGE: a\n".repeat(n / 20));
    for (Profile profile : Profile.values()) {
      for (Preset preset : List.of(Preset.ANGULAR, Preset.CONVENTIONALCOMMITS)) {
        CommitGrammar grammar = CommitGrammar.of(preset.options(profile));
        assertThat(traps)
            .allSatisfy(trap -> assertThat(grammar.read(GrammarFuzzTest.commit(trap))).isPresent());
      }
    }
  }

  private static List<Note> notes(Profile profile, String message) {
    return read(profile, message).notes();
  }

  private static Change read(Profile profile, String message) {
    return CommitGrammar.of(Preset.CONVENTIONALCOMMITS.options(profile))
        .read(GrammarFuzzTest.commit(message))
        .orElseThrow();
  }
}
