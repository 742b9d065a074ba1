package dev.slipway.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.GitSandbox;
import dev.slipway.GitServer;
import dev.slipway.history.Commit;
import dev.slipway.history.Tag;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote.CommitDraft;
import dev.slipway.world.Remote.Pushed;
import dev.slipway.world.Remote.RefUpdate;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A workspace and its remote, against git's own server.
class GitRemoteTest {
  @TempDir Path folder;
  private GitServer server;
  private GitSandbox origin;
  private GitSandbox author;

  @BeforeEach
  void a_repository_with_a_release_and_two_commits_since() {
    origin = GitSandbox.bare(folder.resolve("served/widget.git"));
    author = GitSandbox.init(folder.resolve("author"));
    author.write("package.json", "{}\n").commit("feat: begin");
    author.git("tag", "-a", "v1.0.0", "-m", "first");
    author.write("a.js", "1\n").commit("fix: one");
    author.write("b.js", "2\n").commit("feat: two");
    author.git("remote", "add", "origin", origin.folder().toString());
    author.git("push", "-q", "origin", "main", "v1.0.0");
    server = GitServer.serve(folder.resolve("served"), Optional.of("s3cret"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private GitRemote remote(GitStore store, String token) {
    return GitRemote.at(
        store,
        server.address() + "/widget.git",
        Optional.of(Secret.of(token)),
        Duration.ofSeconds(20));
  }

  private Workspace shallowClone() {
    new GitSandbox(folder)
        .git("clone", "-q", "--depth", "1", "file://" + origin.folder(), "workspace");
    return Workspace.open(folder.resolve("workspace"));
  }

  @Test
  void a_shallow_clone_is_deepened_to_commits_and_tags_beside_the_workspace() throws Exception {
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      assertThat(workspace.isShallow()).isTrue();
      String before = listing(workspace.root());
      GitRemote remote = remote(store, "s3cret");
      Map<String, String> refs = remote.refs(List.of("refs/heads/", "refs/tags/"));
      remote.deepen(refs.values());
      try (GitRepository graph = store.graph(workspace.head(), refs)) {
        List<Tag> tags = graph.tagsMergedInto(workspace.head());
        assertThat(tags).extracting(Tag::name).containsExactly("v1.0.0");
        assertThat(graph.commits(Optional.of(tags.getFirst().commit()), workspace.head()))
            .extracting(Commit::message)
            .containsExactly("feat: two", "fix: one");
        assertThat(graph.branches()).containsExactly(Map.entry("main", workspace.head()));
      }
      assertThat(listing(workspace.root())).isEqualTo(before);
    }
  }

  private List<String> asked() {
    return server.requests().stream()
        .map(request ->
            request.replace("/widget.git/", "").replace("git-upload-pack", "upload-pack"))
        .toList();
  }

  @Test
  void a_listing_and_the_deepening_after_it_are_three_requests() throws Exception {
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      remote.deepen(remote.refs(List.of("refs/heads/", "refs/tags/")).values());
      assertThat(asked())
          .containsExactly(
              "GET info/refs?service=upload-pack", "POST upload-pack", "POST upload-pack");
      assertThat(store.isShallow()).isFalse();
      assertThat(history(store)).containsExactlyInAnyOrderElementsOf(history());
      assertThat(folder.resolve("store/FETCH_HEAD")).doesNotExist();
      assertThat(new GitSandbox(folder.resolve("store")).refs()).isEmpty();
    }
  }

  @Test
  void a_listing_serves_one_deepening_and_the_next_asks_anew() throws Exception {
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      remote.deepen(remote.refs(List.of("refs/heads/", "refs/tags/")).values());
      author.write("c.js", "3\n").commit("fix: three");
      author.git("push", "-q", "origin", "main");
      remote.deepen(List.of(origin.hash("main")));
      assertThat(asked().subList(3, asked().size()))
          .containsExactly(
              "GET info/refs?service=upload-pack", "POST upload-pack", "POST upload-pack");
      assertThat(history(store)).containsExactlyInAnyOrderElementsOf(history());
    }
  }

  @Test
  void a_full_clone_gets_what_it_misses_and_nothing_else() throws Exception {
    new GitSandbox(folder).git("clone", "-q", "file://" + origin.folder(), "workspace");
    author.git("checkout", "-q", "-b", "next");
    author.write("c.js", "3\n").commit("feat: three");
    author.git("push", "-q", "origin", "next");
    try (Workspace workspace = Workspace.open(folder.resolve("workspace"));
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      Map<String, String> refs = remote.refs(List.of("refs/heads/", "refs/tags/"));
      remote.deepen(List.of(String.valueOf(refs.get("refs/heads/next"))));
      assertThat(
              new GitSandbox(folder.resolve("store"))
                  .git("cat-file", "--batch-all-objects", "--batch-check=%(objectname)"))
          .isEqualTo(origin.hash("next"));
      assertThat(history(store)).containsExactlyInAnyOrderElementsOf(history());
    }
  }

