package dev.slipway.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Provenance, against sigstore's own mock of its services and with its verifier and npm's own
/// library as judges.
class ProvenanceTest {
  private static final String IDENTITY =
      "https://github.com/acme/widget/.github/workflows/release.yml@refs/heads/main";
  private static final String CLAIMS =
      """
      {
        "iss": "https://token.actions.githubusercontent.com",
        "sub": "repo:acme/widget:ref:refs/heads/main",
        "repository": "acme/widget",
        "repository_visibility": "public",
        "workflow_ref": "acme/widget/.github/workflows/release.yml@refs/heads/main",
        "job_workflow_ref": "acme/widget/.github/workflows/release.yml@refs/heads/main",
        "san": "%s"
      }
      """
          .formatted(IDENTITY);

  private static @Nullable SigstoreBench started;

  private final VirtualTime time = new VirtualTime();

  @BeforeAll
  static void start() {
    started = SigstoreBench.start();
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
    }
  }

  @BeforeEach
  void fresh() {
    bench().claims(CLAIMS);
    bench().failures("{}");
  }

  private static SigstoreBench bench() {
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    return started;
  }

  private Provenance.Signed sign(PublishRequest request, Sigstore sigstore) {
    Map<String, String> job = bench().job(Map.of());
    return Provenance.sign(
        request,
        BuildFacts.of(job),
        RunnerIdentity.of(job, bench().exchanges(), time).orElseThrow(),
        sigstore,
        bench().exchanges(),
        time);
  }

  @Test
  void sigstores_own_verifier_accepts_the_bundle() {
    Provenance.Signed signed = sign(TestPackage.of("@acme/widget", "1.2.3"), bench().sigstore());

    assertThat(bench().verdict(signed.bundle().json(), IDENTITY)).isEmpty();
    assertThat(signed.checked())
        .containsExactly(
            "the signature is by the certificate's key",
            "it is about this version and this tarball",
            "the certificate is for this workflow",
            "the certificate names the issuer of the id token",
            "it was logged while the certificate was valid",
            "the log's entry is about this signature",
            "the log's inclusion proof holds",
            "the log's checkpoint agrees with it",
            "the log's promise is signed by its key",
            "the log's checkpoint is signed by its key");
  }

  @Test
  void it_refuses_a_bundle_with_another_payload_as_we_do() {
    PublishRequest request = TestPackage.of("@acme/widget", "1.2.3");
    SigstoreBundle good = sign(request, bench().sigstore()).bundle();
    Json.Obj envelope = (Json.Obj) good.json().get("dsseEnvelope").orElseThrow();
    String other =
        new String(
                Base64.getDecoder().decode(envelope.text("payload").orElseThrow()),
                StandardCharsets.UTF_8)
            .replace("release.yml", "another.yml");
    SigstoreBundle bad =
        new SigstoreBundle(
            good.json()
                .with(
                    "dsseEnvelope",
                    envelope.with(
                        "payload",
                        Json.of(
                            Base64.getEncoder()
                                .encodeToString(other.getBytes(StandardCharsets.UTF_8))))),
            good.logIndex());

    assertThat(bench().verdict(bad.json(), IDENTITY)).isPresent();
    assertThatThrownBy(() ->
            BundleCheck.check(
                bad, request, new Claims(JsonReader.read(CLAIMS)), bench().sigstore().logKey()))
        .hasMessage(
            "PROVENANCE_NOT_GOOD: The provenance that was just signed is not good: it is not so that"
                + " the signature is by the certificate's key.");
  }

  @Test
  void a_certificate_for_another_workflow_is_noticed_before_anything_is_sent() {
    bench().claims(CLAIMS.replace("\"san\": \"" + IDENTITY, "\"san\": \"https://github.com/evil"));

    assertThatThrownBy(() -> sign(TestPackage.of("widget", "1.0.0"), bench().sigstore()))
        .hasMessage(
            "PROVENANCE_NOT_GOOD: The provenance that was just signed is not good: it is not so that"
                + " the certificate is for this workflow.");
  }

  @Test
  void a_log_with_another_key_is_said_to_be_unchecked() {
    Sigstore other =
        new Sigstore(bench().address(), bench().address(), Sigstore.publicInstance().logKey());

    assertThat(sign(TestPackage.of("widget", "1.0.0"), other).checked())
        .contains("not checked: the log signs with a key that is not known here");
  }

  @Test
  void an_entry_that_is_in_the_log_already_is_read_back() {
    bench().failures("{\"POST /api/v1/log/entries\": [\"stored\"]}");

    Provenance.Signed signed = sign(TestPackage.of("widget", "1.0.0"), bench().sigstore());

    assertThat(bench().verdict(signed.bundle().json(), IDENTITY)).isEmpty();
    assertThat(bench().get("bench/counts").get("POST /api/v2/signingCert")).contains(Json.of(1));
  }

  @Test
  void where_the_log_does_not_give_the_entry_it_is_signed_anew() {
    bench().failures("{\"POST /api/v1/log/entries\": [\"hidden\"]}");

    Provenance.Signed signed = sign(TestPackage.of("widget", "1.0.0"), bench().sigstore());

    assertThat(bench().verdict(signed.bundle().json(), IDENTITY)).isEmpty();
    assertThat(bench().get("bench/counts").get("POST /api/v2/signingCert")).contains(Json.of(2));
  }

  @Test
  void an_authority_that_fails_twice_is_asked_a_third_time() {
    bench().failures("{\"POST /api/v2/signingCert\": [503, 500]}");

    assertThat(sign(TestPackage.of("widget", "1.0.0"), bench().sigstore()).checked()).isNotEmpty();
  }

  @Test
  void an_authority_that_refuses_ends_it() {
    bench().failures("{\"POST /api/v2/signingCert\": [400]}");

    assertThatThrownBy(() -> sign(TestPackage.of("widget", "1.0.0"), bench().sigstore()))
        .hasMessage(
            "PROVENANCE_NO_CERTIFICATE: The provenance could not be signed: sigstore's certificate"
                + " authority answered with status 400 (\"as told\").");
  }

  @Test
  void npms_own_put_and_ours_are_equal_field_by_field(@TempDir Path folder) throws IOException {
    byte[] tgz = TestPackage.tgz("package/package.json", "{\"name\":\"@acme/widget\"}");
    Json.Obj manifest =
        (Json.Obj)
            JsonReader.read(
                """
                {
                  "name": "@acme/widget", "version": "1.2.3", "description": "A widget",
                  "repository": {"type": "git", "url": "git+https://github.com/acme/widget.git"},
                  "readme": "# hi", "readmeFilename": "README.md", "gitHead": "0123456789abcdef"
                }
                """);
    Files.writeString(folder.resolve("manifest.json"), JsonWriter.compact(manifest));
    Files.write(folder.resolve("widget.tgz"), tgz);
    int before = bench().get("bench/captured").items().size();
    Peers.node(
            folder,
            bench().job(Map.of()),
            Peers.folder().resolve("npm-publish.cjs").toString(),
            bench().address().toString(),
            folder.resolve("manifest.json").toString(),
            folder.resolve("widget.tgz").toString())
        .ok();
    Json node =
        bench()
            .get("bench/captured")
            .items()
            .get(before)
            .at("body", "versions", "1.2.3")
            .orElseThrow();

    Json.Obj ours =
        manifest
            .with("_nodeVersion", node.get("_nodeVersion").orElseThrow())
            .with("_npmVersion", Json.of("12.2.0"));
    PublishRequest request =
        new PublishRequest(
            ours, TestPackage.tarball(tgz), "latest", Optional.of(Access.PUBLIC), Optional.empty());
    Registry.at(
            bench().address(),
            new Credential.Bearer(Secret.of("npm_bench")),
            bench().exchanges(),
            time)
        .publish(request.with(sign(request, bench().sigstore()).bundle()));

    List<Json> captured = bench().get("bench/captured").items();
    Json npm = captured.get(before);
    Json own = captured.get(before + 1);
    assertThat(JsonWriter.pretty(settled(own))).isEqualTo(JsonWriter.pretty(settled(npm)));
    assertThat(own.text("url")).isEqualTo(npm.text("url"));
    for (String header :
        List.of("content-type", "npm-command", "npm-auth-type", "authorization", "npm-scope")) {
      if (npm.at("headers", header).isPresent()) {
        assertThat(own.at("headers", header)).as(header).isEqualTo(npm.at("headers", header));
      }
    }
    assertThat(bench().verdict(bundle(npm), IDENTITY)).isEmpty();
    assertThat(bench().verdict(bundle(own), IDENTITY)).isEmpty();
  }

  private static Json bundle(Json captured) {
    return JsonReader.read(
        captured
            .at("body", "_attachments", "@acme/widget-1.2.3.sigstore", "data")
            .flatMap(Json::text)
            .orElseThrow());
  }

  /// The body, with the bundle as JSON and what no two signings have in common replaced by its
  /// form.
  private static Json settled(Json captured) {
    Json.Obj body = (Json.Obj) captured.get("body").orElseThrow();
    Json.Obj attachments = (Json.Obj) body.get("_attachments").orElseThrow();
    String key = "@acme/widget-1.2.3.sigstore";
    Json.Obj attachment = (Json.Obj) attachments.get(key).orElseThrow();
    return body.with(
        "_attachments",
        attachments.with(
            key, attachment.with("data", settled("", bundle(captured))).without("length")));
  }

  private static Json settled(String name, Json value) {
    return switch (value) {
      case Json.Obj(var members) -> {
        Map<String, Json> settled = new LinkedHashMap<>();
        members.forEach((key, member) -> settled.put(key, settled(key, member)));
        yield new Json.Obj(settled);
      }
      case Json.Arr(var items) ->
          new Json.Arr(items.stream().map(item -> settled(name, item)).toList());
      case Json.Str _
          when List.of(
                  "sig",
                  "rawBytes",
                  "logIndex",
                  "integratedTime",
                  "signedEntryTimestamp",
                  "rootHash",
                  "envelope",
                  "canonicalizedBody")
              .contains(name) ->
          Json.of("<" + name + ">");
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value;
    };
  }
}
