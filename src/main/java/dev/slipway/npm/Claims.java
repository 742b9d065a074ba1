package dev.slipway.npm;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.NotJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What an id token says about this run. It is decoded to be shown and compared, not checked: the
/// one who receives the token checks it.
///
/// @param json the token's payload
public record Claims(Json json) {
  private static final List<String> SHOWN =
      List.of(
          "sub",
          "repository",
          "repository_owner",
          "repository_owner_id",
          "repository_visibility",
          "workflow_ref",
          "job_workflow_ref",
          "ref",
          "environment",
          "runner_environment",
          "event_name");

  /// Decodes a token; claims without content where it is none.
  static Claims of(String token) {
    int first = token.indexOf('.');
    int second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0) {
      return new Claims(Json.empty());
    }
    try {
      byte[] payload =
          Base64.getUrlDecoder().decode(token.substring(first + 1, second).replace("=", ""));
      return new Claims(JsonReader.read(new String(payload, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | NotJson unreadable) {
      return new Claims(Json.empty());
    }
  }

  /// One claim.
  public Optional<String> text(String name) {
    return json.text(name).filter(value -> !value.isEmpty());
  }

  /// The claims that no secret is in, one a line: `repository: acme/widget`.
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String name : SHOWN) {
      text(name).ifPresent(value -> lines.add(name + ": " + value));
    }
    return lines;
  }

  /// The file of the workflow that started the run, without its folder: `release.yml`.
  public Optional<String> workflowFile() {
    return text("workflow_ref").map(Claims::file);
  }

  /// True when the job's steps stand in another workflow file than the one that started the run.
  public boolean isReusableWorkflow() {
    Optional<String> job = text("job_workflow_ref");
    return job.isPresent() && !job.equals(text("workflow_ref"));
  }

  /// The settings of a trusted publisher that would match, as npm's form asks for them.
  public String publisherSettings() {
    String repository = text("repository").orElse("?/?");
    int slash = repository.indexOf('/');
    return """
    Organization or user: %s
    Repository: %s
    Workflow filename: %s
    Environment name: %s\
    """
        .formatted(
            slash < 0 ? "?" : repository.substring(0, slash),
            repository.substring(slash + 1),
            workflowFile().orElse("?"),
            text("environment").orElse("(leave it empty)"));
  }

  /// What GitHub signs for us: the identity that a certificate must carry.
  Optional<String> workflowIdentity() {
    return text("job_workflow_ref")
        .or(() -> text("workflow_ref"))
        .map(ref -> "https://github.com/" + ref);
  }

  private static String file(String ref) {
    int at = ref.indexOf('@');
    String path = at < 0 ? ref : ref.substring(0, at);
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
