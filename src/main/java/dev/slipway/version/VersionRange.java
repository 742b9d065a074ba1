package dev.slipway.version;

import java.util.Optional;

/// The versions a release line may publish: from one version on, below another where there is a
/// bound.
///
/// @param from the lowest version that is allowed
/// @param below the lowest version above it that is not; empty: there is no end
public record VersionRange(Version from, Optional<Version> below) {

  /// True when a version lies in it. A prerelease lies in no range: ranges are for what people get
  /// who ask for a stable version, as in npm.
  public boolean allows(Version version) {
    return !version.isPrerelease()
        && version.compareTo(from) >= 0
        && below.map(bound -> version.compareTo(bound) < 0).orElse(true);
  }

  /// True when no version at all lies in it.
  public boolean isEmpty() {
    return below.map(bound -> from.compareTo(bound) >= 0).orElse(false);
  }

  /// As npm writes ranges: `>=1.0.0 <2.0.0`.
  @Override
  public String toString() {
    return ">=" + from + below.map(bound -> " <" + bound).orElse("");
  }
}
