package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.http.JdkExchanges;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.world.Bytes;
import dev.slipway.world.Credential;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The watch: the whole program, after a release of ours, then after what nobody here did, in that
/// order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchTest {
  @TempDir static Path folder;
  private static Theatre theatre;

  @BeforeAll
  static void a_package_that_was_released_once() {
    theatre = Theatre.quick(folder);
    theatre.onPush();
  }

  @AfterAll
  static void close() {
    theatre.close();
  }

  private Theatre.Run watch(String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("watch"));
    arguments.addAll(List.of(more));
    return theatre.run(
        "schedule", "refs/heads/main", "main", "{\"schedule\":\"17 * * * *\"}", arguments);
  }

  @Test
  @Order(1)
  void what_was_made_here_is_quiet_and_the_watch_changes_nothing() {
    List<String> refs = theatre.refs();
    Theatre.Run run = watch();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.log())
        .contains("widget on 127.0.0.1: 1 version.\nEvery live version was made here.\n");
    assertThat(run.summary()).startsWith("## 👁️ All versions are ours\n");
    assertThat(theatre.refs()).isEqualTo(refs);
    assertThat(theatre.hub.registryWrites()).containsExactly("PUT /widget");
  }

  @Test
  @Order(2)
  void a_version_that_nobody_here_made_is_an_alarm_with_its_own_exit_code() throws Exception {
    somebodyElsePublishes("9.9.9");
    Theatre.Run run = watch("--json");
    assertThat(run.code()).as(run.log()).isEqualTo(4);
    String document = run.log().substring(run.log().indexOf("\n{") + 1);
    Json json = JsonReader.read(document.substring(0, document.lastIndexOf("\n}") + 2));
    assertThat(json.get("quiet").flatMap(Json::truth)).contains(false);
    Json watched = json.get("packages").orElseThrow().items().getFirst();
    assertThat(watched.members().keySet())
        .containsExactly("name", "registry", "versions", "older", "remarks", "alarms");
    Json alarm = watched.get("alarms").orElseThrow().items().getFirst();
    assertThat(watched.get("alarms").orElseThrow().items()).hasSize(1);
    assertThat(alarm.members().keySet())
        .containsExactly("version", "published", "code", "what", "remedy");
    assertThat(alarm.text("version")).contains("9.9.9");
    assertThat(alarm.text("code")).contains("WATCH_VERSION_OF_NOBODY");
    assertThat(alarm.text("what"))
        .contains("widget@9.9.9 is live, and no tag and no intent of this repository is about it.");
    assertThat(run.log()).contains("::error title=WATCH_VERSION_OF_NOBODY::");
    assertThat(run.summary()).startsWith("## 🚨 Not made here\n");
  }

  @Test
  @Order(3)
  void other_bytes_under_our_number_are_an_alarm() {
    theatre.hub.replaceIntegrity("widget", "1.0.1", "sha512-AAAA");
    Theatre.Run run = watch();
    assertThat(run.code()).as(run.log()).isEqualTo(4);
    assertThat(run.log())
        .contains(
            "ALARM  widget@1.0.1 is live with another tarball than the one that was made here");
  }

  private void somebodyElsePublishes(String version) throws Exception {
    String body =
        """
        {"_id":"widget","name":"widget","dist-tags":{"latest":"%1$s"},
         "versions":{"%1$s":{"name":"widget","version":"%1$s","dist":{"integrity":"sha512-x"}}},
         "_attachments":{"widget-%1$s.tgz":{"data":"AAAA","length":3}}}\
        """
            .formatted(version);
    try (JdkExchanges network = JdkExchanges.plain("slipway-test")) {
      network.exchange(
          Request.get("publish", URI.create(theatre.hub.registry() + "widget"))
              .as(new Credential.Bearer(Secret.of(Theatre.NPM_TOKEN)))
              .with("PUT", new Payload.Content(Bytes.of(body), "application/json")));
    }
  }
}
