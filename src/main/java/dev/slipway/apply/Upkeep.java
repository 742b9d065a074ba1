package dev.slipway.apply;

/// What a person may want changed about versions that are live already.
public sealed interface Upkeep {
  /// A dist-tag shall point at a version.
  ///
  /// @param mayGoDown whether `latest` may go to a lower version than now
  record PointTag(String tag, String version, boolean mayGoDown) implements Upkeep {}

  /// A dist-tag shall go.
  record RemoveTag(String tag) implements Upkeep {}

  /// Versions shall be marked as deprecated.
  ///
  /// @param range as npm writes ranges; prereleases count like any other version
  /// @param message what people are told who install one; empty: the mark is taken away
  record Deprecate(String range, String message) implements Upkeep {}
}
