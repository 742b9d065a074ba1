package dev.slipway;

import dev.slipway.http.JdkExchanges;
import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import java.util.Optional;
import java.util.function.Supplier;

/// A network that is set up when it is first needed: a run that releases nothing should not pay for
/// TLS.
final class Lazily implements Exchanges, AutoCloseable {
  private final Supplier<JdkExchanges> opening;
  private Optional<JdkExchanges> opened = Optional.empty();

  Lazily(Supplier<JdkExchanges> opening) {
    this.opening = opening;
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    if (opened.isEmpty()) {
      opened = Optional.of(opening.get());
    }
    return opened.get().exchange(request);
  }

  @Override
  public void close() {
    opened.ifPresent(JdkExchanges::close);
  }
}
