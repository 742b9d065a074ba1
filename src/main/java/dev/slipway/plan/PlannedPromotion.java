package dev.slipway.plan;

import dev.slipway.version.Version;
import java.net.URI;
import java.util.Optional;

/// A version that is live already and gets one more dist-tag.
///
/// @param name the package's name
/// @param version the version that is live
/// @param tag its git tag
/// @param distTag the dist-tag that shall point at it
/// @param registry the registry's address
/// @param page its release page, as it is marked from then on; empty where no forge is told
public record PlannedPromotion(
    String name,
    Version version,
    String tag,
    String distTag,
    URI registry,
    Optional<PlannedPage> page) {}
