package dev.slipway.settings;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What started the run. All texts in it are foreign.
public sealed interface Event {
  /// Commits came to a branch.
  ///
  /// @param branch its short name
  /// @param before the full hash it stood on; zeros when it is new
  /// @param after the full hash it stands on; zeros when it is gone
  /// @param headMessage the message of its newest commit
  record Push(
      String branch,
      String before,
      String after,
      boolean created,
      boolean deleted,
      boolean forced,
      Optional<String> headMessage)
      implements Event {}

  /// A tag was pushed, moved or deleted.
  ///
  /// @param tag its short name
  /// @param after the full hash it stands on
  record TagPush(String tag, String after, boolean created, boolean deleted, boolean forced)
      implements Event {}

  /// Something happened to a pull request.
  ///
  /// @param action `opened`, `synchronize`, `edited`, `closed` …
  /// @param headRepository `owner/name` it comes from; empty when that is gone
  /// @param fork true when it comes from another repository: then the token can only read
  /// @param privileged true for `pull_request_target`, which runs with the base's rights
  record PullRequest(
      long number,
      String action,
      String title,
      String body,
      String headSha,
      String headRef,
      Optional<String> headRepository,
      String baseRef,
      String baseSha,
      boolean fork,
      boolean draft,
      boolean merged,
      boolean privileged)
      implements Event {}

  /// A release was published on GitHub.
  ///
  /// @param action `published`, `released` or `prereleased`
  /// @param tag its tag
  /// @param target the branch or commit its tag was made from
  record ReleasePublished(
      String action, String tag, String target, boolean prerelease, boolean draft)
      implements Event {}

  /// A person or a program asked for the run.
  ///
  /// @param ref the full ref it runs on
  /// @param inputs what was asked for, by name, as text
  record Dispatch(String ref, Map<String, String> inputs) implements Event {
    public Dispatch {
      inputs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
  }

  /// The clock asked for the run.
  record Schedule(String cron) implements Event {}

  /// Another workflow has run.
  ///
  /// @param conclusion `success`, `failure` …; empty while it runs
  /// @param event what had started it
  /// @param fork true when its code comes from another repository
  record WorkflowRun(
      String headSha, String headBranch, String conclusion, String event, boolean fork)
      implements Event {}

  /// A merge queue asks whether a merge may be made.
  record MergeGroup(String headSha, String baseRef) implements Event {}

  /// Anything else.
  ///
  /// @param name the event's name
  /// @param action its action, or the empty text
  record Other(String name, String action) implements Event {}

  /// Started by a person on their own machine.
  record Local() implements Event {}

  /// Reads an event. A payload that is not JSON, or lacks a field, gives the fields that the ref
  /// and the hash of the run tell, and the empty text for others.
  ///
  /// @param name `GITHUB_EVENT_NAME`
  /// @param payload the event's file; empty text where there is none
  /// @param ref `GITHUB_REF`
  /// @param sha `GITHUB_SHA`
  static Event of(String name, String payload, String ref, String sha) {
    Json json = parsed(payload);
    String action = json.text("action").orElse("");
    return switch (name) {
      case "push" -> push(json, ref, sha);
      case "pull_request" -> pullRequest(json, action, false);
      case "pull_request_target" -> pullRequest(json, action, true);
      case "release" ->
          action.equals("published") || action.equals("released") || action.equals("prereleased")
              ? new ReleasePublished(
                  action,
                  json.at("release", "tag_name").flatMap(Json::text).orElse(shortName(ref)),
                  json.at("release", "target_commitish").flatMap(Json::text).orElse(""),
                  flag(json, "release", "prerelease"),
                  flag(json, "release", "draft"))
              : new Other(name, action);
      case "workflow_dispatch" -> new Dispatch(json.text("ref").orElse(ref), texts(json, "inputs"));
      case "repository_dispatch" -> new Dispatch(ref, texts(json, "client_payload"));
      case "schedule" -> new Schedule(json.text("schedule").orElse(""));
      case "workflow_run" ->
          new WorkflowRun(
              json.at("workflow_run", "head_sha").flatMap(Json::text).orElse(sha),
              json.at("workflow_run", "head_branch").flatMap(Json::text).orElse(""),
              json.at("workflow_run", "conclusion").flatMap(Json::text).orElse(""),
              json.at("workflow_run", "event").flatMap(Json::text).orElse(""),
              isFork(
                  json.at("workflow_run", "head_repository", "full_name"),
                  json.at("repository", "full_name")));
      case "merge_group" ->
          new MergeGroup(
              json.at("merge_group", "head_sha").flatMap(Json::text).orElse(sha),
              json.at("merge_group", "base_ref").flatMap(Json::text).orElse(""));
      default -> new Other(name, action);
    };
  }

