package dev.slipway;

import dev.slipway.http.JdkExchanges;
import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A network that is set up when it is first needed: a run that releases nothing should not pay for
/// TLS. A run that is sure to need it has it set up beside what it does first.
final class Lazily implements Exchanges, AutoCloseable {
  private final FutureTask<JdkExchanges> opening;

  Lazily(Supplier<JdkExchanges> opening) {
    this.opening = new FutureTask<>(opening::get);
  }

  /// Begins to set it up, beside the caller.
  void begin() {
    Thread.ofPlatform().daemon().name("network").start(opening);
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    opening.run(); // once: nothing where it has begun
    try {
      return opening.get().exchange(request);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Lost(Lost.Reach.NOT_SENT, "The run was stopped before anything was asked.");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException why) {
        throw why;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public void close() {
    if (opening.cancel(false) || opening.state() != FutureTask.State.SUCCESS) {
      return;
    }
    opening.resultNow().close();
  }
}
