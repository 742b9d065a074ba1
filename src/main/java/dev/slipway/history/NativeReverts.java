package dev.slipway.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which changes were taken back, in the native profile. A revert names a commit by its hash (which
/// may be abbreviated), by the number of its pull request, or only by its header. What was merged
/// falls with its merge. A revert that is taken back itself takes nothing back.
final class NativeReverts {
  /// Reverts of merges beyond this number take back the merge alone, for each of them costs a walk.
  private static final int MOST_MERGES = 200;

  private final List<Change> changes;
  private final TreeMap<String, Integer> byHash = new TreeMap<>();
  private final Map<String, NavigableSet<Integer>> byHeader = new HashMap<>();
  private final Map<String, NavigableSet<Integer>> byPullRequest = new HashMap<>();
  private final BitSet dropped = new BitSet();
  private final List<Reverts.Pair> pairs = new ArrayList<>();
  private int merges;

  private NativeReverts(List<Change> changes) {
    this.changes = changes;
  }

  static Reverts of(List<Change> changes) {
    if (changes.stream().allMatch(change -> change.revert().isEmpty())) {
      return new Reverts(changes, List.of());
    }
    NativeReverts reverts = new NativeReverts(changes);
    for (int i = 0; i < changes.size(); i++) {
      reverts.index(i);
    }
    for (int i = 0; i < changes.size(); i++) {
      if (!reverts.dropped.get(i) && changes.get(i).revert().isPresent()) {
        reverts.takeBack(i, changes.get(i).revert().get());
      }
    }
    List<Change> kept = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (!reverts.dropped.get(i)) {
        kept.add(changes.get(i));
      }
    }
    return new Reverts(kept, reverts.pairs);
  }

  private void index(int number) {
    Change change = changes.get(number);
    byHash.put(change.commit().sha(), number);
    String header = change.header().orElse("").strip();
    byHeader.computeIfAbsent(header, _ -> new TreeSet<>()).add(number);
    Optional<String> pullRequest = pullRequest(header);
    if (pullRequest.isPresent()) {
      byPullRequest.computeIfAbsent(pullRequest.get(), _ -> new TreeSet<>()).add(number);
      String bare = header.substring(0, Math.max(0, header.lastIndexOf("(#"))).strip();
      byHeader.computeIfAbsent(bare, _ -> new TreeSet<>()).add(number);
    }
  }

  /// The number in `feat: x (#12)` or `Merge pull request #12 from …`.
  private static Optional<String> pullRequest(String header) {
    String merge = "Merge pull request #";
    int start =
        header.startsWith(merge)
            ? merge.length()
            : header.endsWith(")") && header.lastIndexOf("(#") >= 0
                ? header.lastIndexOf("(#") + 2
                : header.length();
    int end = start;
    while (end < header.length() && Characters.isDigit(header.charAt(end))) {
      end++;
    }
    return end == start ? Optional.empty() : Optional.of(header.substring(start, end));
  }

  private void takeBack(int number, Revert revert) {
    List<Integer> targets = new ArrayList<>();
    boolean all = true;
    if (!revert.hashes().isEmpty()) {
      for (String hash : revert.hashes()) {
        Optional<Integer> target = byHash(hash, number);
        target.ifPresent(targets::add);
        all &= target.isPresent();
      }
    } else {
      Optional<Integer> target =
          revert.pullRequest().isPresent()
              ? older(byPullRequest, revert.pullRequest().get(), number)
              : older(byHeader, revert.header().orElse(""), number);
      target.ifPresent(targets::add);
      all = target.isPresent();
    }
    for (int target : targets) {
      drop(number, target);
      if (changes.get(target).commit().parents().size() > 1 && merges++ < MOST_MERGES) {
        merged(target).forEach(each -> drop(number, each));
      }
    }
    if (all) {
      dropped.set(number);
    }
  }

  private void drop(int number, int target) {
    if (!dropped.get(target)) {
      dropped.set(target);
      pairs.add(new Reverts.Pair(changes.get(number), changes.get(target)));
    }
  }

  /// The only commit older than this one whose hash starts so.
  private Optional<Integer> byHash(String hash, int number) {
    var found = byHash.tailMap(hash, true).entrySet().iterator();
    if (!found.hasNext()) {
      return Optional.empty();
    }
    var first = found.next();
    boolean only = !found.hasNext() || !found.next().getKey().startsWith(hash);
    return only && first.getKey().startsWith(hash) && isOpen(first.getValue(), number)
        ? Optional.of(first.getValue())
        : Optional.empty();
  }

  private Optional<Integer> older(
      Map<String, NavigableSet<Integer>> index, String key, int number) {
    NavigableSet<Integer> numbers = index.getOrDefault(key, new TreeSet<>());
    Integer next = numbers.higher(number);
    while (next != null && dropped.get(next)) {
      // What is dropped stays dropped, so it is met once.
      numbers.remove(next);
      next = numbers.higher(number);
    }
    return Optional.ofNullable(next);
  }

  private boolean isOpen(int target, int number) {
    return target > number && !dropped.get(target);
  }

  /// What a merge brought in: reached from its other parents and not from its first.
  private List<Integer> merged(int merge) {
    List<String> parents = changes.get(merge).commit().parents();
    BitSet before = reached(parents.subList(0, 1), new BitSet());
    BitSet brought = reached(parents.subList(1, parents.size()), before);
    return brought.stream().boxed().toList();
  }

  private BitSet reached(List<String> hashes, BitSet but) {
    BitSet reached = new BitSet();
    Deque<String> waiting = new ArrayDeque<>(hashes);
    while (!waiting.isEmpty()) {
      Integer number = byHash.get(waiting.removeFirst());
      if (number != null && !but.get(number) && !reached.get(number)) {
        reached.set(number);
        waiting.addAll(changes.get(number).commit().parents());
      }
    }
    return reached;
  }
}
