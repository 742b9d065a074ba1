package dev.slipway.npm;

import static dev.slipway.npm.Row.ANY;
import static dev.slipway.npm.Row.STOP;
import static dev.slipway.npm.Row.row;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Answers to what only reads.
final class OtherAnswers {
  /// The code of a way of reading that a registry does not have.
  static final String NOT_OFFERED = "NPM_READ_NOT_OFFERED";

  private static final Set<Operation> READ = Set.of(Operation.READ);
  private static final Set<Operation> WHO = Set.of(Operation.WHO);
  private static final Set<Operation> STAGE_LIST = Set.of(Operation.STAGE_LIST);
  private static final NextStep LATER = new NextStep.AskAgain(Duration.ofSeconds(5));

  static final List<Row> ROWS =
      List.of(
          row("NPM_TOKEN_EXPIRED", ANY, 401, 404)
              .with("npm-notice", "expired or revoked")
              .means("The token is expired or was revoked.{notice}", "{newToken}", STOP),
          row("NPM_TOKEN_UNKNOWN", WHO, 401)
              .means(
                  "{host} does not say who this token belongs to (status 401): it is expired,"
                      + " revoked, not whole, or one of another registry; some tokens for single"
                      + " packages are answered so, too.{text}{notice}",
                  "{newToken}",
                  STOP),
          row("NPM_WHO_NOT_OFFERED", WHO, 404, 405)
              .means("{host} does not offer to say who a token belongs to.", "", STOP),
          row("NPM_STAGE_NOT_OFFERED", STAGE_LIST, 404, 405)
              .means("{host} has no staged publishing.", "", STOP),
          row("NPM_TOKEN_UNKNOWN", STAGE_LIST, 401)
              .by(CredentialKind.TOKEN)
              .means(
                  "{host} does not know the token that it was asked with for staged versions"
                      + " (status 401).{text}{notice}",
                  "{newToken}",
                  STOP),
          row("NPM_STAGE_LIST_DENIED", STAGE_LIST, 401, 403)
              .means(
                  "{host} does not list staged versions for this credential.{text}",
                  "Only a token may list them; that of a trusted publisher may not.",
                  STOP),
          notOffered(405),
          notOffered(501),
          row("NPM_READ_DENIED", ANY, 401, 403)
              .means(
                  "{host} does not let this credential read {name} (status"
                      + " {status}).{text}{notice}",
                  "Use a credential that may read {name}.",
                  STOP),
          row("NPM_ABSENT", ANY, 404).means("{host} has no {name}.{text}{notice}", "", STOP),
          row("NPM_RATE_LIMITED", ANY, 429)
              .means(
                  "{host} answers no more for a while (status 429).{wait}{text}",
                  "Run the job again after that.",
                  new NextStep.AskAgain(Duration.ofSeconds(30))),
          row("NPM_SERVER_ERROR", ANY, 500, 599)
              .means(
                  "{host} failed with status {status} when it was asked about {name}.{wait}{text}",
                  "Run the job again later.",
                  LATER),
          row("NPM_NOT_A_REGISTRY", ANY, 200, 299)
              .means(
                  "{host} answered the question about {name} with something that is no document of"
                      + " a registry.",
                  "Look at the input registry, and at the proxy that the runner uses.",
                  STOP),
          row("NPM_REDIRECTED", ANY, 300, 399)
              .means(
                  "{host} wants to be asked elsewhere (status {status}), which is not done with a"
                      + " credential.",
                  "Name the registry's real address in the input registry.",
                  STOP),
          row("NPM_READ_REFUSED", ANY, 0, 999)
              .means(
                  "{host} gave status {status} when it was asked about {name}.{text}{notice}",
                  "Run the job again later.",
                  STOP));

  private OtherAnswers() {}

  private static Row notOffered(int status) {
    return row(NOT_OFFERED, READ, status)
        .means(
            "{host} does not offer to read {name} in this way (status {status}).{text}",
            "Look at the input registry: it may be a mirror, or no registry.",
            STOP);
  }
}
