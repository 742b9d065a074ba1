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

  /// The user names of its maintainers, as far as the document names them.
  public Set<String> maintainers() {
    return json.get("maintainers").map(Json::items).orElse(java.util.List.of()).stream()
        .flatMap(one -> one.text("name").or(one::text).stream())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  static Map<String, String> tags(Json object) {
    Map<String, String> tags = new LinkedHashMap<>();
    object.members().forEach((tag, version) -> version.text().ifPresent(v -> tags.put(tag, v)));
    return tags;
  }
}
