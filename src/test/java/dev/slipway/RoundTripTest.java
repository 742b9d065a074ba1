package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is released to a real registry is what the real npm client installs and runs.
class RoundTripTest {
  @TempDir Path folder;

  @Test
  void the_npm_client_installs_what_was_released_to_verdaccio() throws Exception {
    Verdaccio verdaccio = Verdaccio.shared();
    try (Theatre theatre = new Theatre(folder)) {
      theatre.author.write(
          "package.json",
          """
          {
            "name": "round-trip",
            "version": "1.0.0",
            "main": "index.js",
            "bin": "cli.js"
          }
          """);
      theatre.author.write("cli.js", "#!/usr/bin/env node\nconsole.log(require('.'))\n");
      theatre.author.commit("feat: a command");
      theatre.push();
      theatre.environment.put("INPUT_REGISTRY", verdaccio.address().toString());
      theatre.environment.put("INPUT_NPM-TOKEN", verdaccio.token());

      Theatre.Run released = theatre.onPush();
      assertThat(released.code()).as(released.log()).isZero();
      assertThat(released.output("version")).isEqualTo("1.1.0");

      String registry = verdaccio.address().toString();
      Path home = Files.createDirectories(folder.resolve("home"));
      Path user = Files.createDirectories(folder.resolve("user"));
      Files.writeString(user.resolve("package.json"), "{\"name\":\"user\",\"version\":\"1.0.0\"}");
      Peers.npm(user, home, registry, "install", "round-trip").ok();
      assertThat(
              Peers.node(user, Map.of(), "-e", "console.log(require('round-trip'))").ok().strip())
          .isEqualTo("2");
      assertThat(Peers.npm(user, home, registry, "exec", "round-trip").ok().strip()).endsWith("2");
      assertThat(
              Peers.npm(user, home, registry, "view", "round-trip", "dist.integrity").ok().strip())
          .isEqualTo(released.output("integrity"));
      assertThat(Peers.npm(user, home, registry, "view", "round-trip", "gitHead").ok().strip())
          .isEqualTo(theatre.author.hash("HEAD"));

      Theatre.Run again = theatre.onPush();
      assertThat(again.code()).as(again.log()).isZero();
      assertThat(again.output("status")).isEqualTo("nothing");
    }
  }
}
