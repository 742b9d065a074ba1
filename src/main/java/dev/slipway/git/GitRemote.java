package dev.slipway.git;

import static java.util.stream.Collectors.joining;

import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import dev.slipway.world.Remote;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEditor.DeletePath;
import org.eclipse.jgit.dircache.DirCacheEditor.PathEdit;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/// The remote of a workspace, over git's own protocol. Every ref is moved by compare-and-swap; what
/// is fetched or written goes into a store beside the workspace.
public final class GitRemote implements Remote {
  private static final Duration FOR_REFS = Duration.ofMinutes(2);
  private static final Duration FOR_OBJECTS = Duration.ofMinutes(15);
  private static final int MOST_LINES = 20;

  /// Whom GitHub knows the bearer of a job's token as.
  private static final String USER = "x-access-token";

  private static final FilterSpec COMMITS_AND_TAGS = filter("tree:0");

  private final GitStore store;
  private final URIish uri;
  private final Optional<Secret> token;
  private final int timeoutSeconds;

  private GitRemote(GitStore store, URIish uri, Optional<Secret> token, int timeoutSeconds) {
    this.store = store;
    this.uri = uri;
    this.token = token;
    this.timeoutSeconds = timeoutSeconds;
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
    try {
      URIish uri = new URIish(address);
      if (uri.getPass() != null) {
        throw new IllegalArgumentException("the address of the remote holds a password");
      }
      return new GitRemote(store, uri, token, (int) timeout.toSeconds());
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("not the address of a git remote", wrong);
    }
  }

