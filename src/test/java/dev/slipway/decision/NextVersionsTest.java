package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.MemoryGraph;
import dev.slipway.version.BranchSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextVersionsTest {
  private static final BranchSpec BETA = BranchSpec.of("beta").withPrerelease(Asking.TRUE);
  private static final Asking BOTH = Asking.with(BranchSpec.of("main"), BETA);

  private final MemoryGraph graph = new MemoryGraph();

  @ParameterizedTest
  @CsvSource({
    "1.2.3, patch, 1.2.4", "1.2.3, minor, 1.3.0", "1.2.3, major, 2.0.0",
    "0.4.1, patch, 0.4.2", "0.4.1, minor, 0.5.0", "0.4.1, major, 1.0.0"
  })
  void the_furthest_change_moves_the_last_version(String last, String bump, String next) {
    graph.commit("none: begin");
    graph.tag("v" + last);
    graph.commit("patch: a");
    graph.commit(bump + ": b");
    graph.commit("none: c");
    assertThat(Asking.with("main").release(graph, "main").version()).hasToString(next);
  }

  @ParameterizedTest
  @CsvSource({"patch", "minor", "major"})
  void a_first_release_is_1_0_0_whatever_the_commits_ask_for(String bump) {
    graph.commit(bump + ": begin");
    assertThat(Asking.with("main").release(graph, "main").version()).hasToString("1.0.0");
    graph.branch("beta");
    assertThat(BOTH.release(graph, "beta").version()).hasToString("1.0.0-beta.1");
  }

  @Test
  void a_first_release_is_what_initial_version_says() {
    graph.commit("major: begin");
    Asking asking = BOTH.initialVersion("0.1.0");
    assertThat(asking.release(graph, "main").version()).hasToString("0.1.0");
    graph.branch("beta");
    assertThat(asking.release(graph, "beta").version()).hasToString("0.1.0-beta.1");
  }

  @ParameterizedTest
  @CsvSource({
    "0.4.1, major, 0.5.0, minor",
    "0.4.1, minor, 0.5.0, minor",
    "0.4.1, patch, 0.4.2, patch",
    "1.4.1, major, 2.0.0, major"
  })
  void with_major_zero_a_breaking_change_moves_the_minor_version_below_1_0_0(
      String last, String bump, String next, String counted) {
    graph.commit("none: begin");
    graph.tag("v" + last);
    graph.commit(bump + ": b");
    NextRelease release = Asking.with("main").majorZero().release(graph, "main");
    assertThat(release.version()).hasToString(next);
    assertThat(release.bump()).hasToString(counted);
  }

  @ParameterizedTest
  @CsvSource({
    "1.1.0-beta.1, patch, 1.1.0-beta.2",
    "1.1.0-beta.1, minor, 1.1.0-beta.2",
    "1.1.0-beta.9, major, 2.0.0-beta.1",
    "1.0.1-beta.1, minor, 1.1.0-beta.1",
    "2.0.0-beta.3, major, 2.0.0-beta.4"
  })
  void a_prerelease_branch_counts_on_until_a_change_is_too_large(
      String last, String bump, String next) {
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("beta");
    graph.commit("none: prepare");
    graph.tag("v" + last).note("v" + last, "{\"channels\":[\"beta\"]}");
    graph.commit(bump + ": b");
    NextRelease release = BOTH.release(graph, "beta");
    assertThat(release.version()).hasToString(next);
    assertThat(release.previous().map(LastRelease::version).map(Object::toString)).contains(last);
    assertThat(release.channel()).contains("beta");
    assertThat(release.distTag()).isEqualTo("beta");
  }

  @Test
  void a_prerelease_branch_begins_after_the_last_stable_version() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("beta");
    graph.commit("minor: b");
    assertThat(BOTH.release(graph, "beta").version()).hasToString("1.1.0-beta.1");
  }

  @Test
  void prereleases_of_another_branch_are_not_its_own() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("beta");
    graph.commit("minor: b");
    graph.tag("v1.1.0-alpha.4").note("v1.1.0-alpha.4", "{\"channels\":[\"alpha\"]}");
    graph.commit("patch: b");
    NextRelease release = BOTH.release(graph, "beta");
    assertThat(release.version()).hasToString("1.1.0-beta.1");
    assertThat(release.previous().map(LastRelease::tag)).contains("v1.0.0");
  }

  @Test
  void a_release_branch_does_not_count_prereleases() {
    graph.commit("none: begin");
    graph.tag("v1.0.0");
    graph.commit("patch: b");
    graph.tag("v1.1.0-beta.4").note("v1.1.0-beta.4", "{\"channels\":[\"beta\"]}");
    NextRelease release = Asking.with("main").release(graph, "main");
    assertThat(release.version()).hasToString("1.0.1");
    assertThat(release.previous())
        .contains(
            new LastRelease(
                release.previous().orElseThrow().version(),
                "v1.0.0",
                graph.all().getFirst().sha(),
                List.of(Optional.empty())));
  }

  @Test
  void a_maintenance_branch_releases_to_its_own_channel() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").note("v1.0.0", "{\"channels\":[null,\"1.x\"]}").branch("1.x");
    graph.commit("patch: fix");
    graph.checkout("main").commit("major: more");
    graph.tag("v2.0.0");
    NextRelease release = Asking.with("1.x", "main").release(graph, "1.x");
    assertThat(release.version()).hasToString("1.0.1");
    assertThat(release.channel()).contains("1.x");
    assertThat(release.distTag()).isEqualTo("release-1.x");
  }
}
