package dev.slipway.http;

import java.net.URI;
import java.util.Locale;

/// Scheme, host and port: what a credential is bound to.
///
/// @param scheme lower case
/// @param host lower case; an IPv6 address in brackets
/// @param port the real one, also where the address leaves it out
public record Origin(String scheme, String host, int port) {

  /// The origin of an absolute http or https address.
  ///
  /// @throws IllegalArgumentException when it has no host or another scheme
  public static Origin of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException("not an http address with a host");
    }
    int standard = scheme.equals("https") ? 443 : 80;
    return new Origin(
        scheme,
        uri.getHost().toLowerCase(Locale.ROOT),
        uri.getPort() < 0 ? standard : uri.getPort());
  }

  /// True for `localhost`, 127.x.x.x and `[::1]`, by name; nothing is looked up.
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.equals("[0:0:0:0:0:0:0:1]")
        || (host.startsWith("127.") && isDottedNumbers());
  }

  /// True when nobody on the way can read what is sent: TLS, or a host that is this machine.
  public boolean isPrivate() {
    return scheme.equals("https") || isLoopback();
  }

  private boolean isDottedNumbers() {
    return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  /// As in an address; the port only where it is not the scheme's own.
  @Override
  public String toString() {
    boolean standard = port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + host + (standard ? "" : ":" + port);
  }
}
