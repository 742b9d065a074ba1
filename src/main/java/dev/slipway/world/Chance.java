package dev.slipway.world;

/// Randomness.
@FunctionalInterface
public interface Chance {
  /// This many unpredictable bytes.
  byte[] bytes(int count);
}
