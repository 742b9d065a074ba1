package dev.slipway.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CommitsTest {
  @AfterAll
  static void all_that_was_asked_of_graphql_is_what_the_schema_allows() {
    Hub.checkGraphQl();
  }

  private final Hub hub = new Hub();
  private final String head = hub.fake.tip("refs/heads/main");

  private CommitRequest request(String branch, String expected) {
    return new CommitRequest(
        branch,
        expected,
        "chore(release): 1.1.0 [skip ci]\n\nnotes",
        Map.of("package.json", Optional.of(Bytes.of("{}")), "old", Optional.empty()));
  }

  @Test
  void github_makes_the_commit_on_the_expected_head() throws Lost {
    Commits.Made made = hub.client.commits().onBranch(request("main", head));
    assertThat(made).isEqualTo(new Commits.Made.Committed(hub.fake.tip("refs/heads/main")));
    FakeGitHub.Made commit = hub.fake.made(hub.fake.tip("refs/heads/main"));
    assertThat(commit.message()).isEqualTo("chore(release): 1.1.0 [skip ci]\n\nnotes");
    assertThat(commit.files()).containsEntry("package.json", Bytes.of("{}"));
  }

  @Test
  void a_branch_that_has_moved_is_left_alone() throws Lost {
    assertThat(hub.client.commits().onBranch(request("main", "f".repeat(40))))
        .isEqualTo(new Commits.Made.Moved());
    assertThat(hub.fake.refs).containsEntry("refs/heads/main", head);
  }

  @Test
  void a_rule_against_it_is_told_in_githubs_words() throws Lost {
    hub.fake.rules.put("main", List.of(rule("pull_request")));
    assertThat(hub.client.commits().onBranch(request("main", head)))
        .isEqualTo(
            new Commits.Made.Denied(
                "Repository rule violations found\n\nChanges must be made through a pull request.\n\n"));
  }

  @Test
  void a_lost_answer_is_looked_up_and_never_repeated_blindly() throws Lost {
    hub.fake.fault("POST", "/graphql", FakeGitHub.Fault.LOST);
    Commits.Made made = hub.client.commits().onBranch(request("main", head));
    assertThat(made).isInstanceOf(Commits.Made.Committed.class);
    assertThat(hub.fake.commits).hasSize(2);
  }

  @Test
  void modes_go_through_the_objects() throws Lost {
    Commits.Made made =
        hub.client
            .commits()
            .objects(
                new CommitRequest(
                    "main", head, "chore: x", Map.of("run.sh", Optional.of(Bytes.of("#!")))),
                Map.of("run.sh", "100755"));
    assertThat(made).isEqualTo(new Commits.Made.Committed(hub.fake.tip("refs/heads/main")));
    assertThat(hub.fake.made(hub.fake.tip("refs/heads/main")).files()).containsKey("run.sh@100755");
    assertThat(hub.client.commits().objects(request("main", head), Map.of()))
        .isEqualTo(new Commits.Made.Moved());
  }

  @Test
  void a_release_pull_request_is_opened_once_and_kept_up_to_date() throws Lost {
    PullRequests pulls = hub.client.pullRequests();
    CommitRequest first = request("slipway/main", head);
    assertThat(pulls.prepare(first)).isInstanceOf(Commits.Made.Committed.class);
    pulls.keep("slipway/main", "main", "chore(release): 1.1.0", "notes");
    assertThat(hub.fake.threads).hasSize(1);

    int before = hub.fake.commits.size();
    assertThat(pulls.prepare(first)).isInstanceOf(Commits.Made.Committed.class);
    PullRequests.PullRequest same =
        pulls.keep("slipway/main", "main", "chore(release): 1.1.0", "notes");
    assertThat(hub.fake.commits).as("nothing new, nothing written").hasSize(before);

    String next = hub.fake.commit(head, "feat: more", Map.of());
    hub.fake.refs.put("refs/heads/main", next);
    assertThat(pulls.prepare(request("slipway/main", next)))
        .isInstanceOf(Commits.Made.Committed.class);
    PullRequests.PullRequest updated =
        pulls.keep("slipway/main", "main", "chore(release): 1.2.0", "more notes");
    assertThat(updated.number()).isEqualTo(same.number());
    assertThat(updated.title()).isEqualTo("chore(release): 1.2.0");
    String tip = hub.fake.tip("refs/heads/slipway/main");
    assertThat(hub.fake.made(tip).parent()).isEqualTo(next);
    assertThat(hub.fake.refs).doesNotContainKey("refs/heads/slipway/main-next");
  }

  private static Json rule(String type) {
    return Json.empty()
        .with("type", Json.of(type))
        .with("ruleset_source_type", Json.of("Repository"))
        .with("ruleset_source", Json.of("acme/widget"))
        .with("ruleset_id", Json.of(42));
  }

  private static Json.Obj ruleset(long id, String name, String target, List<Json> rules) {
    return GitHubDescription.read()
        .sample("repository-ruleset")
        .with("id", Json.of(id))
        .with("name", Json.of(name))
        .with("target", Json.of(target))
        .with("source", Json.of("acme/widget"))
        .with("enforcement", Json.of("active"))
        .with(
            "conditions",
            Json.empty()
                .with(
                    "ref_name",
                    Json.empty()
                        .with("include", Json.of(List.of("refs/tags/v*")))
                        .with("exclude", Json.of(List.of("refs/tags/v0*")))))
        .with("rules", new Json.Arr(rules));
  }

  @Test
  void what_stands_against_a_release_commit_is_named_before_it_is_tried() throws Lost {
    hub.fake.rules.put("main", List.of(rule("pull_request"), rule("required_signatures")));
    hub.fake.rulesets.put(42L, ruleset(42, "Protect main", "branch", List.of()));
    List<Rules.Rule> rules = hub.client.rules().forBranch("main");
    assertThat(CommitRules.forCommit("main", rules, true))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.what())
              .isEqualTo(
                  "The branch main is protected against a release commit:\n"
                      + "- changes need a pull request (ruleset \"Protect main\")");
          assertThat(problem.remedy())
              .isEqualTo(
                  """
                  Three ways out:
                  - no release commit: leave the input `commit` out. The tag and the package hold the version.
                  - `commit: pull-request`: Slipway keeps a pull request with the version up to date.
                  - a GitHub App on the bypass list, with its token:
                      with:
                        github-token: ${{ steps.app.outputs.token }}\
                  """);
        });
    assertThat(CommitRules.forCommit("main", rules, false).getFirst().what())
        .endsWith("- commits must be signed (ruleset \"Protect main\")");
  }

  @Test
  void protection_of_the_older_kind_is_noticed() throws Lost {
    hub.fake.protectedBranches.add("main");
    assertThat(CommitRules.forCommit("main", hub.client.rules().forBranch("main"), true))
        .singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("branch protection is on"));
    assertThat(CommitRules.forCommit("next", hub.client.rules().forBranch("next"), true)).isEmpty();
  }

  @Test
  void a_rule_against_a_tag_is_named_with_its_ruleset() throws Lost {
    Json creation = Json.empty().with("type", Json.of("creation"));
    hub.fake.rulesets.put(7L, ruleset(7, "Tags", "tag", List.of(creation)));
    assertThat(CommitRules.forTag("v1.1.0", hub.client.rules().forTag("v1.1.0")))
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.what())
                .isEqualTo(
                    "The tag v1.1.0 is protected:\n"
                        + "- nobody without a bypass may create it (ruleset \"Tags\")"));
    assertThat(hub.client.rules().forTag("v0.9.0")).isEmpty();
    assertThat(hub.client.rules().forTag("release-1")).isEmpty();
  }

  @Test
  void ruleset_patterns_mean_what_github_says() {
    assertThat(RefPatterns.matches("refs/tags/v*", "refs/tags/v1")).isTrue();
    assertThat(RefPatterns.matches("refs/tags/*", "refs/tags/a/b")).isFalse();
    assertThat(RefPatterns.matches("refs/tags/**", "refs/tags/a/b")).isTrue();
    assertThat(RefPatterns.matches("refs/tags/**/*", "refs/tags/a")).isTrue();
    assertThat(RefPatterns.matches("refs/tags/**/*", "refs/tags/a/b/c")).isTrue();
    assertThat(RefPatterns.matches("refs/tags/v?.0", "refs/tags/v1.0")).isTrue();
    assertThat(RefPatterns.matches("refs/tags/v1", "refs/tags/v12")).isFalse();
  }
}
