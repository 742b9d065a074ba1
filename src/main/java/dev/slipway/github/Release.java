package dev.slipway.github;

import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A GitHub release, as GitHub has it.
///
/// @param id its number
/// @param tag the tag it belongs to
/// @param title what it is called
/// @param body its text
/// @param draft not seen by others yet
/// @param prerelease has the pre-release tick
/// @param immutable its tag and files can never change again
/// @param page where people see it
/// @param uploadUrl where files are sent to, a template
/// @param assets its files
public record Release(
    long id,
    String tag,
    String title,
    String body,
    boolean draft,
    boolean prerelease,
    boolean immutable,
    String page,
    String uploadUrl,
    List<Asset> assets) {
  public Release {
    assets = List.copyOf(assets);
  }

  /// A file of a release.
  ///
  /// @param id its number
  /// @param name as GitHub stores it
  /// @param size bytes
  /// @param uploaded false for what an upload that broke off left behind
  /// @param url where it can be had
  public record Asset(long id, String name, long size, boolean uploaded, String url) {}

  static Release of(Json json) {
    return new Release(
        json.get("id").flatMap(Json::whole).orElse(0L),
        json.text("tag_name").orElse(""),
        json.text("name").orElse(""),
        json.text("body").orElse(""),
        truth(json, "draft"),
        truth(json, "prerelease"),
        truth(json, "immutable"),
        json.text("html_url").orElse(""),
        json.text("upload_url").orElse(""),
        json.get("assets").map(Json::items).orElse(List.of()).stream()
            .map(Release::asset)
            .toList());
  }

  static Asset asset(Json json) {
    return new Asset(
        json.get("id").flatMap(Json::whole).orElse(0L),
        json.text("name").orElse(""),
        json.get("size").flatMap(Json::whole).orElse(0L),
        json.text("state").filter("uploaded"::equals).isPresent(),
        json.text("browser_download_url").orElse(""));
  }

  private static boolean truth(Json json, String name) {
    return json.get(name).flatMap(Json::truth).orElse(false);
  }

  /// The same with one more file.
  public Release with(Asset asset) {
    List<Asset> more = new ArrayList<>(assets);
    more.add(asset);
    return new Release(id, tag, title, body, draft, prerelease, immutable, page, uploadUrl, more);
  }

  /// The file that was uploaded under a name, by the name GitHub gave it: it writes a dot for every
  /// character but letters, digits and `.-_+@`.
  public Optional<Asset> uploaded(String name) {
    return assets.stream()
        .filter(asset -> asset.uploaded() && stored(asset.name()).equals(stored(name)))
        .findFirst();
  }

  static String stored(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || ".-_+@".indexOf(c) >= 0;
      out.append(plain ? c : '.');
    }
    return out.toString();
  }
}
