package dev.slipway.plan;

import java.util.Map;
import java.util.Optional;

/// A plan as it stands in the remote while it is being carried out: everything that another run on
/// another machine needs to finish it.
///
/// @param plan what is to be done
/// @param phase how far it may have come
/// @param bytes where the tarballs are kept
/// @param staged stage ids by package name, of what waits for approval
/// @param mark proves to a run with the same secret that a run of ours wrote it; empty where there
///   is no secret
public record Intent(
    Plan plan, Phase phase, Bytes bytes, Map<String, String> staged, Optional<String> mark) {

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
  }

  /// A fresh one.
  public static Intent of(Plan plan) {
    return new Intent(plan, Phase.PREPARED, Bytes.REBUILD, Map.of(), Optional.empty());
  }

  /// The same, from where bytes may be sent.
  public Intent sending(Bytes where) {
    return new Intent(plan, Phase.SENDING, where, staged, mark);
  }

  /// The same with one more stage id.
  public Intent staging(String name, String id) {
    Map<String, String> more = new java.util.HashMap<>(staged);
    more.put(name, id);
    return new Intent(plan, phase, bytes, more, mark);
  }

  /// The same about another plan.
  public Intent with(Plan other) {
    return new Intent(other, phase, bytes, staged, mark);
  }

  /// The same with a mark.
  public Intent marked(String proof) {
    return new Intent(plan, phase, bytes, staged, Optional.of(proof));
  }
}
