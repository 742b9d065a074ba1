package dev.slipway.decision;

import dev.slipway.version.Version;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The versions of the package that the registry has ever seen.
///
/// @param name the package's name
/// @param versions the commit (`gitHead`) each of them says it was made from, where it says so
public record Published(String name, Map<Version, Optional<String>> versions) {
  public Published {
    versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }
}
