package dev.slipway.history;

import java.util.List;

/// Which changes were taken back, in the native profile.
final class NativeReverts {
  private NativeReverts() {}

  static Reverts of(List<Change> changes) {
    return new Reverts(changes, List.of());
  }
}