  private static Json parsed(String payload) {
    try {
      return JsonReader.read(payload);
    } catch (NotJson unreadable) {
      return Json.empty();
    }
  }

  private static Event push(Json json, String givenRef, String sha) {
    String ref = json.text("ref").orElse(givenRef);
    String after = json.text("after").orElse(sha);
    boolean created = flag(json, "created");
    boolean deleted = flag(json, "deleted");
    boolean forced = flag(json, "forced");
    return ref.startsWith("refs/tags/")
        ? new TagPush(shortName(ref), after, created, deleted, forced)
        : new Push(
            shortName(ref),
            json.text("before").orElse(""),
            after,
            created,
            deleted,
            forced,
            json.at("head_commit", "message").flatMap(Json::text));
  }

  private static Event pullRequest(Json json, String action, boolean privileged) {
    Json pull = json.get("pull_request").orElse(Json.empty());
    return new PullRequest(
        json.get("number").or(() -> pull.get("number")).flatMap(Json::whole).orElse(0L),
        action,
        pull.text("title").orElse(""),
        pull.text("body").orElse(""),
        pull.at("head", "sha").flatMap(Json::text).orElse(""),
        pull.at("head", "ref").flatMap(Json::text).orElse(""),
        pull.at("head", "repo", "full_name").flatMap(Json::text),
        pull.at("base", "ref").flatMap(Json::text).orElse(""),
        pull.at("base", "sha").flatMap(Json::text).orElse(""),
        isFork(
            pull.at("head", "repo", "full_name"),
            json.at("repository", "full_name").or(() -> pull.at("base", "repo", "full_name"))),
        flag(pull, "draft"),
        flag(pull, "merged"),
        privileged);
  }

  /// What comes from a repository that is gone, or is not named, is a stranger's.
  private static boolean isFork(Optional<Json> head, Optional<Json> base) {
    Optional<String> from = head.flatMap(Json::text);
    Optional<String> to = base.flatMap(Json::text);
    return from.isEmpty() || to.isEmpty() || !from.get().equalsIgnoreCase(to.get());
  }

  private static boolean flag(Json json, String... path) {
    return json.at(path).flatMap(Json::truth).orElse(false);
  }

  private static Map<String, String> texts(Json json, String name) {
    Map<String, String> all = new LinkedHashMap<>();
    json.get(name)
        .orElse(Json.empty())
        .members()
        .forEach((key, value) -> {
          switch (value) {
            case Json.Str(var text) -> all.put(key, text);
            case Json.Num(var literal) -> all.put(key, literal);
            case Json.Bool(var truth) -> all.put(key, Boolean.toString(truth));
            case Json.Null _, Json.Arr _, Json.Obj _ -> {
              // no text
            }
          }
        });
    return all;
  }

  private static String shortName(String ref) {
    for (String prefix : new String[] {"refs/heads/", "refs/tags/"}) {
      if (ref.startsWith(prefix)) {
        return ref.substring(prefix.length());
      }
    }
    return ref;
  }
}
