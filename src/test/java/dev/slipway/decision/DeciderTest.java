package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.MemoryGraph;
import dev.slipway.settings.Configuration;
import dev.slipway.version.Bump;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A whole decision from a configuration and real messages.
class DeciderTest {
  private static final DecisionSettings NATIVE =
      DecisionSettings.of(Configuration.nativeDefaults());

  @Test
  void a_repository_without_configuration_is_read_by_conventional_commits() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("chore: begin");
    graph.tag("v1.2.3");
    graph.commit("fix(core): mend it");
    String feature = graph.commit("feat(api): offer it");
    graph.commit("docs: tell about it");
    graph.commit("feat!: break it [skip release]");
    Decision.Release release = (Decision.Release) Decider.decide(graph, "main", NATIVE);
    assertThat(release.next().version()).hasToString("1.3.0");
    assertThat(release.next().bump()).isEqualTo(Bump.MINOR);
    assertThat(release.next().tag()).isEqualTo("v1.3.0");
    assertThat(release.next().gitHead()).isEqualTo(graph.head());
    Verdict decisive = release.verdicts().get(2);
    assertThat(decisive.commit().sha()).isEqualTo(feature);
    assertThat(decisive.bump()).contains(Bump.MINOR);
    assertThat(decisive.headline().flatMap(Headline::type)).contains("feat");
    assertThat(decisive.headline().flatMap(Headline::scope)).contains("api");
    assertThat(decisive.headline().flatMap(Headline::subject)).contains("offer it");
    assertThat(decisive.headline().map(Headline::breaking)).contains(false);
    assertThat(release.verdicts())
        .extracting(Verdict::bump)
        .containsExactly(
            Optional.empty(), Optional.empty(), Optional.of(Bump.MINOR), Optional.of(Bump.PATCH));
  }

  @Test
  void the_default_branches_are_found_by_their_patterns() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("chore: begin");
    graph.tag("v1.0.0").note("v1.0.0", "{\"channels\":[null,\"1.x\"]}").branch("1.x");
    graph.commit("fix: old");
    graph.checkout("main").commit("feat!: new");
    graph.tag("v2.0.0").checkout("1.x");
    Decision.Release release = (Decision.Release) Decider.decide(graph, "1.x", NATIVE);
    assertThat(release.next().version()).hasToString("1.0.1");
    assertThat(release.next().distTag()).isEqualTo("release-1.x");
  }

  @Test
  void the_same_repository_and_settings_give_the_same_decision() {
    Scenario scenario = Scenario.of(20260901L);
    assertThat(Answers.ours(scenario)).isEqualTo(Answers.ours(Scenario.of(20260901L)));
  }
}
