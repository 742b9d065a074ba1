package dev.slipway.npm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.world.Chance;
import dev.slipway.world.Credential;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Waiting for an accepted version, on a clock that only waiting moves.
class VisibilityTest {
  private static final Chance MIDDLE = count -> new byte[count];

  private final VirtualTime time = new VirtualTime();
  private final PublishRequest request = TestPackage.of("widget", "1.0.0");

  private Visibility.Seen await(ScriptedRegistry registry, Duration budget) {
    return Visibility.await(
        Registry.at(ScriptedRegistry.ADDRESS, new Credential.None(), registry, time),
        request.name(),
        request.version(),
        request.tarball().integrity(),
        request.tarball().shasum(),
        budget,
        time,
        MIDDLE);
  }

  private String document(String integrity) {
    return "{\"version\":\"1.0.0\",\"dist\":{\"integrity\":\"" + integrity + "\"}}";
  }

  private ScriptedRegistry visibleAfter(Duration lag, String integrity) {
    return new ScriptedRegistry()
        .on(
            "GET /widget/1.0.0",
            _ ->
                time.waited().compareTo(lag) < 0
                    ? ScriptedRegistry.answer(404, "{}")
                    : ScriptedRegistry.answer(200, document(integrity)));
  }

  @Test
  void a_version_that_takes_thirty_minutes_is_seen_with_a_budget_of_forty() {
    var seen =
        await(
            visibleAfter(Duration.ofMinutes(30), request.tarball().integrity()),
            Duration.ofMinutes(40));

    assertThat(seen).isInstanceOf(Visibility.Seen.Ours.class);
    assertThat(time.waited()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
  }

  @Test
  void with_a_budget_of_twenty_it_is_not_yet_there_and_that_is_no_failure() {
    var seen =
        await(
            visibleAfter(Duration.ofMinutes(30), request.tarball().integrity()),
            Duration.ofMinutes(20));

    assertThat(seen)
        .isEqualTo(new Visibility.Seen.NotYet(Duration.ofMinutes(20), java.util.Optional.empty()));
  }

  @Test
  void it_looks_often_first_and_never_less_often_than_once_a_minute() {
    await(visibleAfter(Duration.ofMinutes(30), "-"), Duration.ofMinutes(20));

    assertThat(time.waits().getFirst()).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
    assertThat(time.waits())
        .allSatisfy(wait -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(60)));
    assertThat(time.waits().size()).isBetween(20, 45);
  }

  @Test
  void other_bytes_end_the_waiting_at_once() {
    assertThat(await(visibleAfter(Duration.ZERO, "sha512-other"), Duration.ofMinutes(20)))
        .isInstanceOf(Visibility.Seen.Foreign.class);
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void a_page_in_place_of_a_document_is_trouble_and_not_absence() {
    ScriptedRegistry registry =
        new ScriptedRegistry().on("GET /widget/1.0.0", 200, "<html>hello</html>");

    assertThat(await(registry, Duration.ZERO))
        .isInstanceOfSatisfying(
            Visibility.Seen.NotYet.class, seen -> assertThat(seen.trouble()).isPresent());
  }

  @Test
  void a_registry_without_digests_is_believed_in_nothing() {
    ScriptedRegistry registry =
        new ScriptedRegistry().on("GET /widget/1.0.0", 200, "{\"version\":\"1.0.0\",\"dist\":{}}");

    assertThat(await(registry, Duration.ZERO)).isInstanceOf(Visibility.Seen.Foreign.class);
  }
}
