package dev.slipway.npm;

import dev.slipway.json.Json;
import java.net.URI;

/// A signed statement with everything that is needed to check it, in sigstore's bundle form.
///
/// @param json the bundle
/// @param logIndex its place in the public log
public record SigstoreBundle(Json.Obj json, long logIndex) {
  /// The bundle's media type, version 0.3.
  public static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

  /// Where a person can look at the log entry.
  public URI searchPage() {
    return URI.create("https://search.sigstore.dev/?logIndex=" + logIndex);
  }
}
