package dev.slipway.rehearsal;

import dev.slipway.world.Answer;
import dev.slipway.world.Exchanges;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import java.util.List;

/// A network that reaches the servers of a rehearsal and nothing else.
public final class OnlyLoopback implements Exchanges {
  private final Exchanges network;
  private final List<String> hosts;

  /// @param hosts what may be reached, as `host:port`
  public OnlyLoopback(Exchanges network, List<String> hosts) {
    this.network = network;
    this.hosts = List.copyOf(hosts);
  }

  @Override
  public Answer exchange(Request request) throws Lost {
    if (!hosts.contains(request.uri().getAuthority())) {
      throw new Lost(
          Lost.Reach.NOT_SENT,
          request.uri().getHost() + " is outside: a rehearsal stays on this machine.");
    }
    return network.exchange(request);
  }
}
