package dev.slipway.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.history.Commit;
import dev.slipway.json.Json;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import dev.slipway.world.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
  @AfterAll
  static void all_that_was_asked_of_graphql_is_what_the_schema_allows() {
    Hub.checkGraphQl();
  }

  private static final Marker MARKER = Marker.of("released", "widget@1.1.0");

  private static final Announcements.Wording WORDING =
      new Announcements.Wording() {
        @Override
        public Optional<String> comment(Json.Obj issue) {
          return Optional.of("Released in 1.1.0.");
        }

        @Override
        public List<String> labels() {
          return List.of("released");
        }
      };

  private static Commit commit(String sha, String message) {
    Commit.Person someone = new Commit.Person("A", "a@example.com");
    return new Commit(sha, sha, List.of(), someone, Instant.EPOCH, someone, Instant.EPOCH, message);
  }

  private static String sha(int i) {
    return String.format(java.util.Locale.ROOT, "%040x", i + 1);
  }

  @Test
  void a_release_resolves_its_pull_requests_and_what_they_close() throws Lost {
    Hub hub = new Hub();
    FakeGitHub.Talk pull = hub.fake.pull(10);
    pull.state = "CLOSED";
    pull.body = "Closes #3, and fixes: acme/widget#4. Not `fixes #5`. Fixes other/repo#6.";
    FakeGitHub.Talk stillOpen = hub.fake.pull(11);
    stillOpen.body = "fixes #7";
    for (long issue : List.of(3L, 4L, 5L, 6L, 7L, 8L)) {
      hub.fake.issue(issue);
    }
    hub.fake.pullsOfCommit.put(sha(0), List.of(10L, 11L));
    List<Json.Obj> resolved =
        new Resolved(hub.client)
            .by(
                List.of(
                    commit(sha(0), "feat: a (#10)"),
                    commit(sha(1), "fix: b\n\nresolves https://github.com/acme/widget/issues/8"),
                    commit(sha(2), "fix: c\n\nfixes #999")));
    assertThat(resolved)
        .extracting(issue -> issue.get("number").flatMap(Json::whole).orElseThrow())
        .containsExactly(10L, 3L, 4L, 8L);
    assertThat(resolved.getFirst().get("pull_request")).hasValue(Json.of(true));
    assertThat(resolved.get(1).get("pull_request")).isEmpty();
  }

  @Test
  void a_thousand_commits_are_ten_questions() throws Lost {
    Hub hub = new Hub();
    List<Commit> commits = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      commits.add(commit(sha(i), "feat: x"));
    }
    new Resolved(hub.client).by(commits);
    assertThat(hub.fake.log).hasSize(10);
  }

  private static List<Json.Obj> targets(Hub hub, int count) {
    List<Json.Obj> targets = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      hub.fake.issue(i);
      targets.add(Json.empty().with("number", Json.of(i)));
    }
    return targets;
  }

  @Test
  void a_thousand_issues_are_told_within_the_limits() {
    Hub hub = new Hub();
    List<Json.Obj> targets = targets(hub, 1000);
    Instant start = hub.time.now();
    GitHub patient = hub.client.patientFor(Duration.ofHours(4));
    Announcements.Announced done = new Announcements(patient, 1000).say(targets, MARKER, WORDING);
    assertThat(done.commented()).hasSize(1000);
    assertThat(done.labelled()).hasSize(1000);
    assertThat(done.problems()).isEmpty();
    assertThat(hub.fake.refused).as("requests beyond a limit").isZero();
    assertThat(hub.fake.threads.values()).allMatch(thread -> thread.comments.size() == 1);
    // 500 comments an hour, and 1,000 requests an hour: two hours, and hardly more.
    assertThat(Duration.between(start, hub.time.now()))
        .isBetween(Duration.ofMinutes(66), Duration.ofMinutes(140));
    assertThat(hub.checked.asked()).hasSize(20);
  }

  @Test
  void without_much_patience_it_stops_at_the_limit_and_says_what_is_left() {
    Hub hub = new Hub();
    List<Json.Obj> targets = targets(hub, 1000);
    GitHub hasty = hub.client.patientFor(Duration.ofMinutes(5));
    Announcements.Announced done = new Announcements(hasty, 1000).say(targets, MARKER, WORDING);
    assertThat(done.commented().size() + done.left().size()).isEqualTo(1000);
    assertThat(done.left()).isNotEmpty();
    assertThat(hub.fake.refused).isZero();
    assertThat(done.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.isWarning()).isTrue();
          assertThat(problem.what())
              .isEqualTo(
                  done.left().size()
                      + " of 1000 issues and pull requests were not commented on or labelled:"
                      + " GitHub's limits.");
        });
  }

  @Test
  void a_run_that_is_killed_anywhere_is_continued_without_a_double_comment() {
    for (int killedAfter = 1; killedAfter < 130; killedAfter += 5) {
      Hub hub = new Hub();
      List<Json.Obj> targets = targets(hub, 60);
      int[] left = {killedAfter};
      GitHub mortal =
          GitHub.at(
              Address.PUBLIC,
              new Repository("acme", "widget"),
              Optional.of(Secret.of("t")),
              request -> {
                Answer answer = hub.checked.exchange(request);
                if (--left[0] <= 0) {
                  // Killed when the server has done it and before we know.
                  throw new Killed();
                }
                return answer;
              },
              hub.time);
      try {
        new Announcements(mortal, 1000).say(targets, MARKER, WORDING);
      } catch (Killed killed) {
        // The next run goes on.
      }
      Announcements.Announced done =
          new Announcements(hub.client, 1000).say(targets, MARKER, WORDING);
      assertThat(done.commented().size() + done.before().size()).isEqualTo(60);
      assertThat(hub.fake.threads.values())
          .as("killed after " + killedAfter)
          .allMatch(
              thread -> thread.comments.size() == 1 && thread.labels.equals(Set.of("released")));
    }
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void a_stranger_who_copies_the_marker_stops_nothing() throws Lost {
    Hub hub = new Hub();
    List<Json.Obj> targets = targets(hub, 1);
    hub.fake.issue(1).comments.add(new FakeGitHub.Said(5, MARKER.on("me"), false));
    assertThat(new Announcements(hub.client, 10).say(targets, MARKER, WORDING).commented())
        .containsExactly(1L);
    hub.client.issues().stick(1, Marker.of("preview", "1"), "text");
    assertThat(hub.fake.issue(1).comments.getFirst().body()).isEqualTo(MARKER.on("me"));
  }

  @Test
  void a_lost_answer_is_looked_up_before_it_is_said_again() {
    for (FakeGitHub.Fault fault : FakeGitHub.Fault.values()) {
      Hub hub = new Hub();
      List<Json.Obj> targets = targets(hub, 2);
      hub.fake.fault("POST", "/comments", fault);
      hub.fake.fault("POST", "/labels", fault);
      Announcements.Announced done =
          new Announcements(hub.client, 10).say(targets, MARKER, WORDING);
      assertThat(done.commented()).as(fault.name()).containsExactly(1L, 2L);
      assertThat(hub.fake.threads.values()).allMatch(thread -> thread.comments.size() == 1);
    }
  }

  @Test
  void an_issue_that_is_gone_or_locked_is_a_warning_and_the_others_are_told() {
    Hub hub = new Hub();
    List<Json.Obj> targets = targets(hub, 3);
    hub.fake.issue(2).gone = true;
    Announcements.Announced done = new Announcements(hub.client, 10).say(targets, MARKER, WORDING);
    assertThat(done.commented()).containsExactly(1L, 3L);
    assertThat(done.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.isWarning()).isTrue());
  }

  @Test
  void without_the_permission_it_asks_once_and_warns() {
    Hub hub = new Hub();
    List<Json.Obj> targets = targets(hub, 30);
    hub.fake.denied.add("issues=issues=write; pull_requests=write");
    Announcements.Announced done = new Announcements(hub.client, 50).say(targets, MARKER, WORDING);
    assertThat(done.commented()).isEmpty();
    assertThat(done.problems()).hasSize(2);
    assertThat(done.problems().getFirst().remedy()).contains("permissions:\n  issues: write\n");
    assertThat(hub.fake.log.stream().filter(line -> line.startsWith("POST /repos"))).hasSize(1);
  }

  @Test
  void no_more_than_the_cap_are_told() {
    Hub hub = new Hub();
    Announcements.Announced done =
        new Announcements(hub.client, 5).say(targets(hub, 7), MARKER, WORDING);
    assertThat(done.commented()).hasSize(5);
    assertThat(done.left()).containsExactly(6L, 7L);
    assertThat(done.problems().getFirst().what())
        .isEqualTo(
            "2 of 7 issues and pull requests were not commented on or labelled: more than 5.");
  }

  @Test
  void a_condition_that_says_no_skips_one() {
    Hub hub = new Hub();
    Announcements.Wording picky =
        new Announcements.Wording() {
          @Override
          public boolean isTold(Json.Obj issue) {
            return !issue.get("number").equals(Optional.of(Json.of(1)));
          }

          @Override
          public Optional<String> comment(Json.Obj issue) {
            return Optional.of("yes");
          }

          @Override
          public List<String> labels() {
            return List.of();
          }
        };
    Announcements.Announced done =
        new Announcements(hub.client, 5).say(targets(hub, 2), MARKER, picky);
    assertThat(done.skipped()).containsExactly(1L);
    assertThat(done.commented()).containsExactly(2L);
    assertThat(done.labelled()).isEmpty();
  }

  @Test
  void labels_are_put_without_a_comment() {
    Hub hub = new Hub();
    Announcements.Wording mute =
        new Announcements.Wording() {
          @Override
          public Optional<String> comment(Json.Obj issue) {
            return Optional.empty();
          }

          @Override
          public List<String> labels() {
            return List.of("released");
          }
        };
    Announcements.Announced done =
        new Announcements(hub.client, 5).say(targets(hub, 2), MARKER, mute);
    assertThat(done.commented()).isEmpty();
    assertThat(done.labelled()).containsExactly(1L, 2L);
  }

  @Test
  void one_comment_stays_one_however_often_it_is_written() throws Lost {
    Hub hub = new Hub();
    FakeGitHub.Talk pull = hub.fake.pull(7);
    for (int i = 0; i < 150; i++) {
      pull.comments.add(new FakeGitHub.Said(i, "talk", false));
    }
    Marker preview = Marker.of("preview", "7");
    Issues issues = hub.client.issues();
    assertThat(issues.stick(7, preview, "first")).isEqualTo(Issues.Upsert.CREATED);
    assertThat(issues.stick(7, preview, "first")).isEqualTo(Issues.Upsert.UNCHANGED);
    assertThat(issues.stick(7, preview, "second")).isEqualTo(Issues.Upsert.UPDATED);
    assertThat(pull.comments)
        .hasSize(151)
        .last()
        .satisfies(c -> assertThat(c.body()).startsWith("second"));
  }

  @Test
  void a_comment_is_cut_to_what_github_takes_and_keeps_its_marker() {
    Marker marker = Marker.of("preview", "7");
    String text = marker.on("x".repeat(100_000));
    assertThat(text).hasSize(Issues.LONGEST_COMMENT).endsWith("… (cut short)\n\n" + marker.text());
  }

  @Test
  void one_issue_says_that_releases_fail_until_one_succeeds() throws Lost {
    Hub hub = new Hub();
    FailIssue issue = new FailIssue(hub.client, List.of("bug"));
    assertThat(issue.fail("Releases fail", "first", List.of()).opened()).isTrue();
    assertThat(issue.fail("Releases fail", "second", List.of()).opened()).isFalse();
    FakeGitHub.Talk thread = hub.fake.threads.values().iterator().next();
    assertThat(thread.labels).containsExactly("bug", "semantic-release");
    assertThat(thread.body).endsWith("<!-- semantic-release:github -->");
    assertThat(thread.comments).hasSize(1);
    assertThat(issue.succeed()).containsExactly(thread.number);
    assertThat(thread.state).isEqualTo("CLOSED");
    assertThat(issue.succeed()).isEmpty();
  }

  @Test
  void a_request_the_description_does_not_allow_fails_the_test() {
    Hub hub = new Hub();
    Request wrong =
        Request.get(
                "try",
                java.net.URI.create(
                    "https://api.github.com/repos/acme/widget/releases?page_size=3"))
            .header("user-agent", "slipway");
    assertThatThrownBy(() -> hub.checked.exchange(wrong))
        .hasMessageContaining("parameter page_size is unknown");
    assertThat(
            GitHubDescription.read()
                .wrong(
                    java.net.URI.create("https://api.github.com"),
                    Request.get(
                        "x", java.net.URI.create("https://api.github.com/repos/a/b/nowhere"))))
        .containsExactly("no such operation: GET /repos/a/b/nowhere");
    assertThat(
            Hub.wrong(
                List.of(
                    new CheckedExchanges.Asked(
                        "{ viewer { nonsense } }", Json.empty(), new Json.Obj(Map.of())))))
        .isEqualTo("Cannot query field \"nonsense\" on type \"User\".");
  }
}
