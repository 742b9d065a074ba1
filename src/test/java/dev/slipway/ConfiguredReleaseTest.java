package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.JsonReader;
import dev.slipway.world.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a semantic-release configuration and the inputs about versions ask for is what the whole
/// program does.
class ConfiguredReleaseTest {
  @TempDir Path folder;
  private Theatre theatre;

  @BeforeEach
  void a_repository_that_released_1_0_0_and_has_a_fix_since_then() {
    theatre = Theatre.quick(folder);
  }

  @AfterEach
  void close() {
    theatre.close();
  }

  private Theatre.Run configured(String releaserc) {
    theatre.author.write(".releaserc.json", releaserc).commit("chore: configure");
    theatre.push();
    return theatre.onPush();
  }

  private void forgetTheTag() {
    theatre.author.git("tag", "-d", "v1.0.0");
    theatre.origin.git("update-ref", "-d", "refs/tags/v1.0.0");
  }

  @Test
  void a_configuration_without_the_npm_plug_in_publishes_nothing() {
    Theatre.Run run =
        configured("{\"plugins\":[\"@semantic-release/commit-analyzer\"],\"branches\":\"main\"}");
    assertThat(run.code()).as(run.log()).isEqualTo(2);
    assertThat(run.log())
        .contains(
            "::error file=.releaserc.json,title=NPM_PLUGIN_MISSING::The plug-ins of the configuration"
                + " publish nothing: @semantic-release/npm is not among them.");
    assertThat(theatre.hub.registryWrites()).isEmpty();
    assertThat(theatre.refs()).containsExactlyInAnyOrder("refs/heads/main", "refs/tags/v1.0.0");
  }

  @Test
  void a_configuration_that_says_not_to_publish_is_believed() {
    Theatre.Run run =
        configured("{\"plugins\":[[\"@semantic-release/npm\",{\"npmPublish\":false}]]}");
    assertThat(run.code()).as(run.log()).isEqualTo(2);
    assertThat(run.log()).contains("The configuration says npmPublish: false");
    assertThat(theatre.hub.registryWrites()).isEmpty();
  }

  @Test
  void the_tarball_is_left_where_the_npm_plug_in_is_told_to_put_it() throws IOException {
    theatre.author.write(".gitignore", "dist/\n");
    Theatre.Run run =
        configured(
            "{\"plugins\":[[\"@semantic-release/npm\",{\"tarballDir\":\"dist/tarballs\"}]]}");
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(run.output("tarball")).isEqualTo("dist/tarballs/widget-1.0.1.tgz");
    byte[] kept = Files.readAllBytes(run.workspace().resolve("dist/tarballs/widget-1.0.1.tgz"));
    assertThat(Integrity.of(Bytes.of(kept)).text()).isEqualTo(run.output("integrity"));
    assertThat(new GitSandbox(run.workspace()).git("status", "--porcelain")).isEmpty();
  }

  @Test
  void a_configuration_that_asks_for_a_dry_run_gets_one() {
    Theatre.Run run = configured("{\"dryRun\":true}");
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("planned");
    assertThat(run.log()).contains(".releaserc.json says dryRun: true, so nothing was changed.");
    assertThat(theatre.hub.registryWrites()).isEmpty();
    assertThat(theatre.refs()).containsExactlyInAnyOrder("refs/heads/main", "refs/tags/v1.0.0");
  }

  @Test
  void rules_and_sections_of_the_configuration_count() {
    theatre.author.write("a.md", "a\n").commit("docs(readme): explain");
    Theatre.Run run =
        configured(
            """
            {"preset": "conventionalcommits",
             "presetConfig": {"types": [{"type": "docs", "section": "Words"}, {"type": "fix", "hidden": true}]},
             "releaseRules": [{"type": "docs", "scope": "r*", "release": "minor"}]}
            """);
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("1.1.0");
    assertThat(run.output("notes")).contains("### Words", "* **readme:** explain");
    assertThat(run.output("notes")).doesNotContain("count right");
  }

  @Test
  void the_list_of_a_squashed_body_counts_when_it_is_asked_for() {
    theatre
        .author
        .write("a.js", "1\n")
        .commit(
            "chore: several things (#7)\n\n* feat(core): do more\n\nwell\n\n* fix: do it right");
    theatre.push();
    theatre.environment.put("INPUT_SQUASH", "true");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("1.1.0");
    assertThat(run.output("notes")).contains("* **core:** do more", "* do it right");
    assertThat(run.log()).contains("in `feat(core): do more`");
  }

