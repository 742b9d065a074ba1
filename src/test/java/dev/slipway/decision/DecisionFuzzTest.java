package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fuzz;
import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random repositories, decided by us and by the real semantic-release.
@Tag("fuzz")
class DecisionFuzzTest {
  private static final int CASES = Fuzz.cases(80, 5_000);

  @Test
  void every_random_repository_is_decided_as_semantic_release_decides_it() {
    Map<Differences.Named, Integer> named = new EnumMap<>(Differences.Named.class);
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> unexplained = new ArrayList<>();
    try (SemanticRelease oracle = SemanticRelease.start()) {
      for (int i = 0; i < CASES; i++) {
        Scenario scenario = Scenario.of(Fuzz.SEED + i);
        Set<Differences.Named> mended = Differences.toMend(scenario);
        Json theirs = oracle.run(ScenarioJson.of(scenario, !mended.isEmpty()));
        Json ours = Answers.ours(scenario);
        Differences.Comparison comparison = Differences.compare(scenario, ours, theirs);
        Set<Differences.Named> all = new HashSet<>(comparison.named());
        all.addAll(mended);
        all.forEach(n -> named.merge(n, 1, Integer::sum));
        outcomes.merge(theirs.text("outcome").orElseThrow(), 1, Integer::sum);
        if (theirs.get("promotion").map(p -> p instanceof Json.Obj).orElse(false)) {
          outcomes.merge("promotion", 1, Integer::sum);
        }
        comparison.unexplained().ifPresent(unexplained::add);
      }
    }
    System.out.println(CASES + " repositories: " + outcomes + ", meant differences " + named);
    assertThat(unexplained.stream().limit(3)).as(unexplained.size() + " differ").isEmpty();
    assertThat(outcomes.keySet()).contains("release", "refused", "nothing", "promotion");
  }
}
