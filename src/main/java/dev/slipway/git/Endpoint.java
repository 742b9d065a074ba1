package dev.slipway.git;

import dev.slipway.world.Lost;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/// Where a remote is, and how it is spoken to.
///
/// @param uri its address, without user and password
/// @param token sent to that address's host only
/// @param timeout for each silent moment on the wire
record Endpoint(URIish uri, Optional<Secret> token, Duration timeout) {
  /// Whom GitHub knows the bearer of a job's token as.
  private static final String USER = "x-access-token";

  /// Git's words for a hash that it was asked for and does not have.
  private static final String GONE = "not our ref";

  /// The endpoint at an address.
  ///
  /// @throws IllegalArgumentException when the address is no URL or holds a password
  static Endpoint at(String address, Optional<Secret> token, Duration timeout) {
    try {
      URIish uri = new URIish(address);
      if (uri.getPass() != null) {
        throw new IllegalArgumentException("the address of the remote holds a password");
      }
      return new Endpoint(uri, token, timeout);
    } catch (URISyntaxException wrong) {
      throw new IllegalArgumentException("not the address of a git remote", wrong);
    }
  }

  /// Something that is asked of the server.
  @FunctionalInterface
  interface Exchange<T> {
    T make() throws IOException;
  }

  /// Something asked of the server, with a deadline for the whole of it: a server that sends a byte
  /// now and then is not waited for longer than one that is silent.
  ///
  /// @param purpose as in "could not fetch"
  <T> T within(String purpose, Duration deadline, Exchange<T> exchange) throws Lost {
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
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new Lost(
          Lost.Reach.UNKNOWN,
          "could not " + purpose + " at " + uri.getHost() + ": the run was stopped");
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case TransportException problem -> throw lost(purpose, problem);
        case NotSupportedException problem -> throw lost(purpose, problem);
        case IOException problem -> throw new UncheckedIOException(problem);
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    }
  }

  /// A way to it.
  ///
  /// @param local where what is fetched goes to, and what is pushed comes from
  Transport open(Repository local) throws TransportException, NotSupportedException {
    Transport transport = Transport.open(local, uri);
    transport.setTimeout((int) timeout.toSeconds());
    transport.setTagOpt(TagOpt.NO_TAGS);
    // Commits that were fetched without files pass for whole ones: the server would send
    // differences to files that are not here, and we would look for such files to differ from.
    transport.setFetchThin(false);
    transport.setPushThin(false);
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

  private Lost lost(String purpose, IOException problem) {
    Lost.Reach reach = Lost.Reach.UNKNOWN;
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof java.net.ConnectException
          || each instanceof java.net.UnknownHostException
          || each instanceof java.net.NoRouteToHostException) {
        reach = Lost.Reach.NOT_SENT;
      }
    }
    String said = said(problem);
    int gone = said.indexOf(GONE);
    return new Lost(
        reach,
        "could not "
            + purpose
            + " at "
            + uri.getHost()
            + ": "
            + (gone < 0
                ? said
                : "a branch or tag was moved or deleted after it had been listed ("
                    + said.substring(gone)
                    + ")"));
  }

  /// The text of a failure with those of its causes, each once.
  static String said(IOException problem) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each.getMessage() != null && text.indexOf(each.getMessage()) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(each.getMessage());
      }
    }
    return text.toString();
  }
}
