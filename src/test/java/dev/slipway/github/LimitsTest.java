package dev.slipway.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static Answer answer(int status, Map<String, String> headers, String body) {
    return new Answer(status, headers, Bytes.of(body));
  }

  @Test
  void retry_after_counts_before_everything_else() {
    assertThat(
            Limit.wait(
                answer(403, Map.of("retry-after", "17", "x-ratelimit-remaining", "0"), ""), NOW, 0))
        .hasValue(Duration.ofSeconds(17));
  }

  @Test
  void a_used_up_hour_ends_when_its_header_says() {
    long reset = NOW.getEpochSecond() + 600;
    assertThat(
            Limit.wait(
                answer(
                    403,
                    Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "" + reset),
                    "API rate limit exceeded"),
                NOW,
                0))
        .hasValue(Duration.ofSeconds(601));
  }

  @Test
  void a_secondary_limit_without_a_time_is_a_minute_then_two_then_four() {
    Answer secondary = answer(403, Map.of(), "You have exceeded a secondary rate limit");
    assertThat(List.of(0, 1, 2))
        .map(times -> Limit.wait(secondary, NOW, times).orElseThrow().toSeconds())
        .containsExactly(60L, 120L, 240L);
    assertThat(Limit.wait(answer(429, Map.of(), ""), NOW, 0)).hasValue(Duration.ofSeconds(60));
  }

  @Test
  void a_plain_403_is_no_limit() {
    assertThat(Limit.wait(answer(403, Map.of("x-ratelimit-remaining", "10"), "no"), NOW, 0))
        .isEmpty();
    assertThat(Limit.wait(answer(404, Map.of(), "secondary rate limit"), NOW, 0)).isEmpty();
  }

  @Test
  void graphql_says_it_with_200() {
    assertThat(
            Limit.wait(
                answer(
                    200, Map.of("retry-after", "5"), "{\"errors\":[{\"type\":\"RATE_LIMITED\"}]}"),
                NOW,
                0))
        .hasValue(Duration.ofSeconds(5));
  }

  @Test
  void a_request_that_was_turned_away_is_sent_again_after_the_wait() throws Lost {
    Hub hub = new Hub();
    hub.fake.answer("GET", "/git/ref/", 429, Map.of("retry-after", "90"), "{}");
    Instant before = hub.time.now();
    assertThat(hub.client.refs().read("refs/heads/main")).isPresent();
    assertThat(Duration.between(before, hub.time.now())).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void nobody_waits_longer_than_there_is_patience() {
    Hub hub = new Hub();
    hub.fake.answer("GET", "/git/ref/", 429, Map.of("retry-after", "1801"), "{}");
    assertThatThrownBy(() -> hub.client.refs().read("refs/heads/main"))
        .hasMessage(
            "GITHUB_LIMIT: Could not read refs/heads/main: GitHub's rate limit asks for a wait of"
                + " 1801 seconds, longer than there is time for.");
  }

  @Test
  void a_server_that_turns_away_for_ever_is_left_in_the_end() {
    Hub hub = new Hub();
    for (int i = 0; i < 20; i++) {
      hub.fake.answer("GET", "/git/ref/", 429, Map.of("retry-after", "0"), "{}");
    }
    assertThatThrownBy(() -> hub.client.refs().read("refs/heads/main"))
        .hasMessageStartingWith("GITHUB_LIMIT");
  }

  @Test
  void a_renamed_repository_is_followed_on_the_same_host_only() throws Lost {
    Hub hub = new Hub();
    hub.fake.answer(
        "GET",
        "/git/ref/heads/gone",
        301,
        Map.of("location", "https://api.github.com/repos/acme/widget/git/ref/heads/main"),
        "{}");
    assertThat(hub.client.refs().read("refs/heads/gone")).isPresent();
    hub.fake.answer(
        "GET", "/git/ref/heads/gone", 301, Map.of("location", "https://evil.example/x"), "{}");
    assertThatThrownBy(() -> hub.client.refs().read("refs/heads/gone"))
        .hasMessageStartingWith("GITHUB_UNAVAILABLE");
  }

  @Test
  void reading_survives_two_bad_gateways() throws Lost {
    Hub hub = new Hub();
    hub.fake.fault("GET", "/git/ref/", FakeGitHub.Fault.DOWN);
    hub.fake.fault("GET", "/git/ref/", FakeGitHub.Fault.LOST);
    assertThat(hub.client.refs().read("refs/heads/main")).isPresent();
  }

  @Test
  void addresses_of_every_kind_of_github() {
    assertThat(Address.of(java.net.URI.create("https://github.com/"))).isEqualTo(Address.PUBLIC);
    assertThat(Address.of(java.net.URI.create("https://acme.ghe.com")).api())
        .hasToString("https://api.acme.ghe.com");
    assertThat(Hub.GHES.api()).hasToString("https://github.acme.example/api/v3");
    assertThat(Hub.GHES.graphql()).hasToString("https://github.acme.example/api/graphql");
  }
}
