package dev.slipway.apply;

import dev.slipway.plan.Plan;
import dev.slipway.plan.PlannedRelease;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.util.Optional;
import java.util.Set;

/// The bytes that this run has at hand, found by their digest.
@FunctionalInterface
public interface Payloads {
  /// The bytes with this digest, if this run has them.
  ///
  /// @param filename what they are called
  /// @param integrity `sha512-` and base64
  Optional<Payload.Source> find(String filename, String integrity);

  /// The bytes of a release of any plan, made again from what is checked out; empty where they
  /// would be others.
  default Optional<Payload.Source> again(Plan plan, PlannedRelease release) throws Lost {
    return Optional.empty();
  }

  /// Whether this run would, by itself, publish exactly this: the same bytes and the same manifest,
  /// made from what is checked out.
  ///
  /// @param from the commits that it may be made from: the one that is released and, where the
  ///   branch holds that one, the one that the release commit was put on
  default boolean wouldMake(Plan plan, PlannedRelease release, Set<String> from) throws Lost {
    return false;
  }

  /// Nothing is at hand.
  static Payloads none() {
    return (_, _) -> Optional.empty();
  }
}
