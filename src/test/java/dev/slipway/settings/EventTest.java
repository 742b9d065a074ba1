package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private static final String SHA = "f95f852bd8fca8fcc58a9a2d6c842781e32a215e";

  private static List<Json> examples(String name) throws IOException {
    Json all =
        JsonReader.read(
            Files.readAllBytes(
                Peers.of("@octokit/webhooks-examples").resolve("api.github.com/index.json")));
    return ((Json.Arr) all)
        .items().stream()
            .filter(event -> event.text("name").equals(Optional.of(name)))
            .flatMap(event -> ((Json.Arr) event.get("examples").orElseThrow()).items().stream())
            .toList();
  }

  private static Event event(String name, Json payload) {
    return Event.of(name, JsonWriter.compact(payload), "refs/heads/main", SHA);
  }

  @Test
  void real_pushes_are_pushes_of_branches_or_tags() throws IOException {
    List<Json> pushes = examples("push");
    assertThat(pushes).isNotEmpty();
    for (Json push : pushes) {
      String ref = push.text("ref").orElseThrow();
      Event event = event("push", push);
      if (ref.startsWith("refs/tags/")) {
        assertThat(event)
            .isInstanceOfSatisfying(
                Event.TagPush.class, tag -> assertThat("refs/tags/" + tag.tag()).isEqualTo(ref));
      } else {
        assertThat(event)
            .isInstanceOfSatisfying(
                Event.Push.class,
                branch -> {
                  assertThat("refs/heads/" + branch.branch()).isEqualTo(ref);
                  assertThat(branch.after()).isEqualTo(push.text("after").orElseThrow());
                });
      }
    }
    assertThat(pushes.stream().map(push -> event("push", push)))
        .anyMatch(Event.TagPush.class::isInstance)
        .anyMatch(Event.Push.class::isInstance);
  }

  @Test
  void real_pull_requests_know_their_number_heads_and_bases() throws IOException {
    List<Json> pulls = examples("pull_request");
    assertThat(pulls).hasSizeGreaterThan(20);
    for (Json pull : pulls) {
      assertThat(event("pull_request", pull))
          .isInstanceOfSatisfying(
              Event.PullRequest.class,
              found -> {
                assertThat(found.number()).isPositive();
                assertThat(found.headSha()).hasSize(40);
                assertThat(found.baseRef()).isNotEmpty();
                assertThat(found.action()).isNotEmpty();
                assertThat(found.privileged()).isFalse();
              });
    }
    assertThat(event("pull_request_target", pulls.getFirst()))
        .isInstanceOfSatisfying(
            Event.PullRequest.class, found -> assertThat(found.privileged()).isTrue());
  }

  @Test
  void a_pull_request_of_a_stranger_or_of_nobody_is_a_fork() {
    String payload =
        """
        {"action":"opened","number":5,"pull_request":{"title":"feat: x","draft":true,
         "head":{"ref":"x","sha":"abc","repo":%s},"base":{"ref":"main","sha":"def"}},
         "repository":{"full_name":"owner/widget"}}\
        """;
    assertThat(fork(payload.formatted("{\"full_name\":\"Owner/Widget\"}"))).isFalse();
    assertThat(fork(payload.formatted("{\"full_name\":\"stranger/widget\"}"))).isTrue();
    assertThat(fork(payload.formatted("null"))).isTrue();
  }

  private static boolean fork(String payload) {
    return Event.of("pull_request", payload, "refs/pull/5/merge", SHA)
            instanceof Event.PullRequest pull
        && pull.fork();
  }

  @Test
  void a_release_counts_once_it_is_published() throws IOException {
    for (Json release : examples("release")) {
      String action = release.text("action").orElseThrow();
      Event event = event("release", release);
      if (List.of("published", "released", "prereleased").contains(action)) {
        assertThat(event)
            .isInstanceOfSatisfying(
                Event.ReleasePublished.class, found -> assertThat(found.tag()).isNotEmpty());
      } else {
        assertThat(event).isEqualTo(new Event.Other("release", action));
      }
    }
  }

  @Test
  void dispatches_carry_their_inputs_as_text() throws IOException {
    for (Json dispatch : examples("workflow_dispatch")) {
      assertThat(event("workflow_dispatch", dispatch)).isInstanceOf(Event.Dispatch.class);
    }
    for (Json dispatch : examples("repository_dispatch")) {
      assertThat(event("repository_dispatch", dispatch)).isInstanceOf(Event.Dispatch.class);
    }
    assertThat(
            Event.of(
                "workflow_dispatch",
                "{\"ref\":\"refs/heads/x\",\"inputs\":{\"tag\":\"v1\",\"n\":1,\"b\":true,\"o\":{}}}",
                "refs/heads/main",
                SHA))
        .isEqualTo(new Event.Dispatch("refs/heads/x", Map.of("tag", "v1", "n", "1", "b", "true")));
    assertThat(Event.of("workflow_dispatch", "{\"inputs\":null}", "refs/tags/v1", SHA))
        .isEqualTo(new Event.Dispatch("refs/tags/v1", Map.of()));
  }

  @Test
  void other_workflows_and_merge_queues_name_the_commit() throws IOException {
    for (Json run : examples("workflow_run")) {
      assertThat(event("workflow_run", run))
          .isInstanceOfSatisfying(
              Event.WorkflowRun.class, found -> assertThat(found.headSha()).hasSize(40));
    }
    for (Json group : examples("merge_group")) {
      assertThat(event("merge_group", group))
          .isInstanceOfSatisfying(
              Event.MergeGroup.class,
              found -> assertThat(found.baseRef()).startsWith("refs/heads/"));
    }
  }

  @Test
  void a_schedule_has_its_cron_line() {
    assertThat(Event.of("schedule", "{\"schedule\":\"0 5 * * *\"}", "refs/heads/main", SHA))
        .isEqualTo(new Event.Schedule("0 5 * * *"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{\"ref\":5,\"after\":{},\"head_commit\":[],\"created\":\"yes\"}",
        "{\"ref\":null,\"head_commit\":{\"message\":{}}}"
      })
  void a_payload_that_is_none_leaves_what_the_run_knows(String payload) {
    assertThat(Event.of("push", payload, "refs/heads/main", SHA))
        .isEqualTo(new Event.Push("main", "", SHA, false, false, false, Optional.empty()));
    assertThat(Event.of("push", payload, "refs/tags/v1", SHA))
        .isEqualTo(new Event.TagPush("v1", SHA, false, false, false));
    assertThat(Event.of("pull_request", payload, "refs/pull/1/merge", SHA))
        .isInstanceOfSatisfying(Event.PullRequest.class, pull -> assertThat(pull.fork()).isTrue());
    assertThat(Event.of("something_new", payload, "refs/heads/main", SHA))
        .isEqualTo(new Event.Other("something_new", ""));
  }

  @Test
  void a_payload_nested_without_end_is_no_danger() {
    String deep = "{\"head_commit\":".repeat(100_000);
    assertThat(Event.of("push", deep, "refs/heads/main", SHA)).isInstanceOf(Event.Push.class);
  }
}
