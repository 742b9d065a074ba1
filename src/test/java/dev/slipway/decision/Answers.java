package dev.slipway.decision;

import dev.slipway.history.Commit;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.Bump;
import dev.slipway.version.ReleaseLine;
import dev.slipway.version.VersionRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Our answer to a scenario, in the form the oracle gives its own.
final class Answers {
  private Answers() {}

  /// What we decide. The oracle's `details` of errors have no counterpart.
  static Json.Obj ours(Scenario scenario) {
    List<Problem> problems = new ArrayList<>();
    Lines lines =
        Lines.of(
            Expansion.of(
                scenario.graph(), scenario.branch(), scenario.specs(), scenario.format(), problems),
            scenario.settings().first(),
            problems);
    Json.Obj answer = Json.empty().with("outcome", Json.of("refused"));
    if (problems.isEmpty() && lines.named(scenario.branch()).isPresent()) {
      answer =
          answer.with(
              "lines", new Json.Arr(lines.all().stream().<Json>map(Answers::line).toList()));
    }
    try {
      return decided(
          answer, Decider.decide(scenario.graph(), scenario.branch(), scenario.settings()));
    } catch (Refused refused) {
      return answer.with(
          "errors", Json.of(refused.problems().stream().map(Problem::code).sorted().toList()));
    }
  }

  private static Json.Obj decided(Json.Obj answer, Decision decision) {
    Json.Obj told =
        answer
            .with("commits", analyzed(decision))
            .with(
                "promotion",
                decision.promoted().<Json>map(Answers::promotion).orElseGet(Json.Null::new));
    return switch (decision) {
      case Decision.Release(NextRelease next, _, _, _) ->
          told.with("outcome", Json.of("release"))
              .with("last", last(next.previous()))
              .with("version", Json.of(next.version().toString()))
              .with("tag", Json.of(next.tag()))
              .with("channel", Json.of(next.channel()))
              .with("type", Json.of(next.bump().toString()))
              .with("head", Json.of(next.gitHead()));
      case Decision.Promotion _ -> told.with("outcome", Json.of("nothing"));
      case Decision.NoRelease(Decision.Why why, Optional<LastRelease> previous, _, _) ->
          switch (why) {
            case WRONG_BRANCH ->
                answer.with("outcome", Json.of("wrong branch")).with("promotion", new Json.Null());
            case NO_COMMITS, NOTHING_RELEVANT ->
                told.with("outcome", Json.of("nothing")).with("last", last(previous));
            case BEHIND_REMOTE -> throw new AssertionError("not asked for");
          };
    };
  }

  private static Json line(Line line) {
    Json.Obj json =
        Json.empty()
            .with("name", Json.of(line.line().branch()))
            .with("channel", Json.of(line.line().channel()));
    return switch (line.line()) {
      case ReleaseLine.Maintenance m ->
          json.with("type", Json.of("maintenance"))
              .with("range", text(m.range()))
              .with("accept", accept(m.accept()))
              .with("mergeRange", text(m.mergeRange()));
      case ReleaseLine.Stable s ->
          json.with("type", Json.of("release"))
              .with("range", text(s.range()))
              .with("accept", accept(s.accept()))
              .with("main", Json.of(s.main()));
      case ReleaseLine.Prerelease p ->
          json.with("type", Json.of("prerelease")).with("prerelease", Json.of(p.identifier()));
    };
  }

  private static Json text(VersionRange range) {
    return Json.of(range.toString());
  }

  private static Json accept(List<Bump> bumps) {
    return Json.of(bumps.stream().map(Bump::toString).toList());
  }

  private static Json promotion(Promoted promoted) {
    return Json.empty()
        .with("version", Json.of(promoted.version().toString()))
        .with("tag", Json.of(promoted.tag()))
        .with("head", Json.of(promoted.commit()))
        .with("channel", Json.of(promoted.channel()))
        .with("last", last(promoted.previous()))
        .with("commits", hashes(promoted.commits()));
  }

  private static Json last(Optional<LastRelease> last) {
    return last.<Json>map(l ->
            Json.empty()
                .with("version", Json.of(l.version().toString()))
                .with("tag", Json.of(l.tag()))
                .with("head", Json.of(l.commit()))
                .with("channels", new Json.Arr(l.channels().stream().map(Json::of).toList())))
        .orElseGet(Json.Null::new);
  }

  /// The oracle shows what its analyzer sees, which is not what is to be skipped.
  private static Json analyzed(Decision decision) {
    return hashes(
        decision.verdicts().stream()
            .map(Verdict::commit)
            .filter(commit -> !Skipped.asks(commit.message()))
            .toList());
  }

  private static Json hashes(List<Commit> commits) {
    return Json.of(commits.stream().map(Commit::sha).toList());
  }
}
