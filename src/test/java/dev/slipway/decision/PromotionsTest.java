package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.Commit;
import dev.slipway.history.MemoryGraph;
import dev.slipway.problem.Problem;
import org.junit.jupiter.api.Test;

class PromotionsTest {
  private final MemoryGraph graph = new MemoryGraph();

  PromotionsTest() {
    graph.commit("none: begin");
    graph.tag("v1.0.0");
    graph.branch("next");
    graph.commit("minor: early");
    graph.tag("v1.1.0").note("v1.1.0", "{\"channels\":[\"next\"]}");
  }

  @Test
  void a_version_that_was_merged_from_a_higher_branch_gets_this_branchs_channel() {
    graph.checkout("main").fastForward("next");
    Decision decision = Asking.with("main", "next").decide(graph, "main");
    assertThat(decision).isInstanceOf(Decision.Promotion.class);
    Promoted promoted = decision.promoted().orElseThrow();
    assertThat(promoted.version()).hasToString("1.1.0");
    assertThat(promoted.tag()).isEqualTo("v1.1.0");
    assertThat(promoted.channel()).isEmpty();
    assertThat(promoted.distTag()).isEqualTo("latest");
    assertThat(promoted.note().json()).isEqualTo("{\"channels\":[\"next\",null]}");
    assertThat(promoted.commits()).extracting(Commit::message).containsExactly("minor: early");
    assertThat(decision.reasons())
        .containsExactly(
            "1.1.0 was released on channel `next` and is now in the history of `main`: it gets the"
                + " dist-tag `latest` too.",
            "The last release on `main` is 1.1.0 (tag `v1.1.0`).",
            "There is no commit since then.");
  }

  @Test
  void a_promotion_and_a_new_version_can_come_together() {
    graph.checkout("main").fastForward("next").commit("patch: after");
    Decision decision = Asking.with("main", "next").decide(graph, "main");
    assertThat(decision.promoted().map(p -> p.version().toString())).contains("1.1.0");
    assertThat(((Decision.Release) decision).next().version()).hasToString("1.1.1");
  }

  @Test
  void a_version_that_has_the_channel_is_left_alone() {
    graph.checkout("main").fastForward("next");
    graph.note("v1.1.0", "{\"channels\":[\"next\",null]}");
    assertThat(Asking.with("main", "next").decide(graph, "main"))
        .isInstanceOf(Decision.NoRelease.class);
  }

  @Test
  void a_newer_release_on_the_branch_stands_in_the_way() {
    graph.checkout("main").fastForward("next").commit("minor: more");
    graph.tag("v1.2.0");
    assertThat(Asking.with("main", "next").decide(graph, "main").promoted()).isEmpty();
  }

  @Test
  void a_new_maintenance_branch_gets_the_release_it_was_made_from() {
    graph.checkout("main").branch("1.x");
    Promoted promoted = Asking.with("1.x", "main").decide(graph, "1.x").promoted().orElseThrow();
    assertThat(promoted.version()).hasToString("1.0.0");
    assertThat(promoted.previous()).isEmpty();
    assertThat(promoted.distTag()).isEqualTo("release-1.x");
    assertThat(promoted.note().json()).isEqualTo("{\"channels\":[null,\"1.x\"]}");
  }

  @Test
  void what_does_not_belong_on_a_maintenance_branch_is_refused() {
    graph.checkout("main").branch("1.x").checkout("main").commit("major: new");
    graph.tag("v2.0.0");
    graph.checkout("1.x").merge("main");
    Problem problem = Asking.with("1.x", "main").problems(graph, "1.x").getFirst();
    assertThat(problem.code()).isEqualTo("EINVALIDMAINTENANCEMERGE");
    assertThat(problem.what())
        .isEqualTo(
            "Version 2.0.0 was merged into the maintenance branch `1.x`, but only versions >=1.0.0"
                + " <2.0.0 belong there.");
    assertThat(problem.remedy())
        .isEqualTo(
            "Reset `1.x` to a commit before tag `v2.0.0`, so that the tag is no longer in its"
                + " history.");
  }
}
