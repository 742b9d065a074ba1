package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Issues, and the comments and labels of issues and pull requests.
public final class Issues {
  /// The longest comment GitHub takes, in characters.
  public static final int LONGEST_COMMENT = 65_536;

  static final String COMMENTS =
      """
      query($owner: String!, $name: String!, $number: Int!, $after: String) {
        repository(owner: $owner, name: $name) {
          issueOrPullRequest(number: $number) {
            ... on Issue { comments(first: 100, after: $after) { ...Found } }
            ... on PullRequest { comments(first: 100, after: $after) { ...Found } }
          }
        }
      }
      fragment Found on IssueCommentConnection {
        nodes { databaseId body url viewerDidAuthor }
        pageInfo { hasNextPage endCursor }
      }
      """;

  static final String OPEN =
      """
      query($owner: String!, $name: String!, $labels: [String!]) {
        repository(owner: $owner, name: $name) {
          issues(first: 100, states: OPEN, filterBy: {labels: $labels}) {
            nodes { number body url }
          }
        }
      }
      """;

  private final Calls calls;

  Issues(Calls calls) {
    this.calls = calls;
  }

  /// A comment of ours.
  ///
  /// @param id its number
  /// @param page where people see it
  public record Comment(long id, String body, String page) {}

  /// Whether a comment was made, changed, or stood there already.
  public enum Upsert {
    CREATED,
    UPDATED,
    UNCHANGED
  }

  /// Writes one comment that stays one however often it is written: the one with this marker is
  /// changed, or made where there is none.
  ///
  /// @param number of the issue or pull request
  /// @throws dev.slipway.problem.Refused when the token may not
  public Upsert stick(long number, Marker marker, String body) throws Lost {
    String text = marker.on(body);
    Optional<Comment> there = find(number, marker);
    if (there.isEmpty()) {
      comment(number, marker, body);
      return Upsert.CREATED;
    }
    if (there.get().body().equals(text)) {
      return Upsert.UNCHANGED;
    }
    String purpose = "update the comment on #" + number;
    calls.json(
        purpose,
        calls.change(
            purpose,
            "PATCH",
            calls.at("/issues/comments/" + there.get().id()),
            Json.empty().with("body", Json.of(text))));
    return Upsert.UPDATED;
  }

  /// Our own comment with this marker.
  public Optional<Comment> find(long number, Marker marker) throws Lost {
    Json after = new Json.Null();
    for (int page = 0; page < 20; page++) {
      Json repository =
          calls.query(
              "read the comments on #" + number,
              COMMENTS,
              Json.empty().with("number", Json.of(number)).with("after", after));
      Optional<Json> comments = repository.at("issueOrPullRequest", "comments");
      for (Json node :
          comments.flatMap(json -> json.get("nodes")).map(Json::items).orElse(List.of())) {
        boolean ours = node.get("viewerDidAuthor").flatMap(Json::truth).orElse(false);
        String body = node.text("body").orElse("");
        if (ours && marker.isOn(body)) {
          long id = node.get("databaseId").flatMap(Json::whole).orElse(0L);
          return Optional.of(new Comment(id, body, node.text("url").orElse("")));
        }
      }
      boolean more =
          comments
              .flatMap(json -> json.at("pageInfo", "hasNextPage"))
              .flatMap(Json::truth)
              .orElse(false);
      if (!more) {
        break;
      }
      after = comments.flatMap(json -> json.at("pageInfo", "endCursor")).orElseGet(Json.Null::new);
    }
    return Optional.empty();
  }

  /// Comments. When the answer is lost it looks before it asks again.
  void comment(long number, Marker marker, String body) throws Lost {
    String purpose = "comment on #" + number;
    Json.Obj content = Json.empty().with("body", Json.of(marker.on(body)));
    Answer answer;
    try {
      answer = calls.create(purpose, calls.at("/issues/" + number + "/comments"), content, true);
    } catch (Lost lost) {
      if (find(number, marker).isPresent()) {
        return;
      }
      answer = calls.create(purpose, calls.at("/issues/" + number + "/comments"), content, true);
    }
    calls.json(purpose, answer);
  }

  /// Adds labels; GitHub makes those that are missing, and adding one twice adds it once.
  void label(long number, List<String> labels) throws Lost {
    String purpose = "label #" + number;
    Json.Obj content = Json.empty().with("labels", Json.of(labels));
    Answer answer;
    try {
      answer = calls.create(purpose, calls.at("/issues/" + number + "/labels"), content, false);
    } catch (Lost lost) {
      answer = calls.create(purpose, calls.at("/issues/" + number + "/labels"), content, false);
    }
    calls.json(purpose, answer);
  }

  /// An open issue.
  public record Issue(long number, String body, String page) {}

  /// The open issues that have all these labels and this text in their body. A stranger cannot
  /// label, so a copied text alone is not found.
  public List<Issue> open(List<String> labels, String text) throws Lost {
    Json repository =
        calls.query(
            "look for the issue of a failed release",
            OPEN,
            Json.empty().with("labels", Json.of(labels)));
    List<Issue> found = new ArrayList<>();
    for (Json node : repository.at("issues", "nodes").map(Json::items).orElse(List.of())) {
      String body = node.text("body").orElse("");
      if (body.contains(text)) {
        long number = node.get("number").flatMap(Json::whole).orElse(0L);
        found.add(new Issue(number, body, node.text("url").orElse("")));
      }
    }
    return found;
  }

  /// Opens an issue.
  ///
  /// @return its page
  String create(String title, String body, List<String> labels, List<String> assignees)
      throws Lost {
    String purpose = "open an issue";
    Json.Obj content =
        Json.empty()
            .with("title", Json.of(title))
            .with("body", Json.of(body))
            .with("labels", Json.of(labels));
    Json.Obj whole = assignees.isEmpty() ? content : content.with("assignees", Json.of(assignees));
    Json made = calls.json(purpose, calls.create(purpose, calls.at("/issues"), whole, true));
    return made.text("html_url").orElse("");
  }

  /// Closes an issue.
  void close(long number) throws Lost {
    String purpose = "close #" + number;
    calls.json(
        purpose,
        calls.change(
            purpose,
            "PATCH",
            calls.at("/issues/" + number),
            Json.empty().with("state", Json.of("closed"))));
  }

  Calls calls() {
    return calls;
  }
}
