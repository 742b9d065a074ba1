package dev.slipway.apply;

import dev.slipway.plan.PlannedPage;
import dev.slipway.plan.PlannedPage.PlannedAsset;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import java.util.List;
import java.util.Optional;

/// The release pages of the forge, as far as a release needs them.
///
/// Every method throws {@link Lost} when it is not known what came of it, and {@link
/// dev.slipway.problem.Refused} when the forge declined.
public interface Forge {
  /// A release page.
  ///
  /// @param id the forge's own
  /// @param tag the tag it belongs to
  /// @param draft true while nobody sees it
  /// @param body its text
  /// @param assets the files on it
  record Page(long id, String tag, boolean draft, String body, List<Asset> assets) {
    public Page {
      assets = List.copyOf(assets);
    }

    /// The file of this name.
    public Optional<Asset> asset(String name) {
      return assets.stream().filter(asset -> asset.name().equals(name)).findFirst();
    }
  }

  /// A file on a page.
  ///
  /// @param size in bytes
  /// @param whole false when an upload was cut off
  record Asset(long id, String name, long size, boolean whole) {}

  /// All pages of a tag, published or not, the oldest first.
  List<Page> pages(String tag) throws Lost;

  /// Makes an unpublished page.
  Page draft(PlannedPage page, String commit) throws Lost;

  /// Puts a file on a page.
  void upload(Page page, PlannedAsset asset, Payload.Source bytes) throws Lost;

  /// The content of a file on a page.
  Payload.Source download(Page page, Asset asset) throws Lost;

  /// Takes a file off a page.
  void remove(Page page, Asset asset) throws Lost;

  /// Publishes a page, with the plan's texts and marks.
  void publish(Page page, PlannedPage planned) throws Lost;

  /// Removes an unpublished page.
  void remove(Page page) throws Lost;
}
