package dev.slipway.report;

/// A version that exists and gets one more channel, as it is told to people.
///
/// @param name the package
/// @param version the version
/// @param tag its git tag
/// @param distTag the dist-tag that points at it from then on
public record ToldPromotion(String name, String version, String tag, String distTag) {
  /// `name@version`.
  public String id() {
    return name + "@" + version;
  }
}