  /// Something asked of the server, with a deadline for the whole of it: a server that sends a byte
  /// now and then is not waited for longer than one that is silent.
  private <T> T within(String purpose, Duration deadline, Exchange<T> exchange) throws Lost {
    FutureTask<T> task = new FutureTask<>(exchange::make);
    // No virtual thread: what those read through stays in a call of the system's, and the end of
    // a process waits 0.3 seconds for such threads.
    Thread.ofPlatform().daemon().name("git " + purpose).start(task);
    try {
      return task.get(deadline.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      task.cancel(true);
      throw new Lost(
          Lost.Reach.UNKNOWN,
          "could not "
              + purpose
              + " at "
              + uri.getHost()
              + " within "
              + deadline.toSeconds()
              + " seconds");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Lost(
          Lost.Reach.UNKNOWN,
          "could not " + purpose + " at " + uri.getHost() + ": the run was stopped");
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case Lost lost -> throw lost;
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    }
  }

  /// Something that is asked of the server.
  @FunctionalInterface
  private interface Exchange<T> {
    T make() throws Lost;
  }

  @Override
  public Map<String, String> refs(List<String> prefixes) throws Lost {
    return within("list the refs", FOR_REFS, () -> list(prefixes));
  }

  private Map<String, String> list(List<String> prefixes) throws Lost {
    List<RefSpec> wanted =
        prefixes.stream().map(prefix -> new RefSpec(prefix + "*:" + prefix + "*")).toList();
    try (Transport transport = open();
        FetchConnection connection =
            prefixes.isEmpty() || !prefixes.stream().allMatch(prefix -> prefix.endsWith("/"))
                ? transport.openFetch()
                : transport.openFetch(wanted)) {
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
    } catch (TransportException | NotSupportedException problem) {
      throw lost("list the refs", problem);
    }
  }

  @Override
  public Pushed push(List<RefUpdate> updates) throws Lost {
    return within("push", FOR_REFS, () -> send(updates));
  }

  private Pushed send(List<RefUpdate> updates) throws Lost {
    try (Transport transport = open()) {
      transport.setPushAtomic(updates.size() > 1);
      transport.setPushThin(false);
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
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, asked);
      return said(verdict(updates, result.getRemoteUpdates()), result.getMessages());
    } catch (TransportException | NotSupportedException problem) {
      if (isRefusal(problem)) {
        return new Pushed.Denied(updates.getFirst().name(), said(problem));
      }
      throw lost("push", problem);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// What the server said besides: GitHub names the rule that was broken there, and git the ref
  /// that was taken, when an atomic push was refused as a whole.
  private static Pushed said(Pushed pushed, String messages) {
    return switch (pushed) {
      case Pushed.Denied(var name, var text)
          when isBystander(text.toLowerCase(Locale.ROOT))
              && isRace(messages.toLowerCase(Locale.ROOT)) ->
          new Pushed.Conflict(name);
      case Pushed.Denied(var name, var text) when !messages.isBlank() ->
          new Pushed.Denied(
              name,
              text
                  + "\n"
                  + messages.lines().map(String::strip).limit(MOST_LINES).collect(joining("\n")));
      case Pushed.Denied _, Pushed.Accepted _, Pushed.Conflict _ -> pushed;
    };
  }

  private static Pushed verdict(List<RefUpdate> updates, Collection<RemoteRefUpdate> answered) {
    Optional<Pushed> conflict = Optional.empty();
    Optional<Pushed> denied = Optional.empty();
    for (RemoteRefUpdate update : answered) {
      String text = update.getMessage() == null ? "" : update.getMessage();
      switch (update.getStatus()) {
        case OK -> {}
        case UP_TO_DATE -> {
          boolean wasExpected =
              updates.stream()
                  .anyMatch(asked ->
                      asked.name().equals(update.getRemoteName())
                          && asked.expected().equals(asked.target()));
          if (!wasExpected) {
            conflict = Optional.of(new Pushed.Conflict(update.getRemoteName()));
          }
        }
        case REJECTED_REMOTE_CHANGED, NON_EXISTING, REJECTED_NONFASTFORWARD ->
            conflict = conflict.or(() -> Optional.of(new Pushed.Conflict(update.getRemoteName())));
        case REJECTED_OTHER_REASON -> {
          String lower = text.toLowerCase(Locale.ROOT);
          if (isRace(lower)) {
            conflict = conflict.or(() -> Optional.of(new Pushed.Conflict(update.getRemoteName())));
          } else if (denied.isEmpty() || !isBystander(lower)) {
            // Of an atomic push every ref is refused; the one that is at fault says why.
            denied = Optional.of(new Pushed.Denied(update.getRemoteName(), text));
          }
        }
        case REJECTED_NODELETE, NOT_ATTEMPTED, AWAITING_REPORT ->
            denied = denied.or(() -> Optional.of(new Pushed.Denied(update.getRemoteName(), text)));
      }
    }
    Optional<Pushed> refused = denied;
    return conflict.or(() -> refused).orElseGet(Pushed.Accepted::new);
  }

  /// Git's words for a ref that does not hold what was expected.
  private static boolean isRace(String lower) {
    return lower.contains("reference already exists")
        || lower.contains("but expected")
        || lower.contains("unable to resolve reference")
        || lower.contains("lock error")
        || lower.contains("failed to update ref")
        || lower.contains("cannot lock ref")
        || lower.contains("lock_failure");
  }

  private static boolean isBystander(String lower) {
    return lower.contains("atomic") || lower.contains("transaction aborted");
  }

  @Override
  public String write(CommitDraft draft) {
    try (ObjectInserter inserter = store.repository().newObjectInserter();
        ObjectReader reader = store.repository().newObjectReader()) {
      DirCache index = DirCache.newInCore();
      if (draft.parent().isPresent()) {
        DirCacheBuilder builder = index.builder();
        builder.addTree(
            new byte[0],
            0,
            reader,
            store.repository().parseCommit(ObjectId.fromString(draft.parent().get())).getTree());
        builder.finish();
      }
      DirCacheEditor editor = index.editor();
      for (Map.Entry<String, Optional<Bytes>> file : draft.files().entrySet()) {
        if (file.getValue().isPresent()) {
          ObjectId blob =
              inserter.insert(Constants.OBJ_BLOB, file.getValue().orElseThrow().toArray());
          editor.add(new Put(file.getKey(), blob));
        } else {
          editor.add(new DeletePath(file.getKey()));
        }
      }
      editor.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      draft.parent().map(ObjectId::fromString).ifPresent(commit::setParentId);
      PersonIdent person =
          new PersonIdent(
              draft.name(), draft.email(), Instant.ofEpochSecond(draft.seconds()), ZoneOffset.UTC);
      commit.setAuthor(person);
      commit.setCommitter(person);
      commit.setMessage(draft.message());
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id.name();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Puts a blob at a path: an ordinary file, or the mode that the path has already.
  private static final class Put extends PathEdit {
    private final ObjectId blob;

    Put(String path, ObjectId blob) {
      super(path);
      this.blob = blob;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      if (entry.getRawMode() == 0) {
        entry.setFileMode(FileMode.REGULAR_FILE);
      }
      entry.setObjectId(blob);
    }
  }

  @Override
  public Optional<Bytes> read(String commit, String path) throws Lost {
    if (!store.has(commit)) {
      fetch(List.of(commit + ":refs/slipway/fetched/" + commit), Optional.empty(), false);
    }
    return Workspace.fileAt(store.repository(), commit, path).map(Bytes::of);
  }

  /// Fetches the commits and tags behind these refs, without files, all the way to the first
  /// commit.
  ///
  /// @param refs full names, or hashes
  /// @throws Lost when the remote did not give them
  public void deepen(Collection<String> refs) throws Lost {
    List<String> specs =
        refs.stream()
            .map(ref -> "+" + ref + ":refs/slipway/fetched/" + ref.replace("refs/", ""))
            .toList();
    fetch(specs, Optional.of(COMMITS_AND_TAGS), true);
  }

  private static FilterSpec filter(String line) {
    try {
      return FilterSpec.fromFilterLine(line);
    } catch (PackProtocolException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /// Fetches refs whole: commits, trees and files.
  public void fetch(Collection<String> refs) throws Lost {
    fetch(refs.stream().map(ref -> "+" + ref + ":" + ref).toList(), Optional.empty(), false);
  }

  private void fetch(List<String> specs, Optional<FilterSpec> filter, boolean unshallow)
      throws Lost {
    if (!specs.isEmpty()) {
      within(
          "fetch",
          FOR_OBJECTS,
          () -> {
            get(specs, filter, unshallow);
            return true;
          });
    }
  }

  private void get(List<String> specs, Optional<FilterSpec> filter, boolean unshallow) throws Lost {
    try (Transport transport = open()) {
      transport.setTagOpt(TagOpt.NO_TAGS);
      // Of the commits fetched without files the server believes that their files are here too, and
      // would send differences to them.
      transport.setFetchThin(false);
      filter.ifPresent(transport::setFilterSpec);
      if (unshallow) {
        transport.setDepth(Constants.INFINITE_DEPTH);
      }
      transport.fetch(NullProgressMonitor.INSTANCE, specs.stream().map(RefSpec::new).toList());
    } catch (TransportException | NotSupportedException problem) {
      throw lost("fetch", problem);
    }
  }

  private Transport open() throws TransportException, NotSupportedException {
    Transport transport = Transport.open(store.repository(), uri);
    transport.setTimeout(timeoutSeconds);
    if (token.isPresent()) {
      String password = token.get().reveal();
      transport.setCredentialsProvider(new UsernamePasswordCredentialsProvider(USER, password));
      if (transport instanceof TransportHttp http) {
        // Sent unasked, as actions/checkout does: a server that has to ask first is asked twice.
        http.setPreemptiveBasicAuthentication(USER, password);
      }
    }
    return transport;
  }

  private static boolean isRefusal(IOException problem) {
    String text = said(problem).toLowerCase(Locale.ROOT);
    return text.contains("not authorized")
        || text.contains("not permitted")
        || text.contains("authentication is required")
        || text.contains("403")
        || text.contains("401");
  }

  /// The text of a failure without the address, which may be long and says nothing new.
  private static String said(IOException problem) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each.getMessage() != null && text.indexOf(each.getMessage()) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(each.getMessage());
      }
    }
    return text.toString();
  }

  private Lost lost(String purpose, IOException problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof java.net.ConnectException
          || each instanceof java.net.UnknownHostException
          || each instanceof java.net.NoRouteToHostException) {
        return new Lost(
            Lost.Reach.NOT_SENT,
            "could not " + purpose + " at " + uri.getHost() + ": " + said(problem));
      }
    }
    return new Lost(
        Lost.Reach.UNKNOWN, "could not " + purpose + " at " + uri.getHost() + ": " + said(problem));
  }
}
