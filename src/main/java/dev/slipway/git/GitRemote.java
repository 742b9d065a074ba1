package dev.slipway.git;

import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/// The remote of a workspace, over git's own protocol. Every ref is moved by compare-and-swap; what
/// is fetched or written goes into a store beside the workspace, and no ref is written there.
public final class GitRemote implements Remote {
  private static final Duration FOR_REFS = Duration.ofMinutes(2);
  private static final Duration FOR_OBJECTS = Duration.ofMinutes(15);
  private static final FilterSpec COMMITS_AND_TAGS = commitsAndTags();

  /// For what is asked for by its hash: one ref has to be listed.
  private static final List<String> ONE_REF = List.of(Constants.HEAD);

  /// The depth at which a commit comes with its parent: what we write ourselves stands on one that
  /// is read, or beside it on the same parent.
  private static final int WITH_PARENT = 2;

  private final GitStore store;
  private final Endpoint endpoint;

  /// The last listing, until a deepening has used it.
  private final AtomicReference<Optional<Listing>> last = new AtomicReference<>(Optional.empty());

  private GitRemote(GitStore store, Endpoint endpoint) {
    this.store = store;
    this.endpoint = endpoint;
  }

  /// The remote at an address.
  ///
  /// @param store where objects go
  /// @param address `https://…`, or `http://` on loopback; without user and password
  /// @param token sent to that address's host only, as the password of `x-access-token`
  /// @param timeout for each silent moment on the wire
  /// @throws IllegalArgumentException when the address is no URL or holds a password
  public static GitRemote at(
      GitStore store, String address, Optional<Secret> token, Duration timeout) {
    return new GitRemote(store, Endpoint.at(address, token, timeout));
  }

  @Override
  public Map<String, String> refs(List<String> prefixes) throws Lost {
    Listing listing =
        endpoint.within(
            "list the refs", FOR_REFS, () -> listing(prefixes, COMMITS_AND_TAGS, depth()));
    last.set(Optional.of(listing));
    return listing.refs(prefixes);
  }

  private Listing listing(List<String> prefixes, FilterSpec filter, OptionalInt depth)
      throws TransportException, NotSupportedException {
    try (Transport transport = endpoint.open(store.repository())) {
      transport.setFilterSpec(filter);
      depth.ifPresent(transport::setDepth);
      return Listing.of(transport, prefixes);
    }
  }

  /// To the first commit, where the history here is cut short.
  private OptionalInt depth() {
    return store.isShallow() ? OptionalInt.of(Constants.INFINITE_DEPTH) : OptionalInt.empty();
  }

  /// Fetches the commits and tags behind these objects, without files, all the way to the first
  /// commit. After a listing it is one request more.
  ///
  /// @param hashes as the remote listed them
  /// @throws Lost when the remote did not give them
  public void deepen(Collection<String> hashes) throws Lost {
    Optional<Listing> listed = last.getAndSet(Optional.empty());
    endpoint.within(
        "fetch",
        FOR_OBJECTS,
        () -> {
          Set<String> fetched = deepened(listed, hashes);
          store.deepened();
          return fetched;
        });
  }

  private Set<String> deepened(Optional<Listing> listed, Collection<String> hashes)
      throws IOException {
    // Where the history is cut short, what is here is a handful of commits: having them sent
    // again is cheaper than being asked about them.
    Set<ObjectId> haves = store.isShallow() ? Set.of() : store.tips();
    try {
      Listing listing =
          listed.isPresent() ? listed.get() : listing(ONE_REF, COMMITS_AND_TAGS, depth());
      return listing.fetch(hashes, haves);
    } catch (TransportException problem) {
      if (Endpoint.said(problem).contains(JGitText.get().filterRequiresCapability)) {
        return listing(ONE_REF, FilterSpec.NO_FILTER, depth()).fetch(hashes, haves);
      }
      throw problem;
    }
  }

  private static FilterSpec commitsAndTags() {
    try {
      return FilterSpec.fromFilterLine("tree:0");
    } catch (PackProtocolException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /// Fetches what shares no history with the branches, whole: commits, trees and files.
  ///
  /// @param hashes as the remote listed them
  /// @throws Lost when the remote did not give them
  public void fetch(Collection<String> hashes) throws Lost {
    fetch(hashes, Set.of(), OptionalInt.empty());
  }

  private void fetch(Collection<String> hashes, Set<ObjectId> haves, OptionalInt depth)
      throws Lost {
    endpoint.within(
        "fetch",
        FOR_OBJECTS,
        () -> listing(ONE_REF, FilterSpec.NO_FILTER, depth).fetch(hashes, haves));
  }

  @Override
  public Optional<Bytes> read(String commit, String path) throws Lost {
    if (!store.has(commit)) {
      // Behind the cut of a clone the server would not stop, and send every file there ever was.
      fetch(
          List.of(commit),
          store.tips(),
          store.isShallow() ? OptionalInt.of(WITH_PARENT) : OptionalInt.empty());
    }
    return Workspace.fileAt(store.repository(), commit, path).map(Bytes::of);
  }

  @Override
  public String write(CommitDraft draft) {
    return CommitWriting.write(store.repository(), draft);
  }

  @Override
  public Pushed push(List<RefUpdate> updates) throws Lost {
    return endpoint.within("push", FOR_REFS, () -> send(updates));
  }

  private Pushed send(List<RefUpdate> updates) throws IOException {
    try (Transport transport = endpoint.open(store.repository())) {
      transport.setPushAtomic(updates.size() > 1);
      List<RemoteRefUpdate> asked = new ArrayList<>();
      for (RefUpdate update : updates) {
        asked.add(
            new RemoteRefUpdate(
                store.repository(),
                null,
                update.target().map(ObjectId::fromString).orElse(ObjectId.zeroId()),
                update.name(),
                true,
                null,
                update.expected().map(ObjectId::fromString).orElse(ObjectId.zeroId())));
      }
      return PushVerdict.of(updates, transport.push(NullProgressMonitor.INSTANCE, asked));
    } catch (TransportException | NotSupportedException problem) {
      if (PushVerdict.isRefusal(problem)) {
        return new Pushed.Denied(updates.getFirst().name(), Endpoint.said(problem));
      }
      throw problem;
    }
  }
}
