package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.history.Commit;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import dev.slipway.problem.Refused;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.settings.ReleaseRule;
import dev.slipway.settings.ReleaseType;
import dev.slipway.version.Bump;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What commits ask for, and why.
class AnalysisTest {
  private static final AnalyzerSettings ANGULAR = AnalyzerSettings.of(Preset.ANGULAR, Profile.SR25);
  private static final AnalyzerSettings CONVENTIONAL =
      AnalyzerSettings.of(Preset.CONVENTIONALCOMMITS, Profile.SR25);
  private static final AnalyzerSettings NATIVE = AnalyzerSettings.nativeDefaults();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          feat: x            | minor | minor | minor
          fix: x             | patch | patch | patch
          perf: x            | patch | patch | patch
          docs: x            | none  | none  | none
          feat!: x           | none  | major | major
          chore(a)!: x       | none  | major | major
          FEAT!: x           | none  | major | major
          Feat: x            | none  | none  | minor
          fix:x              | none  | none  | none
          feat (a): x        | none  | none  | none
          feat(a)(b): x      | minor | minor | none
          feat(a)! : x       | none  | none  | none
          feature: x         | none  | none  | none
          'Merge pull request #1 from a/b' | none | none | none
          """)
  void a_header_moves_the_version(String header, String angular, String conventional, String own) {
    assertThat(bump(ANGULAR, header)).isEqualTo(angular);
    assertThat(bump(CONVENTIONAL, header)).isEqualTo(conventional);
    assertThat(bump(NATIVE, header)).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          docs: x     | no rule for type `docs`
          feature: x  | no rule for type `feature`; perhaps `feat` was meant
          Feat: x     | no rule for type `Feat`; the case of a type counts: write `feat`
          fix:x       | the header is no `type: subject`; there must be a blank behind the colon: write `fix: `
          feat (a): x | the header is no `type: subject`; no blank before the scope: write `feat(a):`
          feat : x    | the header is no `type: subject`; no blank before the colon: write `feat:`
          feat!: x    | the header is no `type: subject`; `feat!:` is no header under this preset: write the footer `BREAKING CHANGE: …`, or use the preset `conventionalcommits`
          Update deps | the header is no `type: subject`
          """)
  void a_commit_that_moves_nothing_says_why(String header, String why) {
    assertThat(verdict(ANGULAR, header).why()).isEqualTo(why);
  }

  @Test
  void a_note_that_is_none_is_pointed_at() {
    assertThat(verdict(NATIVE, "chore: x\n\nBREAKING CHANGE y").why())
        .isEqualTo(
            "no rule for type `chore`; a line with BREAKING in it is no footer: it must start with"
                + " `BREAKING CHANGE: `");
  }

  @Test
  void the_rule_that_decided_is_named() {
    assertThat(verdict(ANGULAR, "feat: x").why()).isEqualTo("minor by a default rule (type: feat)");
    assertThat(verdict(ruled(rule("type", "docs", ReleaseType.PATCH)), "docs: x").why())
        .isEqualTo("patch by releaseRules[0] (type: docs)");
    assertThat(verdict(ruled(rule("scope", "no-release", ReleaseType.NONE)), "fix(no-release): x"))
        .satisfies(verdict -> {
          assertThat(verdict.bump()).isEmpty();
          assertThat(verdict.why()).isEqualTo("no release by releaseRules[0] (scope: no-release)");
        });
  }

  @Test
  void false_behind_a_patch_is_no_release_and_a_patch_behind_false_is_one() {
    ReleaseRule patch = rule("type", "fix", ReleaseType.PATCH);
    ReleaseRule none = rule("scope", "x", ReleaseType.NONE);
    assertThat(bump(ruled(patch, none), "fix(x): y")).isEqualTo("none");
    assertThat(bump(ruled(none, patch), "fix(x): y")).isEqualTo("patch");
  }

  @Test
  void a_commit_that_asks_for_it_is_left_out() {
    Verdict verdict = verdict(ANGULAR, "feat: x\n\n[Skip \t Release]");
    assertThat(verdict.bump()).isEmpty();
    assertThat(verdict.why()).isEqualTo("the message says [skip release]");
    assertThat(bump(ANGULAR, "feat: x [release skip]")).isEqualTo("none");
    assertThat(bump(ANGULAR, "feat: x [skip ci]")).isEqualTo("minor");
    assertThat(bump(ANGULAR, "feat: x [skiprelease]")).isEqualTo("minor");
  }

  @Test
  void of_many_commits_each_has_its_verdict_in_their_order() {
    List<Commit> commits = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String sha = String.format(Locale.ROOT, "%040x", i);
      String before = String.format(Locale.ROOT, "%040x", i + 1);
      switch (i % 4) {
        case 0 -> {
          commits.add(
              commit(sha, "revert: feat: " + (i + 1) + "\n\nThis reverts commit " + before + "."));
          expected.add("takes back " + before.substring(0, 7) + ", which was not released yet");
        }
        case 1 -> {
          commits.add(commit(sha, "feat: " + i));
          expected.add(
              "taken back by " + String.format(Locale.ROOT, "%040x", i - 1).substring(0, 7));
        }
        case 2 -> {
          commits.add(commit(sha, "fix: " + i));
          expected.add("patch by a default rule (type: fix)");
        }
        default -> {
          commits.add(commit(sha, "word" + i + ": x"));
          expected.add("no rule for type `word" + i + "`");
        }
      }
    }
    Analysis analysis = Analysis.of(commits, ANGULAR);
    assertThat(analysis.verdicts().stream().map(Verdict::commit)).isEqualTo(commits);
    assertThat(analysis.verdicts().stream().map(Verdict::why)).isEqualTo(expected);
    assertThat(analysis.bump()).hasValue(Bump.PATCH);
  }

  @Test
  void a_commit_and_what_took_it_back_say_so() {
    Commit feature = commit("a".repeat(40), "feat: x");
    Commit revert =
        commit("b".repeat(40), "Revert \"feat: x\"\n\nThis reverts commit " + "a".repeat(40) + ".");
    Analysis analysis = Analysis.of(List.of(revert, feature), ANGULAR);
    assertThat(analysis.bump()).isEmpty();
    assertThat(analysis.verdicts())
        .extracting(Verdict::why)
        .containsExactly("takes back aaaaaaa, which was not released yet", "taken back by bbbbbbb");
  }

  @Test
  void a_revert_of_what_was_released_is_a_patch() {
    assertThat(bump(NATIVE, "Revert \"feat: x\"\n\nThis reverts commit " + "a".repeat(40) + "."))
        .isEqualTo("patch");
  }

  @Test
  void a_rule_that_asks_for_a_prerelease_is_refused_when_it_decides() {
    AnalyzerSettings settings = ruled(rule("type", "docs", ReleaseType.PRERELEASE));
    assertThat(bump(settings, "fix: x")).isEqualTo("patch");
    assertThatThrownBy(() -> bump(settings, "docs: x"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problems().getFirst().code()).isEqualTo("RELEASE_TYPE_NOT_USABLE");
              assertThat(refused.problems().getFirst().what())
                  .isEqualTo(
                      "releaseRules[0] (type: docs) asks for the release type `prerelease`, and no"
                          + " rule that fits asks for more. A release is `major`, `minor` or"
                          + " `patch`.");
            });
  }

  @Test
  void bullets_of_a_squashed_body_count_only_when_asked() {
    String message = "docs: several (#3)\n\n* feat: a\n\nmore\n\n* fix(b): c\n* chore!: d";
    assertThat(bump(NATIVE, message)).isEqualTo("none");
    assertThat(bump(new AnalyzerSettings(NATIVE.parser(), List.of(), true), message))
        .isEqualTo("major");
  }

  private static AnalyzerSettings ruled(ReleaseRule... rules) {
    return new AnalyzerSettings(ANGULAR.parser(), List.of(rules), false);
  }

  private static ReleaseRule rule(String property, String glob, ReleaseType release) {
    return new ReleaseRule(false, false, Json.empty().with(property, Json.of(glob)), release);
  }

  private static String bump(AnalyzerSettings settings, String message) {
    return Analysis.of(List.of(commit("c".repeat(40), message)), settings)
        .bump()
        .map(Object::toString)
        .orElse("none");
  }

  private static Verdict verdict(AnalyzerSettings settings, String message) {
    return Analysis.of(List.of(commit("c".repeat(40), message)), settings).verdicts().getFirst();
  }

  private static Commit commit(String hash, String message) {
    var person = new Commit.Person("A Person", "person@example.test");
    return new Commit(hash, hash, List.of(), person, Instant.EPOCH, person, Instant.EPOCH, message);
  }
}
