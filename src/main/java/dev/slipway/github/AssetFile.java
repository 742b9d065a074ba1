package dev.slipway.github;

import dev.slipway.world.Bytes;
import dev.slipway.world.Payload;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;

/// A file to be added to a release.
///
/// @param name what it is called there
/// @param label what the page shows instead of the name
/// @param content its bytes
public record AssetFile(String name, Optional<String> label, Payload.Stream content) {
  /// A file of few bytes.
  public static AssetFile of(String name, Bytes bytes) {
    return new AssetFile(
        name,
        Optional.empty(),
        new Payload.Stream(
            bytes.size(), type(name), () -> new ByteArrayInputStream(bytes.toArray())));
  }

  /// The content type by the end of a name; `text/plain` where it says nothing.
  public static String type(String name) {
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
      case "tgz", "gz" -> "application/gzip";
      case "tar" -> "application/x-tar";
      case "zip" -> "application/zip";
      case "json", "map" -> "application/json";
      case "js", "mjs", "cjs" -> "text/javascript";
      case "md" -> "text/markdown";
      case "html" -> "text/html";
      case "css" -> "text/css";
      case "xml" -> "application/xml";
      case "pdf" -> "application/pdf";
      case "png" -> "image/png";
      case "svg" -> "image/svg+xml";
      case "wasm" -> "application/wasm";
      case "exe", "bin", "vsix", "dmg", "deb" -> "application/octet-stream";
      default -> "text/plain";
    };
  }
}
