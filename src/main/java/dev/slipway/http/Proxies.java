package dev.slipway.http;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which proxy stands between us and a host, by the variables and the rules of the runner's own
/// toolkit: the lower-case name counts first, the scheme of the *target* picks the variable, a
/// loopback host is always reached directly.
public final class Proxies {
  private final Optional<Proxy> forHttp;
  private final Optional<Proxy> forHttps;
  private final List<String> direct;

  private Proxies(Optional<Proxy> forHttp, Optional<Proxy> forHttps, List<String> direct) {
    this.forHttp = forHttp;
    this.forHttps = forHttps;
    this.direct = List.copyOf(direct);
  }

  /// A proxy.
  ///
  /// @param credential base64 of `user:password`, when the variable named them
  public record Proxy(String host, int port, Optional<Secret> credential) {}

  /// No proxy for anything.
  public static Proxies none() {
    return new Proxies(Optional.empty(), Optional.empty(), List.of());
  }

  /// Reads `https_proxy`, `http_proxy` and `no_proxy`, in lower or upper case.
  ///
  /// @throws Refused when a value is no proxy that can be used; the text does not repeat the value
  public static Proxies from(Map<String, String> environment) {
    List<String> direct = new ArrayList<>();
    for (String entry : value(environment, "no_proxy").orElse("").split(",", -1)) {
      if (!entry.isBlank()) {
        direct.add(entry.strip().toLowerCase(Locale.ROOT));
      }
    }
    return new Proxies(
        value(environment, "http_proxy").map(text -> proxy("http_proxy", text)),
        value(environment, "https_proxy").map(text -> proxy("https_proxy", text)),
        direct);
  }

  /// The proxy for a target; empty: go directly.
  public Optional<Proxy> of(URI target) {
    String scheme = Origin.of(target).scheme();
    return bypassed(target) ? Optional.empty() : scheme.equals("https") ? forHttps : forHttp;
  }

  private boolean bypassed(URI target) {
    Origin origin = Origin.of(target);
    if (origin.isLoopback()) {
      return true;
    }
    List<String> names = List.of(origin.host(), origin.host() + ":" + origin.port());
    return direct.stream()
        .anyMatch(entry ->
            entry.equals("*")
                || names.stream()
                    .anyMatch(name ->
                        name.equals(entry)
                            || name.endsWith(entry.startsWith(".") ? entry : "." + entry)));
  }

  private static Optional<String> value(Map<String, String> environment, String lowerName) {
    return Optional.ofNullable(environment.get(lowerName))
        .filter(text -> !text.isBlank())
        .or(() ->
            Optional.ofNullable(environment.get(lowerName.toUpperCase(Locale.ROOT)))
                .filter(text -> !text.isBlank()))
        .map(String::strip);
  }

  private static Proxy proxy(String variable, String text) {
    String address = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = URI.create(address);
      if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
        throw unusable(variable);
      }
      Optional<Secret> credential =
          Optional.ofNullable(uri.getRawUserInfo())
              .map(info ->
                  URLDecoder.decode(info.replace("+", "%2B"), StandardCharsets.UTF_8)
                      .getBytes(StandardCharsets.UTF_8))
              .map(info -> Secret.of(Base64.getEncoder().encodeToString(info)));
      return new Proxy(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), credential);
    } catch (IllegalArgumentException notAnAddress) {
      throw unusable(variable);
    }
  }

  private static Refused unusable(String variable) {
    return new Refused(
        Problem.configuration(
            "PROXY_NOT_USABLE",
            "The variable " + variable + " does not hold the address of a proxy that can be used.",
            "Set it to http://host:port, or http://user:password@host:port. A proxy that is itself"
                + " reached over TLS (https://…) is not supported."));
  }
}
