package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.MemoryGraph;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The story of semantic-release's own scenario: five branches, and what each may release after
/// each step.
class WorkedRangesTest {
  private static final Asking ASKING = Asking.with("1.0.x", "1.x", "master", "next", "next-major");

  private final MemoryGraph graph = new MemoryGraph();

  @Test
  void ranges_follow_the_releases_from_branch_to_branch() {
    graph.commit("none: begin");
    graph.branch("master").branch("next").branch("next-major").branch("1.0.x").branch("1.x");
    expect(">=1.0.0 <1.0.0", ">=1.1.0 <1.0.0", ">=1.0.0", ">=1.0.0", ">=1.0.0");

    release("master", "1.0.0", "1.0.1");
    graph.checkout("next").fastForward("master");
    release("next", "1.1.0", "1.1.1");
    graph.checkout("next-major").fastForward("next");
    release("next-major", "2.0.0", "2.0.1");
    expect(">=1.0.0 <1.0.0", ">=1.1.0 <1.0.0", ">=1.0.1 <1.1.0", ">=1.1.1 <2.0.0", ">=2.0.1");

    release("master", "1.0.2", "1.0.3", "1.0.4");
    graph.merge("next");
    expect(">=1.0.0 <1.0.0", ">=1.1.0 <1.0.0", ">=1.1.1", ">=1.1.1 <2.0.0", ">=2.0.1");

    graph.checkout("1.0.x").merge("v1.0.4");
    expect(">=1.0.4 <1.1.0", ">=1.1.0 <1.1.0", ">=1.1.1", ">=1.1.1 <2.0.0", ">=2.0.1");

    graph.checkout("1.x").merge("master");
    graph.checkout("next").merge("next-major");
    graph.checkout("master").merge("next");
    expect(">=1.0.4 <1.1.0", ">=1.1.1 <2.0.0", ">=2.0.1", ">=2.0.1", ">=2.0.1");

    graph.checkout("1.x").branch("1.1.x");
    assertThat(
            Asking.with("1.0.x", "1.1.x", "1.x", "master", "next", "next-major")
                .ranges(graph, "master"))
        .containsEntry("1.1.x", ">=1.1.1 <1.2.0")
        .containsEntry("1.x", ">=1.2.0 <2.0.0");
  }

  private void release(String branch, String... versions) {
    graph.checkout(branch);
    for (String version : versions) {
      graph.commit("patch: " + version);
      graph.tag("v" + version);
      // so that a tag can be merged like a branch
      graph.branch("v" + version).checkout(branch);
    }
  }

  private void expect(String first, String second, String third, String fourth, String fifth) {
    assertThat(ASKING.ranges(graph, "master"))
        .containsExactly(
            Map.entry("1.0.x", first),
            Map.entry("1.x", second),
            Map.entry("master", third),
            Map.entry("next", fourth),
            Map.entry("next-major", fifth));
  }
}
