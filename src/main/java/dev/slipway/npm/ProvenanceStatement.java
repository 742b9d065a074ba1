package dev.slipway.npm;

import dev.slipway.json.Json;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The statement that is signed: which tarball was made by which run, as in-toto Statement v1 with
/// SLSA provenance v1 and the fields and order that npm 12 writes.
final class ProvenanceStatement {
  private ProvenanceStatement() {}

  static Json.Obj of(PublishRequest request, BuildFacts facts) {
    String workflow = facts.get("GITHUB_WORKFLOW_REF");
    String within = facts.get("GITHUB_REPOSITORY") + "/";
    String relative = workflow.startsWith(within) ? workflow.substring(within.length()) : workflow;
    int at = relative.indexOf('@');
    String path = at < 0 ? relative : relative.substring(0, at);
    String ref = relative.substring(at + 1);
    String page = facts.repositoryPage();
    return object(
        "_type", Json.of("https://in-toto.io/Statement/v1"),
        "subject", new Json.Arr(List.of(subject(request))),
        "predicateType", Json.of("https://slsa.dev/provenance/v1"),
        "predicate",
            object(
                "buildDefinition",
                    object(
                        "buildType",
                            Json.of(
                                "https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1"),
                        "externalParameters",
                            object(
                                "workflow",
                                object(
                                    "ref", Json.of(ref),
                                    "repository", Json.of(page),
                                    "path", Json.of(path))),
                        "internalParameters",
                            object(
                                "github",
                                object(
                                    "event_name", Json.of(facts.get("GITHUB_EVENT_NAME")),
                                    "repository_id", Json.of(facts.get("GITHUB_REPOSITORY_ID")),
                                    "repository_owner_id",
                                        Json.of(facts.get("GITHUB_REPOSITORY_OWNER_ID")))),
                        "resolvedDependencies",
                            new Json.Arr(
                                List.of(
                                    object(
                                        "uri",
                                            Json.of("git+" + page + "@" + facts.get("GITHUB_REF")),
                                        "digest",
                                            object(
                                                "gitCommit", Json.of(facts.get("GITHUB_SHA"))))))),
                "runDetails",
                    object(
                        "builder",
                            object(
                                "id",
                                Json.of(
                                    "https://github.com/actions/runner/"
                                        + facts.get("RUNNER_ENVIRONMENT"))),
                        "metadata",
                            object(
                                "invocationId",
                                Json.of(
                                    page
                                        + "/actions/runs/"
                                        + facts.get("GITHUB_RUN_ID")
                                        + "/attempts/"
                                        + facts.get("GITHUB_RUN_ATTEMPT"))))));
  }

  /// The package's purl: a scope's `@` as `%40`, its slash as it is.
  static String purl(String name, String version) {
    return "pkg:npm/" + (name.startsWith("@") ? "%40" + name.substring(1) : name) + "@" + version;
  }

  static String sha512Hex(String integrity) {
    return HexFormat.of()
        .formatHex(Base64.getDecoder().decode(integrity.substring("sha512-".length())));
  }

  private static Json.Obj subject(PublishRequest request) {
    return object(
        "name", Json.of(purl(request.name(), request.version())),
        "digest", object("sha512", Json.of(sha512Hex(request.tarball().integrity()))));
  }

  private static Json.Obj object(Object... namesAndValues) {
    Map<String, Json> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], (Json) namesAndValues[i + 1]);
    }
    return new Json.Obj(members);
  }
}
