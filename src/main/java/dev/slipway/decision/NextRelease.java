package dev.slipway.decision;

import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.Version;
import java.util.Optional;

/// The release to be made.
///
/// @param previous the release it follows; empty when it is the first
/// @param bump how far the commits move the version
/// @param tag the tag it will have
/// @param channel where it goes; empty: the default channel
/// @param distTag the dist-tag it gets on the registry
/// @param gitHead the full hash of the commit that is released
/// @param line the branch it is made from
public record NextRelease(
    Optional<LastRelease> previous,
    Version version,
    Bump bump,
    String tag,
    Optional<String> channel,
    String distTag,
    String gitHead,
    ReleaseLine line) {}
