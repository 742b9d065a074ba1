package dev.slipway.git;

import dev.slipway.history.Commit;
import dev.slipway.history.Graph;
import dev.slipway.history.Tag;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevWalk;

/// The repository of a workspace, as a graph to ask. Nothing is ever written to the workspace's
/// `.git`: what is fetched goes into a store of our own that borrows the workspace's objects.
public final class GitRepository implements Graph, AutoCloseable {
  private final Repository repository;
  private final String head;
  private final Refs refs;
  private final HistoryWalk history;

  private GitRepository(Repository repository, String head, Refs refs) {
    this.repository = repository;
    this.head = head;
    this.refs = refs;
    history = new HistoryWalk(repository);
  }

  /// The graph of a store, seen through these refs.
  ///
  /// @param head the commit that is checked out
  /// @param refs full ref names with the objects they hold
  static GitRepository of(Repository repository, String head, Refs refs) {
    return new GitRepository(repository, head, refs);
  }

  @Override
  public String head() {
    return head;
  }

  @Override
  public Map<String, String> branches() {
    return refs.branches();
  }

  @Override
  public List<Tag> tagsMergedInto(String commit) {
    try {
      List<Tag> merged = history.merged(refs.tags(repository), commit, commit.equals(head));
      merged.sort((a, b) -> a.name().compareTo(b.name()));
      return Collections.unmodifiableList(merged);
    } catch (MissingObjectException missing) {
      throw incomplete(missing);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public List<Commit> commits(Optional<String> since, String until) {
    try {
      return history.between(since, until);
    } catch (MissingObjectException missing) {
      throw incomplete(missing);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// True when `ancestor` is reachable from `descendant`; false also when either is not here.
  public boolean isAncestor(String ancestor, String descendant) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      return walk.isMergedInto(
          walk.parseCommit(ObjectId.fromString(ancestor)),
          walk.parseCommit(ObjectId.fromString(descendant)));
    } catch (MissingObjectException missing) {
      return false;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Every tag with the commit it stands on, by name.
  @Override
  public List<Tag> tags() {
    return refs.tags(repository);
  }

  @Override
  public boolean has(String commit) {
    try (ObjectReader reader = repository.newObjectReader()) {
      return reader.has(ObjectId.fromString(commit));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public boolean isCutShort() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Override
  public List<String> channelNotes(Tag tag) {
    List<String> notes = new ArrayList<>();
    for (String ref :
        List.of("refs/notes/semantic-release-" + tag.name(), "refs/notes/semantic-release")) {
      refs.hash(ref).flatMap(tip -> note(tip, tag)).ifPresent(notes::add);
    }
    return notes;
  }

  private Optional<String> note(String tip, Tag tag) {
    try (RevWalk walk = new RevWalk(repository);
        ObjectReader reader = repository.newObjectReader()) {
      NoteMap map = NoteMap.read(reader, walk.parseCommit(ObjectId.fromString(tip)));
      ObjectId blob = map.get(ObjectId.fromString(tag.commit()));
      return blob == null
          ? Optional.empty()
          : Optional.of(
              new String(
                  reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(64 << 10),
                  StandardCharsets.UTF_8));
    } catch (MissingObjectException notFetched) {
      return Optional.empty();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Refused incomplete(MissingObjectException missing) {
    return new Refused(
        Problem.failure(
            "HISTORY_INCOMPLETE",
            "The history in this clone breaks off: commit "
                + missing.getObjectId().name()
                + " is not here.",
            """
            Give Slipway a github-token that may read the repository, so that it can fetch what is \
            missing, or check out the whole history:

              - uses: actions/checkout@v6
                with:
                  fetch-depth: 0\
            """));
  }

  @Override
  public void close() {
    history.close();
    repository.close();
  }

  /// Refs by full name, with the object each holds and, for annotated tags of a remote listing, the
  /// commit it stands on under `name^{}`.
  record Refs(Map<String, String> hashes) {
    Refs {
      hashes = Collections.unmodifiableMap(new TreeMap<>(hashes));
    }

    /// The refs of a repository on disk.
    static Refs of(Repository repository) throws IOException {
      Map<String, String> hashes = new HashMap<>();
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        Ref peeled = repository.getRefDatabase().peel(ref);
        if (ref.getObjectId() != null) {
          hashes.put(ref.getName(), ref.getObjectId().name());
        }
        if (peeled.getPeeledObjectId() != null) {
          hashes.put(ref.getName() + "^{}", peeled.getPeeledObjectId().name());
        }
      }
      return new Refs(hashes);
    }

    Optional<String> hash(String name) {
      return Optional.ofNullable(hashes.get(name));
    }

    /// Branch tips: the remote's where the clone knows a remote's, else the local ones; of a local
    /// clone both, the remote's first.
    Map<String, String> branches() {
      Map<String, String> branches = new TreeMap<>();
      hashes.forEach((name, hash) -> {
        if (name.startsWith("refs/heads/")) {
          branches.put(name.substring("refs/heads/".length()), hash);
        }
      });
      hashes.forEach((name, hash) -> {
        if (name.startsWith("refs/remotes/origin/") && !name.endsWith("/HEAD")) {
          branches.putIfAbsent(name.substring("refs/remotes/origin/".length()), hash);
        }
      });
      return branches;
    }

    /// Tags by name, peeled; those that stand on no commit we know of are left out.
    List<Tag> tags(Repository repository) {
      List<Tag> tags = new ArrayList<>();
      Set<String> checked = new HashSet<>();
      hashes.forEach((name, hash) -> {
        if (name.startsWith("refs/tags/") && !name.endsWith("^{}") && checked.add(name)) {
          tags.add(
              new Tag(
                  name.substring("refs/tags/".length()), hashes.getOrDefault(name + "^{}", hash)));
        }
      });
      return tags;
    }
  }

  /// The folder that holds the objects of this graph.
  Path directory() {
    return repository.getDirectory().toPath();
  }
}
