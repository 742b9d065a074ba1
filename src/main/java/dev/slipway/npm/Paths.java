package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The addresses below a registry's own.
final class Paths {
  private final URI base;

  private Paths(URI base) {
    this.base = base;
  }

  /// Below a registry.
  ///
  /// @throws Refused when it is no http address, or has a user, a query or a fragment in it
  static Paths below(URI registry) {
    String scheme =
        registry.getScheme() == null ? "" : registry.getScheme().toLowerCase(Locale.ROOT);
    boolean plain =
        (scheme.equals("https") || scheme.equals("http"))
            && registry.getHost() != null
            && registry.getRawUserInfo() == null
            && registry.getRawQuery() == null
            && registry.getRawFragment() == null;
    if (!plain) {
      throw new Refused(
          Problem.configuration(
              "REGISTRY_ADDRESS_NOT_USABLE",
              "The registry's address is not one that can be used.",
              "Name it as https://host/ or https://host/path/, without user, password or query."));
    }
    String text = registry.toString();
    return new Paths(text.endsWith("/") ? registry : URI.create(text + "/"));
  }

  URI base() {
    return base;
  }

  /// The address of a path in which names are escaped already.
  URI of(String path) {
    return URI.create(base + path);
  }

  URI document(String name) {
    return of(escaped(name));
  }

  URI version(String name, String version) {
    return of(escaped(name) + "/" + component(version));
  }

  URI ofPackage(String name, String rest) {
    return of("-/package/" + escaped(name) + "/" + rest);
  }

  /// The tarball's address by npm's rule; a registry's own answer is never followed instead.
  URI tarball(String name, String version) {
    String file = name.substring(name.indexOf('/') + 1) + "-" + version + ".tgz";
    return of(name + "/-/" + component(file));
  }

  /// A package's name as one path segment: the slash as `%2f`, the `@` as it is.
  static String escaped(String name) {
    int slash = name.indexOf('/');
    return slash < 0
        ? component(name)
        : "@" + component(name.substring(1, slash)) + "%2f" + component(name.substring(slash + 1));
  }

  /// One path segment, percent-encoded as `encodeURIComponent` does.
  static String component(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%21", "!")
        .replace("%27", "'")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%7E", "~");
  }
}
