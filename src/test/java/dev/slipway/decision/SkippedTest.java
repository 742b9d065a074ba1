package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.MemoryGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkippedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "feat: x [skip release]",
        "[RELEASE Skip] x",
        "x\n\n[skip \t\nrelease]",
        "[[skip release]]",
        "[skip\u00a0release]"
      })
  void the_mark_is_found_anywhere(String message) {
    assertThat(Skipped.asks(message)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[skip ci]",
        "[skiprelease]",
        "[skip release",
        "skip release",
        "[ skip release]",
        "[skip release ]",
        "[skip skip]",
        "[s\u212Aip release]",
        "["
      })
  void other_texts_are_no_mark(String message) {
    assertThat(Skipped.asks(message)).isFalse();
  }

  @Test
  void a_skipped_commit_has_a_verdict_but_no_say() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("minor: one");
    graph.tag("v1.0.0");
    graph.commit("major: two [skip release]");
    graph.commit("patch: three");
    Decision decision = Asking.with("main").decide(graph, "main");
    assertThat(decision.verdicts())
        .extracting(Verdict::why)
        .containsExactly("its first word", "skipped");
    assertThat(((Decision.Release) decision).next().version()).hasToString("1.0.1");
  }
}
