package dev.slipway.npm;

import static dev.slipway.npm.Row.STOP;
import static dev.slipway.npm.Row.row;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Answers on the way to a token by trusted publishing: the runner's and the registry's.
final class ExchangeAnswers {
  private static final Set<Operation> EXCHANGE = Set.of(Operation.EXCHANGE);
  private static final Set<Operation> ID_TOKEN = Set.of(Operation.ID_TOKEN);

  static final List<Row> ROWS =
      List.of(
          row("NPM_EXCHANGE_NOT_UNDERSTOOD", EXCHANGE, 200, 299)
              .means(
                  "{host} took the id token for {name} but gave no token back.",
                  "Run the job again.",
                  STOP),
          row("NPM_EXCHANGE_REDIRECTED", EXCHANGE, 300, 399)
              .means(
                  "{host} wants the id token to be sent elsewhere (status {status}), which is not done.",
                  "Name the registry's real address in the input registry.",
                  STOP),
          row("NPM_EXCHANGE_MALFORMED", EXCHANGE, 400)
              .means(
                  "{host} calls the exchange of the id token for {name} malformed.{text}{notice}",
                  "Make the trusted publisher's settings those above. If they are, run the job again.",
                  STOP),
          row("NPM_EXCHANGE_UNAUTHORIZED", EXCHANGE, 401)
              .means(
                  "{host} does not accept this workflow's id token for {name}.{text}{notice}",
                  "Make the trusted publisher's settings those above. An id token is good for minutes and"
                      + " for one registry: if the settings are right, run the job again.",
                  STOP),
          row("NPM_EXCHANGE_FORBIDDEN", EXCHANGE, 403)
              .means(
                  "{host} knows this workflow but gives it no token for {name}.{text}{notice}",
                  "Look at the allowed actions of the trusted publisher and at \"Publishing access\" in"
                      + " the package's settings on npm.",
                  STOP),
          row("NPM_NO_TRUSTED_PUBLISHER", EXCHANGE, 404)
              .means(
                  "No trusted publisher of {name} matches this workflow (status 404).{text}{notice}",
                  """
                  One of these is so: no trusted publisher is set for {name}; its owner, repository, \
                  workflow file or environment is not exactly the one above (letter case counts; the file \
                  without its folder; with a reusable workflow the file that calls it); {name} has never been \
                  published; or the repository is younger than 15 July 2026 and npm does not yet know its \
                  new kind of subject (npm/cli#9969).
                  """
                      .strip(),
                  STOP),
          row("NPM_EXCHANGE_NOT_OFFERED", EXCHANGE, 405)
              .means(
                  "{host} has no trusted publishing.",
                  "Give the job a token:\n\n    with:\n      npm-token: ${{ secrets.NPM_TOKEN }}",
                  STOP),
          row("NPM_EXCHANGE_BUSY", EXCHANGE, 429)
              .means(
                  "{host} exchanges no more id tokens for a while (status 429).{wait}",
                  "Run the job again after that.",
                  new NextStep.AskAgain(Duration.ofSeconds(20))),
          row("NPM_EXCHANGE_REFUSED", EXCHANGE, 400, 499)
              .means(
                  "{host} refuses to exchange the id token for {name} (status {status}).{text}{notice}",
                  "Make the trusted publisher's settings those above.",
                  STOP),
          row("NPM_EXCHANGE_FAILED", EXCHANGE, 500, 599)
              .means(
                  "{host} failed with status {status} while it exchanged the id token for"
                      + " {name}.{wait}{text}",
                  "Run the job again later.",
                  new NextStep.AskAgain(Duration.ofSeconds(5))),
          row("OIDC_TOKEN_NOT_GIVEN", ID_TOKEN, 200, 299)
              .means(
                  "The runner answered the request for an id token, but there was none in it.",
                  "Run the job again.",
                  new NextStep.AskAgain(Duration.ofSeconds(2))),
          row("OIDC_TOKEN_REFUSED", ID_TOKEN, 400, 499)
              .means(
                  "The runner gives no id token (status {status}).{text}", Advice.ID_TOKEN, STOP),
          row("OIDC_TOKEN_FAILED", ID_TOKEN, 500, 599)
              .means(
                  "The service that gives id tokens failed with status {status}.{text}",
                  "Run the job again later.",
                  new NextStep.AskAgain(Duration.ofSeconds(2))),
          row("OIDC_TOKEN_NOT_UNDERSTOOD", ID_TOKEN, 0, 999)
              .means(
                  "The service that gives id tokens gave an answer that is none (status {status}).",
                  "Run the job again later.",
                  STOP),
          row("NPM_EXCHANGE_NOT_UNDERSTOOD", EXCHANGE, 0, 999)
              .means(
                  "{host} gave an answer that is none (status {status}) to the exchange of the id token"
                      + " for {name}.",
                  "Run the job again later.",
                  STOP));

  private ExchangeAnswers() {}
}
