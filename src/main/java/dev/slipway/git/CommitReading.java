package dev.slipway.git;

import dev.slipway.history.Commit;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;

/// Makes commits of what a walk finds, on another thread while the walk goes on. A person, hash or
/// time that was seen before is not kept a second time.
final class CommitReading implements AutoCloseable {
  /// So many are worth a thread.
  private static final int SHARE = 2_000;

  private final List<CompletableFuture<Void>> shares = new ArrayList<>();
  private final Map<AnyObjectId, Commit> made = new ConcurrentHashMap<>();
  private final Map<AnyObjectId, String> hashes = new ConcurrentHashMap<>();
  private final Map<String, Commit.Person> people = new ConcurrentHashMap<>();
  private List<RevCommit> waiting = new ArrayList<>();

  /// Takes a commit with its body, which is let go once it is read.
  void add(RevCommit commit) {
    waiting.add(commit);
    if (waiting.size() == SHARE) {
      List<RevCommit> share = waiting;
      waiting = new ArrayList<>();
      shares.add(CompletableFuture.runAsync(() -> read(share)));
    }
  }

  /// What was made of these, each of which was taken.
  List<Commit> commits(List<RevCommit> wanted) {
    read(waiting);
    waiting = new ArrayList<>();
    shares.forEach(CompletableFuture::join);
    shares.clear();
    return wanted.stream().map(made::get).map(Objects::requireNonNull).toList();
  }

  private void read(List<RevCommit> share) {
    for (RevCommit each : share) {
      made.put(each, commit(each));
      each.disposeBody();
    }
  }

  private Commit commit(RevCommit commit) {
    List<String> parents = new ArrayList<>(commit.getParentCount());
    for (RevCommit parent : commit.getParents()) {
      parents.add(hash(parent));
    }
    PersonIdent author = person(commit.getAuthorIdent());
    PersonIdent committer = person(commit.getCommitterIdent());
    Instant authored = author.getWhenAsInstant();
    Instant committed = committer.getWhenAsInstant();
    return new Commit(
        hash(commit),
        hash(commit.getTree()),
        parents,
        once(author),
        authored,
        once(committer),
        committed.equals(authored) ? authored : committed,
        withoutTrailingNewlines(commit.getFullMessage()));
  }

  private String hash(AnyObjectId id) {
    return hashes.computeIfAbsent(id, AnyObjectId::name);
  }

  private Commit.Person once(PersonIdent ident) {
    return people.computeIfAbsent(
        ident.getName() + '\n' + ident.getEmailAddress(),
        _ -> new Commit.Person(ident.getName(), ident.getEmailAddress()));
  }

  private static PersonIdent person(@Nullable PersonIdent ident) {
    return ident == null ? new PersonIdent("", "", Instant.EPOCH, ZoneOffset.UTC) : ident;
  }

  private static String withoutTrailingNewlines(String message) {
    int end = message.length();
    while (end > 0 && (message.charAt(end - 1) == '\n' || message.charAt(end - 1) == '\r')) {
      end--;
    }
    return message.substring(0, end);
  }

  /// Leaves no thread behind that reads.
  @Override
  public void close() {
    shares.forEach(share -> share.cancel(false));
  }
}
