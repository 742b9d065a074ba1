package dev.slipway.plan;

import java.util.List;
import java.util.Optional;

/// The release page on GitHub that a tag gets.
///
/// @param tag the tag
/// @param title its headline
/// @param body its text, Markdown
/// @param draft true when it is left for a person to publish
/// @param prerelease whether it is marked as one
/// @param latest whether it becomes the repository's latest release
/// @param discussion the discussion category to open; empty: none
/// @param assets the files it carries; the tarballs of the tag among them, where bytes are kept
public record PlannedPage(
    String tag,
    String title,
    String body,
    boolean draft,
    boolean prerelease,
    boolean latest,
    Optional<String> discussion,
    List<PlannedAsset> assets) {
  public PlannedPage {
    assets = List.copyOf(assets);
  }

  /// A file on the page.
  ///
  /// @param name its file name
  /// @param label what the page shows instead of the name
  /// @param type its content type
  /// @param size in bytes
  /// @param integrity `sha512-` and base64
  public record PlannedAsset(
      String name, Optional<String> label, String type, long size, String integrity) {}
}
