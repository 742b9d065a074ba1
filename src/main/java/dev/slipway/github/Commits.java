package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Bytes;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Commits that GitHub makes, signs and shows as verified.
public final class Commits {
  static final String CREATE =
      """
      mutation($input: CreateCommitOnBranchInput!) {
        createCommitOnBranch(input: $input) { commit { oid url } }
      }
      """;

  private final Calls calls;

  Commits(Calls calls) {
    this.calls = calls;
  }

  /// How it ended.
  public sealed interface Made {
    /// The commit is on the branch.
    ///
    /// @param sha its full hash
    record Committed(String sha) implements Made {}

    /// The branch stands elsewhere; nothing was done.
    record Moved() implements Made {}

    /// GitHub refused: a rule, protection, a missing permission; nothing was done.
    ///
    /// @param text what it said; foreign text
    record Denied(String text) implements Made {}
  }

  /// Makes a commit on a branch, by compare-and-swap on its head (GraphQL `createCommitOnBranch`).
  /// Files become mode 100644: for others use `objects`.
  public Made onBranch(CommitRequest request) throws Lost {
    String purpose = "commit to " + request.branch();
    Json answer;
    try {
      answer = calls.graphql(purpose, CREATE, Json.empty().with("input", input(request)), false);
    } catch (Lost lost) {
      Optional<String> made = made(request);
      if (made.isPresent()) {
        return new Made.Committed(made.get());
      }
      throw lost;
    } catch (Refused refused) {
      return new Made.Denied(refused.problems().getFirst().what());
    }
    Optional<String> sha =
        answer.at("data", "createCommitOnBranch", "commit", "oid").flatMap(Json::text);
    if (sha.isPresent()) {
      return new Made.Committed(sha.get());
    }
    return refusal(answer);
  }

  private static Made refusal(Json answer) {
    List<String> said = new ArrayList<>();
    for (Json error : answer.get("errors").map(Json::items).orElse(List.of())) {
      String type = error.text("type").orElse("").toUpperCase(Locale.ROOT);
      String text = error.text("message").orElse(type);
      if (type.equals("STALE_DATA") || text.startsWith("Expected branch to point to")) {
        return new Made.Moved();
      }
      said.add(text);
    }
    return new Made.Denied(said.isEmpty() ? "GitHub gave no reason" : String.join("; ", said));
  }

  private Json.Obj input(CommitRequest request) {
    List<Json> additions = new ArrayList<>();
    List<Json> deletions = new ArrayList<>();
    request
        .files()
        .forEach((path, content) -> {
          Json.Obj file = Json.empty().with("path", Json.of(path));
          if (content.isPresent()) {
            additions.add(file.with("contents", Json.of(base64(content.get()))));
          } else {
            deletions.add(file);
          }
        });
    return Json.empty()
        .with(
            "branch",
            Json.empty()
                .with("repositoryNameWithOwner", Json.of(calls.repository().toString()))
                .with("branchName", Json.of(request.branch())))
        .with(
            "message",
            Json.empty()
                .with("headline", Json.of(request.headline()))
                .with("body", Json.of(request.rest())))
        .with(
            "fileChanges",
            Json.empty()
                .with("additions", new Json.Arr(additions))
                .with("deletions", new Json.Arr(deletions)))
        .with("expectedHeadOid", Json.of(request.expectedHead()));
  }

  private static String base64(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.toArray());
  }

  /// The branch's head, if it is the commit that is asked for: after an answer that was lost.
  Optional<String> made(CommitRequest request) throws Lost {
    Optional<String> head = new Refs(calls).read("refs/heads/" + request.branch());
    if (head.isEmpty() || head.get().equals(request.expectedHead())) {
      return Optional.empty();
    }
    String purpose = "read the commit " + head.get();
    Json commit = calls.json(purpose, calls.read(purpose, calls.at("/git/commits/" + head.get())));
    boolean parent =
        commit.get("parents").map(Json::items).orElse(List.of()).stream()
            .anyMatch(p -> p.text("sha").filter(request.expectedHead()::equals).isPresent());
    boolean message =
        commit.text("message").filter(text -> text.startsWith(request.headline())).isPresent();
    return parent && message ? head : Optional.empty();
  }

  /// Makes the commit from blobs and a tree, for files of other modes, and moves the branch to it
  /// without force. Such a commit is not signed.
  ///
  /// @param modes `100755` and the like by path; others are `100644`
  public Made objects(CommitRequest request, Map<String, String> modes) throws Lost {
    String purpose = "commit to " + request.branch();
    String parentPath = "/git/commits/" + request.expectedHead();
    Json parent = calls.json(purpose, calls.read(purpose, calls.at(parentPath)));
    List<Json> entries = new ArrayList<>();
    for (Map.Entry<String, Optional<Bytes>> file : request.files().entrySet()) {
      Json sha =
          file.getValue().isPresent()
              ? Json.of(blob(purpose, file.getValue().get()))
              : new Json.Null();
      entries.add(
          Json.empty()
              .with("path", Json.of(file.getKey()))
              .with("mode", Json.of(modes.getOrDefault(file.getKey(), "100644")))
              .with("type", Json.of("blob"))
              .with("sha", sha));
    }
    Json tree =
        post(
            purpose,
            "/git/trees",
            Json.empty()
                .with("base_tree", parent.at("tree", "sha").orElseGet(Json.Null::new))
                .with("tree", new Json.Arr(entries)));
    Json commit =
        post(
            purpose,
            "/git/commits",
            Json.empty()
                .with("message", Json.of(request.message()))
                .with("tree", tree.get("sha").orElseGet(Json.Null::new))
                .with("parents", Json.of(List.of(request.expectedHead()))));
    String sha = commit.text("sha").orElse("");
    return move(request.branch(), sha, false);
  }

  /// Moves a branch to a commit that GitHub has.
  Made move(String branch, String sha, boolean force) throws Lost {
    String purpose = "move the branch " + branch;
    Answer moved =
        calls.change(
            purpose,
            "PATCH",
            calls.at("/git/refs/heads/" + PathText.ref(branch)),
            Json.empty().with("sha", Json.of(sha)).with("force", Json.of(force)));
    if (moved.isOk()) {
      return new Made.Committed(sha);
    }
    String said = Refusals.said(moved);
    boolean behind = said.toLowerCase(Locale.ROOT).contains("fast forward");
    return behind ? new Made.Moved() : new Made.Denied(said);
  }

  private String blob(String purpose, Bytes content) throws Lost {
    Json body =
        Json.empty().with("content", Json.of(base64(content))).with("encoding", Json.of("base64"));
    return post(purpose, "/git/blobs", body).text("sha").orElse("");
  }

  /// Objects are named by their content: making one twice makes it once.
  private Json post(String purpose, String path, Json body) throws Lost {
    return calls.json(purpose, calls.create(purpose, calls.at(path), body, false));
  }
}
