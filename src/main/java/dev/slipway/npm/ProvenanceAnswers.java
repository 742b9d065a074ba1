package dev.slipway.npm;

import static dev.slipway.npm.Row.SENDING;
import static dev.slipway.npm.Row.STOP;
import static dev.slipway.npm.Row.WRITING;
import static dev.slipway.npm.Row.row;

import java.util.List;

/// Answers by which a registry refuses a provenance, and the rows that fit whatever is left of a
/// write.
final class ProvenanceAnswers {
  static final List<Row> ROWS =
      List.of(
          row("NPM_PROVENANCE_REPOSITORY", SENDING, 422)
              .saying("repository.url", "repository information")
              .means(
                  "The provenance names another repository than package.json of {name}.{text}",
                  "Set \"repository\" in package.json to the address the text expects, letter by"
                      + " letter.",
                  STOP),
          row("NPM_PROVENANCE_RUNNER", SENDING, 422)
              .saying("runner environment")
              .means(
                  "Provenance is taken only from runners that GitHub hosts, and this one is"
                      + " not.{text}",
                  "Run the release job on a GitHub-hosted runner. " + Advice.NO_PROVENANCE,
                  STOP),
          row("NPM_PROVENANCE_VISIBILITY", SENDING, 422)
              .saying("visibility")
              .means(
                  "Provenance is taken only from public repositories, and this one is not.{text}",
                  Advice.NO_PROVENANCE,
                  STOP),
          row("NPM_PROVENANCE_SUBJECT", SENDING, 422)
              .saying("subject")
              .means(
                  "The provenance is about another version or another tarball than"
                      + " {name}@{version}.{text}",
                  "This is a fault of ours: please report it.",
                  STOP),
          row("NPM_PROVENANCE_REFUSED", SENDING, 422)
              .saying("provenance", "sigstore")
              .means(
                  "{host} does not accept the provenance of {name}@{version}.{text}",
                  "Read the reason it gives. " + Advice.NO_PROVENANCE,
                  STOP),
          row("NPM_UNPROCESSABLE", WRITING, 422)
              .means(
                  "{host} understands the request for {name}@{version} but does not accept it"
                      + " (status 422).{text}{notice}",
                  "Read the reason it gives, and look at package.json.",
                  STOP),
          row("NPM_REFUSED", WRITING, 400, 499)
              .means(
                  "{host} refuses {name}@{version} with status {status}.{text}{notice}",
                  "Read the reason it gives.",
                  STOP),
          row("NPM_NOT_UNDERSTOOD", WRITING, 0, 999)
              .means(
                  "{host} gave an answer that is none (status {status}) to {name}@{version}.",
                  Advice.LATER,
                  Row.readBack(5)));

  private ProvenanceAnswers() {}
}
