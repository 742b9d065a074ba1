package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.GitSandbox;
import dev.slipway.git.GitRepository;
import dev.slipway.git.GitStore;
import dev.slipway.git.Workspace;
import dev.slipway.history.Graph;
import dev.slipway.history.MemoryGraph;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions about clones on disk.
class CloneTest {
  @TempDir Path folder;

  @Test
  void a_shallow_clone_without_the_last_tags_commit_says_so() throws IOException {
    GitSandbox origin = GitSandbox.init(folder.resolve("origin"));
    String released = origin.commit("feat: begin");
    origin.git("tag", "-a", "v1.0.0", "-m", "first");
    origin.commit("fix: one");
    String tip = origin.commit("fix: two");
    new GitSandbox(folder).git("clone", "-q", "--depth", "1", "file://" + origin.folder(), "clone");
    Map<String, String> listing = new HashMap<>();
    listing.put("refs/heads/main", tip);
    listing.put("refs/tags/v1.0.0", origin.git("rev-parse", "v1.0.0"));
    listing.put("refs/tags/v1.0.0^{}", released);
    try (Workspace workspace = Workspace.open(folder.resolve("clone"));
        GitStore store = GitStore.beside(workspace, folder.resolve("store"));
        GitRepository graph = store.graph(tip, listing)) {
      Problem problem =
          catchThrowableOfType(
                  Refused.class,
                  () -> Decider.decide(graph, "main", Asking.with("main").settings()))
              .problems()
              .getFirst();
      assertThat(problem.code()).isEqualTo("HISTORY_CUT_SHORT");
      assertThat(problem.what()).contains("tag `v1.0.0` stands on commit " + released);
    }
  }

  @Test
  void a_repository_on_disk_is_decided_as_the_same_repository_in_memory() {
    for (long seed = 90; seed < 94; seed++) {
      Scenario scenario = Scenario.of(seed);
      MemoryGraph memory = scenario.graph();
      RealRepository real =
          RealRepository.write(
              memory, scenario.branch(), folder.resolve(Long.toString(seed)).toAbsolutePath());
      new GitSandbox(real.remote()).git("symbolic-ref", "HEAD", "refs/heads/" + scenario.branch());
      try (Workspace workspace = Workspace.open(real.remote());
          GitRepository disk = workspace.graph()) {
        assertThat(versions(disk, scenario))
            .as("seed " + seed)
            .isEqualTo(versions(memory, scenario));
      }
    }
  }

  private static String versions(Graph graph, Scenario scenario) {
    try {
      Decision decision = Decider.decide(graph, scenario.branch(), scenario.settings());
      return decision.promoted().map(p -> p.version() + " " + p.note().json())
          + ", "
          + (decision instanceof Decision.Release release ? release.next().version() : "nothing")
          + ", "
          + decision.verdicts().stream().map(v -> v.commit().message()).toList();
    } catch (Refused refused) {
      return refused.problems().stream().map(Problem::code).toList().toString();
    }
  }
}