  @Test
  void a_server_of_an_old_protocol_deepens_too() throws Exception {
    server.old();
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      remote.deepen(remote.refs(List.of("refs/heads/", "refs/tags/")).values());
      assertThat(asked()).containsExactly("GET info/refs?service=upload-pack", "POST upload-pack");
      assertThat(history(store)).containsExactlyInAnyOrderElementsOf(history());
    }
  }

  @Test
  void a_server_that_cannot_leave_files_out_sends_them_as_well() throws Exception {
    server.whole();
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      remote.deepen(remote.refs(List.of("refs/heads/", "refs/tags/")).values());
      assertThat(history(store)).containsExactlyInAnyOrderElementsOf(history());
    }
  }

  @Test
  void a_tag_that_is_gone_after_the_listing_is_said_to_be() throws Exception {
    author.commit("fix: three");
    author.git("tag", "v1.0.1");
    author.git("push", "-q", "origin", "v1.0.1");
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      Map<String, String> refs = remote.refs(List.of("refs/heads/", "refs/tags/"));
      origin.git("tag", "-d", "v1.0.1");
      origin.git("-c", "gc.auto=0", "prune", "--expire=now");
      assertThatThrownBy(() -> remote.deepen(refs.values()))
          .isInstanceOf(Lost.class)
          .hasMessage(
              "could not fetch at 127.0.0.1: a branch or tag was moved or deleted after it had"
                  + " been listed (not our ref "
                  + refs.get("refs/tags/v1.0.1")
                  + ")");
    }
  }

  @Test
  void an_intent_on_an_older_commit_comes_with_that_commit_and_none_before() throws Exception {
    author.git("checkout", "-q", "-b", "intent", "main~1");
    String intent = author.write("slipway.json", "{}").commit("chore: intent");
    author.git("push", "-q", "origin", "intent:refs/slipway/intents/v1.1.0");
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      assertThat(remote.read(intent, "slipway.json")).contains(Bytes.of("{}"));
      assertThat(kinds("store"))
          .isEqualTo(List.of("blob", "blob", "blob", "commit", "commit", "tree", "tree"));
      remote.deepen(remote.refs(List.of("refs/heads/", "refs/tags/")).values());
      assertThat(store.isShallow()).isFalse();
      assertThat(history(store)).containsExactlyInAnyOrderElementsOf(history());
    }
  }

  /// Of what kind the objects are that a store has of its own.
  private List<String> kinds(String store) {
    return new GitSandbox(folder.resolve(store))
        .git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype)")
        .lines()
        .sorted()
        .toList();
  }

  /// The commits behind all branches and tags of the remote, read here.
  private List<String> history(GitStore store) throws IOException {
    List<String> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(store.repository())) {
      for (String tip : origin.refs().values()) {
        walk.markStart(walk.parseCommit(ObjectId.fromString(tip)));
      }
      walk.forEach(commit -> commits.add(commit.name()));
    }
    return commits;
  }

  /// The same, read there.
  private List<String> history() {
    return origin.git("rev-list", "--all").lines().toList();
  }

  @Test
  void an_intent_is_pushed_from_a_deepened_clone_and_read_back_by_another() throws Exception {
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"));
        GitStore other = GitStore.beside(workspace, folder.resolve("other"))) {
      GitRemote remote = remote(store, "s3cret");
      remote.deepen(origin.refs().values());
      String intent =
          remote.write(
              new CommitDraft(
                  Optional.of(workspace.head()),
                  Map.of("slipway.json", Optional.of(Bytes.of("{\"plan\":1}"))),
                  "intent",
                  "slipway",
                  "slipway@example.org",
                  1_700_000_000));
      assertThat(
              remote.push(
                  List.of(
                      new RefUpdate(
                          "refs/slipway/intents/v1.1.0", Optional.empty(), Optional.of(intent)),
                      new RefUpdate("refs/tags/v1.1.0", Optional.empty(), Optional.of(intent)))))
          .isEqualTo(new Pushed.Accepted());
      assertThat(remote(other, "s3cret").read(intent, "slipway.json"))
          .contains(Bytes.of("{\"plan\":1}"));
      assertThat(kinds("other")).isEqualTo(List.of("blob", "commit", "tree"));
      assertThat(origin.git("ls-tree", "--name-only", "v1.1.0").lines())
          .containsExactly("a.js", "b.js", "package.json", "slipway.json");
      origin.git("fsck", "--strict");
    }
  }

  @Test
  void of_two_who_create_a_ref_one_wins_and_the_other_is_told() throws Exception {
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      String tip = workspace.head();
      RefUpdate create = new RefUpdate("refs/tags/v1.1.0", Optional.empty(), Optional.of(tip));
      assertThat(remote.push(List.of(create))).isEqualTo(new Pushed.Accepted());
      assertThat(remote.push(List.of(create))).isEqualTo(new Pushed.Conflict("refs/tags/v1.1.0"));
      RefUpdate delete = new RefUpdate("refs/tags/v1.1.0", Optional.of(tip), Optional.empty());
      assertThat(remote.push(List.of(delete))).isEqualTo(new Pushed.Accepted());
      assertThat(remote.push(List.of(delete))).isEqualTo(new Pushed.Conflict("refs/tags/v1.1.0"));
    }
  }

  @Test
  void a_branch_that_moved_meanwhile_refuses_the_whole_atomic_push() throws Exception {
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      GitRemote remote = remote(store, "s3cret");
      String stale = workspace.head();
      author.write("c.js", "3\n").commit("fix: three");
      author.git("push", "-q", "origin", "main");
      String mine =
          remote.write(
              new CommitDraft(Optional.of(stale), Map.of(), "chore: release", "s", "s@e.org", 1));
      assertThat(
              remote.push(
                  List.of(
                      new RefUpdate("refs/heads/main", Optional.of(stale), Optional.of(mine)),
                      new RefUpdate("refs/slipway/x", Optional.empty(), Optional.of(mine)))))
          .isEqualTo(new Pushed.Conflict("refs/heads/main"));
      assertThat(remote.refs(List.of("refs/slipway/"))).isEmpty();
    }
  }

  @Test
  void a_protected_ref_that_refuses_the_push_is_named_with_the_servers_words() throws Exception {
    Path hook = origin.folder().resolve("hooks/update");
    Files.createDirectories(hook.getParent());
    Files.writeString(
        hook,
        "#!/bin/sh\ncase $1 in refs/tags/*) echo 'GH013: tags are protected' >&2; exit 1;; esac\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      assertThat(
              remote(store, "s3cret")
                  .push(
                      List.of(
                          new RefUpdate(
                              "refs/tags/v2.0.0",
                              Optional.empty(),
                              Optional.of(workspace.head())))))
          .isEqualTo(
              new Pushed.Denied(
                  "refs/tags/v2.0.0",
                  "hook declined\nGH013: tags are protected\nerror: hook declined to update refs/tags/v2.0.0"));
    }
  }

  @Test
  void a_token_that_may_not_push_is_an_answer_and_no_exception() throws Exception {
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      Pushed pushed =
          remote(store, "wrong")
              .push(
                  List.of(
                      new RefUpdate(
                          "refs/tags/v2.0.0", Optional.empty(), Optional.of(workspace.head()))));
      assertThat(pushed).isInstanceOf(Pushed.Denied.class);
      assertThat(pushed.toString()).contains("not authorized").doesNotContain("wrong");
    }
  }

  @Test
  void a_remote_that_is_not_there_was_never_reached() throws Exception {
    server.close();
    try (Workspace workspace = shallowClone();
        GitStore store = GitStore.beside(workspace, folder.resolve("store"))) {
      assertThatThrownBy(() -> remote(store, "s3cret").refs(List.of()))
          .isInstanceOfSatisfying(
              Lost.class,
              lost -> {
                assertThat(lost.reach()).isEqualTo(Lost.Reach.NOT_SENT);
                assertThat(lost).hasMessageContaining("could not list the refs at 127.0.0.1");
              });
    }
  }

  @Test
  void hooks_and_filters_planted_in_the_workspace_never_run() throws Exception {
    try (Workspace workspace = shallowClone()) {
      Path marker = folder.resolve("ran");
      for (String name : List.of("pre-push", "post-commit", "reference-transaction")) {
        Path hook = workspace.root().resolve(".git/hooks/" + name);
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch " + marker + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
      }
      GitSandbox planted = new GitSandbox(workspace.root());
      planted.git("config", "core.hooksPath", ".git/hooks");
      planted.git("config", "filter.evil.clean", "touch " + marker);
      planted.git("config", "core.fsmonitor", "touch " + marker);
      planted.git("config", "credential.helper", "!touch " + marker);
      planted.git("config", "url.http://127.0.0.1:1/.insteadOf", server.address());
      Files.writeString(workspace.root().resolve(".gitattributes"), "* filter=evil\n");
      Files.writeString(workspace.root().resolve("a.js"), "changed\n");
      try (Workspace again = Workspace.open(workspace.root());
          GitStore store = GitStore.beside(again, folder.resolve("store"))) {
        assertThat(again.modifiedFiles()).containsExactly("a.js");
        GitRemote remote = remote(store, "s3cret");
        remote.deepen(List.of(origin.hash("main")));
        assertThat(
                remote.push(
                    List.of(
                        new RefUpdate(
                            "refs/tags/v9.0.0", Optional.empty(), Optional.of(again.head())))))
            .isEqualTo(new Pushed.Accepted());
      }
      assertThat(marker).doesNotExist();
    }
  }

  private static String listing(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(file -> {
            try {
              return file + " " + Files.getLastModifiedTime(file);
            } catch (IOException problem) {
              throw new java.io.UncheckedIOException(problem);
            }
          })
          .sorted()
          .toList()
          .toString();
    }
  }
}
