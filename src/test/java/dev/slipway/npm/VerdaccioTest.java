package dev.slipway.npm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Peers;
import dev.slipway.Verdaccio;
import dev.slipway.http.JdkExchanges;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import dev.slipway.world.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real registry of today, with the npm client as the judge.
class VerdaccioTest {
  private static final Time REAL =
      new Time() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration duration) {
          throw new AssertionError("nothing to wait for");
        }
      };

  private final JdkExchanges exchanges = JdkExchanges.plain("slipway-test");

  private Registry registry(Verdaccio verdaccio) {
    return Registry.at(
        verdaccio.address(), new Credential.Bearer(Secret.of(verdaccio.token())), exchanges, REAL);
  }

  @Test
  void what_was_published_is_installed_by_the_npm_client(@TempDir Path home) throws IOException {
    Verdaccio verdaccio = Verdaccio.shared();
    Registry registry = registry(verdaccio);
    PublishRequest request = TestPackage.of("@acme/judged", "1.2.3", "next");

    assertThat(registry.publish(request)).isInstanceOf(PublishAnswer.Accepted.class);

    assertThat(Visibility.look(registry, request)).isInstanceOf(Visibility.Seen.Ours.class);
    String address = verdaccio.address().toString();
    assertThat(
            Peers.npm(home, home, address, "view", "@acme/judged@1.2.3", "dist.integrity")
                .ok()
                .strip())
        .isEqualTo(request.tarball().integrity());
    assertThat(Peers.npm(home, home, address, "dist-tag", "ls", "@acme/judged").ok())
        .contains("next: 1.2.3");
    Files.writeString(home.resolve("package.json"), "{\"private\":true}");
    Peers.npm(home, home, address, "install", "@acme/judged@next", "--ignore-scripts").ok();
    assertThat(home.resolve("node_modules/@acme/judged/package.json")).exists();
  }

  @Test
  void the_same_version_again_has_to_be_looked_at() {
    Registry registry = registry(Verdaccio.shared());
    registry.publish(TestPackage.of("twice", "1.0.0"));

    PublishAnswer again = registry.publish(TestPackage.of("twice", "1.0.0"));

    assertThat(again)
        .isInstanceOfSatisfying(
            PublishAnswer.Ambiguous.class,
            ambiguous -> {
              assertThat(ambiguous.meaning().code()).isEqualTo("NPM_VERSION_EXISTS");
              assertThat(ambiguous.next().resendIfAbsent()).isFalse();
            });
  }

  @Test
  void documents_tags_and_the_user_can_be_read() {
    Registry registry = registry(Verdaccio.shared());
    registry.publish(TestPackage.of("readable", "1.0.0"));

    assertThat(registry.ping()).isInstanceOf(Lookup.Found.class);
    assertThat(registry.whoami("widget")).isEqualTo(new Lookup.Found<>("publisher"));
    assertThat(registry.packument("readable").found().orElseThrow().versions())
        .containsExactly("1.0.0");
    assertThat(registry.abbreviated("readable").found().orElseThrow().distTags())
        .isEqualTo(Map.of("latest", "1.0.0"));
    assertThat(registry.distTags("readable"))
        .isEqualTo(new Lookup.Found<>(Map.of("latest", "1.0.0")));
    assertThat(registry.packument("nowhere")).isEqualTo(new Lookup.Absent<>());
    assertThat(registry.versionDocument("readable", "9.9.9")).isEqualTo(new Lookup.Absent<>());
  }

  @Test
  void a_dist_tag_is_moved_and_removed() {
    Registry registry = registry(Verdaccio.shared());
    registry.publish(TestPackage.of("tagged", "1.0.0"));

    assertThat(registry.addDistTag("tagged", "stable", "1.0.0").next())
        .isEqualTo(new NextStep.Proceed());
    assertThat(registry.distTags("tagged").found().orElseThrow()).containsEntry("stable", "1.0.0");
    assertThat(registry.removeDistTag("tagged", "stable").next()).isEqualTo(new NextStep.Proceed());
    assertThat(registry.distTags("tagged").found().orElseThrow())
        .isEqualTo(Map.of("latest", "1.0.0"));
  }
}
