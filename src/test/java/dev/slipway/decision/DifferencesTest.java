package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.history.MemoryGraph;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.BranchSpec.Value;
import dev.slipway.version.TagFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Where we mean to differ from semantic-release: each test shows what it does, by asking it, and
/// what we do instead.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferencesTest {
  private static final BranchSpec BETA = BranchSpec.of("beta").withPrerelease(Asking.TRUE);

  @TempDir Path folder;
  private Optional<SemanticRelease> oracle = Optional.empty();

  @BeforeAll
  void start() {
    oracle = Optional.of(SemanticRelease.start());
  }

  @AfterAll
  void stop() {
    oracle.ifPresent(SemanticRelease::close);
  }

  /// core#4073.
  @Test
  void two_tags_on_one_commit_each_have_their_own_note() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0").note("v1.0.0", "{\"channels\":[null]}").branch("beta");
    graph.tag("v1.1.0-beta.1").note("v1.1.0-beta.1", "{\"channels\":[\"beta\"]}");
    graph.commit("minor: more");
    Scenario scenario = scenario(graph, "beta", BranchSpec.of("main"), BETA);
    assertThat(onDisk(scenario).text("version")).contains("1.1.0-beta.1");
    assertThat(ours(scenario).text("version")).contains("1.1.0-beta.2");
  }

  /// Repositories that were released by semantic-release 22 and by 23.
  @Test
  void notes_in_the_old_ref_and_in_the_new_one_count_together() {
    MemoryGraph graph = new MemoryGraph();
    String first = graph.commit("none: begin");
    graph.tag("v1.1.0-beta.1").legacyNote(first, "{\"channels\":[null]}");
    graph.note("v1.1.0-beta.1", "{\"channels\":[\"beta\"]}");
    graph.branch("beta").commit("minor: more");
    Scenario scenario = scenario(graph, "beta", BranchSpec.of("main"), BETA);
    assertThat(onDisk(scenario).text("version")).contains("1.0.0-beta.1");
    assertThat(ours(scenario).text("version")).contains("1.1.0-beta.2");
  }

  @Test
  void a_prerelease_whose_note_was_lost_is_known_by_its_identifier() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("beta").commit("minor: one");
    graph.tag("v1.1.0-beta.1");
    graph.commit("patch: two");
    Scenario scenario = scenario(graph, "beta", BranchSpec.of("main"), BETA);
    Json theirs = inMemory(scenario);
    assertThat(theirs.text("version")).contains("1.1.0-beta.1");
    assertThat(theirs.get("commits").orElseThrow().items()).hasSize(2);
    Json ours = ours(scenario);
    assertThat(ours.text("version")).contains("1.1.0-beta.2");
    assertThat(ours.get("commits").orElseThrow().items()).hasSize(1);
  }

  @Test
  void a_prerelease_that_exists_elsewhere_moves_the_counter_on() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("lost").commit("minor: rebased away");
    graph.tag("v1.1.0-beta.1").tag("v1.1.0-beta.2");
    graph.checkout("main").branch("beta").commit("minor: again");
    Scenario scenario = scenario(graph, "beta", BranchSpec.of("main"), BETA);
    assertThat(inMemory(scenario).text("version")).contains("1.1.0-beta.1");
    Decision decision = Decider.decide(graph, "beta", scenario.settings());
    assertThat(((Decision.Release) decision).next().version()).hasToString("1.1.0-beta.3");
    assertThat(decision.reasons())
        .contains("1.1.0-beta.1 exists already, so it is 1.1.0-beta.3, the next one that is free.");
  }

  @Test
  void a_stable_tag_that_exists_elsewhere_is_refused_before_anything_is_done() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("lost").commit("minor: never merged");
    graph.tag("v1.1.0").checkout("main").commit("minor: again");
    Scenario scenario = scenario(graph, "main", BranchSpec.of("main"));
    assertThat(inMemory(scenario).text("tag")).contains("v1.1.0");
    assertThat(ours(scenario).get("errors")).contains(Json.of(List.of("TAG_TAKEN")));
  }

  @Test
  void an_identifier_with_a_dot_finds_its_own_prereleases() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("beta").commit("minor: one");
    graph.tag("v1.1.0-pr.7.1").note("v1.1.0-pr.7.1", "{\"channels\":[\"beta\"]}");
    graph.commit("patch: two");
    Scenario scenario =
        scenario(
            graph,
            "beta",
            BranchSpec.of("main"),
            BranchSpec.of("beta").withPrerelease(new Value.Text("pr.7")));
    assertThat(inMemory(scenario).text("version")).contains("1.1.0-pr.7.1");
    assertThat(ours(scenario).text("version")).contains("1.1.0-pr.7.2");
  }

  @Test
  void more_than_two_v_before_a_version_is_no_crash() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("vvv1.0.0").tag("v0.9.0").commit("patch: fix");
    Scenario scenario = scenario(graph, "main", BranchSpec.of("main"));
    assertThat(inMemory(scenario).text("outcome")).contains("refused");
    assertThat(ours(scenario).text("version")).contains("1.0.1");
  }

  @Test
  void a_promoted_version_keeps_the_tag_it_has() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("1.0.0");
    graph.branch("next").commit("minor: early");
    graph.tag("v1.1.0").note("v1.1.0", "{\"channels\":[\"next\"]}");
    graph.checkout("main").fastForward("next");
    Scenario scenario =
        new Scenario(
            0,
            graph,
            List.of(BranchSpec.of("main"), BranchSpec.of("next")),
            TagFormat.of("${version}").orElseThrow(),
            "main");
    assertThat(inMemory(scenario).at("promotion", "version").orElseThrow().text())
        .contains("v1.1.0");
    assertThat(ours(scenario).at("promotion", "version").orElseThrow().text()).contains("1.1.0");
    assertThat(ours(scenario).at("promotion", "tag").orElseThrow().text()).contains("v1.1.0");
  }

  @Test
  void a_prerelease_is_no_promotion_where_nothing_was_released_and_no_crash() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0-next.1").note("v1.0.0-next.1", "{\"channels\":[\"next\"]}").branch("next");
    graph.checkout("main").commit("minor: first");
    Scenario scenario = scenario(graph, "main", BranchSpec.of("main"), BranchSpec.of("next"));
    assertThat(inMemory(scenario).get("errors").orElseThrow().items().getFirst().text("code"))
        .contains("TypeError");
    assertThat(ours(scenario).text("version")).contains("1.0.0");
  }

  @Test
  void a_branch_without_room_accepts_no_bump() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("next");
    graph.checkout("main").commit("minor: same");
    graph.branch("copy").checkout("next").commit("minor: early");
    graph.tag("v1.0.1-rc.1").note("v1.0.1-rc.1", "{\"channels\":[\"next\"]}");
    graph.checkout("main");
    Scenario scenario = scenario(graph, "main", BranchSpec.of("main"), BranchSpec.of("next"));
    assertThat(firstLine(inMemory(scenario)).text("range")).contains(">=1.0.0 <1.0.1-rc.1");
    assertThat(firstLine(inMemory(scenario)).get("accept"))
        .contains(Json.of(List.of("patch", "minor")));
    assertThat(firstLine(ours(scenario)).get("accept")).contains(Json.of(List.of()));
  }

  /// core#2693: its look-up of `main` finds `feature/main` too, and takes the first.
  @Test
  void a_branch_that_ends_alike_does_not_make_main_look_behind() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.branch("feature/main").commit("none: elsewhere");
    graph.checkout("main");
    assertThat(Standing.of(graph, "main")).isEqualTo(new Standing.Level());
  }

  /// semantic-release releases it, with a tag on a commit that is on no branch of the remote.
  @Test
  void a_commit_that_is_not_pushed_is_not_released() {
    MemoryGraph graph = new MemoryGraph();
    String pushed = graph.commit("minor: pushed");
    graph.commit("patch: here only");
    graph.remote("main", pushed);
    Scenario scenario = scenario(graph, "main", BranchSpec.of("main"));
    assertThat(inMemory(scenario).text("outcome")).contains("release");
    assertThat(Asking.with("main").problems(graph, "main"))
        .extracting(Problem::code)
        .containsExactly("UNPUSHED_COMMITS");
  }

  /// semantic-release promotes first and fails then.
  @Test
  void nothing_is_promoted_by_a_run_that_is_refused() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("1.0.x").commit("minor: too much");
    Scenario scenario = scenario(graph, "1.0.x", BranchSpec.of("1.0.x"), BranchSpec.of("main"));
    assertThat(inMemory(scenario).at("promotion", "version").orElseThrow().text())
        .contains("1.0.0");
    assertThat(
            catchThrowableOfType(
                    Refused.class, () -> Decider.decide(graph, "1.0.x", scenario.settings()))
                .problems())
        .extracting(Problem::code)
        .containsExactly("EINVALIDNEXTVERSION");
  }

  /// It cannot compute with the name, and lets such a branch release what is not its own.
  @Test
  void a_maintenance_branch_with_a_leading_zero_is_for_that_number() {
    MemoryGraph graph = new MemoryGraph();
    graph.commit("none: begin");
    graph.branch("01.x");
    Scenario scenario = scenario(graph, "main", BranchSpec.of("01.x"), BranchSpec.of("main"));
    graph.checkout("main");
    assertThat(firstLine(inMemory(scenario)).text("mergeRange")).contains(">=undefined");
    assertThat(firstLine(ours(scenario)).text("mergeRange")).contains(">=1.0.0 <2.0.0");
  }

  private static Json firstLine(Json answer) {
    return answer.get("lines").orElseThrow().items().getFirst();
  }

  private static Scenario scenario(MemoryGraph graph, String branch, BranchSpec... specs) {
    graph.checkout(branch);
    return new Scenario(0, graph, List.of(specs), TagFormat.V, branch);
  }

  private static Json ours(Scenario scenario) {
    return Answers.ours(scenario);
  }

  private Json inMemory(Scenario scenario) {
    return oracle.orElseThrow().run(ScenarioJson.of(scenario, false));
  }

  private Json onDisk(Scenario scenario) {
    RealRepository real = RealRepository.write(scenario.graph(), scenario.branch(), folder);
    return oracle
        .orElseThrow()
        .run(
            ScenarioJson.config(scenario)
                .with("cwd", Json.of(real.checkout().toString()))
                .with("repositoryUrl", Json.of("file://" + real.remote())));
  }
}
