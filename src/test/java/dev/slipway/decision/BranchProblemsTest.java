package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.MemoryGraph;
import dev.slipway.problem.Problem;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BranchProblemsTest {
  private final MemoryGraph graph = new MemoryGraph();

  BranchProblemsTest() {
    graph.commit("none: begin");
  }

  @Test
  void a_maintenance_range_names_one_major_or_minor_version() {
    graph.branch("old");
    Problem problem =
        only(
            Asking.with(
                BranchSpec.of("main"), BranchSpec.of("old").withRange(new Value.Text("1"))));
    assertThat(problem.code()).isEqualTo("EMAINTENANCEBRANCH");
    assertThat(problem.what())
        .isEqualTo(
            "The range of the maintenance branch `old` is `1`, which is not of the form `N.x`,"
                + " `N.x.x` or `N.N.x`.");
    assertThat(problem.remedy())
        .isEqualTo(
            """
            Write a range that names one major or minor version:
              branches:
                - name: old
                  range: 1.x\
            """);
  }

  @Test
  void two_maintenance_branches_may_not_release_the_same_versions() {
    graph.branch("1.x").branch("one");
    Problem problem =
        only(
            Asking.with(
                BranchSpec.of("main"),
                BranchSpec.of("1.x"),
                BranchSpec.of("one").withRange(new Value.Text("1.x.x"))));
    assertThat(problem.code()).isEqualTo("EMAINTENANCEBRANCHES");
    assertThat(problem.what())
        .isEqualTo(
            "Several maintenance branches may release the same versions: `1.x` (>=1.0.0 <1.0.0),"
                + " `one` (>=1.0.0 <1.0.0).");
    assertThat(problem.remedy())
        .isEqualTo(
            "Give each maintenance branch a range of its own, or delete the branches that are no"
                + " longer needed.");
  }

  @Test
  void a_prerelease_identifier_can_stand_in_a_version() {
    graph.branch("feat/x");
    Problem problem =
        only(
            Asking.with(
                BranchSpec.of("main"), BranchSpec.of("feat/x").withPrerelease(Asking.TRUE)));
    assertThat(problem.code()).isEqualTo("EPRERELEASEBRANCH");
    assertThat(problem.what())
        .isEqualTo(
            "The prereleases of branch `feat/x` would be named `feat/x`, which cannot stand in a"
                + " version.");
    assertThat(problem.remedy())
        .isEqualTo(
            """
            Write an identifier of letters, digits and hyphens:
              branches:
                - name: feat/x
                  prerelease: beta\
            """);
  }

  @Test
  void two_branches_do_not_name_their_prereleases_alike() {
    graph.branch("beta").branch("pre");
    Problem problem =
        only(
            Asking.with(
                BranchSpec.of("main"),
                BranchSpec.of("beta").withPrerelease(Asking.TRUE),
                BranchSpec.of("pre").withPrerelease(new Value.Text("beta"))));
    assertThat(problem.code()).isEqualTo("EPRERELEASEBRANCHES");
    assertThat(problem.what())
        .isEqualTo("Several branches name their prereleases alike: `beta` (beta), `pre` (beta).");
    assertThat(problem.remedy()).isEqualTo("Give each of them its own `prerelease` identifier.");
  }

  @Test
  void there_is_a_release_branch() {
    Problem problem = only(Asking.with("master"));
    assertThat(problem.code()).isEqualTo("ERELEASEBRANCHES");
    assertThat(problem.what())
        .isEqualTo("None of the configured release branches exists in the repository.");
    assertThat(problem.remedy())
        .isEqualTo(
            """
            Name one to three branches that exist:
              branches:
                - main\
            """);
  }

  @Test
  void there_are_three_release_branches_at_most() {
    graph.branch("a").branch("b").branch("c");
    assertThat(only(Asking.with("main", "a", "b", "c")).what())
        .isEqualTo(
            "There are 4 release branches: `main`, `a`, `b`, `c`. There can be three at most.");
  }

  @Test
  void what_would_have_to_be_run_is_refused() {
    graph.branch("next");
    Problem problem =
        only(
            Asking.with(
                BranchSpec.of("main"),
                BranchSpec.of("next").withChannel(new Value.Text("${name.at(1)}"))));
    assertThat(problem.code()).isEqualTo("TEMPLATE_UNSUPPORTED");
    assertThat(problem.what())
        .isEqualTo(
            "The `channel` of branch `next` is `${name.at(1)}`. That cannot be computed"
                + " here.");
    assertThat(problem.remedy()).isEqualTo("Write the value out, once for each branch.");
  }

  @Test
  void a_branch_whose_tip_was_not_fetched_is_not_guessed_about() {
    graph.remote("next", "0123456789abcdef0123456789abcdef01234567");
    Problem problem = only(Asking.with("main", "next"));
    assertThat(problem.code()).isEqualTo("BRANCH_NOT_FETCHED");
    assertThat(problem.what())
        .isEqualTo(
            "The commit 0123456789abcdef0123456789abcdef01234567, on which branch `next` stands, is"
                + " not in this repository, so its tags are not known.");
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
  void names_are_unique_and_valid() {
    List<Problem> problems = new ArrayList<>();
    Lines.of(List.of(known("main"), known("main"), known("a..b")), Version.of("1.0.0"), problems);
    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly("EDUPLICATEBRANCHES", "EINVALIDBRANCHNAME");
    assertThat(problems.get(0).what())
        .isEqualTo("These branches are configured more than once: `main`.");
    assertThat(problems.get(0).remedy()).isEqualTo("Leave each of them only once in `branches`.");
    assertThat(problems.get(1).what())
        .isEqualTo("The branch name `a..b` is not one that git takes.");
    assertThat(problems.get(1).remedy()).isEqualTo("Correct the name in `branches`.");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    graph.branch("1.x").branch("feat/x").branch("beta").branch("pre");
    assertThat(
            Asking.with(
                    BranchSpec.of("1.x").withRange(Asking.FALSE),
                    BranchSpec.of("feat/x").withPrerelease(Asking.TRUE),
                    BranchSpec.of("beta").withPrerelease(Asking.TRUE),
                    BranchSpec.of("pre").withPrerelease(new Value.Text("beta")))
                .problems(graph, "beta"))
        .extracting(Problem::code)
        .containsExactly(
            "EMAINTENANCEBRANCH", "EPRERELEASEBRANCH", "EPRERELEASEBRANCHES", "ERELEASEBRANCHES");
  }

  private Problem only(Asking asking) {
    List<Problem> problems = asking.problems(graph, "main");
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private static KnownBranch known(String name) {
    return new KnownBranch(name, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }
}
