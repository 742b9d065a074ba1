package dev.slipway.npm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Verdaccio;
import dev.slipway.http.JdkExchanges;
import dev.slipway.world.Answer;
import dev.slipway.world.Credential;
import dev.slipway.world.Lost;
import dev.slipway.world.Payload;
import dev.slipway.world.Request;
import dev.slipway.world.Secret;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Staged publishing, against a real registry that has it, and the ends that it cannot play.
class StagingTest {
  private final VirtualTime time = new VirtualTime();
  private final PublishRequest request = TestPackage.of("@acme/staged", "1.0.0");

  private Staging.State look(Registry registry, PublishRequest of) {
    return Staging.look(
        registry,
        of.name(),
        of.version(),
        of.tarball().integrity(),
        of.tarball().shasum(),
        of.distTag());
  }

  @Test
  void a_staged_version_waits_and_is_live_with_our_bytes_once_approved(@TempDir Path folder)
      throws Lost {
    try (Verdaccio verdaccio = Verdaccio.staging(folder);
        JdkExchanges exchanges = JdkExchanges.plain("slipway-test")) {
      Credential token = new Credential.Bearer(Secret.of(verdaccio.token()));
      Registry registry = Registry.at(verdaccio.address(), token, exchanges, time);

      PublishAnswer answer = registry.stage(request);

      assertThat(answer).isInstanceOf(PublishAnswer.Staged.class);
      String id = ((PublishAnswer.Staged) answer).id();
      assertThat(registry.versionDocument("@acme/staged", "1.0.0"))
          .isEqualTo(new Lookup.Absent<>());
      assertThat(look(registry, request))
          .isInstanceOfSatisfying(
              Staging.State.Waiting.class,
              waiting -> {
                StagedVersion staged = waiting.staged().orElseThrow();
                assertThat(staged.id()).isEqualTo(id);
                assertThat(staged.shasum()).isEqualTo(request.tarball().shasum());
                assertThat(staged.approval()).isEqualTo("npm stage approve " + id);
              });
      assertThat(registry.staged("@acme/staged", id)).isInstanceOf(Lookup.Found.class);
      assertThat(registry.stage(request))
          .isInstanceOfSatisfying(
              PublishAnswer.Ambiguous.class,
              again -> {
                assertThat(again.meaning().code()).isEqualTo("NPM_STAGED_EARLIER");
                assertThat(again.next().resendIfAbsent()).isFalse();
              });

      Answer approved =
          exchanges.exchange(
              Request.get("approve", verdaccio.address().resolve("-/stage/" + id + "/approve"))
                  .with("POST", new Payload.Empty())
                  .as(token));

      assertThat(approved.status()).isEqualTo(201);
      assertThat(look(registry, request)).isInstanceOf(Staging.State.Live.class);
    }
  }

  @Test
  void a_rejected_version_is_gone_and_its_number_free(@TempDir Path folder) throws Lost {
    try (Verdaccio verdaccio = Verdaccio.staging(folder);
        JdkExchanges exchanges = JdkExchanges.plain("slipway-test")) {
      Credential token = new Credential.Bearer(Secret.of(verdaccio.token()));
      Registry registry = Registry.at(verdaccio.address(), token, exchanges, time);
      String id = ((PublishAnswer.Staged) registry.stage(request)).id();
      exchanges.exchange(
          Request.get("reject", verdaccio.address().resolve("-/stage/" + id))
              .with("DELETE", new Payload.Empty())
              .as(token));

      assertThat(look(registry, request))
          .isInstanceOfSatisfying(
              Staging.State.Gone.class,
              gone ->
                  assertThat(gone.problem().what())
                      .isEqualTo(
                          "@acme/staged@1.0.0 was staged, and is neither live nor staged any more:"
                              + " it was rejected, or it expired."));
      assertThat(registry.stage(request)).isInstanceOf(PublishAnswer.Staged.class);
    }
  }

  @Test
  void a_registry_without_staging_says_so() {
    try (JdkExchanges exchanges = JdkExchanges.plain("slipway-test")) {
      Verdaccio six = Verdaccio.shared();
      Registry registry =
          Registry.at(
              six.address(), new Credential.Bearer(Secret.of(six.token())), exchanges, time);

      assertThat(registry.stage(TestPackage.of("unstaged", "1.0.0")))
          .isInstanceOfSatisfying(
              PublishAnswer.Refused.class,
              refused ->
                  assertThat(refused.meaning().code())
                      .isIn("NPM_STAGE_NOT_FOUND", "NPM_NO_WRITE_ACCESS"));
    }
  }

  @Test
  void an_entry_with_other_bytes_must_not_be_approved() {
    assertThat(look(listing("0000"), request))
        .isInstanceOfSatisfying(
            Staging.State.Foreign.class,
            foreign ->
                assertThat(foreign.problem().what())
                    .isEqualTo(
                        "@acme/staged@1.0.0 is staged with another tarball than the one we made."));
  }

  @Test
  void an_entry_that_a_higher_version_overtook_is_to_be_rejected() {
    assertThat(look(listing(request.tarball().shasum()), request))
        .isInstanceOfSatisfying(
            Staging.State.Overtaken.class,
            overtaken -> {
              assertThat(overtaken.problem().what())
                  .isEqualTo(
                      "@acme/staged@1.0.0 still waits for approval, and 1.1.0 went live as latest"
                          + " meanwhile. Approving it now would move latest down.");
              assertThat(overtaken.problem().remedy())
                  .isEqualTo("Reject it: npm stage reject the-id");
            });
  }

  @Test
  void a_credential_that_may_not_list_leaves_it_waiting() {
    ScriptedRegistry registry = new ScriptedRegistry().on("GET /-/stage", 401, "{}");

    assertThat(look(at(registry), request))
        .isEqualTo(new Staging.State.Waiting(java.util.Optional.empty()));
  }

  private Registry listing(String shasum) {
    Function<Request, Answer> list =
        _ ->
            ScriptedRegistry.answer(
                200,
                """
                {"items":[{"id":"the-id","packageName":"@acme/staged","version":"1.0.0",
                 "tag":"latest","shasum":"%s","actor":"dev"}],"page":0,"perPage":100,"total":1}
                """
                    .formatted(shasum));
    return at(
        new ScriptedRegistry()
            .on("GET /-/stage", list)
            .on("GET /-/package/@acme%2fstaged/dist-tags", 200, "{\"latest\":\"1.1.0\"}"));
  }

  private Registry at(ScriptedRegistry registry) {
    return Registry.at(
        ScriptedRegistry.ADDRESS, new Credential.Bearer(Secret.of("npm_x")), registry, time);
  }
}
