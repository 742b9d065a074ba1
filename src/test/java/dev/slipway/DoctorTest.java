package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The doctor: the whole program, on a stage on which everything is well, and on stages on which
/// one thing is not.
class DoctorTest {
  @TempDir Path folder;
  private Theatre theatre;

  @BeforeEach
  void a_repository_that_has_a_fix_to_release() {
    theatre = Theatre.quick(folder);
  }

  @AfterEach
  void close() {
    theatre.close();
  }

  private Theatre.Run doctor(String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of("doctor"));
    arguments.addAll(List.of(more));
    return theatre.run(
        "push", "refs/heads/main", "main", "{\"ref\":\"refs/heads/main\"}", arguments);
  }

  @Test
  void where_everything_is_well_everything_is_proved_and_nothing_is_changed() {
    theatre.onPush();
    theatre.author.write("index.js", "module.exports = 3\n").commit("fix: more");
    theatre.push();
    List<String> refs = theatre.refs();
    List<String> github = theatre.hub.githubWrites();
    List<String> registry = theatre.hub.registryWrites();

    Theatre.Run run = doctor();

    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.log().lines().filter(line -> !line.startsWith("::add-mask::")))
        .containsExactly(
            "yes  widget       next version               It would be 1.0.2.",
            "yes  127.0.0.1    registry reachable         It answers directly.",
            "yes  127.0.0.1    credential                 A token from the input npm-token of the user rehearsal.",
            "yes  widget       name                       It exists, with 1 version.",
            "yes  widget       write access               rehearsal may write it.",
            "yes  widget       two-factor setting         127.0.0.1 has no such setting of npm's.",
            "yes  widget       version 1.0.2              It is free.",
            "yes  widget       dist-tag                   latest does not go down.",
            "yes  widget       provenance                 No provenance: 127.0.0.1 is not the public npm registry.",
            "yes  acme/widget  contents: write            It is granted.",
            "yes  acme/widget  issues: write              It is granted.",
            "yes  acme/widget  pull-requests: write       It is granted.",
            "yes  acme/widget  id-token                   The job may not ask for id tokens: it publishes with what it was handed, and without provenance.",
            "yes  acme/widget  rules of main              Nothing is pushed to it: the release is a tag.",
            "yes  acme/widget  rules of tags like v1.0.2  No ruleset that can be read stands against the tag.",
            "",
            "Everything that a release needs is proved.");
    assertThat(run.summary())
        .startsWith("## 🩺 Ready to release\n\nEverything that a release needs is proved.\n");
    assertThat(theatre.refs()).isEqualTo(refs);
    assertThat(theatre.hub.registryWrites()).isEqualTo(registry);
    assertThat(theatre.hub.githubWrites().subList(github.size(), theatre.hub.githubWrites().size()))
        .containsExactly(
            "POST /repos/acme/widget/git/refs",
            "POST /repos/acme/widget/issues",
            "POST /repos/acme/widget/pulls");
  }

  @Test
  void a_token_that_nobody_knows_is_disproved_with_what_to_do() {
    theatre.environment.put("INPUT_NPM-TOKEN", "npm_wrong456789abcdefghijklmnopqrstuvwxyz");

    Theatre.Run run = doctor("--json");

    assertThat(run.code()).isEqualTo(1);
    String document = run.log().substring(run.log().indexOf("\n{") + 1);
    Json json = JsonReader.read(document.substring(0, document.lastIndexOf("\n}") + 2));
    assertThat(json.get("schema").flatMap(Json::whole)).contains(1L);
    assertThat(json.get("healthy").flatMap(Json::truth)).contains(false);
    Json credential =
        json.get("findings").orElseThrow().items().stream()
            .filter(finding -> finding.text("question").orElse("").equals("credential"))
            .findFirst()
            .orElseThrow();
    assertThat(credential.members().keySet())
        .containsExactly("subject", "question", "verdict", "code", "answer", "remedy");
    assertThat(credential.text("verdict")).contains("disproved");
    assertThat(credential.text("code")).contains("NPM_TOKEN_UNKNOWN");
    assertThat(credential.text("remedy"))
        .contains(
            "Make a new token on 127.0.0.1 that may write widget, and hand it over in the input"
                + " npm-token.");
    assertThat(run.log()).contains("::error title=NPM_TOKEN_UNKNOWN::");
    assertThat(run.summary()).startsWith("## 🩺 Not ready to release\n");
  }

  @Test
  void no_token_staging_that_is_not_there_and_an_ended_token_are_each_said() {
    theatre.environment.put("INPUT_PUBLISH", "stage");
    theatre.environment.put("INPUT_NPM-TOKEN-EXPIRES", "2020-02-29");

    Theatre.Run run = doctor();

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.log())
        .contains(
            "?    127.0.0.1    token's life               The token ended on 2020-02-29, as"
                + " npm-token-expires says.",
            "NO   widget       staging                    127.0.0.1 has no staged publishing.",
            "A release would fail: 1 thing has to be mended first.");

    theatre.environment.put("INPUT_NPM-TOKEN", "");
    theatre.environment.remove("INPUT_PUBLISH");
    Theatre.Run without = doctor();
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.log())
        .contains("NO   127.0.0.1    credential                 There is no token for 127.0.0.1.");
  }
}
