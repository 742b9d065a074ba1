package dev.slipway.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Peers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The registry of a rehearsal, tried with the real npm client.
class RegistryServerTest {
  @TempDir Path folder;

  @Test
  void the_npm_client_publishes_views_tags_and_installs_against_it() throws Exception {
    try (RegistryServer registry = RegistryServer.start("npm_secret", Clock.systemUTC())) {
      Path home = Files.createDirectories(folder.resolve("home"));
      Path widget = Files.createDirectories(folder.resolve("widget"));
      Files.writeString(
          widget.resolve("package.json"),
          "{\"name\":\"@acme/widget\",\"version\":\"1.2.3\",\"main\":\"index.js\"}");
      Files.writeString(widget.resolve("index.js"), "module.exports = 42\n");
      String address = registry.address();
      Files.writeString(
          widget.resolve(".npmrc"), address.substring(5) + ":_authToken=npm_secret\n");

      Peers.npm(widget, home, address, "publish", "--access", "public").ok();
      assertThat(Peers.npm(widget, home, address, "view", "@acme/widget", "version").ok().strip())
          .isEqualTo("1.2.3");
      Peers.npm(widget, home, address, "dist-tag", "add", "@acme/widget@1.2.3", "next").ok();
      assertThat(Peers.npm(widget, home, address, "dist-tag", "ls", "@acme/widget").ok().lines())
          .containsExactlyInAnyOrder("latest: 1.2.3", "next: 1.2.3");
      assertThat(Peers.npm(widget, home, address, "whoami").ok().strip()).isEqualTo("rehearsal");

      Path user = Files.createDirectories(folder.resolve("user"));
      Files.writeString(user.resolve("package.json"), "{\"name\":\"user\",\"version\":\"1.0.0\"}");
      Peers.npm(user, home, address, "install", "@acme/widget@next").ok();
      assertThat(
              Peers.node(user, Map.of(), "-e", "console.log(require('@acme/widget'))").ok().strip())
          .isEqualTo("42");

      assertThat(Peers.npm(widget, home, address, "publish", "--access", "public").code())
          .isNotZero();
    }
  }
}
