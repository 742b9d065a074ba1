package dev.slipway.npm;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The keys under which an `.npmrc` keeps what belongs to an address: `//host:port/path/`.
final class NerfDart {
  private NerfDart() {}

  /// The key of a registry: without scheme, user, query, and what follows the last slash.
  static String of(URI registry) {
    String path = path(registry);
    return host(registry) + path.substring(0, path.lastIndexOf('/') + 1);
  }

  /// Every key that covers an address, nearest first: the path is shortened by a segment, then by
  /// the slash before it, down to the host.
  static List<String> covering(URI address) {
    List<String> keys = new ArrayList<>();
    String key = host(address) + path(address);
    while (key.length() > 2) {
      keys.add(key);
      int end = key.endsWith("/") ? key.length() - 1 : key.lastIndexOf('/') + 1;
      key = key.substring(0, end);
    }
    return keys;
  }

  private static String host(URI address) {
    boolean standard =
        address.getPort() < 0
            || address.getPort() == ("https".equalsIgnoreCase(address.getScheme()) ? 443 : 80);
    return "//"
        + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT)
        + (standard ? "" : ":" + address.getPort());
  }

  private static String path(URI address) {
    String path = address.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }
}
