package dev.slipway.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The questions a decision asks of a repository. The repository on disk answers them, and a graph
/// in memory does.
public interface Graph {
  /// The commit that is checked out: full hash.
  String head();

  /// The tips of the remote's branches by short name (`main`); the local ones when there is no
  /// remote. In the order git lists them (by name).
  Map<String, String> branches();

  /// Every tag whose commit is reachable from this commit, as `git tag --merged` lists them (by
  /// name), peeled. Tags on anything but a commit are left out.
  List<Tag> tagsMergedInto(String commit);

  /// The commits reachable from `until` and not from `since`, in the order of `git log
  /// since..until` (newest first, by commit date). Without `since`: all of them.
  List<Commit> commits(Optional<String> since, String until);

  /// The content of the note for a tag: from `refs/notes/semantic-release-<tag>` and from the
  /// legacy `refs/notes/semantic-release`, on the tag's commit, in that order; empty where there is
  /// none.
  List<String> channelNotes(Tag tag);

  /// Every tag there is, on this history or not, peeled, by name. A tag may stand on a commit that
  /// is not here.
  default List<Tag> tags() {
    return tagsMergedInto(head());
  }

  /// True when this commit is here.
  default boolean has(String commit) {
    return true;
  }

  /// True when the history behind `head` ends before its beginning, as a shallow clone's does.
  default boolean isCutShort() {
    return false;
  }
}
