package dev.slipway.git;

import dev.slipway.history.Commit;
import dev.slipway.history.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevFlag;
import org.eclipse.jgit.revwalk.RevWalk;

/// The history of a repository for one decision after the other: the header of a commit is read
/// once, until commits were asked for. The commits before the newest tag, which a decision asks for
/// next, are read with their messages when the tag is looked for.
final class HistoryWalk implements AutoCloseable {
  private final Repository repository;
  private RevWalk walk;
  private RevFlag read;
  private CommitReading reading = new CommitReading();

  HistoryWalk(Repository repository) {
    this.repository = repository;
    walk = new RevWalk(repository);
    read = readIn(walk);
  }

  private static RevFlag readIn(RevWalk walk) {
    RevFlag read = walk.newFlag("read");
    walk.retainOnReset(read);
    return read;
  }

  /// Those of the tags that are reachable from a commit.
  ///
  /// @param ahead whether the commits before the first of them are asked for next
  List<Tag> merged(List<Tag> tags, String commit, boolean ahead) throws IOException {
    Map<String, List<Tag>> waiting = new HashMap<>();
    for (Tag tag : tags) {
      waiting.computeIfAbsent(tag.commit(), _ -> new ArrayList<>()).add(tag);
    }
    List<Tag> merged = new ArrayList<>();
    if (waiting.isEmpty()) {
      return merged;
    }
    walk.reset();
    walk.setRetainBody(ahead);
    walk.markStart(walk.parseCommit(ObjectId.fromString(commit)));
    for (RevCommit each = walk.next(); each != null && !waiting.isEmpty(); each = walk.next()) {
      List<Tag> here = waiting.remove(each.name());
      if (here != null) {
        merged.addAll(here);
        walk.setRetainBody(false);
      }
      if (walk.isRetainBody()) {
        read(each);
      }
    }
    return merged;
  }

  /// The commits reachable from `until` and not from `since`, newest first.
  List<Commit> between(Optional<String> since, String until) throws IOException {
    walk.reset();
    walk.setRetainBody(false);
    walk.markStart(walk.parseCommit(ObjectId.fromString(until)));
    if (since.isPresent()) {
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(since.get())));
    }
    List<RevCommit> found = new ArrayList<>();
    for (RevCommit each = walk.next(); each != null; each = walk.next()) {
      read(each);
      found.add(each);
    }
    List<Commit> commits = reading.commits(found);
    // There may be a hundred thousand, and more is made of each: nothing else is kept of them.
    close();
    walk = new RevWalk(repository);
    read = readIn(walk);
    reading = new CommitReading();
    return commits;
  }

  private void read(RevCommit commit) throws IOException {
    if (!commit.has(read)) {
      commit.add(read);
      walk.parseBody(commit);
      reading.add(commit);
    }
  }

  @Override
  public void close() {
    reading.close();
    walk.close();
  }
}
