package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.history.MemoryGraph;
import dev.slipway.version.BranchSpec;
import org.junit.jupiter.api.Test;

/// A decision explains itself.
class ReasonsTest {
  private final MemoryGraph graph = new MemoryGraph();

  @Test
  void why_a_first_release_is_what_it_is() {
    String sha = graph.commit("minor: begin");
    assertThat(Asking.with("main").decide(graph, "main").reasons())
        .containsExactly(
            "Nothing was released from `main` before: no tag of the form `v${version}` is in its"
                + " history.",
            "The one commit asks for a release; the furthest change is minor: `minor: begin` ("
                + sha.substring(0, 7)
                + ").",
            "A first release is 1.0.0, whatever the commits ask for.",
            "It goes to the default channel, which is the dist-tag `latest`.");
  }

  @Test
  void why_the_next_version_is_what_it_is() {
    graph.commit("none: begin");
    graph.tag("v1.2.3").commit("patch: fix");
    String sha = graph.commit("minor: feature");
    graph.commit("none: chore");
    assertThat(Asking.with("main").decide(graph, "main").reasons())
        .containsExactly(
            "The last release on `main` is 1.2.3 (tag `v1.2.3`).",
            "2 of the 3 commits since then ask for a release; the furthest change is minor: `minor:"
                + " feature` ("
                + sha.substring(0, 7)
                + ").",
            "So the next version is 1.3.0.",
            "It goes to the default channel, which is the dist-tag `latest`.");
  }

  @Test
  void why_nothing_is_released() {
    graph.commit("none: begin");
    graph.tag("v1.2.3");
    Decision nothing = Asking.with("main").decide(graph, "main");
    assertThat(((Decision.NoRelease) nothing).why()).isEqualTo(Decision.Why.NO_COMMITS);
    assertThat(nothing.reasons())
        .containsExactly(
            "The last release on `main` is 1.2.3 (tag `v1.2.3`).",
            "There is no commit since then.");
    graph.commit("none: chore");
    assertThat(Asking.with("main").decide(graph, "main").reasons())
        .endsWith("The one commit since then does not ask for a release.");
    graph.commit("none: chore");
    Decision irrelevant = Asking.with("main").decide(graph, "main");
    assertThat(((Decision.NoRelease) irrelevant).why()).isEqualTo(Decision.Why.NOTHING_RELEVANT);
    assertThat(irrelevant.reasons())
        .endsWith("None of the 2 commits since then asks for a release.");
  }

  @Test
  void why_a_branch_releases_nothing() {
    graph.commit("minor: begin");
    graph.branch("feature");
    Decision decision = Asking.with("main", "next").decide(graph, "feature");
    assertThat(((Decision.NoRelease) decision).why()).isEqualTo(Decision.Why.WRONG_BRANCH);
    assertThat(decision.reasons())
        .containsExactly("This run is for `feature`, and releases are made from `main`.");
  }

  @Test
  void why_a_breaking_change_is_a_minor_version() {
    graph.commit("none: begin");
    graph.tag("v0.2.3").commit("major: break");
    assertThat(Asking.with("main").majorZero().decide(graph, "main").reasons())
        .contains(
            "Below 1.0.0 a breaking change moves the minor version, as `major-zero` asks for. To"
                + " reach 1.0.0, turn it off for one release.",
            "So the next version is 0.3.0.");
  }

  @Test
  void why_a_prerelease_counts_on_or_begins_anew() {
    Asking asking =
        Asking.with(BranchSpec.of("main"), BranchSpec.of("beta").withPrerelease(Asking.TRUE));
    graph.commit("none: begin");
    graph.tag("v1.0.0").branch("beta").commit("minor: b");
    assertThat(asking.decide(graph, "beta").reasons())
        .contains(
            "So the next version is 1.1.0-beta.1.",
            "It goes to channel `beta`, which is the dist-tag `beta`.");
    graph.tag("v1.1.0-beta.1").note("v1.1.0-beta.1", "{\"channels\":[\"beta\"]}");
    graph.commit("patch: c");
    assertThat(asking.decide(graph, "beta").reasons())
        .contains(
            "The version being prepared is large enough for that, so its next prerelease is"
                + " 1.1.0-beta.2.");
    graph.commit("major: d");
    assertThat(asking.decide(graph, "beta").reasons())
        .contains(
            "The version being prepared is too small for that, so a new one begins with"
                + " 2.0.0-beta.1.");
  }

  @Test
  void what_a_branch_with_a_range_may_release() {
    graph.commit("none: begin");
    graph.tag("v1.0.0").note("v1.0.0", "{\"channels\":[null,\"1.x\"]}").branch("1.x");
    graph.commit("patch: fix");
    graph.checkout("main").commit("major: more");
    graph.tag("v2.0.0");
    assertThat(Asking.with("1.x", "main").decide(graph.checkout("1.x"), "1.x").reasons())
        .containsSubsequence(
            "So the next version is 1.0.1.",
            "Versions >=1.0.0 <2.0.0 can be released from `1.x`.",
            "It starts at 1.0.0, the last release on 1.x.",
            "It ends below 2.0.0, the first version on main that is on no maintenance branch.",
            "It goes to channel `1.x`, which is the dist-tag `release-1.x`.");
  }

  @Test
  void why_main_is_not_latest_where_there_is_a_master_before_it() {
    graph.commit("minor: begin");
    graph.branch("master");
    assertThat(Asking.with("master", "main").decide(graph.checkout("main"), "main").reasons())
        .endsWith(
            "It goes to channel `main`, which is the dist-tag `main`, since `master` comes first.");
  }
}
