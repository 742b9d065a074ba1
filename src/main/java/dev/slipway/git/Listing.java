package dev.slipway.git;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;

/// A server that has introduced itself and listed its refs, and can be asked for objects, once,
/// without having to do either again. Between the two nothing is held: no socket, no thread.
final class Listing {
  private final FetchConnection connection;

  private Listing(FetchConnection connection) {
    this.connection = connection;
  }

  /// Asks for the refs.
  ///
  /// @param transport set up for what is to be fetched
  /// @param prefixes of full names; a server of an old protocol lists all refs whatever they are
  static Listing of(Transport transport, List<String> prefixes)
      throws TransportException, NotSupportedException {
    FetchConnection connection = transport.openFetch(List.of(), prefixes.toArray(String[]::new));
    // Closed, it gives its socket back, for the fetch to use: that makes its requests by itself.
    connection.close();
    return new Listing(connection);
  }

  /// The refs below these prefixes, or all where there are none; see
  /// [dev.slipway.world.Remote#refs].
  Map<String, String> refs(List<String> prefixes) {
    Map<String, String> refs = new HashMap<>();
    for (Ref ref : connection.getRefs()) {
      boolean asked = prefixes.isEmpty() || prefixes.stream().anyMatch(ref.getName()::startsWith);
      if (asked && ref.getObjectId() != null) {
        refs.put(ref.getName(), ref.getObjectId().name());
        if (ref.getPeeledObjectId() != null) {
          refs.put(ref.getName() + "^{}", ref.getPeeledObjectId().name());
        }
      }
    }
    return refs;
  }

  /// Fetches objects with all behind them, and returns their hashes. No ref is written.
  ///
  /// @param wants hashes
  /// @param haves commits that are here with all behind them; none: nothing is negotiated
  Set<String> fetch(Collection<String> wants, Set<ObjectId> haves) throws TransportException {
    Set<String> hashes = new LinkedHashSet<>(wants);
    List<Ref> asked = new ArrayList<>();
    for (String hash : hashes) {
      asked.add(new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, hash, ObjectId.fromString(hash)));
    }
    try (connection) {
      connection.fetch(NullProgressMonitor.INSTANCE, asked, haves);
    }
    return hashes;
  }
}
