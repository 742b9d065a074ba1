package dev.slipway.simulation;

/// A promise that was broken.
final class Violation extends Error {
  private static final long serialVersionUID = 1L;

  private final String promise;

  Violation(String promise, String what) {
    super(promise + ": " + what, null, false, false);
    this.promise = promise;
  }

  /// Its short name: `I1` to `I10`, or a word.
  String promise() {
    return promise;
  }
}
