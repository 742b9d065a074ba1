package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.history.MemoryGraph;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What was released last is never guessed.
class HistoryProblemsTest {
  private static final String ABSENT = "0123456789abcdef0123456789abcdef01234567";

  private final MemoryGraph graph = new MemoryGraph();

  @Test
  void a_history_without_the_last_tags_commit_says_so() {
    graph.commit("minor: all that was fetched");
    graph.tag("v1.9.0", ABSENT).tag("v1.10.0", ABSENT).tag("v2.0.0-beta.1", ABSENT).cutShort();
    Problem problem = only(Asking.with("main"));
    assertThat(problem.code()).isEqualTo("HISTORY_CUT_SHORT");
    assertThat(problem.what())
        .isEqualTo(
            "The history of `main` is cut short in this clone, and the last release's tag is not in"
                + " what is here: tag `v1.10.0` stands on commit "
                + ABSENT
                + ". So it is not known what was released last.");
    assertThat(problem.remedy())
        .isEqualTo(
            """
            Fetch the whole history:
              - uses: actions/checkout@v6
                with:
                  fetch-depth: 0\
            """);
  }

  @Test
  void a_cut_history_without_any_tag_says_so() {
    graph.commit("minor: all that was fetched");
    graph.cutShort();
    assertThat(only(Asking.with("main")).what())
        .isEqualTo(
            "The history of `main` is cut short in this clone, and the last release's tag is not in"
                + " what is here. So it is not known what was released last.");
  }

  @Test
  void a_cut_history_that_holds_the_last_tag_is_enough() {
    graph.commit("minor: long ago");
    graph.tag("v1.1.0").tag("v1.0.0", ABSENT);
    graph.commit("patch: now");
    graph.cutShort();
    assertThat(Asking.with("main").release(graph, "main").version()).hasToString("1.1.1");
  }

  @Test
  void versions_without_tags_are_asked_for_by_name_and_commit() {
    String released = graph.commit("minor: published by hand");
    graph.commit("minor: now");
    Problem problem =
        only(
            Asking.with("main")
                .published(
                    Map.of(
                        Version.of("0.9.0"), Optional.empty(),
                        Version.of("1.4.2"), Optional.of(released),
                        Version.of("2.0.0-rc.1"), Optional.of(ABSENT))));
    assertThat(problem.code()).isEqualTo("TAG_MISSING");
    assertThat(problem.what())
        .isEqualTo(
            "No release tag is in the history of `main`, but widget has versions on the registry,"
                + " the highest being 1.4.2. It was made from commit "
                + released
                + ".");
    assertThat(problem.remedy())
        .isEqualTo(
            """
            Create the missing tag on the commit that was released, and push it:
              git tag v1.4.2 %s
              git push origin v1.4.2
            Or, if those versions have nothing to do with this history, say which version comes first, above all of them:
              with:
                initial-version: 2.0.0\
            """
                .formatted(released));
  }

  @Test
  void a_commit_that_is_not_here_is_not_offered_for_the_tag() {
    graph.commit("minor: now");
    Problem problem = only(published("1.4.2", Optional.of(ABSENT)));
    assertThat(problem.what())
        .endsWith(" It was made from commit " + ABSENT + ", which is not in this repository.");
    assertThat(problem.remedy()).contains("  git tag v1.4.2 <commit>\n");
    assertThat(only(published("1.4.2", Optional.empty())).what())
        .endsWith(" The registry does not say which commit it was made from.");
  }

  @Test
  void an_initial_version_above_all_that_is_published_is_an_answer() {
    graph.commit("minor: now");
    Asking asking = published("0.0.0", Optional.empty());
    assertThat(asking.initialVersion("1.0.0").release(graph, "main").version())
        .hasToString("1.0.0");
    assertThat(asking.initialVersion("0.0.0").problems(graph, "main"))
        .extracting(Problem::code)
        .containsExactly("TAG_MISSING");
  }

  @Test
  void versions_whose_tags_stand_on_another_branch_are_not_asked_for() {
    graph.commit("none: begin");
    graph.branch("old").commit("none: released");
    graph.tag("v0.9.0").checkout("main").commit("minor: now");
    assertThat(published("0.9.0", Optional.empty()).release(graph, "main").version())
        .hasToString("1.0.0");
  }

  @Test
  void a_higher_version_on_the_registry_is_worth_a_word() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").commit("patch: now");
    assertThat(published("99.0.0", Optional.empty()).decide(graph, "main").reasons())
        .contains(
            "The registry has widget@99.0.0, which is higher than the last release here, and no tag"
                + " `v99.0.0` says so.");
  }

  @Test
  void a_checkout_behind_the_remote_releases_nothing() {
    String old = graph.commit("minor: now");
    String tip = graph.commit("patch: a moment later");
    graph.detach(old);
    Decision decision = Asking.with("main").decide(graph, "main");
    assertThat(((Decision.NoRelease) decision).why()).isEqualTo(Decision.Why.BEHIND_REMOTE);
    assertThat(decision.reasons())
        .containsExactly(
            "Branch `main` has moved on from commit "
                + old
                + " to "
                + tip
                + ": the run for that commit releases both.");
  }

  @Test
  void a_checkout_behind_the_remote_can_be_a_failure_or_be_released() {
    String old = graph.commit("minor: now");
    String tip = graph.commit("patch: a moment later");
    graph.detach(old);
    Asking asking = Asking.with("main").behind(DecisionSettings.Behind.RELEASE);
    assertThat(((Decision.Release) asking.decide(graph, "main")).next().gitHead()).isEqualTo(old);
    Problem problem =
        catchThrowableOfType(
                Refused.class,
                () ->
                    Asking.with("main").behind(DecisionSettings.Behind.FAIL).decide(graph, "main"))
            .problems()
            .getFirst();
    assertThat(problem.code()).isEqualTo("BEHIND_REMOTE");
    assertThat(problem.what())
        .isEqualTo(
            "Branch `main` has moved on: it is at commit "
                + tip
                + " on the remote, and this run is for commit "
                + old
                + ".");
    assertThat(problem.remedy()).isEqualTo("Rerun on the branch's newest commit.");
  }

  @Test
  void commits_that_are_not_pushed_are_not_released() {
    String pushed = graph.commit("minor: pushed");
    graph.commit("patch: here only");
    graph.remote("main", pushed);
    Problem problem = only(Asking.with("main"));
    assertThat(problem.code()).isEqualTo("UNPUSHED_COMMITS");
    assertThat(problem.what())
        .isEqualTo(
            "One commit of this checkout is not on the remote's branch `main`. A release of them"
                + " would have a tag that is on no branch.");
    assertThat(problem.remedy()).isEqualTo("Push first:\n  git push origin main");
  }

  private static Asking published(String version, Optional<String> gitHead) {
    return Asking.with("main").published(Map.of(Version.of(version), gitHead));
  }

  private Problem only(Asking asking) {
    List<Problem> problems = asking.problems(graph, "main");
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
