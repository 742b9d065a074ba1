package dev.slipway.version;

import java.util.Locale;

/// How far a change moves the version. The order is the order of size, so the bump of many changes
/// is their maximum. No bump at all is an empty `Optional`.
public enum Bump {
  PATCH,
  MINOR,
  MAJOR;

  /// `patch`, `minor` or `major`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
