package dev.slipway.plan;

import dev.slipway.version.Version;
import java.net.URI;

/// A version that is live already and gets one more dist-tag.
///
/// @param name the package's name
/// @param version the version that is live
/// @param tag its git tag
/// @param distTag the dist-tag that shall point at it
/// @param registry the registry's address
public record PlannedPromotion(
    String name, Version version, String tag, String distTag, URI registry) {}
