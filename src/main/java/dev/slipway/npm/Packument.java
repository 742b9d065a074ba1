package dev.slipway.npm;

import dev.slipway.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a registry says about a package: all its versions and its dist-tags.
public record Packument(Json json) {
  /// The versions that can be installed, in the registry's order.
  public Set<String> versions() {
    return json.get("versions").map(versions -> versions.members().keySet()).orElse(Set.of());
  }

  /// One version, if it can be installed.
  public Optional<VersionDocument> version(String version) {
    return json.at("versions", version).map(VersionDocument::new);
  }

  /// Tag to version.
  public Map<String, String> distTags() {
    return tags(json.get("dist-tags").orElse(Json.empty()));
  }

  /// True when the number was used once and taken back: it can never be published again. Known only
  /// from the full document.
  public boolean isBurned(String version) {
    return json.at("time", version).isPresent() && !versions().contains(version);
  }

  /// True when the whole package was unpublished.
  public boolean isUnpublished() {
    return json.at("time", "unpublished").isPresent() && versions().isEmpty();
  }

  static Map<String, String> tags(Json object) {
    Map<String, String> tags = new LinkedHashMap<>();
    object.members().forEach((tag, version) -> version.text().ifPresent(v -> tags.put(tag, v)));
    return tags;
  }
}
