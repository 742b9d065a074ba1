package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.rehearsal.LoopbackHub;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One release on several registries, by the whole program.
class RegistriesTest {
  private static final String OTHER_TOKEN = "other_0123456789abcdefghijklmnopqrstuvwxyz";

  @TempDir Path folder;

  @Test
  void a_version_goes_to_all_registries_or_is_not_tagged() throws Exception {
    Path config = folder.resolve("user.npmrc");
    try (Theatre theatre = Theatre.quick(folder.resolve("theatre"));
        LoopbackHub other = LoopbackHub.start(OTHER_TOKEN)) {
      theatre.environment.put("INPUT_REGISTRIES", other.registry());
      theatre.environment.put("NPM_CONFIG_USERCONFIG", config.toString());

      Theatre.Run without = theatre.onPush();

      assertThat(without.code()).as(without.log()).isEqualTo(2);
      assertThat(without.log()).contains("There is no credential to publish widget with.");
      assertThat(theatre.hub.registryWrites()).isEmpty();

      Files.writeString(
          config,
          other.registry().substring("http:".length()) + ":_authToken=" + OTHER_TOKEN + "\n");
      other.revokeTokenForWrites();
      Theatre.Run half = theatre.onPush();

      assertThat(half.code()).as(half.log()).isEqualTo(1);
      assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
      assertThat(theatre.refs())
          .contains("refs/slipway/intents/v1.0.1")
          .doesNotContain("refs/tags/v1.0.1");

      assertThat(half.log())
          .contains("publish widget@1.0.1 to " + authority(theatre.hub.registry()))
          .contains("❌ publish widget@1.0.1 to " + authority(other.registry()) + ": failed");
      assertThat(half.summary()).contains(" to " + authority(other.registry()));

      other.takeTokenAgain();
      Theatre.Run whole = theatre.onPush();

      assertThat(whole.code()).as(whole.log()).isZero();
      assertThat(whole.output("status")).isEqualTo("released");
      assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
      assertThat(other.registryWrites()).containsExactly("PUT /widget");
      assertThat(theatre.refs()).contains("refs/tags/v1.0.1");
    }
  }

  private static String authority(String registry) {
    return URI.create(registry).getRawAuthority();
  }
}
