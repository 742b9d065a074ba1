package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.GitSandbox;
import dev.slipway.history.Commit;
import dev.slipway.history.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With git's commit-graph a history is read the same, and faster.
class CommitGraphFileTest {
  @TempDir Path folder;
  private GitSandbox author;

  @BeforeEach
  void a_history_with_a_merge_and_a_tag_on_each_side() {
    author = GitSandbox.init(folder.resolve("clone"));
    author.write("a", "1").commit("feat: one");
    author.git("tag", "v1.0.0");
    author.git("switch", "-q", "-c", "side");
    author.write("b", "2").commit("fix: two\n\nwith a body");
    author.git("tag", "-a", "-m", "annotated", "v1.0.1");
    author.git("switch", "-q", "main");
    author.write("c", "3").commit("feat: three");
    author.git("merge", "-q", "--no-ff", "-m", "merge: side", "side");
  }

  /// What is read of a history.
  record Read(List<Tag> tags, List<Commit> all, List<Commit> since, boolean graph) {}

  private Read workspace(Path clone) throws IOException {
    Workspace workspace = Workspace.open(clone);
    try (GitRepository graph = workspace.graph();
        ObjectReader reader = workspace.repository().newObjectReader()) {
      return read(graph, reader.getCommitGraph().isPresent());
    }
  }

  private static Read read(GitRepository graph, boolean used) {
    String first = graph.tags().getFirst().commit();
    return new Read(
        graph.tagsMergedInto(graph.head()),
        graph.commits(Optional.empty(), graph.head()),
        graph.commits(Optional.of(first), graph.head()),
        used);
  }

  @Test
  void a_workspace_is_read_the_same_with_it_and_without_it() throws IOException {
    Read without = workspace(author.folder());
    author.git("commit-graph", "write", "--reachable");
    Read with = workspace(author.folder());
    assertThat(without.graph()).isFalse();
    assertThat(with.graph()).isTrue();
    assertThat(with.tags()).hasSize(2).isEqualTo(without.tags());
    assertThat(with.all()).hasSize(4).isEqualTo(without.all());
    assertThat(with.since()).hasSize(3).isEqualTo(without.since());
  }

  @Test
  void a_store_beside_the_workspace_borrows_it() throws IOException {
    author.git("commit-graph", "write", "--reachable");
    Read own = workspace(author.folder());
    Workspace workspace = Workspace.open(author.folder());
    Map<String, String> refs =
        Map.of(
            "refs/tags/v1.0.0", author.git("rev-parse", "v1.0.0"),
            "refs/tags/v1.0.1", author.git("rev-parse", "v1.0.1"),
            "refs/tags/v1.0.1^{}", author.git("rev-parse", "v1.0.1^{}"));
    try (GitStore store = GitStore.beside(workspace, folder.resolve("store"));
        GitRepository graph = store.graph(workspace.head(), refs);
        ObjectReader reader = store.repository().newObjectReader()) {
      assertThat(read(graph, reader.getCommitGraph().isPresent())).isEqualTo(own);
    }
  }

  @Test
  void one_that_is_older_than_the_history_is_filled_up_from_the_commits() throws IOException {
    author.git("commit-graph", "write", "--reachable");
    author.write("d", "4").commit("fix: four");
    Read read = workspace(author.folder());
    assertThat(read.graph()).isTrue();
    assertThat(read.all()).hasSize(5);
    assertThat(read.all().getFirst().message()).isEqualTo("fix: four");
  }

  @Test
  void in_a_shallow_clone_it_is_left_alone() throws IOException {
    Path shallow = folder.resolve("shallow");
    author.git("clone", "-q", "--depth", "1", "file://" + author.folder(), shallow.toString());
    Files.createDirectories(shallow.resolve(".git/objects/info"));
    author.git("commit-graph", "write", "--reachable");
    Files.copy(
        author.folder().resolve(".git/objects/info/commit-graph"),
        shallow.resolve(".git/objects/info/commit-graph"));
    Workspace workspace = Workspace.open(shallow);
    try (ObjectReader reader = workspace.repository().newObjectReader()) {
      assertThat(reader.getCommitGraph()).isEmpty();
    }
  }
}
