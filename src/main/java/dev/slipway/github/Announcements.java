package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Lost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Comments and labels on what a release resolves. Best effort: what does not work is a warning.
/// Each comment carries a marker, so a run that was stopped is continued without saying anything
/// twice.
public final class Announcements {
  /// Targets that are looked at together.
  private static final int CHUNK = 50;

  private final GitHub github;
  private final int most;

  /// Announces in a repository.
  ///
  /// @param most how many targets at most; those beyond are left out, with a warning
  public Announcements(GitHub github, int most) {
    this.github = github;
    this.most = most;
  }

  /// What is said on one target.
  public interface Wording {
    /// Whether this one is told at all.
    default boolean isTold(Json.Obj issue) {
      return true;
    }

    /// The comment; empty: none, a label at most.
    ///
    /// @param issue the target, as templates see it
    Optional<String> comment(Json.Obj issue);

    /// The labels; none: no label.
    List<String> labels();
  }

  /// What came of it: numbers of issues and pull requests.
  ///
  /// @param commented commented on now
  /// @param before commented on by an earlier run
  /// @param labelled labelled now
  /// @param skipped not wanted by the configuration's condition
  /// @param left neither, because of a limit or the cap; another run continues with them
  /// @param problems warnings
  public record Announced(
      List<Long> commented,
      List<Long> before,
      List<Long> labelled,
      List<Long> skipped,
      List<Long> left,
      List<Problem> problems) {}

  private record Standing(boolean commented, List<String> labels) {}

  /// Says it on every target.
  public Announced say(List<Json.Obj> targets, Marker marker, Wording wording) {
    Announced done =
        new Announced(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    List<Json.Obj> wanted = targets.subList(0, Math.min(most, targets.size()));
    boolean stopped = false;
    for (int from = 0; from < wanted.size(); from += CHUNK) {
      List<Json.Obj> chunk = wanted.subList(from, Math.min(from + CHUNK, wanted.size()));
      stopped = stopped || !chunk(chunk, marker, wording, done);
      if (stopped) {
        chunk.stream()
            .map(Announcements::number)
            .filter(n -> !done.commented().contains(n) && !done.before().contains(n))
            .filter(n -> !done.skipped().contains(n))
            .forEach(done.left()::add);
      }
    }
    targets.subList(wanted.size(), targets.size()).stream()
        .map(Announcements::number)
        .forEach(done.left()::add);
    if (!done.left().isEmpty()) {
      done.problems()
          .add(
              Problem.warning(
                  "COMMENTS_LEFT",
                  done.left().size()
                      + " of "
                      + targets.size()
                      + " issues and pull requests were not commented on or labelled: "
                      + (stopped ? "GitHub's limits" : "more than " + most)
                      + ".",
                  "The release is not touched by this, and no later run comes back to them."));
    }
    return done;
  }

  private boolean chunk(List<Json.Obj> chunk, Marker marker, Wording wording, Announced done) {
    try {
      Map<Long, Standing> standing = standing(chunk, marker);
      for (Json.Obj target : chunk) {
        long number = number(target);
        try {
          one(
              target,
              standing.getOrDefault(number, new Standing(false, List.of())),
              marker,
              wording,
              done);
        } catch (Refused refused) {
          if (isLimit(refused)) {
            return false;
          }
          done.problems().add(softer(refused));
          if (isForEvery(refused)) {
            return false;
          }
        }
      }
      return true;
    } catch (Refused refused) {
      if (!isLimit(refused)) {
        done.problems().add(softer(refused));
      }
      return false;
    } catch (Lost lost) {
      done.problems().add(Problem.warning("COMMENTS_LOST", String.valueOf(lost.getMessage()), ""));
      return false;
    }
  }

  private void one(
      Json.Obj target, Standing standing, Marker marker, Wording wording, Announced done)
      throws Lost {
    long number = number(target);
    if (!wording.isTold(target)) {
      done.skipped().add(number);
      return;
    }
    Issues issues = github.issues();
    Optional<String> comment = wording.comment(target);
    if (comment.isEmpty()) {
      // Labels alone.
    } else if (standing.commented()) {
      done.before().add(number);
    } else {
      issues.comment(number, marker, comment.get());
      done.commented().add(number);
    }
    if (!standing.labels().containsAll(wording.labels())) {
      issues.label(number, wording.labels());
      done.labelled().add(number);
    }
  }

  /// What stands on these already, asked for together.
  private Map<Long, Standing> standing(List<Json.Obj> chunk, Marker marker) throws Lost {
    StringBuilder query =
        new StringBuilder(
            """
            query($owner: String!, $name: String!) {
              repository(owner: $owner, name: $name) {
            """);
    for (Json.Obj target : chunk) {
      long number = number(target);
      query
          .append("    i")
          .append(number)
          .append(": issueOrPullRequest(number: ")
          .append(number)
          .append(") { ...OnIssue ...OnPull }\n");
    }
    query.append(
        """
          }
        }
        fragment OnIssue on Issue {
          number
          labels(first: 100) { nodes { name } }
          comments(last: 50) { nodes { body viewerDidAuthor } }
        }
        fragment OnPull on PullRequest {
          number
          labels(first: 100) { nodes { name } }
          comments(last: 50) { nodes { body viewerDidAuthor } }
        }
        """);
    Json repository =
        github.issues().calls().query("read what is said already", query.toString(), Json.empty());
    Map<Long, Standing> standing = new HashMap<>();
    for (Json node : repository.members().values()) {
      boolean commented =
          node.at("comments", "nodes").map(Json::items).orElse(List.of()).stream()
              .filter(c -> c.get("viewerDidAuthor").flatMap(Json::truth).orElse(false))
              .anyMatch(c -> marker.isOn(c.text("body").orElse("")));
      List<String> labels =
          node.at("labels", "nodes").map(Json::items).orElse(List.of()).stream()
              .flatMap(label -> label.text("name").stream())
              .toList();
      standing.put(number(node), new Standing(commented, labels));
    }
    return standing;
  }

  private static long number(Json target) {
    return target.get("number").flatMap(Json::whole).orElse(0L);
  }

  private static boolean isLimit(Refused refused) {
    return refused.problems().getFirst().code().equals("GITHUB_LIMIT");
  }

  /// A missing permission will not come while we go on asking.
  private static boolean isForEvery(Refused refused) {
    String code = refused.problems().getFirst().code();
    return code.equals("GITHUB_PERMISSION_MISSING") || code.equals("GITHUB_TOKEN_REFUSED");
  }

  private static Problem softer(Refused refused) {
    Problem problem = refused.problems().getFirst();
    return Problem.warning(problem.code(), problem.what(), problem.remedy());
  }
}
