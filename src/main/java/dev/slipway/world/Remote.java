package dev.slipway.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The git remote: refs that are read as one listing and moved by compare-and-swap, and objects.
public interface Remote {
  /// Refs by full name (`refs/heads/main`) with the hash they hold; annotated tags also as
  /// `refs/tags/x^{}` with the commit they stand on.
  ///
  /// @param prefixes full-name prefixes such as `refs/tags/`; empty: all refs
  Map<String, String> refs(List<String> prefixes) throws Lost;

  /// Moves all of these refs or none.
  Pushed push(List<RefUpdate> updates) throws Lost;

  /// Writes a commit object whose tree is that of its parent with these files put in (or taken out,
  /// where the content is empty), and returns its hash. The commit reaches the remote with the next
  /// push that names it.
  String write(CommitDraft draft);

  /// The content of a file in a commit, fetched from the remote if it is not here.
  Optional<Bytes> read(String commit, String path) throws Lost;

  /// One conditional ref update.
  ///
  /// @param name full name
  /// @param expected the hash it must hold now; empty: it must not exist
  /// @param target the hash it shall hold; empty: it shall be deleted
  record RefUpdate(String name, Optional<String> expected, Optional<String> target) {}

  /// A commit to be written.
  ///
  /// @param parent the parent commit; empty: an orphan with an empty tree to start from
  /// @param files contents by path; an empty `Optional` removes the path
  /// @param seconds author and committer time, seconds since the epoch
  record CommitDraft(
      Optional<String> parent,
      Map<String, Optional<Bytes>> files,
      String message,
      String name,
      String email,
      long seconds) {}

  /// How a push ended.
  sealed interface Pushed {
    /// All refs were moved.
    record Accepted() implements Pushed {}

    /// A ref did not hold what was expected; nothing was moved.
    ///
    /// @param name the first such ref
    record Conflict(String name) implements Pushed {}

    /// The server refused: protection, ruleset, missing permission, hook; nothing was moved.
    ///
    /// @param name the ref it named
    /// @param text what the server said; foreign text
    record Denied(String name, String text) implements Pushed {}
  }
}
