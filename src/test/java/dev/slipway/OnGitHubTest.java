package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.github.GitHubStage;
import dev.slipway.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release leaves on GitHub: the whole program against a GitHub that holds every request
/// against GitHub's own descriptions, over a real git repository.
class OnGitHubTest {
  private static final List<GitHubStage> HUBS = new ArrayList<>();

  @TempDir Path folder;
  private Theatre theatre;
  private GitHubStage hub;

  @BeforeEach
  void a_repository_on_a_github_of_its_own() {
    theatre = Theatre.quick(folder);
    hub = new GitHubStage(new RealGit(theatre.origin, folder.resolve("github")));
    theatre.environment.put("GITHUB_API_URL", hub.api());
    theatre.environment.put("GITHUB_GRAPHQL_URL", hub.graphql());
  }

  @AfterEach
  void all_that_was_asked_is_what_the_descriptions_allow() {
    theatre.close();
    hub.close();
    assertThat(hub.wrong()).isEmpty();
    HUBS.add(hub);
  }

  @AfterAll
  static void all_that_was_asked_of_graphql_is_what_the_schema_allows() {
    assertThat(GitHubStage.wrongGraphQl(HUBS)).isEmpty();
    HUBS.clear();
  }

  private Theatre.Run released(String version) {
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("version")).as(run.log()).isEqualTo(version);
    assertThat(run.output("status")).as(run.log()).isEqualTo("released");
    return run;
  }

  private String inOrigin(String... arguments) {
    return theatre.origin.git(arguments);
  }

  private static List<String> assets(Json page) {
    return page.get("assets").orElseThrow().items().stream()
        .map(asset -> asset.text("name").orElseThrow())
        .toList();
  }

  @Test
  void a_release_commit_is_made_by_github_and_tagged() {
    theatre.environment.put("INPUT_COMMIT", "true");
    theatre.environment.put("INPUT_CHANGELOG", "CHANGELOG.md");
    Theatre.Run run = released("1.0.1");
    assertThat(hub.log()).contains("POST /api/graphql");
    assertThat(inOrigin("log", "-1", "--format=%s", "main"))
        .isEqualTo("chore(release): 1.0.1 [skip ci]");
    assertThat(theatre.origin.hash("v1.0.1")).isEqualTo(theatre.origin.hash("main"));
    assertThat(run.output("new_release_git_head")).isEqualTo(theatre.origin.hash("main"));
    assertThat(inOrigin("show", "main:package.json")).contains("\"version\": \"1.0.1\"");
    assertThat(inOrigin("show", "main:CHANGELOG.md")).contains("count right");
    assertThat(inOrigin("diff", "--name-only", "main~1", "main").lines())
        .containsExactly("CHANGELOG.md", "package.json");
    assertThat(theatre.refs())
        .containsExactlyInAnyOrder(
            "refs/heads/main", "refs/tags/v1.0.0", "refs/tags/v1.0.1", "refs/slipway/lines/main");
    assertThat(hub.page("v1.0.1").get("draft")).hasValue(Json.of(false));
  }

  @Test
  void after_a_release_commit_there_is_nothing_to_release() {
    theatre.environment.put("INPUT_COMMIT", "true");
    released("1.0.1");
    theatre.author.git("pull", "-q", "origin", "main");
    Theatre.Run again = theatre.onPush();
    assertThat(again.output("status")).as(again.log()).isEqualTo("nothing");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: count more");
    theatre.push();
    released("1.1.0");
    assertThat(inOrigin("show", "main:package.json")).contains("\"version\": \"1.1.0\"");
  }

  @Test
  void the_git_plug_in_says_what_goes_into_the_commit_and_an_author_makes_it_a_plain_one() {
    theatre.environment.put("GIT_AUTHOR_NAME", "Release Robot");
    theatre.environment.put("GIT_AUTHOR_EMAIL", "robot@example.org");
    theatre.author.write("docs/api.md", "old\n").write("tools/run.sh", "echo\n");
    theatre.author.write(
        ".releaserc.json",
        """
        {
          "plugins": [
            "@semantic-release/commit-analyzer",
            "@semantic-release/release-notes-generator",
            ["@semantic-release/changelog", {"changelogFile": "docs/HISTORY.md"}],
            "@semantic-release/npm",
            ["@semantic-release/git", {
              "assets": ["docs/**/*.md"],
              "message": "release: ${nextRelease.gitTag} of ${branch}"
            }]
          ]
        }
        """);
    theatre.author.commit("fix: configure");
    theatre.push();
    released("1.0.1");
    assertThat(inOrigin("log", "-1", "--format=%s|%an|%ae", "main"))
        .isEqualTo("release: v1.0.1 of main|Release Robot|robot@example.org");
    assertThat(inOrigin("diff", "--name-only", "main~1", "main").lines())
        .containsExactly("docs/HISTORY.md");
    // Without the GitHub plug-in there is no page.
    assertThat(hub.pages()).isZero();
  }

  @Test
  void a_protected_branch_stops_the_release_before_anything_is_published() {
    theatre.environment.put("INPUT_COMMIT", "true");
    hub.rule("main", "pull_request", 7, "main is reviewed");
    theatre.forbid("refs/heads/main", "GH013: Repository rule violations found");
    Theatre.Run run = theatre.onPush();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.log())
        .contains("changes need a pull request (ruleset \"main is reviewed\")")
        .contains("`commit: pull-request`");
    assertThat(theatre.hub.registryWrites()).isEmpty();
    assertThat(theatre.refs()).containsExactly("refs/heads/main", "refs/tags/v1.0.0");
  }

  @Test
  void a_pull_request_with_the_version_is_kept_up_to_date() {
    theatre.environment.put("INPUT_COMMIT", "pull-request");
    theatre.environment.put("INPUT_CHANGELOG", "CHANGELOG.md");
    String before = theatre.origin.hash("main");
    released("1.0.1");
    assertThat(theatre.origin.hash("main")).isEqualTo(before);
    assertThat(theatre.origin.hash("v1.0.1")).isEqualTo(before);
    assertThat(inOrigin("show", "slipway/release-main:package.json"))
        .contains("\"version\": \"1.0.1\"");
    long number = hub.open().getFirst();
    assertThat(hub.title(number)).isEqualTo("chore(release): 1.0.1");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: count more");
    theatre.push();
    released("1.1.0");
    assertThat(hub.open()).containsExactly(number);
    assertThat(hub.title(number)).isEqualTo("chore(release): 1.1.0");
    assertThat(inOrigin("show", "slipway/release-main:package.json"))
        .contains("\"version\": \"1.1.0\"");
    assertThat(inOrigin("show", "slipway/release-main:CHANGELOG.md"))
        .contains("count more")
        .contains("count right");
    assertThat(theatre.origin.hash("slipway/release-main~1"))
        .isEqualTo(theatre.origin.hash("main"));
  }

  @Test
  void a_pull_request_whose_base_is_deleted_meanwhile_is_left_and_the_release_is_whole() {
    theatre.environment.put("INPUT_COMMIT", "pull-request");
    Theatre.Run run =
        theatre.run(
            theatre.pushed(),
            List.of(),
            Meddling.before(
                request -> request.method().equals("PATCH"),
                () -> theatre.origin.git("update-ref", "-d", "refs/heads/main")));
    assertThat(run.code()).as(run.log()).isZero();
    assertThat(run.output("status")).isEqualTo("released");
    assertThat(run.output("version")).isEqualTo("1.0.1");
    assertThat(run.log())
        .contains(
            "::warning title=PULL_REQUEST_LEFT::The pull request to main was not brought up to date:"
                + " that branch is not on the remote any more.%0AThe release is right without it.");
    assertThat(hub.open()).isEmpty();
  }

  @Test
  void a_page_carries_the_tarball_its_digest_the_bill_and_what_is_named() {
    theatre.environment.put("INPUT_SBOM", "true");
    theatre.environment.put("INPUT_ASSETS", "dist\nnothing/*.txt");
    theatre.author.write(
        "package-lock.json",
        """
        {
          "name": "widget", "version": "1.0.0", "lockfileVersion": 3, "requires": true,
          "packages": { "": { "name": "widget", "version": "1.0.0" } }
        }
        """);
    theatre.author.write("dist/.hidden", "x\n").write("dist/deep/widget.min.js", "1\n");
    theatre.author.commit("fix: lock");
    theatre.push();
    Theatre.Run run = released("1.0.1");
    Json page = hub.page("v1.0.1");
    assertThat(assets(page))
        .containsExactly(
            "widget-1.0.1.tgz",
            "widget-1.0.1.tgz.sha512",
            "widget-1.0.1.notes.md",
            "widget-1.0.1.cdx.json",
            ".hidden",
            "widget.min.js");
    String notes = page.text("body").orElseThrow().strip() + "\n";
    assertThat(page.get("assets").orElseThrow().items().get(2).get("size").flatMap(Json::whole))
        .hasValue((long) notes.getBytes(StandardCharsets.UTF_8).length);
    assertThat(page.get("make_latest")).hasValue(Json.of("true"));
    assertThat(page.get("prerelease")).hasValue(Json.of(false));
    assertThat(run.log()).contains("No file is found for the release on GitHub by nothing/*.txt.");
  }

  @Test
  void a_draft_is_left_for_a_person() {
    theatre.environment.put("INPUT_GITHUB-RELEASE", "draft");
    Theatre.Run run = released("1.0.1");
    assertThat(hub.page("v1.0.1").get("draft")).hasValue(Json.of(true));
    assertThat(run.output("url")).isEmpty();
    Theatre.Run again = theatre.onPush();
    assertThat(again.output("status")).isEqualTo("nothing");
    assertThat(hub.pages()).isEqualTo(1);
  }

  @Test
  void the_github_plug_in_says_title_text_label_and_file_names() {
    theatre.author.write("dist/widget.js", "1\n");
    theatre.author.write(
        ".releaserc.json",
        """
        {
          "branches": ["main", {"name": "next", "channel": "next"}],
          "plugins": [
            "@semantic-release/commit-analyzer",
            "@semantic-release/release-notes-generator",
            "@semantic-release/npm",
            ["@semantic-release/github", {
              "assets": [{
                "path": "dist/*.js",
                "name": "widget-${nextRelease.version}.js",
                "label": "Widget for ${branch.name}"
              }],
              "releaseNameTemplate": "Widget <%= nextRelease.version %>",
              "releaseBodyTemplate": "Since ${lastRelease.gitTag}:\\n${nextRelease.notes}",
              "addReleases": "bottom",
              "discussionCategoryName": "Announcements",
              "successComment": false, "failComment": false, "failTitle": false,
              "releasedLabels": false
            }]
          ]
        }
        """);
    theatre.author.commit("fix: configure");
    theatre.push();
    released("1.0.1");
    Json page = hub.page("v1.0.1");
    assertThat(page.text("name")).contains("Widget 1.0.1");
    assertThat(page.text("body").orElseThrow())
        .startsWith("Since v1.0.0:\n")
        .endsWith("\n---\nThis release is also available on:\n- npm package (@latest dist-tag)");
    assertThat(page.text("discussion_category_name")).contains("Announcements");
    assertThat(assets(page)).contains("widget-1.0.1.js");
    assertThat(hub.log()).noneMatch(line -> line.contains("/issues"));
    theatre.author.git("switch", "-q", "-c", "next");
    theatre.author.write("index.js", "module.exports = 3\n").commit("feat: count more");
    theatre.push();
    released("1.1.0");
    assertThat(hub.page("v1.1.0").get("prerelease")).hasValue(Json.of(true));
    assertThat(hub.page("v1.1.0").get("make_latest")).hasValue(Json.of("false"));
  }

  @Test
  void what_a_release_resolves_is_told_and_labelled_once() {
    theatre.environment.put("INPUT_COMMENTS", "true");
    theatre.environment.put("INPUT_LABELS", "released");
    hub.issue(3, "It counts wrong");
    hub.issue(4, "Not this one");
    hub.merged(8, "Closes #3", theatre.author.hash("main"));
    Theatre.Run run = released("1.0.1");
    assertThat(hub.comments(8)).hasSize(1);
    assertThat(hub.comments(8).getFirst())
        .startsWith("🎉 This pull request is included in version 1.0.1 🎉\n")
        .contains("- [GitHub release](");
    assertThat(hub.comments(3).getFirst())
        .startsWith("🎉 This issue has been resolved in version 1.0.1 🎉\n");
    assertThat(hub.labels(3)).containsExactly("released");
    assertThat(hub.labels(8)).containsExactly("released");
    assertThat(hub.comments(4)).isEmpty();
    assertThat(run.log()).contains("2 commented on, 2 labelled");
  }

  @Test
  void a_token_that_may_not_comment_does_not_turn_a_release_red() {
    theatre.environment.put("INPUT_COMMENTS", "true");
    hub.merged(8, "", theatre.author.hash("main"));
    hub.deny("issues", "issues=write; pull_requests=write");
    Theatre.Run run = released("1.0.1");
    assertThat(run.log()).contains("::warning ").contains("issues: write");
    assertThat(hub.comments(8)).isEmpty();
  }

  @Test
  void a_failed_release_opens_one_issue_and_the_next_good_one_closes_it() {
    theatre.environment.put("INPUT_FAIL-ISSUE", "true");
    theatre.environment.put("INPUT_NPM-TOKEN", "");
    Theatre.Run failed = theatre.onPush();
    assertThat(failed.code()).isNotZero();
    assertThat(hub.open()).hasSize(1);
    long number = hub.open().getFirst();
    assertThat(hub.title(number)).isEqualTo("The automated release is failing 🚨");
    assertThat(hub.body(number)).contains("The release of `main` failed.");
    assertThat(theatre.onPush().code()).isNotZero();
    assertThat(hub.open()).containsExactly(number);
    theatre.environment.remove("INPUT_NPM-TOKEN");
    released("1.0.1");
    assertThat(hub.open()).isEmpty();
  }

  @Test
  void the_tarball_is_kept_for_the_steps_that_follow() {
    theatre.environment.put("INPUT_OUT", "build/release");
    Path artifacts = folder.resolve("artifacts");
    theatre.environment.put("GITHUB_ARTIFACTS", artifacts.toString());
    Theatre.Run run = released("1.0.1");
    assertThat(artifacts).hasContent("build/release/widget-1.0.1.tgz\n");
    assertThat(run.output("tarball")).isEqualTo("build/release/widget-1.0.1.tgz");
    assertThat(run.workspace().resolve("build/release/widget-1.0.1.tgz")).isRegularFile();
    assertThat(Optional.of(run.output("integrity"))).get().asString().startsWith("sha512-");
  }
}
