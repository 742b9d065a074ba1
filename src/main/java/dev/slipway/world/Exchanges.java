package dev.slipway.world;

/// The network, over HTTP.
@FunctionalInterface
public interface Exchanges {
  /// Sends one request, once, and waits for the whole answer. Follows no redirect.
  ///
  /// @throws Lost when there was no whole answer within the deadline
  Answer exchange(Request request) throws Lost;
}
