package dev.slipway.npm;

import dev.slipway.problem.Problem;
import dev.slipway.world.Answer;
import dev.slipway.world.Lost;
import dev.slipway.world.Request;
import java.net.URI;
import java.util.Optional;

/// One attempt to publish or stage, and what its answer means.
final class Sending {
  private Sending() {}

  static PublishAnswer publish(Registry registry, PublishRequest request) {
    return send(
        registry, request, Operation.PUBLISH, "PUT", registry.paths().document(request.name()));
  }

  static PublishAnswer stage(Registry registry, PublishRequest request) {
    return send(
        registry,
        request,
        Operation.STAGE,
        "POST",
        registry.paths().of("-/stage/package/" + Paths.escaped(request.name())));
  }

  private static PublishAnswer send(
      Registry registry, PublishRequest request, Operation operation, String method, URI uri) {
    Attempt attempt = registry.attempt(operation, request.name(), request.version());
    Request exchange =
        registry.request(
            operation.command() + " " + request.name() + "@" + request.version(),
            method,
            uri,
            PublishBody.of(request, registry.address()));
    if (request.name().startsWith("@")) {
      exchange =
          exchange.header("npm-scope", request.name().substring(0, request.name().indexOf('/')));
    }
    try {
      Answer answer = registry.exchange(operation, exchange);
      Meaning meaning = AnswerDictionary.read(attempt, answer, registry.time().now());
      return switch (meaning.next()) {
        case NextStep.Proceed() -> accepted(operation, answer, meaning);
        case NextStep.ReadBack next -> new PublishAnswer.Ambiguous(meaning, next);
        case NextStep.AskWho() -> new PublishAnswer.Refused(told(registry, attempt, meaning));
        case NextStep.Stop _, NextStep.OfferStaging _, NextStep.AskAgain _ ->
            new PublishAnswer.Refused(meaning);
      };
    } catch (Lost lost) {
      Meaning meaning = AnswerDictionary.read(attempt, lost);
      return new PublishAnswer.Ambiguous(meaning, (NextStep.ReadBack) meaning.next());
    }
  }

  private static PublishAnswer accepted(Operation operation, Answer answer, Meaning meaning) {
    if (operation == Operation.PUBLISH) {
      return new PublishAnswer.Accepted(meaning.notices());
    }
    Optional<String> id = ServerText.json(answer).flatMap(json -> json.text("stageId"));
    return id.<PublishAnswer>map(stage -> new PublishAnswer.Staged(stage, meaning.notices()))
        .orElseGet(() -> new PublishAnswer.Staged("", meaning.notices()));
  }

  /// Tells the two meanings of a 404 apart, as far as the registry says who we are.
  private static Meaning told(Registry registry, Attempt attempt, Meaning meaning) {
    return switch (registry.whoami(attempt.name())) {
      case Lookup.Found<String>(var user) ->
          new Meaning(
              Problem.failure(
                  "NPM_NO_WRITE_ACCESS",
                  "The token belongs to "
                      + user
                      + ", who has no right to publish "
                      + attempt.name()
                      + " on "
                      + attempt.registry().getHost()
                      + (attempt.name().startsWith("@")
                          ? ", or the scope " + attempt.words().get("scope") + " does not exist."
                          : "."),
                  "Add "
                      + user
                      + " as a maintainer, or give the token \"Read and write\" for "
                      + attempt.name()
                      + "."),
              new NextStep.Stop(),
              meaning.notices());
      case Lookup.Denied<String> _ when attempt.operation() == Operation.PUBLISH ->
          new Meaning(
              Problem.failure(
                  "NPM_TOKEN_EXPIRED",
                  attempt.registry().getHost()
                      + " does not find "
                      + attempt.name()
                      + " and does not know who the token belongs to: the token is expired, revoked"
                      + " or not whole.",
                  attempt.words().getOrDefault("newToken", "")),
              new NextStep.Stop(),
              meaning.notices());
      case Lookup.Denied<String> _, Lookup.Absent<String> _, Lookup.Unknown<String> _ ->
          new Meaning(meaning.problem(), new NextStep.Stop(), meaning.notices());
    };
  }
}
