package dev.slipway.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.problem.Problem;
import dev.slipway.world.Credential;
import dev.slipway.world.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a credential comes from, and where it never goes.
class CredentialsTest {
  private static final URI REGISTRY = URI.create("https://npm.example:8443/team/npm/");
  private static final Credential.Bearer TOKEN = new Credential.Bearer(Secret.of("npm_abc"));

  private static Credentials.Found find(
      Optional<String> input, Map<String, String> environment, String... repositoryNpmrc) {
    List<Npmrc> files =
        java.util.Arrays.stream(repositoryNpmrc)
            .map(text -> Npmrc.read(".npmrc", true, text))
            .toList();
    return Credentials.find(CredentialSources.primary(REGISTRY, input, environment, files));
  }

  @Test
  void the_input_counts_before_the_variables_and_they_before_files() {
    String file = "//npm.example:8443/team/npm/:_authToken=npm_file";
    Map<String, String> both = Map.of("NPM_TOKEN", "npm_one", "NODE_AUTH_TOKEN", "npm_two");

    assertThat(find(Optional.of("npm_input"), both, file).from()).isEqualTo("the input npm-token");
    assertThat(find(Optional.empty(), both, file).from()).isEqualTo("the variable NPM_TOKEN");
    assertThat(find(Optional.of(" "), Map.of("NODE_AUTH_TOKEN", "npm_two"), file).from())
        .isEqualTo("the variable NODE_AUTH_TOKEN");
    assertThat(find(Optional.empty(), Map.of(), file).from()).isEqualTo(".npmrc");
  }

  @ParameterizedTest
  @CsvSource({
    "//npm.example:8443/team/npm/, true",
    "//npm.example:8443/team/npm, true",
    "//npm.example:8443/team/, true",
    "//npm.example:8443/, true",
    "//npm.example:8443, true",
    "//npm.example/team/npm/, false",
    "//other.example:8443/team/npm/, false",
    "//npm.example:8443/team/npm/deeper/, false",
  })
  void a_key_covers_what_lies_below_it(String key, boolean covers) {
    assertThat(find(Optional.empty(), Map.of(), key + ":_authToken=npm_abc").kind())
        .isEqualTo(covers ? CredentialKind.TOKEN : CredentialKind.NONE);
  }

  @Test
  void basic_credentials_have_two_forms() {
    String whole = "//npm.example:8443/:_auth=dXNlcjpwYXNz";
    String parts = "//npm.example:8443/:username=user\n//npm.example:8443/:_password=cGFzcw==";

    assertThat(find(Optional.empty(), Map.of(), whole).credential())
        .isEqualTo(new Credential.Basic(Secret.of("dXNlcjpwYXNz")));
    assertThat(find(Optional.empty(), Map.of(), parts).credential())
        .isEqualTo(new Credential.Basic(Secret.of("dXNlcjpwYXNz")));
  }

  @Test
  void a_file_in_the_repository_uses_variables_for_registries_only() {
    String npm = "//npm.example:8443/:_authToken=${MY_NPM_TOKEN}";
    String other = "//npm.example:8443/:_authToken=${AWS_SECRET}";

    assertThat(find(Optional.empty(), Map.of("MY_NPM_TOKEN", "npm_abc"), npm).credential())
        .isEqualTo(TOKEN);
    Credentials.Found withheld = find(Optional.empty(), Map.of("AWS_SECRET", "x"), other);
    assertThat(withheld.kind()).isEqualTo(CredentialKind.NONE);
    assertThat(withheld.warnings())
        .extracting(Problem::code)
        .containsExactly("NPMRC_VARIABLE_WITHHELD");
  }

