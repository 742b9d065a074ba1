package dev.slipway.npm;

import java.net.URI;
import java.util.Locale;

/// GitHub's own npm registry. It takes the job's token, where the job has `packages: write`; it
/// knows neither staging nor trusted publishers, and shows no documents of single versions.
public final class GitHubPackages {
  private GitHubPackages() {}

  /// True for the host names that GitHub gives its npm registries, here and on servers of one's
  /// own: versions have to be looked for in the whole document there.
  static boolean hidesVersions(URI registry) {
    String host = String.valueOf(registry.getHost()).toLowerCase(Locale.ROOT);
    return host.startsWith("npm.");
  }

  /// True for an address on the npm registry of a GitHub.
  ///
  /// @param server the address of that GitHub for people, as the runner names it
  public static boolean is(URI registry, URI server) {
    String host = String.valueOf(server.getHost());
    String own = host.equalsIgnoreCase("github.com") ? "npm.pkg.github.com" : "npm." + host;
    return "https".equalsIgnoreCase(registry.getScheme())
        && own.equalsIgnoreCase(registry.getHost());
  }
}
