package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolsTest {
  private static final WorkspaceVersions WORKSPACE =
      new WorkspaceVersions(
          Map.of("dep", "2.3.4", "@acme/other", "1.0.0"),
          Map.of("packages/dep", "dep", "packages/other", "@acme/other"),
          Map.of(
              "default", Map.of("cat", "^5.0.0", "bad", "workspace:*"),
              "legacy", Map.of("cat", "^4.0.0")));

  private static String rewritten(String kind, String name, String spec) {
    String text = "{\n  \"" + kind + "\": { \"" + name + "\": \"" + spec + "\" }\n}\n";
    String after = Protocols.rewrite(text, "packages/widget", WORKSPACE);
    int from = after.indexOf("\": \"") + 4;
    return after.substring(from, after.indexOf('"', from));
  }

  @ParameterizedTest
  @CsvSource({
    "dep, workspace:*, 2.3.4",
    "dep, workspace:, 2.3.4",
    "dep, workspace:^, ^2.3.4",
    "dep, workspace:~, ~2.3.4",
    "dep, workspace:^1.0.0, ^1.0.0",
    "dep, workspace:1.0.0, 1.0.0",
    "alias, workspace:dep@*, npm:dep@2.3.4",
    "alias, workspace:@acme/other@^, npm:@acme/other@^1.0.0",
    "dep, workspace:dep@~, ~2.3.4",
    "alias, workspace:dep@2.0.0, npm:dep@2.0.0",
    "dep, workspace:../dep, 2.3.4",
    "alias, workspace:../dep, npm:dep@2.3.4",
    "cat, catalog:, ^5.0.0",
    "cat, catalog:default, ^5.0.0",
    "cat, catalog:legacy, ^4.0.0",
    "@s/n, jsr:^1.0.0, npm:@jsr/s__n@^1.0.0",
    "x, jsr:@s/n@1, npm:@jsr/s__n@1",
    "dep, link:../dep, ^2.3.4",
    "dep, file:../dep, ^2.3.4",
    "plain, ^1.0.0, ^1.0.0"
  })
  void a_dependency_becomes_a_range_that_everybody_understands(
      String name, String spec, String range) {
    assertThat(rewritten("dependencies", name, spec)).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource({
    "workspace:>=, >=2.3.4",
    "workspace:^, ^2.3.4",
    "workspace:*, 2.3.4",
    "workspace:^1.x, ^1.x",
    "^1.0.0 || workspace:>, ^1.0.0 || >2.3.4"
  })
  void a_peer_dependency_may_hold_the_word_in_a_larger_range(String spec, String range) {
    assertThat(rewritten("peerDependencies", "dep", spec)).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, workspace:*, WORKSPACE_MEMBER_UNKNOWN",
    "nobody, catalog:, CATALOG_ENTRY_MISSING",
    "bad, catalog:, CATALOG_ENTRY_INVALID",
    "nobody, link:../nobody, DEPENDENCY_NOT_INSTALLABLE",
    "nobody, file:./x, DEPENDENCY_NOT_INSTALLABLE",
    "plain, jsr:^1, JSR_NAME_INVALID"
  })
  void what_cannot_be_rewritten_is_refused(String name, String spec, String code) {
    assertThatThrownBy(() -> rewritten("dependencies", name, spec))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems()).extracting(Problem::code).containsExactly(code));
  }

  @Test
  void nothing_but_the_range_changes() {
    String text = "\uFEFF{\r\n\t\"dependencies\" : {\"dep\":\"workspace:^\"} , \"x\":1.0}";

    assertThat(Protocols.rewrite(text, "", WORKSPACE))
        .isEqualTo(text.replace("workspace:^", "^2.3.4"));
  }

  @Test
  void fields_of_publish_config_take_their_places_for_pnpm_and_yarn_but_not_for_npm() {
    PackageManifest manifest =
        PackageManifest.read(
            "{\"name\":\"w\",\"main\":\"src/a.ts\",\"publishConfig\":{\"main\":\"dist/a.js\",\"types\":\"t.d.ts\",\"access\":\"public\",\"directory\":\"dist\"}}"
                .getBytes(StandardCharsets.UTF_8),
            "package.json");

    assertThat(PublishConfig.NPM.applied(manifest)).isEqualTo(manifest);
    assertThat(PublishConfig.NPM.directory(manifest)).isEmpty();
    assertThat(PublishConfig.PNPM.directory(manifest)).contains("dist");
    assertThat(PublishConfig.PNPM.applied(manifest).json().text("types")).contains("t.d.ts");
    assertThat(PublishConfig.YARN.applied(manifest).json().text("main")).contains("dist/a.js");
    assertThat(PublishConfig.YARN.applied(manifest).json().text("types")).isEmpty();
    assertThat(PublishConfig.YARN.applied(manifest).publishConfig().members().keySet())
        .containsExactly("types", "access", "directory");
  }
}
