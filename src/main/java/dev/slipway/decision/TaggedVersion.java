package dev.slipway.decision;

import dev.slipway.history.Tag;
import dev.slipway.version.Version;
import java.util.List;
import java.util.Optional;

/// A tag that says "this version was released from here".
///
/// @param channels where it was released to; an empty one is the default channel
/// @param noted true when a note says so; without one a version counts as released to the default
///   channel
record TaggedVersion(Tag tag, Version version, List<Optional<String>> channels, boolean noted) {
  TaggedVersion {
    channels = List.copyOf(channels);
  }

  boolean isStable() {
    return !version.isPrerelease();
  }

  LastRelease asRelease() {
    return new LastRelease(version, tag.name(), tag.commit(), channels);
  }
}
