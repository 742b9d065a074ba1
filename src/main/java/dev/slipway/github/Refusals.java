package dev.slipway.github;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import dev.slipway.problem.Problem;
import dev.slipway.world.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What GitHub's refusals mean, in words for the person who has to mend them.
final class Refusals {
  private Refusals() {}

  /// The problem that an answer other than 2xx is.
  ///
  /// @param purpose what was being tried, as it follows "could not"
  static Problem problem(String purpose, Repository repository, Answer answer) {
    String said = said(answer);
    return switch (answer.status()) {
      case 401 ->
          Problem.configuration(
              "GITHUB_TOKEN_REFUSED",
              "Could not " + purpose + ": GitHub does not accept the token (401).",
              "Leave the input `github-token` out to use the job's own token, or give one that has"
                  + " not expired or been revoked.");
      case 403 -> forbidden(purpose, answer, said);
      case 404 ->
          Problem.failure(
              "GITHUB_NOT_FOUND",
              "Could not " + purpose + ": GitHub answered 404.",
              "Either it does not exist, or the token may not see "
                  + repository
                  + ": to hide it, GitHub says the same for both. Check that the token belongs to"
                  + " this repository and that the job's `permissions:` grant what is needed.");
      case 410 ->
          Problem.failure(
              "GITHUB_SWITCHED_OFF",
              "Could not " + purpose + ": this is switched off in " + repository + " (410).",
              "Switch it on in the repository's settings, or do not ask for it.");
      case 409, 422 ->
          Problem.failure(
              "GITHUB_DECLINED",
              "Could not " + purpose + ": GitHub declined (" + answer.status() + "): " + said,
              "");
      default ->
          Problem.failure(
              "GITHUB_UNAVAILABLE",
              "Could not " + purpose + ": GitHub answered " + answer.status() + ".",
              "Run the job again; https://www.githubstatus.com says whether GitHub has trouble.");
    };
  }

  private static Problem forbidden(String purpose, Answer answer, String said) {
    List<String> missing = Permissions.missing(answer);
    if (missing.isEmpty()) {
      return Problem.configuration(
          "GITHUB_FORBIDDEN",
          "Could not " + purpose + ": GitHub forbids it (403): " + said,
          "The token lacks a permission, or a rule of the repository or organisation stands"
              + " against it.");
    }
    return Problem.configuration(
        "GITHUB_PERMISSION_MISSING",
        "Could not " + purpose + ": the job's token may not (403).",
        "Add this to the job; whatever is not named there is not granted:\n\npermissions:\n"
            + missing.stream().map(line -> "  " + line + "\n").collect(Collectors.joining()));
  }

  /// Why a wait is longer than there is time for.
  static Problem limited(String purpose, long seconds) {
    return Problem.failure(
        "GITHUB_LIMIT",
        "Could not "
            + purpose
            + ": GitHub's rate limit asks for a wait of "
            + seconds
            + " seconds, longer than there is time for.",
        "Run the job again later. The job's own token has 1,000 requests an hour for the whole"
            + " repository; the token of a GitHub App has more.");
  }

  /// What the body says: its message, and what stands with each error.
  static String said(Answer answer) {
    Optional<Json> body = body(answer);
    String message = body.flatMap(json -> json.text("message")).orElse("no message");
    String errors =
        body.flatMap(json -> json.get("errors")).map(Json::items).orElse(List.of()).stream()
            .map(Refusals::error)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining("; "));
    String all = errors.isEmpty() ? message : message + ": " + errors;
    return all.length() <= 1000 ? all : all.substring(0, 1000) + "…";
  }

  private static String error(Json error) {
    return error
        .text()
        .or(() -> error.text("message"))
        .orElseGet(() -> error.text("field").orElse("") + " " + error.text("code").orElse(""));
  }

  /// Whether an error of this code stands in the body, such as `already_exists`.
  static boolean hasCode(Answer answer, String code) {
    return body(answer)
        .flatMap(json -> json.get("errors"))
        .map(Json::items)
        .orElse(List.of())
        .stream()
        .anyMatch(error -> error.text("code").filter(code::equals).isPresent());
  }

  private static Optional<Json> body(Answer answer) {
    try {
      return Optional.of(JsonReader.read(answer.text()));
    } catch (NotJson other) {
      return Optional.empty();
    }
  }
}
