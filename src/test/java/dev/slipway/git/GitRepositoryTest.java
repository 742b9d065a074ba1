package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.GitSandbox;
import dev.slipway.history.Commit;
import dev.slipway.history.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A graph that answered before answers like one that is asked for the first time, and like git.
class GitRepositoryTest {
  @TempDir Path folder;

  @Test
  void every_range_is_what_git_lists_whatever_was_asked_before() {
    GitSandbox author = GitSandbox.init(folder.resolve("clone"));
    Random random = new Random(7);
    author.commit("feat: begin");
    author.git("branch", "side");
    for (int i = 0; i < 24; i++) {
      author.git("switch", "-q", random.nextBoolean() ? "main" : "side");
      if (random.nextInt(4) == 0) {
        String other = author.branch().equals("main") ? "side" : "main";
        author.git("merge", "-q", "--no-ff", "-m", "merge " + i, other);
      } else {
        author.commit("fix: number " + i + "\n\nand why");
      }
      if (random.nextInt(4) == 0) {
        author.git("tag", "v1.0." + i);
      }
    }
    author.git("switch", "-q", "main");
    author.commit("feat: not tagged yet");
    try (Workspace workspace = Workspace.open(author.folder());
        GitRepository one = workspace.graph()) {
      List<Tag> all = one.tags();
      for (String branch : List.of("main", "side", "main")) {
        String tip = author.hash(branch);
        assertThat(one.tagsMergedInto(tip).stream().map(Tag::name))
            .isEqualTo(author.git("tag", "--merged", branch).lines().toList());
        for (Tag tag : all) {
          List<Commit> since = one.commits(Optional.of(tag.commit()), tip);
          try (GitRepository fresh = workspace.graph()) {
            assertThat(since).isEqualTo(fresh.commits(Optional.of(tag.commit()), tip));
          }
          assertThat(new TreeSet<>(since.stream().map(Commit::sha).toList()))
              .isEqualTo(
                  new TreeSet<>(
                      author.git("rev-list", tag.name() + ".." + branch).lines().toList()));
          one.tagsMergedInto(tag.commit());
          one.tagsMergedInto(tip);
        }
      }
    }
  }
}
