package dev.slipway.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which changes are left when some were taken back. Commits are written newest first.
class RevertsTest {
  private static final String A = "a".repeat(40);
  private static final String B = "b".repeat(40);
  private static final String C = "c".repeat(40);
  private static final String D = "d".repeat(40);

  @Test
  void git_revert_takes_back_the_commit_that_it_names() {
    assertThat(left(Profile.NATIVE, commit(B, revert("feat: x", A)), commit(A, "feat: x")))
        .isEmpty();
  }

  @Test
  void a_reapplied_feature_is_there_again() {
    assertThat(
            left(
                Profile.NATIVE,
                commit(C, "Reapply \"feat: x\"\n\nThis reverts commit " + B + "."),
                commit(B, revert("feat: x", A)),
                commit(A, "feat: x")))
        .containsExactly(A);
  }

  @Test
  void semantic_release_does_not_know_reapply() {
    assertThat(
            left(
                Profile.SR25,
                commit(C, "Reapply \"feat: x\"\n\nThis reverts commit " + B + "."),
                commit(B, revert("feat: x", A)),
                commit(A, "feat: x")))
        .containsExactly(C);
  }

  @Test
  void a_revert_of_a_revert_takes_back_the_revert() {
    for (Profile profile : Profile.values()) {
      assertThat(
              left(
                  profile,
                  commit(C, revert("Revert \"feat: x\"", B)),
                  commit(B, revert("feat: x", A)),
                  commit(A, "feat: x")))
          .as(profile.name())
          .containsExactly(A);
    }
  }

  @Test
  void a_shortened_hash_counts_in_the_native_profile_only() {
    Commit[] commits = {commit(B, revert("feat: x", "aaaaaaaa")), commit(A, "feat: x")};
    assertThat(left(Profile.NATIVE, commits)).isEmpty();
    assertThat(left(Profile.SR25, commits)).containsExactly(B, A);
  }

  @Test
  void a_shortened_hash_of_two_commits_takes_back_none() {
    String other = "aaaaaaaa" + "b".repeat(32);
    assertThat(
            left(
                Profile.NATIVE,
                commit(B, revert("feat: x", "aaaaaaaa")),
                commit(other, "feat: y"),
                commit(A, "feat: x")))
        .containsExactly(B, other, A);
  }

  @Test
  void the_button_of_github_names_a_pull_request() {
    assertThat(
            left(
                Profile.NATIVE,
                commit(B, "Revert \"feat: x\" (#13)\n\nReverts owner/repo#12"),
                commit(A, "feat: x (#12)")))
        .isEmpty();
  }

  @Test
  void a_conventional_revert_names_its_commits_behind_refs() {
    assertThat(
            left(
                Profile.NATIVE,
                commit(C, "revert: let us not talk of it\n\nRefs: aaaaaaa, bbbbbbb"),
                commit(B, "fix: y"),
                commit(A, "feat: x")))
        .isEmpty();
  }

  @Test
  void a_revert_of_which_one_part_was_released_stays() {
    assertThat(
            left(
                Profile.NATIVE,
                commit(C, "revert: both\n\nRefs: aaaaaaa, eeeeeee"),
                commit(A, "feat: x")))
        .containsExactly(C);
  }

  @Test
  void a_revert_without_any_name_goes_by_the_header() {
    assertThat(left(Profile.NATIVE, commit(B, "Revert \"feat: x\""), commit(A, "feat: x (#4)")))
        .isEmpty();
  }

  @Test
  void what_was_merged_falls_with_its_merge() {
    Commit merge = commit(C, "Merge pull request #7 from a/b", B, A);
    assertThat(
            left(
                Profile.NATIVE,
                commit(
                    D,
                    "Revert \"Merge pull request #7 from a/b\"\n\nThis reverts commit "
                        + C
                        + ", reversing\nchanges made to "
                        + B
                        + "."),
                merge,
                commit(A, "feat: x"),
                commit(B, "fix: y")))
        .containsExactly(B);
  }

  @Test
  void ten_thousand_reverts_of_ten_thousand_commits_leave_nothing() {
    List<Commit> commits = new ArrayList<>();
    int n = 10_000;
    IntStream.range(0, n)
        .forEach(i -> commits.add(commit(hash(n + i), revert("fix: " + i, hash(i)))));
    IntStream.range(0, n).forEach(i -> commits.add(commit(hash(i), "fix: " + i)));
    for (Profile profile : Profile.values()) {
      assertThat(left(profile, commits.toArray(Commit[]::new))).as(profile.name()).isEmpty();
    }
  }

  private static String hash(int number) {
    String hex = Integer.toHexString(number);
    return "0".repeat(40 - hex.length()) + hex;
  }

  private static String revert(String header, String hash) {
    return "Revert \"" + header + "\"\n\nThis reverts commit " + hash + ".";
  }

  private static List<String> left(Profile profile, Commit... commits) {
    CommitGrammar grammar = CommitGrammar.of(Preset.CONVENTIONALCOMMITS.options(profile));
    List<Change> changes =
        List.of(commits).stream().map(commit -> grammar.read(commit).orElseThrow()).toList();
    return Reverts.filter(changes, profile).stream().map(change -> change.commit().sha()).toList();
  }

  private static Commit commit(String hash, String message, String... parents) {
    var person = new Commit.Person("A", "a@example.test");
    return new Commit(
        hash, hash, List.of(parents), person, Instant.EPOCH, person, Instant.EPOCH, message);
  }
}
