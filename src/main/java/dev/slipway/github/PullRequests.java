package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import java.util.Optional;

/// Pull requests: found, opened and kept up to date.
public final class PullRequests {
  private final Calls calls;

  PullRequests(Calls calls) {
    this.calls = calls;
  }

  /// An open pull request.
  ///
  /// @param number as people write it behind `#`
  /// @param page where people see it
  public record PullRequest(long number, String title, String body, String page) {}

  /// The open pull request from a branch of this repository into another.
  public Optional<PullRequest> open(String head, String base) throws Lost {
    String path =
        "/pulls?state=open&head="
            + PathText.part(calls.repository().owner() + ":" + head)
            + "&base="
            + PathText.part(base);
    return calls.pages("look for the release pull request", path, 1).stream()
        .filter(json -> json.at("head", "ref").flatMap(Json::text).filter(head::equals).isPresent())
        .map(PullRequests::of)
        .findFirst();
  }

  private static PullRequest of(Json json) {
    return new PullRequest(
        json.get("number").flatMap(Json::whole).orElse(0L),
        json.text("title").orElse(""),
        json.text("body").orElse(""),
        json.text("html_url").orElse(""));
  }

  /// Opens the pull request, or brings the open one up to date. Says the same thing twice only
  /// once.
  ///
  /// @throws Refused when the repository does not let workflows open pull requests
  public PullRequest keep(String head, String base, String title, String body) throws Lost {
    Optional<PullRequest> there = open(head, base);
    if (there.isPresent()) {
      return update(there.get(), title, body);
    }
    String purpose = "open the release pull request";
    Json.Obj content =
        Json.empty()
            .with("title", Json.of(title))
            .with("head", Json.of(head))
            .with("base", Json.of(base))
            .with("body", Json.of(body));
    Answer answer;
    try {
      answer = calls.create(purpose, calls.at("/pulls"), content, true);
    } catch (Lost lost) {
      Optional<PullRequest> made = open(head, base);
      if (made.isPresent()) {
        return made.get();
      }
      throw lost;
    }
    if (answer.status() == 422) {
      Optional<PullRequest> made = open(head, base);
      if (made.isPresent()) {
        return update(made.get(), title, body);
      }
    }
    if (answer.status() == 403 && Refusals.said(answer).contains("not permitted to create")) {
      throw new Refused(
          Problem.configuration(
              "PULL_REQUESTS_SWITCHED_OFF",
              "Could not open the release pull request: workflows may not open pull requests in "
                  + calls.repository()
                  + ".",
              "Switch on \"Allow GitHub Actions to create and approve pull requests\" in the"
                  + " repository's settings under Actions, General; or give the token of a GitHub"
                  + " App as `github-token`, which also lets the pull request's checks run."));
    }
    return of(calls.json(purpose, answer));
  }

  private PullRequest update(PullRequest there, String title, String body) throws Lost {
    if (there.title().equals(title) && there.body().equals(body)) {
      return there;
    }
    String purpose = "bring the release pull request up to date";
    Answer answer =
        calls.change(
            purpose,
            "PATCH",
            calls.at("/pulls/" + there.number()),
            Json.empty().with("title", Json.of(title)).with("body", Json.of(body)));
    return of(calls.json(purpose, answer));
  }

  /// Puts one commit on top of a base onto the release branch. It is made on a branch beside it,
  /// since a pull request whose branch is moved to its base is closed by GitHub. Does nothing where
  /// the release branch holds such a commit already. What else stood on that branch is ours and
  /// replaced.
  ///
  /// @param request its branch is the release branch, its expected head the base to build on
  public Commits.Made prepare(CommitRequest request) throws Lost {
    Commits commits = new Commits(calls);
    Refs refs = new Refs(calls);
    Optional<String> made = commits.made(request);
    if (made.isPresent()) {
      return new Commits.Made.Committed(made.get());
    }
    String beside = request.branch() + "-next";
    Commits.Made base = put(commits, refs, beside, request.expectedHead());
    if (!(base instanceof Commits.Made.Committed)) {
      return base;
    }
    Commits.Made commit =
        commits.onBranch(
            new CommitRequest(beside, request.expectedHead(), request.message(), request.files()));
    if (!(commit instanceof Commits.Made.Committed(String sha))) {
      return commit;
    }
    Commits.Made moved = put(commits, refs, request.branch(), sha);
    String purpose = "delete the branch " + beside;
    calls.change(
        purpose, "DELETE", calls.at("/git/refs/heads/" + PathText.ref(beside)), new Json.Null());
    return moved;
  }

  private Commits.Made put(Commits commits, Refs refs, String branch, String sha) throws Lost {
    String name = "refs/heads/" + branch;
    Optional<String> now = refs.read(name);
    if (now.filter(sha::equals).isPresent()) {
      return new Commits.Made.Committed(sha);
    }
    if (now.isPresent()) {
      return commits.move(branch, sha, true);
    }
    Json body = Json.empty().with("ref", Json.of(name)).with("sha", Json.of(sha));
    Answer made = calls.create("create the branch " + branch, calls.at("/git/refs"), body, false);
    return made.isOk()
        ? new Commits.Made.Committed(sha)
        : new Commits.Made.Denied(Refusals.said(made));
  }
}
