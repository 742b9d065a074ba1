package dev.slipway.github;

import java.net.URI;
import java.util.Locale;

/// Where a GitHub is: github.com, a `*.ghe.com` of its own, or a server of a company.
///
/// @param api the REST API, without a slash at the end
/// @param graphql the GraphQL API
/// @param server what people open, without a slash at the end
public record Address(URI api, URI graphql, URI server) {
  /// github.com.
  public static final Address PUBLIC =
      new Address(
          URI.create("https://api.github.com"),
          URI.create("https://api.github.com/graphql"),
          URI.create("https://github.com"));

  /// What the runner says (`GITHUB_API_URL`, `GITHUB_GRAPHQL_URL`, `GITHUB_SERVER_URL`).
  ///
  /// @throws IllegalArgumentException when one of them is no address
  public static Address of(String api, String graphql, String server) {
    return new Address(address(api), address(graphql), address(server));
  }

  /// The APIs of a server of which only the address is known: `https://HOST/api/v3` and
  /// `https://HOST/api/graphql`, and `https://api.NAME.ghe.com` for those that GitHub runs.
  public static Address of(URI server) {
    String host = server.getHost() == null ? "" : server.getHost().toLowerCase(Locale.ROOT);
    String base = address(server.toString()).toString();
    if (host.equals("github.com")) {
      return PUBLIC;
    }
    if (host.endsWith(".ghe.com")) {
      String api = "https://api." + host;
      return new Address(URI.create(api), URI.create(api + "/graphql"), URI.create(base));
    }
    return new Address(
        URI.create(base + "/api/v3"), URI.create(base + "/api/graphql"), URI.create(base));
  }

  private static URI address(String text) {
    String plain = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return URI.create(plain);
  }

  /// Whether two addresses are of the same scheme, host and port.
  static boolean isSameOrigin(URI one, URI other) {
    return one.getScheme() != null
        && one.getHost() != null
        && one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
