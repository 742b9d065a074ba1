package dev.slipway.version;

import java.util.Optional;

/// The name a channel has on the npm registry.
public final class DistTag {
  private DistTag() {}

  /// `latest` for the default channel; `release-1.x` for a channel that npm would take for a range
  /// of versions, which a dist-tag must not be; else the channel's own name.
  public static String of(Optional<String> channel) {
    return channel
        .filter(name -> !name.isEmpty())
        .map(name -> NpmRange.isValid(name) ? "release-" + name : name)
        .orElse("latest");
  }
}
