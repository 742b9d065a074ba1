package dev.slipway.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan as it stands in the remote while it is being carried out: everything that another run on
/// another machine needs to finish it.
///
/// @param plan what is to be done
/// @param phase how far it may have come
/// @param bytes where the tarballs are kept
/// @param staged stage ids by package name, of what waits for approval
/// @param left since when a version that was staged is neither waiting nor live, by package name:
///   it was approved and is being scanned, or it was turned away
/// @param taken since when a registry has a version that it did not show yet, by the release's id:
///   it is waited for, and not sent again
/// @param mark proves to a run with the same secret that a run of ours wrote it; empty where there
///   is no secret
public record Intent(
    Plan plan,
    Phase phase,
    Bytes bytes,
    Map<String, String> staged,
    Map<String, Instant> left,
    Map<String, Instant> taken,
    Optional<String> mark) {

  /// Where the commit of an intent keeps it.
  public static final String FILE = ".slipway-intent.json";

  /// How far it may have come.
  public enum Phase {
    /// Nothing was sent to a registry yet: it can be dropped without a trace.
    PREPARED,
    /// Bytes may be on their way: the numbers belong to these digests for ever.
    SENDING
  }

  /// Where the tarballs are.
  public enum Bytes {
    /// They are files on the unpublished release page.
    DRAFT,
    /// Nowhere: they have to be made again from the same commit, and compared.
    REBUILD
  }

  public Intent {
    staged = Map.copyOf(staged);
    left = Map.copyOf(left);
    taken = Map.copyOf(taken);
  }

  /// A fresh one.
  public static Intent of(Plan plan) {
    return new Intent(
        plan, Phase.PREPARED, Bytes.REBUILD, Map.of(), Map.of(), Map.of(), Optional.empty());
  }

  /// The same, from where bytes may be sent.
  public Intent sending(Bytes where) {
    return new Intent(plan, Phase.SENDING, where, staged, left, taken, mark);
  }

  /// The same with one more stage id.
  public Intent staging(String name, String id) {
    Map<String, String> more = new java.util.HashMap<>(staged);
    more.put(name, id);
    return new Intent(plan, phase, bytes, more, left, taken, mark);
  }

  /// The same, with a staged version that is neither waiting nor live since a moment.
  ///
  /// @param when in whole seconds, as it is written
  public Intent leaving(String name, Instant when) {
    Map<String, Instant> more = new java.util.HashMap<>(left);
    more.put(name, when.truncatedTo(ChronoUnit.SECONDS));
    return new Intent(plan, phase, bytes, staged, more, taken, mark);
  }

  /// The same, with versions that a registry has and does not show yet since a moment.
  ///
  /// @param ids of the releases
  /// @param when in whole seconds, as it is written
  public Intent taking(List<String> ids, Instant when) {
    Map<String, Instant> more = new java.util.HashMap<>(taken);
    ids.forEach(id -> more.putIfAbsent(id, when.truncatedTo(ChronoUnit.SECONDS)));
    return new Intent(plan, phase, bytes, staged, left, more, mark);
  }

  /// The same about another plan.
  public Intent with(Plan other) {
    return new Intent(other, phase, bytes, staged, left, taken, mark);
  }

  /// The same with a mark.
  public Intent marked(String proof) {
    return new Intent(plan, phase, bytes, staged, left, taken, Optional.of(proof));
  }
}
