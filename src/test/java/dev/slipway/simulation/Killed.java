package dev.slipway.simulation;

/// The process is gone: nothing after this is its doing.
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
