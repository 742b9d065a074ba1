package dev.slipway.apply;

import dev.slipway.world.Payload;
import java.util.Optional;

/// The bytes that this run has at hand, found by their digest.
@FunctionalInterface
public interface Payloads {
  /// The bytes with this digest, if this run has them.
  ///
  /// @param filename what they are called
  /// @param integrity `sha512-` and base64
  Optional<Payload.Source> find(String filename, String integrity);

  /// Nothing is at hand.
  static Payloads none() {
    return (_, _) -> Optional.empty();
  }
}
