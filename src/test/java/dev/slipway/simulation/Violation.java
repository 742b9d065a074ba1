package dev.slipway.simulation;

/// A promise that was broken.
final class Violation extends Error {
  private static final long serialVersionUID = 1L;

  Violation(String promise, String what) {
    super(promise + ": " + what, null, false, false);
  }
}
