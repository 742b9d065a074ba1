package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.MemoryGraph;
import dev.slipway.problem.Problem;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a branch's range allows, why, and how to get out of it.
class ReleaseProblemsTest {
  private final MemoryGraph graph = new MemoryGraph();

  @Test
  void a_maintenance_branch_releases_nothing_that_is_too_large_for_it() {
    graph.commit("none: begin");
    graph.tag("v1.1.1").note("v1.1.1", "{\"channels\":[null,\"1.1.x\"]}").branch("1.1.x");
    String feature = graph.commit("minor: too much");
    graph.commit("patch: fine");
    graph.checkout("main").commit("major: new");
    graph.tag("v2.0.0");
    Problem problem = only(Asking.with("1.1.x", "main"), "1.1.x");
    assertThat(problem.code()).isEqualTo("EINVALIDNEXTVERSION");
    assertThat(problem.what())
        .isEqualTo(
            """
            The next version on branch `1.1.x` would be 1.2.0, but only versions >=1.1.1 <1.2.0 can be released from it. It starts at 1.1.1, the last release on 1.1.x. It ends below 1.2.0, since 1.1.x is for nothing higher.
            This commit asks for a minor release:
            - minor: too much (%s)\
            """
                .formatted(feature.substring(0, 7)));
    assertThat(problem.remedy())
        .isEqualTo(
            "Move the commit to `main` with `git cherry-pick`, and take it off `1.1.x` with `git"
                + " revert`.");
  }

  @Test
  void a_maintenance_branch_that_was_cut_too_early_opens_with_the_next_release_of_main() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").note("v1.0.0", "{\"channels\":[null,\"1.0.x\"]}").branch("1.0.x");
    String one = graph.commit("patch: one");
    String two = graph.commit("patch: two");
    Problem problem = only(Asking.with("1.0.x", "main"), "1.0.x");
    assertThat(problem.what())
        .isEqualTo(
            """
            The next version on branch `1.0.x` would be 1.0.1, but only versions >=1.0.0 <1.0.0 can be released from it. It starts at 1.0.0, the last release on 1.0.x. It ends below 1.0.0, since main has released nothing higher than what the maintenance branches have.
            These commits ask for a patch release:
            - patch: two (%s)
            - patch: one (%s)\
            """
                .formatted(two.substring(0, 7), one.substring(0, 7)));
    assertThat(problem.remedy())
        .isEqualTo(
            """
            Move the commits to `main` with `git cherry-pick`, and take them off `1.0.x` with `git revert`.
            Or release a higher version from `main` first: once it has released 1.1.0, `1.0.x` may release everything below that.\
            """);
  }

  @Test
  void a_maintenance_branch_without_a_release_says_why_it_has_no_room() {
    graph.commit("none: begin");
    graph.branch("1.x").commit("patch: one");
    Problem problem = only(Asking.with("1.x", "main"), "1.x");
    assertThat(problem.what())
        .contains(
            "only versions >=1.0.0 <1.0.0 can be released from it. It starts at 1.0.0, since"
                + " nothing was ever released on 1.x. It ends below 1.0.0, since main has released"
                + " nothing yet.\n");
  }

  @Test
  void a_release_branch_leaves_to_the_next_one_what_that_has_released() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("next").commit("minor: early");
    graph.tag("v1.1.0").note("v1.1.0", "{\"channels\":[\"next\"]}");
    String late = graph.checkout("main").commit("minor: late");
    Problem problem = only(Asking.with("main", "next"), "main");
    assertThat(problem.what())
        .isEqualTo(
            """
            The next version on branch `main` would be 1.1.0, but only versions >=1.0.0 <1.1.0 can be released from it. It starts at 1.0.0, the last release on main. It ends below 1.1.0, which next has already released.
            This commit asks for a minor release:
            - minor: late (%s)\
            """
                .formatted(late.substring(0, 7)));
    assertThat(problem.remedy())
        .isEqualTo(
            """
            Move the commit to `next` with `git cherry-pick`, and take it off `main` with `git revert`.
            Or merge `next` into `main`, so that its releases become `main`'s own.\
            """);
  }

  @Test
  void a_history_with_a_version_that_does_not_belong_there_is_named() {
    graph.commit("none: begin");
    graph.tag("v2.0.0").note("v2.0.0", "{\"channels\":[null,\"1.x\"]}").branch("1.x");
    graph.commit("patch: one");
    Problem problem = only(Asking.with("1.x", "main"), "1.x");
    assertThat(problem.remedy())
        .endsWith(
            "\n"
                + "The history of `1.x` has version 2.0.0, which does not belong there: reset the"
                + " branch to a commit before it.");
  }

  @Test
  void many_commits_are_not_all_listed() {
    graph.commit("none: begin");
    graph.branch("1.x");
    for (int i = 0; i < 23; i++) {
      graph.commit("patch: " + i);
    }
    Problem problem = only(Asking.with("1.x", "main"), "1.x");
    assertThat(problem.what()).endsWith("\n- and 3 more").contains("- patch: 22 (", "- patch: 3 (");
    assertThat(problem.what()).doesNotContain("- patch: 2 (");
  }

  @Test
  void a_stable_version_whose_tag_stands_elsewhere_is_refused() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("lost");
    String elsewhere = graph.commit("minor: never merged");
    graph.tag("v1.1.0").checkout("main").commit("minor: here");
    Problem problem = only(Asking.with("main"), "main");
    assertThat(problem.code()).isEqualTo("TAG_TAKEN");
    assertThat(problem.what())
        .isEqualTo(
            "The next version would be 1.1.0, but the tag `v1.1.0` exists already, on commit "
                + elsewhere
                + ", which is not in this branch's history.");
    assertThat(problem.remedy())
        .isEqualTo(
            """
            If that commit was never released, delete the tag:
              git push origin :refs/tags/v1.1.0
            If it was, merge it into this branch.\
            """);
  }

  @Test
  void a_stable_version_that_the_registry_has_is_refused() {
    graph.commit("none: begin");
    graph.tag("v1.0.0");
    String released = graph.commit("minor: published by hand");
    Problem problem =
        only(
            Asking.with("main")
                .published(
                    Map.of(
                        Version.of("1.0.0"), Optional.empty(),
                        Version.of("1.1.0"), Optional.of(released))),
            "main");
    assertThat(problem.code()).isEqualTo("VERSION_TAKEN");
    assertThat(problem.what())
        .isEqualTo(
            "The next version would be 1.1.0, but widget@1.1.0 is on the registry already, made"
                + " from commit "
                + released
                + ", and no tag `v1.1.0` says so.");
    assertThat(problem.remedy())
        .isEqualTo(
            "Create the tag on the commit that was released, and push it:\n  git tag v1.1.0 "
                + released
                + "\n  git push origin v1.1.0");
  }

  private Problem only(Asking asking, String branch) {
    List<Problem> problems = asking.problems(graph, branch);
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
