package dev.slipway.npm;

import java.time.Duration;

/// What follows from an answer. None of them sends a PUT again without having looked first.
public sealed interface NextStep {
  /// It was accepted. That is not yet visible: see {@link Visibility}.
  record Proceed() implements NextStep {}

  /// Nothing more can be done in this run.
  record Stop() implements NextStep {}

  /// Stop; the same version could be staged for a person's approval, if the workflow allows
  /// staging.
  record OfferStaging() implements NextStep {}

  /// Ask the registry who we are: the answer has two meanings, and only that tells them apart. Then
  /// stop.
  record AskWho() implements NextStep {}

  /// Read the version's document after this wait, and compare digests: ours means done, another one
  /// is a security matter.
  ///
  /// @param resendIfAbsent whether the same may be sent once more when the registry then shows no
  ///   such version; otherwise it was accepted earlier, and only waiting is left
  record ReadBack(Duration after, boolean resendIfAbsent) implements NextStep {}

  /// Ask the same question again after this wait: it changes nothing.
  record AskAgain(Duration after) implements NextStep {}
}