  @Test
  void the_list_of_a_squashed_body_is_prose_otherwise() {
    theatre
        .author
        .write("a.js", "1\n")
        .commit("chore: several things (#7)\n\n* feat(core): do more");
    theatre.push();
    Theatre.Run run = theatre.onPush();
    assertThat(run.output("version")).isEqualTo("1.0.1");
    assertThat(run.output("notes")).doesNotContain("do more");
  }

  @Test
  void the_first_version_may_be_named() {
    forgetTheTag();
    theatre.environment.put("INPUT_INITIAL-VERSION", "0.1.0");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("0.1.0");
  }

  @Test
  void below_1_0_0_a_breaking_change_is_a_minor_version_when_that_is_asked_for() {
    forgetTheTag();
    theatre.author.git("tag", "v0.4.1", "HEAD~1");
    theatre.author.write("a.js", "1\n").commit("feat!: other arguments");
    theatre.push();
    theatre.environment.put("INPUT_MAJOR-ZERO", "true");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).isEqualTo("0.5.0");
  }

  @Test
  void below_1_0_0_a_breaking_change_leads_to_1_0_0_otherwise() {
    forgetTheTag();
    theatre.author.git("tag", "v0.4.1", "HEAD~1");
    theatre.author.write("a.js", "1\n").commit("feat!: other arguments");
    theatre.push();
    Theatre.Run run = theatre.onPush();
    assertThat(run.output("version")).isEqualTo("1.0.0");
  }

  @Test
  void everything_that_is_wrong_with_a_configuration_is_said_at_once_and_at_its_place() {
    Theatre.Run run =
        configured(
            """
            {
              "tagFormat": "v",
              "banches": ["main"],
              "plugins": [
                "@semantic-release/npm",
                "semantic-release-slack-bot"
              ],
              "releaseRules": "no-such-file"
            }
            """);
    assertThat(run.code()).as(run.log()).isEqualTo(2);
    assertThat(run.log().lines().filter(line -> line.startsWith("::")).toList())
        .anyMatch(line -> line.startsWith("::error file=.releaserc.json,line=2,col=16,"))
        .anyMatch(line ->
            line.startsWith("::warning file=.releaserc.json,line=3,col=3,")
                && line.contains("Did you mean branches?"))
        .anyMatch(line -> line.startsWith("::error file=.releaserc.json,line=6,col=5,"));
    assertThat(theatre.hub.registryWrites()).isEmpty();
  }

  @Test
  void a_version_that_was_merged_from_a_higher_branch_is_promoted() {
    theatre.onPush();
    theatre.author.git("switch", "-q", "-c", "next");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: more");
    theatre.push();
    Theatre.Run early = theatre.onPush();
    assertThat(early.output("version")).as(early.log()).isEqualTo("1.1.0");
    assertThat(early.output("channel")).isEqualTo("next");
    assertThat(note("v1.1.0")).isEqualTo("{\"channels\":[\"next\"]}");

    theatre.author.git("switch", "-q", "main");
    theatre.author.git("merge", "-q", "--ff-only", "next");
    theatre.push();
    theatre.environment.put("INPUT_DRY-RUN", "true");
    Theatre.Run looked = theatre.onPush();
    assertThat(JsonReader.read(looked.output("plan")).at("promotions"))
        .hasValue(
            JsonReader.read(
                "[{\"name\":\"widget\",\"version\":\"1.1.0\",\"tag\":\"v1.1.0\",\"channel\":\"latest\"}]"));
    assertThat(looked.log())
        .contains("No new version: the dist-tag latest would go to widget@1.1.0.");
    assertThat(looked.summary())
        .startsWith("## 🔀 widget 1.1.0 for latest")
        .contains("| `widget` | 1.1.0 | `latest` |");
    theatre.environment.remove("INPUT_DRY-RUN");
    Theatre.Run merged = theatre.onPush();
    assertThat(merged.code()).as(merged.log()).isZero();
    assertThat(theatre.hub.registryWrites()).endsWith("PUT /-/package/widget/dist-tags/latest");
    assertThat(note("v1.1.0")).isEqualTo("{\"channels\":[\"next\",null]}");
    assertThat(merged.log())
        .contains("1.1.0 was released on channel `next` and is now in the history of `main`")
        .contains("✅ mark the release page of v1.1.0 as the latest")
        .contains("No new version: the dist-tag latest has gone to widget@1.1.0.");
    assertThat(theatre.hub.githubWrites())
        .last()
        .asString()
        .startsWith("PATCH /repos/acme/widget/releases/");
  }

  private String note(String tag) {
    return theatre.origin.git("notes", "--ref", "semantic-release-" + tag, "show", tag);
  }
}
