package dev.slipway.history;

import static java.util.Objects.requireNonNull;

import dev.slipway.history.Commit.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A repository in memory, written like a short story: commit, branch, merge, tag. It starts on
/// branch `main` without a commit; each commit is a minute younger than the one before it.
public final class MemoryGraph implements Graph {
  private static final Person PERSON = new Person("A Person", "person@example.test");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<String, Commit> commits = new LinkedHashMap<>();
  private final Map<String, String> local = new TreeMap<>();
  private final Map<String, String> remote = new TreeMap<>();
  private final Map<String, String> tags = new TreeMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final Map<String, String> legacyNotes = new HashMap<>();
  private String branch = "main";
  private Optional<String> detached = Optional.empty();
  private boolean cutShort;

  /// A commit on what is checked out. Returns its hash.
  public String commit(String message) {
    return commit(message, headIfAny().map(List::of).orElse(List.of()));
  }

  /// A commit with these parents, which becomes the tip of what is checked out. Returns its hash.
  public String commit(String message, List<String> parents) {
    Instant at = START.plusSeconds(60L * commits.size());
    String sha = hash(commits.size() + "\n" + parents + "\n" + message);
    commits.put(
        sha, new Commit(sha, hash("tree " + sha), parents, PERSON, at, PERSON, at, message));
    move(sha);
    return sha;
  }

  /// A new branch at what is checked out, which is checked out then.
  public MemoryGraph branch(String name) {
    local.put(name, head());
    return checkout(name);
  }

  /// Checks out a branch.
  public MemoryGraph checkout(String name) {
    branch = name;
    detached = Optional.empty();
    return this;
  }

  /// Checks out a commit, without a branch.
  public MemoryGraph detach(String commit) {
    detached = Optional.of(commit);
    return this;
  }

  /// Merges a branch into what is checked out, with a merge commit. Returns its hash.
  public String merge(String other) {
    return commit("Merge branch '" + other + "'", List.of(head(), tip(other)));
  }

  /// Moves what is checked out to where a branch is.
  public MemoryGraph fastForward(String other) {
    move(tip(other));
    return this;
  }

  /// A tag on what is checked out.
  public MemoryGraph tag(String name) {
    return tag(name, head());
  }

  /// A tag on a commit; the commit need not be here.
  public MemoryGraph tag(String name, String commit) {
    tags.put(name, commit);
    return this;
  }

  /// The note of a tag, instead of the one it had.
  public MemoryGraph note(String tag, String content) {
    notes.put(tag, content);
    return this;
  }

  /// The note of a commit in the ref that semantic-release used up to version 22.
  public MemoryGraph legacyNote(String commit, String content) {
    legacyNotes.put(commit, content);
    return this;
  }

  /// Where a branch is on the remote, when that is not where it is here.
  public MemoryGraph remote(String name, String commit) {
    remote.put(name, commit);
    return this;
  }

  /// A clone whose history ends early.
  public MemoryGraph cutShort() {
    cutShort = true;
    return this;
  }

  /// The commit with this hash.
  public Commit at(String sha) {
    return requireNonNull(commits.get(sha), () -> "no commit " + sha);
  }

  /// Every commit, in the order they were made.
  public List<Commit> all() {
    return List.copyOf(commits.values());
  }

  /// The note of a tag.
  public Optional<String> note(String tag) {
    return Optional.ofNullable(notes.get(tag));
  }

  /// The legacy note of a commit.
  public Optional<String> legacyNote(String commit) {
    return Optional.ofNullable(legacyNotes.get(commit));
  }

  /// The tip of a branch here.
  public String tip(String name) {
    return requireNonNull(local.get(name), () -> "no branch " + name);
  }

  @Override
  public String head() {
    return headIfAny().orElseThrow(() -> new IllegalStateException("no commit yet on " + branch));
  }

  @Override
  public Map<String, String> branches() {
    Map<String, String> all = new TreeMap<>(local);
    all.putAll(remote);
    return all;
  }

  @Override
  public List<Tag> tagsMergedInto(String commit) {
    Set<String> reachable = reachable(commit);
    return tags().stream().filter(tag -> reachable.contains(tag.commit())).toList();
  }

  @Override
  public List<Tag> tags() {
    return tags.entrySet().stream().map(e -> new Tag(e.getKey(), e.getValue())).toList();
  }

  @Override
  public boolean has(String commit) {
    return commits.containsKey(commit);
  }

  @Override
  public boolean isCutShort() {
    return cutShort;
  }

  @Override
  public List<Commit> commits(Optional<String> since, String until) {
    Set<String> old = since.map(this::reachable).orElse(Set.of());
    List<Commit> walked = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(until));
    // git's own order: the youngest of the commits that are known so far; of equally young ones the
    // one that was met first
    record Met(Commit commit, int order) {}
    PriorityQueue<Met> open =
        new PriorityQueue<>(
            Comparator.comparing((Met m) -> m.commit().committed())
                .reversed()
                .thenComparingInt(Met::order));
    open.add(new Met(at(until), 0));
    while (!open.isEmpty()) {
      Commit next = open.remove().commit();
      if (!old.contains(next.sha())) {
        walked.add(next);
      }
      for (String parent : next.parents()) {
        if (has(parent) && seen.add(parent)) {
          open.add(new Met(at(parent), seen.size()));
        }
      }
    }
    return walked;
  }

  @Override
  public List<String> channelNotes(Tag tag) {
    return Stream.of(note(tag.name()), legacyNote(tag.commit())).flatMap(Optional::stream).toList();
  }

  private Set<String> reachable(String commit) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(commit));
    while (!open.isEmpty()) {
      String sha = open.removeLast();
      if (has(sha) && seen.add(sha)) {
        open.addAll(at(sha).parents());
      }
    }
    return seen;
  }

  private Optional<String> headIfAny() {
    return detached.or(() -> Optional.ofNullable(local.get(branch)));
  }

  private void move(String sha) {
    if (detached.isPresent()) {
      detached = Optional.of(sha);
    } else {
      local.put(branch, sha);
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
