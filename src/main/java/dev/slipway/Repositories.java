package dev.slipway;

import dev.slipway.git.GitRemote;
import dev.slipway.git.GitRepository;
import dev.slipway.git.GitStore;
import dev.slipway.git.Workspace;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The workspace, its remote, and the history they show together.
final class Repositories implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final List<String> WANTED =
      List.of("refs/heads/", "refs/tags/", "refs/notes/", "refs/slipway/");

  private final Workspace workspace;
  private final GitStore store;

  private Repositories(Workspace workspace, GitStore store) {
    this.workspace = workspace;
    this.store = store;
  }

  /// Opens the clone that a folder is in.
  ///
  /// @param scratch an empty or missing folder for what is fetched
  static Repositories open(Path folder, Path scratch) {
    Workspace workspace = Workspace.open(folder);
    try {
      return new Repositories(workspace, GitStore.beside(workspace, scratch));
    } catch (IOException problem) {
      workspace.close();
      throw new UncheckedIOException(problem);
    }
  }

  Workspace workspace() {
    return workspace;
  }

  /// The remote at an address.
  GitRemote remote(String address, Optional<Secret> token) {
    return GitRemote.at(store, address, token, SILENCE);
  }

  /// The history as the workspace alone shows it; no network.
  ///
  /// @throws Refused when the workspace's history is cut short
  GitRepository local() {
    if (workspace.isShallow()) {
      throw new Refused(
          Problem.configuration(
              "SHALLOW",
              "This clone holds only the newest commits, and there is no remote to fetch the rest"
                  + " from: the last release cannot be found.",
              """
              Fetch the history first:

                git fetch --unshallow --tags

              In a workflow give Slipway a github-token, and it fetches what it needs by itself.\
              """));
    }
    return workspace.graph();
  }

  /// The history as the remote shows it now: its refs, with every commit behind the branches and
  /// tags that matter. What is missing here is fetched: commits and tags, no files.
  ///
  /// @param refs what the remote listed
  /// @param matters of a full ref name: whether a decision may ask for it
  GitRepository asOf(GitRemote remote, Map<String, String> refs, Predicate<String> matters)
      throws Lost {
    boolean shallow = store.isShallow();
    List<String> missing = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Map.Entry<String, String> ref : refs.entrySet()) {
      boolean peeled = ref.getKey().endsWith("^{}");
      boolean note = ref.getKey().startsWith("refs/notes/semantic-release");
      if (note && !store.has(ref.getValue())) {
        notes.add(ref.getValue());
      } else if (!note
          && !peeled
          && matters.test(ref.getKey())
          && (shallow || !store.has(ref.getValue()))) {
        missing.add(ref.getValue());
      }
    }
    if (!missing.isEmpty()) {
      remote.deepen(missing);
    }
    if (!notes.isEmpty()) {
      remote.fetch(notes);
    }
    return store.graph(workspace.head(), refs);
  }

  /// Which refs of the remote a run reads.
  static List<String> wanted() {
    return WANTED;
  }

  @Override
  public void close() {
    store.close();
    workspace.close();
  }
}
