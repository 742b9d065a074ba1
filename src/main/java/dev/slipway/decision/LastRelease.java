package dev.slipway.decision;

import dev.slipway.version.Version;
import java.util.List;
import java.util.Optional;

/// The release that the next one follows, as the repository's tags know it.
///
/// @param tag the tag's name
/// @param commit the full hash of the commit the tag stands on
/// @param channels where it was released to; an empty one is the default channel
public record LastRelease(
    Version version, String tag, String commit, List<Optional<String>> channels) {
  public LastRelease {
    channels = List.copyOf(channels);
  }
}
