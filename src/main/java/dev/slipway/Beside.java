package dev.slipway;

import dev.slipway.world.Lost;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that one server is asked for while another one is asked for something else. It ends
/// with its block: what was not taken by then is waited for no longer, and let go.
///
/// @param <T> what comes of it
final class Beside<T extends AutoCloseable> implements AutoCloseable {
  private final FutureTask<T> task;
  private boolean taken;

  private Beside(FutureTask<T> task) {
    this.task = task;
  }

  /// What is asked for.
  @FunctionalInterface
  interface Asking<T> {
    T ask() throws Lost, InterruptedException;
  }

  /// Begins to ask.
  ///
  /// @param what names the thread
  static <T extends AutoCloseable> Beside<T> begin(String what, Asking<T> asking) {
    FutureTask<T> task = new FutureTask<>(asking::ask);
    Thread.ofPlatform().daemon().name(what).start(task);
    return new Beside<>(task);
  }

  /// What came of it, which is the caller's to close from now on.
  ///
  /// @throws Lost as the asking has thrown it, or when the run is being stopped
  T take() throws Lost {
    try {
      T made = task.get();
      taken = true;
      return made;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Lost(Lost.Reach.UNKNOWN, "The run was stopped.");
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case Lost lost -> throw lost;
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    }
  }

  @Override
  public void close() {
    if (taken) {
      return;
    }
    task.cancel(true);
    try {
      task.get().close();
    } catch (Exception nobodyAskedForIt) {
      // Nothing came of it.
    }
  }
}
