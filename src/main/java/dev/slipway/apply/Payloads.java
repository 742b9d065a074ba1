package dev.slipway.apply;

import dev.slipway.plan.PlannedRelease;
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

  /// Whether this run would, by itself, publish exactly this: the same bytes and the same manifest,
  /// made from what is checked out.
  ///
  /// @param commit the commit that the plan releases
  default boolean wouldMake(PlannedRelease release, String commit) {
    return false;
  }

  /// Nothing is at hand.
  static Payloads none() {
    return (_, _) -> Optional.empty();
  }
}