  @ParameterizedTest
  @CsvSource({
    "XXXXX-XXXXX-XXXXX-XXXXX, NPM_TOKEN_PLACEHOLDER",
    "${NPM_TOKEN}, NPM_TOKEN_UNRESOLVED",
    "${{ secrets.NPM_TOKEN }}, NPM_TOKEN_UNRESOLVED",
    "npm_a b, NPM_TOKEN_NOT_WHOLE",
    "'\"npm_a\"', NPM_TOKEN_NOT_WHOLE",
    "Bearer npm_a, NPM_TOKEN_NOT_WHOLE",
    "'', NPM_TOKEN_EMPTY",
  })
  void what_is_no_token_is_said_and_not_sent(String text, String code) {
    Credentials.Found found = find(Optional.of(text), Map.of());

    assertThat(found.kind()).isEqualTo(CredentialKind.NONE);
    assertThat(found.warnings()).extracting(Problem::code).containsExactly(code);
  }

  @Test
  void a_placeholder_of_setup_node_gives_way_to_what_comes_after() {
    assertThat(
            find(
                    Optional.empty(),
                    Map.of("NODE_AUTH_TOKEN", "XXXXX-XXXXX-XXXXX-XXXXX"),
                    "//npm.example:8443/:_authToken=npm_abc")
                .credential())
        .isEqualTo(TOKEN);
  }

  @Test
  void keys_without_a_registry_are_named_with_the_right_one() {
    assertThat(find(Optional.empty(), Map.of(), "_authToken=npm_x").warnings().getFirst().remedy())
        .isEqualTo("Write //npm.example:8443/team/npm/:_authToken instead.");
  }

  @Test
  void references_follow_npms_rules() {
    Map<String, String> environment = Map.of("A", "1");

    assertThat(replaced("x${A}y", environment)).isEqualTo("x1y");
    assertThat(replaced("${B}", environment)).isEqualTo("${B}");
    assertThat(replaced("${B?}", environment)).isEmpty();
    assertThat(replaced("\\${A}", environment)).isEqualTo("${A}");
    assertThat(replaced("\\\\${A}", environment)).isEqualTo("\\1");
  }

  private static String replaced(String text, Map<String, String> environment) {
    return EnvironmentReferences.replace(text, environment, _ -> true).text();
  }

  @Test
  void the_repository_cannot_send_a_package_elsewhere() {
    Json publishConfig = JsonReader.read("{\"registry\":\"https://evil.example/npm\"}");
    Npmrc npmrc = Npmrc.read(".npmrc", true, "@acme:registry=https://evil.example/");

    List<Problem> problems =
        Destination.check(
            "@acme/widget", publishConfig, "package.json", List.of(npmrc), Set.of(REGISTRY));

    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly("REGISTRY_NOT_NAMED_BY_WORKFLOW", "REGISTRY_NOT_NAMED_BY_WORKFLOW");
    assertThat(problems.getLast().what())
        .isEqualTo(
            "publishConfig.registry in package.json names https://evil.example/npm/, and the"
                + " workflow names https://npm.example:8443/team/npm/. A file in the repository"
                + " cannot send a package or a token elsewhere.");
    assertThat(problems.getLast().remedy())
        .isEqualTo(
            """
            If the package shall go there, say so in the workflow:

                with:
                  registry: https://evil.example/npm/

            Otherwise remove publishConfig.registry from package.json.\
            """);
  }

  @Test
  void a_file_may_repeat_what_the_workflow_says() {
    Json publishConfig = JsonReader.read("{\"registry\":\"https://npm.example:8443/team/npm\"}");

    assertThat(
            Destination.check("widget", publishConfig, "package.json", List.of(), Set.of(REGISTRY)))
        .isEmpty();
  }

  @Test
  void an_address_with_a_variable_a_user_or_without_tls_is_none() {
    for (String address :
        List.of(
            "https://npm.example:8443/${NPM_TOKEN}/",
            "https://user:pass@npm.example:8443/",
            "http://npm.example:8443/",
            "ftp://npm.example/")) {
      Json publishConfig = Json.empty().with("registry", Json.of(address));

      assertThat(
              Destination.check(
                  "widget", publishConfig, "package.json", List.of(), Set.of(REGISTRY)))
          .as(address)
          .hasSize(1);
      assertThatThrownBy(() -> Destination.registry(Optional.of(address), Map.of()))
          .hasMessageStartingWith("REGISTRY_ADDRESS_NOT_USABLE");
    }
  }
}
