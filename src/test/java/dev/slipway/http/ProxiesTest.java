package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of the runner's toolkit for proxies.
class ProxiesTest {
  private static final Map<String, String> BOTH =
      Map.of("https_proxy", "http://secure:1", "http_proxy", "plain:2");

  @Test
  void the_scheme_of_the_target_picks_the_variable() {
    Proxies proxies = Proxies.from(BOTH);

    assertThat(proxies.of(URI.create("https://a.example/")).orElseThrow().host())
        .isEqualTo("secure");
    assertThat(proxies.of(URI.create("http://a.example/")).orElseThrow().host()).isEqualTo("plain");
  }

  @Test
  void the_name_in_lower_case_counts_first() {
    Proxies proxies =
        Proxies.from(Map.of("https_proxy", "http://lower:1", "HTTPS_PROXY", "http://upper:1"));

    assertThat(proxies.of(URI.create("https://a.example/")).orElseThrow().host())
        .isEqualTo("lower");
  }

  @ParameterizedTest
  @CsvSource({
    "https://localhost/, '', true",
    "https://127.0.0.1:8080/, '', true",
    "https://[::1]/, '', true",
    "https://a.example/, '', false",
    "https://a.example/, a.example, true",
    "https://A.EXAMPLE/, a.example, true",
    "https://sub.a.example/, a.example, true",
    "https://sub.a.example/, .a.example, true",
    "https://a.example/, .a.example, false",
    "https://nota.example/, a.example, false",
    "https://a.example/, a.example:443, true",
    "https://a.example:8443/, a.example:443, false",
    "https://a.example:8443/, 'b.example, a.example:8443', true",
    "https://a.example/, *, true",
    "https://127.example/, '', false",
  })
  void some_hosts_are_reached_directly(String target, String noProxy, boolean direct) {
    Proxies proxies = Proxies.from(Map.of("https_proxy", "http://proxy:3128", "no_proxy", noProxy));

    assertThat(proxies.of(URI.create(target)).isEmpty()).isEqualTo(direct);
  }

  @Test
  void an_address_that_cannot_be_used_is_refused_without_being_repeated() {
    assertThatThrownBy(() -> Proxies.from(Map.of("https_proxy", "https://user:secret@proxy:3128")))
        .hasMessage(
            "PROXY_NOT_USABLE: The variable https_proxy does not hold the address of a proxy that"
                + " can be used.");
  }
}
