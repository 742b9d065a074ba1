package dev.slipway.github;

import dev.slipway.history.Commit;
import dev.slipway.json.Json;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a release resolves: the pull requests its commits came with, and the issues that those and
/// the commits' messages say they close. Asked for in hundreds, by GraphQL; never by search, whose
/// limit is thirty a minute.
public final class Resolved {
  private static final int CHUNK = 100;

  private static final String FIELDS =
      """
      fragment Who on Actor { login url avatarUrl }
      fragment IssueFields on Issue {
        __typename number title body url state locked createdAt updatedAt closedAt
        author { ...Who }
        labels(first: 40) { nodes { name color description } }
        milestone { number title state url }
      }
      fragment PullFields on PullRequest {
        __typename number title body url pullState: state locked createdAt updatedAt closedAt
        author { ...Who }
        labels(first: 40) { nodes { name color description } }
        milestone { number title state url }
        mergedAt isDraft headRefOid baseRefName
        mergedBy { ...Who }
      }
      """;

  private final GitHub github;
  private final Calls calls;

  /// Looks in a repository.
  public Resolved(GitHub github) {
    this.github = github;
    this.calls = github.issues().calls();
  }

  /// Every pull request and issue these commits resolve, each once, pull requests first; each as
  /// templates see it (`number`, `title`, `pull_request`, `labels`, …).
  ///
  /// @throws dev.slipway.problem.Refused when the token may not read them
  public List<Json.Obj> by(List<Commit> commits) throws Lost {
    return by(
        commits.stream().map(Commit::sha).toList(),
        closedBy(commits, github.repository(), github.address().server().toString()));
  }

  /// The issues that the messages of commits say they close, each once.
  ///
  /// @param server the address of the GitHub they are on
  public static List<Long> closedBy(List<Commit> commits, Repository repository, String server) {
    Set<Long> closed = new LinkedHashSet<>();
    commits.forEach(
        commit -> closed.addAll(ClosingKeywords.in(commit.message(), repository, server)));
    return List.copyOf(closed);
  }

  /// Every pull request and issue that commits resolve, each once, pull requests first.
  ///
  /// @param hashes of the commits
  /// @param closed the issues that their messages close
  /// @throws dev.slipway.problem.Refused when the token may not read them
  public List<Json.Obj> by(List<String> hashes, List<Long> closed) throws Lost {
    Map<Long, Json.Obj> found = new LinkedHashMap<>();
    List<String> shas = hashes.stream().filter(Resolved::isHash).toList();
    for (int from = 0; from < shas.size(); from += CHUNK) {
      pulls(shas.subList(from, Math.min(from + CHUNK, shas.size())), Set.copyOf(shas), found);
    }
    Set<Long> closing = new LinkedHashSet<>();
    for (Json.Obj pull : found.values()) {
      closing.addAll(closedBy(pull.text("body").orElse("")));
    }
    closing.addAll(closed);
    closing.removeAll(found.keySet());
    List<Long> numbers = new ArrayList<>(closing);
    for (int from = 0; from < numbers.size(); from += CHUNK) {
      issues(numbers.subList(from, Math.min(from + CHUNK, numbers.size())), found);
    }
    return List.copyOf(found.values());
  }

  private List<Long> closedBy(String text) {
    return ClosingKeywords.in(text, github.repository(), github.address().server().toString());
  }

  private static boolean isHash(String text) {
    return text.length() >= 40
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private void pulls(List<String> shas, Set<String> all, Map<Long, Json.Obj> found) throws Lost {
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < shas.size(); i++) {
      query
          .append("    c")
          .append(i)
          .append(": object(oid: \"")
          .append(shas.get(i))
          .append("\") { ... on Commit { associatedPullRequests(first: 10) {")
          .append(" nodes { ...PullFields } } } }\n");
    }
    Json repository = ask("look for the pull requests of the commits", query, "PullFields");
    for (Json commit : repository.members().values()) {
      for (Json pull :
          commit.at("associatedPullRequests", "nodes").map(Json::items).orElse(List.of())) {
        // A pull request that is still open is here only because its branch holds such a commit.
        boolean merged = pull.text("mergedAt").isPresent();
        boolean released = pull.text("headRefOid").filter(all::contains).isPresent();
        if (merged || released) {
          put(pull, found);
        }
      }
    }
  }

  private void issues(List<Long> numbers, Map<Long, Json.Obj> found) throws Lost {
    StringBuilder query = new StringBuilder();
    for (long number : numbers) {
      query
          .append("    i")
          .append(number)
          .append(": issueOrPullRequest(number: ")
          .append(number)
          .append(") { ...IssueFields ...PullFields }\n");
    }
    Json repository = ask("look for the issues that are closed", query, "IssueFields");
    repository.members().values().forEach(node -> put(node, found));
  }

  private Json ask(String purpose, StringBuilder fields, String needs) throws Lost {
    String document =
        "query($owner: String!, $name: String!) {\n  repository(owner: $owner, name: $name) {\n"
            + fields
            + "  }\n}\n"
            + (needs.equals("PullFields") ? withoutIssues() : FIELDS);
    return calls.query(purpose, document, Json.empty());
  }

  /// A document may define no fragment that it does not use.
  private static String withoutIssues() {
    int from = FIELDS.indexOf("fragment IssueFields");
    return FIELDS.substring(0, from) + FIELDS.substring(FIELDS.indexOf("fragment PullFields"));
  }

  private static void put(Json node, Map<Long, Json.Obj> found) {
    Optional<Long> number = node.get("number").flatMap(Json::whole);
    number.ifPresent(n -> found.putIfAbsent(n, seen(node)));
  }

  /// The node with the names of the REST API, as the plug-in's templates know it.
  private static Json.Obj seen(Json node) {
    List<Json> labels = node.at("labels", "nodes").map(Json::items).orElse(List.of());
    Json.Obj issue =
        Json.empty()
            .with("number", member(node, "number"))
            .with("title", member(node, "title"))
            .with("body", member(node, "body"))
            .with("labels", new Json.Arr(labels))
            .with("html_url", member(node, "url"))
            .with("created_at", member(node, "createdAt"))
            .with("updated_at", member(node, "updatedAt"))
            .with("closed_at", member(node, "closedAt"))
            .with("user", who(node.get("author")))
            .with("state", node.get("pullState").orElseGet(() -> member(node, "state")))
            .with("milestone", member(node, "milestone"))
            .with("locked", member(node, "locked"));
    boolean pull = node.text("__typename").filter("PullRequest"::equals).isPresent();
    return pull
        ? issue
            .with("pull_request", Json.of(true))
            .with("merged_at", member(node, "mergedAt"))
            .with("draft", member(node, "isDraft"))
            .with("merged_by", who(node.get("mergedBy")))
        : issue;
  }

  private static Json member(Json node, String name) {
    return node.get(name).orElseGet(Json.Null::new);
  }

  private static Json who(Optional<Json> actor) {
    Json from = actor.orElseGet(Json.Null::new);
    return Json.empty()
        .with("login", member(from, "login"))
        .with("html_url", member(from, "url"))
        .with("avatar_url", member(from, "avatarUrl"));
  }
}
