package dev.slipway.npm;

import static dev.slipway.npm.Row.SENDING;
import static dev.slipway.npm.Row.STOP;
import static dev.slipway.npm.Row.WRITING;
import static dev.slipway.npm.Row.readBack;
import static dev.slipway.npm.Row.readBackThenResend;
import static dev.slipway.npm.Row.row;

import java.util.List;
import java.util.Set;

/// Answers to a publish or a stage that leave the matter open, or say that it was done already.
final class PublishAnswers {
  static final List<Row> ROWS =
      List.of(
          row("NPM_NOT_A_REGISTRY", SENDING, 200, 299)
              .saying("<!doctype html", "<html")
              .means(
                  "{host} answered the publish of {name}@{version} with an HTML page: something"
                      + " else than a registry stands in between.",
                  "Look at the input registry, and at the proxy that the runner uses.",
                  readBack(5)),
          row("NPM_ACCEPTED", WRITING, 200, 299)
              .means("{host} accepted {name}@{version}.", "", new NextStep.Proceed()),
          row("NPM_REDIRECTED", WRITING, 300, 399)
              .means(
                  "{host} wants {name}@{version} to be sent elsewhere (status {status}). A publish"
                      + " follows no redirect, since the credential would go along.",
                  "Name the registry's real address in the input registry.",
                  Row.STOP),
          row("NPM_VERSION_EXISTS", SENDING, 403)
              .saying("previously published", "cannot publish over", "cannot be republished")
              .means(
                  "{name}@{version} is on {host} already.{text}",
                  "If an earlier run of ours put it there, its digest is ours and the release goes"
                      + " on. Otherwise release the next version.",
                  readBack(0)),
          row("NPM_STAGED_EARLIER", SENDING, 409)
              .saying("previously staged", "already staged", "cannot stage previously published")
              .means(
                  "{host} has taken {name}@{version} before: it is being scanned, waits for"
                      + " approval, or is live.{text}",
                  "Nothing needs to be sent again. If it neither becomes visible nor is listed by"
                      + " npm stage list, the number is lost: release the next version.",
                  readBack(0)),
          row("NPM_VERSION_EXISTS", SENDING, 409)
              .saying(
                  "already present",
                  "existing version",
                  "already exists",
                  "previously published",
                  "cannot publish over")
              .means(
                  "{name}@{version} is on {host} already.{text}",
                  "If an earlier run of ours put it there, its digest is ours and the release goes"
                      + " on. Otherwise release the next version.",
                  readBack(0)),
          row("NPM_PACKUMENT_BUSY", WRITING, 409)
              .saying("failed to save packument", "document update conflict")
              .means(
                  "{host} was still busy with an earlier write to {name} when {version}"
                      + " came.{text}",
                  Advice.LATER,
                  readBackThenResend(20)),
          row("NPM_CONFLICT", WRITING, 409)
              .means(
                  "{host} reports a conflict for {name}@{version}.{text}",
                  Advice.LATER,
                  readBackThenResend(20)),
          row("NPM_RATE_LIMITED", WRITING, 429)
              .means(
                  "{host} takes no more writes from this account for a while (status"
                      + " 429).{wait}{text}",
                  "Run the job again after that. It goes on where it stopped.",
                  readBackThenResend(60)),
          row("NPM_RATE_LIMITED", WRITING, 420)
              .means(
                  "{host} takes no more writes from this account for a while (status"
                      + " 420).{wait}{text}",
                  "Run the job again after that. It goes on where it stopped.",
                  readBackThenResend(60)),
          row("NPM_TIMED_OUT", WRITING, 408)
              .means(
                  "{host} gave up waiting for {name}@{version} (status 408).{text}",
                  Advice.LATER,
                  readBackThenResend(10)),
          row("NPM_UNREACHABLE_BEHIND_GATEWAY", WRITING, 502, 504)
              .means(
                  "A gateway before {host} gave status {status} while {name}@{version} was sent. It"
                      + " may have arrived.{wait}{text}",
                  Advice.LATER,
                  readBackThenResend(10)),
          row("NPM_STAGE_NOT_OFFERED", Set.of(Operation.STAGE), 501)
              .means("{host} has no staged publishing.{text}", Advice.DIRECT, STOP),
          row("NPM_SERVER_ERROR", WRITING, 500, 599)
              .means(
                  "{host} failed with status {status} while {name}@{version} was sent. It may have"
                      + " arrived.{wait}{text}",
                  Advice.LATER,
                  readBackThenResend(10)));

  static final Set<Operation> STAGING = Set.of(Operation.STAGE);
  static final Set<Operation> PUBLISHING = Set.of(Operation.PUBLISH);

  private PublishAnswers() {}
}
