package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.world.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
  private static Inputs inputs(Map<String, String> environment, String... arguments) {
    return Inputs.read(List.of(arguments), environment);
  }

  private static List<Problem> refused(Map<String, String> environment, String... arguments) {
    Refused refused = catchThrowableOfType(Refused.class, () -> inputs(environment, arguments));
    return refused.problems();
  }

  @Test
  void with_nothing_set_the_defaults_hold() {
    Inputs inputs = inputs(Map.of());
    assertThat(inputs.command()).isEqualTo(Command.RELEASE);
    assertThat(inputs.of(InputTable.DRY_RUN)).isFalse();
    assertThat(inputs.of(InputTable.WAIT)).contains(Duration.ofMinutes(20));
    assertThat(inputs.of(InputTable.PUBLISH)).contains(Choices.Publish.AUTO);
    assertThat(inputs.of(InputTable.NPM_TOKEN)).isEmpty();
    assertThat(inputs.of(InputTable.GITHUB_TOKEN)).isEmpty();
    assertThat(inputs.of(InputTable.BRANCHES)).isEmpty();
    assertThat(inputs.origin(InputTable.WAIT)).isEqualTo(Inputs.Origin.DEFAULT);
    assertThat(inputs.set()).isEmpty();
    assertThat(inputs.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INPUT_DRY-RUN", "INPUT_DRY_RUN"})
  void an_input_is_read_with_hyphens_and_with_underscores(String variable) {
    Inputs inputs = inputs(Map.of(variable, " true\n"));
    assertThat(inputs.of(InputTable.DRY_RUN)).isTrue();
    assertThat(inputs.origin(InputTable.DRY_RUN)).isEqualTo(Inputs.Origin.INPUT);
  }

  @Test
  void the_declared_defaults_arrive_as_inputs_and_count_as_defaults() {
    Inputs inputs = inputs(Map.of("INPUT_WAIT", "20m", "INPUT_DRY-RUN", "false", "INPUT_TAG", ""));
    assertThat(inputs.set()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "True,true", "TRUE,true", "false,false", "False,false", "FALSE,false"})
  void truth_is_spelled_as_the_toolkit_has_it(String text, boolean truth) {
    assertThat(inputs(Map.of("INPUT_SBOM", text)).of(InputTable.SBOM)).isEqualTo(truth);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "tRUE", "on", "0"})
  void any_other_truth_is_refused(String text) {
    assertThat(refused(Map.of("INPUT_SBOM", text)))
        .containsExactly(
            Problem.configuration(
                "INPUT_INVALID",
                "the input sbom is \"" + text + "\", and must be true or false.",
                "Correct the input sbom."));
  }

  @Test
  void everything_wrong_is_said_at_once() {
    List<Problem> problems =
        refused(
            Map.of(
                "INPUT_WAIT", "soon",
                "INPUT_PUBLISH", "both",
                "INPUT_REGISTRY", "http://npm.example.com/",
                "INPUT_INITIAL-VERSION", "one",
                "INPUT_DRYRUN", "true"));
    assertThat(problems.stream().map(Problem::what))
        .containsExactlyInAnyOrder(
            "the input wait is \"soon\", and must be a length of time such as 90s, 20m or 1h30m.",
            "the input publish is \"both\", and must be one of auto, direct, stage.",
            "the input registry is \"http://npm.example.com/\", and must be an https address"
                + " without user, query or fragment, such as https://npm.example.com/.",
            "the input initial-version is \"one\", and must be a semantic version such as 0.1.0.",
            "There is no input dryrun.");
  }

  @Test
  void a_misspelt_input_is_refused_with_the_right_name_and_a_stranger_is_only_mentioned() {
    assertThat(refused(Map.of("INPUT_NPM-TOKN", "x")))
        .containsExactly(
            Problem.configuration(
                "INPUT_UNKNOWN", "There is no input npm-tokn.", "Did you mean npm-token?"));
    assertThat(inputs(Map.of("INPUT_SOMETHING-ELSE-ENTIRELY", "x")).warnings())
        .containsExactly(
            Problem.warning(
                "INPUT_UNKNOWN",
                "There is no input something-else-entirely.",
                "Take it out of the workflow."));
    assertThat(inputs(Map.of("INPUT_ARGS", "x", "INPUT_ENTRYPOINT", "y")).warnings()).isEmpty();
  }

  @Test
  void a_wrong_secret_is_never_shown() {
    Inputs inputs = inputs(Map.of("INPUT_NPM-TOKEN", "npm_hush"));
    assertThat(inputs.of(InputTable.NPM_TOKEN)).contains(Secret.of("npm_hush"));
    assertThat(inputs.toString()).doesNotContain("hush");
    assertThat(inputs.secrets()).hasSize(1);
  }

  @Test
  void a_token_may_come_from_the_environment_and_the_input_wins() {
    Inputs first = inputs(Map.of("NPM_TOKEN", "a", "NODE_AUTH_TOKEN", "b", "GITHUB_TOKEN", "c"));
    assertThat(first.of(InputTable.NPM_TOKEN)).contains(Secret.of("a"));
    assertThat(first.from(InputTable.NPM_TOKEN)).isEqualTo("the environment variable NPM_TOKEN");
    assertThat(first.of(InputTable.GITHUB_TOKEN)).contains(Secret.of("c"));
    Inputs second = inputs(Map.of("NODE_AUTH_TOKEN", "b", "INPUT_NPM-TOKEN", "i"));
    assertThat(second.of(InputTable.NPM_TOKEN)).contains(Secret.of("i"));
    assertThat(second.from(InputTable.NPM_TOKEN)).isEqualTo("the input npm-token");
  }

  @Test
  void the_command_line_has_commands_options_and_operands() {
    Inputs inputs =
        inputs(
            Map.of("INPUT_TAG-FORMAT", "w${version}"),
            "plan",
            "--json",
            "--wait=90s",
            "--tag-format",
            "x${version}",
            "--no-dry-run",
            "--assets",
            "a",
            "--assets",
            "b",
            "somewhere",
            "--",
            "--odd");
    assertThat(inputs.command()).isEqualTo(Command.PLAN);
    assertThat(inputs.of(InputTable.JSON)).isTrue();
    assertThat(inputs.of(InputTable.WAIT)).contains(Duration.ofSeconds(90));
    assertThat(inputs.of(InputTable.TAG_FORMAT)).contains("x${version}");
    assertThat(inputs.from(InputTable.TAG_FORMAT)).isEqualTo("the option --tag-format");
    assertThat(inputs.of(InputTable.ASSETS)).containsExactly("a", "b");
    assertThat(inputs.operands()).containsExactly("somewhere", "--odd");
  }

  @Test
  void a_flag_takes_the_next_word_only_where_it_is_a_truth_value() {
    assertThat(inputs(Map.of(), "--dry-run", "false").of(InputTable.DRY_RUN)).isFalse();
    Inputs inputs = inputs(Map.of(), "rehearse", "--keep", "folder");
    assertThat(inputs.of(InputTable.KEEP)).isTrue();
    assertThat(inputs.operands()).containsExactly("folder");
  }

  @Test
  void help_is_asked_for_by_a_word_or_an_option_and_is_else_an_operand() {
    assertThat(inputs(Map.of(), "help").of(InputTable.HELP)).isTrue();
    assertThat(inputs(Map.of(), "help", "plan").of(InputTable.HELP)).isTrue();
    assertThat(inputs(Map.of(), "--help").of(InputTable.HELP)).isTrue();
    Inputs folder = inputs(Map.of(), "rehearse", "help");
    assertThat(folder.of(InputTable.HELP)).isFalse();
    assertThat(folder.operands()).containsExactly("help");
  }

  @Test
  void wrong_options_and_commands_are_refused_with_the_nearest_name() {
    assertThat(refused(Map.of(), "plan", "--jsno", "--wait", "--publish"))
        .containsExactly(
            Problem.configuration(
                "OPTION_UNKNOWN", "There is no option --jsno.", "Did you mean --json?"),
            Problem.configuration(
                "OPTION_WITHOUT_VALUE", "the option --wait needs a value.", "Write --wait=VALUE."),
            Problem.configuration(
                "OPTION_WITHOUT_VALUE",
                "the option --publish needs a value.",
                "Write --publish=VALUE."));
    assertThat(refused(Map.of(), "relase"))
        .containsExactly(
            Problem.configuration(
                "COMMAND_UNKNOWN", "There is no command relase.", "Did you mean release?"));
  }

  @Test
  void two_values_for_one_input_are_refused() {
    assertThat(
            refused(Map.of("INPUT_TAG-FORMAT", "a${version}", "INPUT_TAG_FORMAT", "b${version}")))
        .extracting(Problem::what)
        .containsExactly("the input tag-format and the input tag_format say different things.");
  }

  @Test
  void the_inputs_of_the_well_known_action_are_taken() {
    Inputs inputs =
        inputs(
            Map.of(
                "INPUT_SEMANTIC_VERSION", "25",
                "INPUT_BRANCHES", "['main', {name: 'beta', prerelease: true}]",
                "INPUT_EXTRA_PLUGINS", "@semantic-release/git\n@semantic-release/changelog",
                "INPUT_DRY_RUN", "true",
                "INPUT_CI", "false",
                "INPUT_UNSET_GHA_ENV", "true",
                "INPUT_EXTENDS", "a\nb@1",
                "INPUT_WORKING_DIRECTORY", "packages/a",
                "INPUT_TAG_FORMAT", "v${version}",
                "INPUT_REPOSITORY_URL", "https://github.com/owner/widget"));
    assertThat(inputs.of(InputTable.DRY_RUN)).isTrue();
    assertThat(inputs.of(InputTable.WORKING_DIRECTORY)).contains("packages/a");
    assertThat(inputs.of(InputTable.EXTENDS)).containsExactly("a", "b@1");
    assertThat(Overrides.of(inputs).branches().orElseThrow().json().toString()).contains("beta");
    assertThat(inputs.warnings()).hasSize(4).allMatch(p -> p.code().equals("INPUT_UNNEEDED"));
    assertThat(inputs(Map.of("INPUT_BRANCH", "trunk")).of(InputTable.BRANCHES)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "main | [\"main\"]",
        "main, next | [\"main\",\"next\"]",
        "+([0-9])?(.{+([0-9]),x}).x,main | [\"+([0-9])?(.{+([0-9]),x}).x\",\"main\"]",
        "[a-z]* | [\"[a-z]*\"]",
        "false | []",
        "['a', \"b\"] | [\"a\",\"b\"]",
        "{\"name\":\"beta\",\"prerelease\":true} | {\"name\":\"beta\",\"prerelease\":true}",
        "'main' | \"main\"",
      })
  void branches_may_be_written_in_several_ways(String text, String json) {
    Written written = inputs(Map.of("INPUT_BRANCHES", text)).of(InputTable.BRANCHES).orElseThrow();
    assertThat(dev.slipway.json.JsonWriter.compact(written.json())).isEqualTo(json);
  }

  @Test
  void branches_that_begin_as_a_list_and_are_none_are_refused() {
    assertThat(refused(Map.of("INPUT_BRANCHES", "['main', process.exit()]")))
        .extracting(Problem::what)
        .containsExactly(
            "the input branches is \"['main', process.exit()]\", and must be names one a line, or a"
                + " list such as [\"main\", {\"name\": \"beta\", \"prerelease\": true}].");
  }

  @Test
  void addresses_days_and_lengths_of_time_are_values() {
    Inputs inputs =
        inputs(
            Map.of(
                "INPUT_REGISTRIES", "https://a.example.com/\n\n http://localhost:4873 \n",
                "INPUT_NPM-TOKEN-EXPIRES", "2027-01-31",
                "INPUT_DEADLINE", "1h30m"));
    assertThat(inputs.of(InputTable.REGISTRIES))
        .containsExactly(URI.create("https://a.example.com/"), URI.create("http://localhost:4873"));
    assertThat(inputs.of(InputTable.NPM_TOKEN_EXPIRES)).contains(LocalDate.of(2027, 1, 31));
    assertThat(inputs.of(InputTable.DEADLINE)).contains(Duration.ofMinutes(90));
  }

  @Test
  void the_input_command_may_have_words_behind_it_and_none_of_them_is_an_option() {
    Inputs inputs =
        inputs(Map.of("INPUT_COMMAND", "deprecate \"<1.2.0\"  \"it's old\" --dry-run 'a b'"));
    assertThat(inputs.command()).isEqualTo(Command.DEPRECATE);
    assertThat(inputs.operands()).containsExactly("<1.2.0", "it's old", "--dry-run", "a b");
    assertThat(inputs.of(InputTable.DRY_RUN)).isFalse();
    assertThat(inputs(Map.of("INPUT_COMMAND", "deprecate * it's")).operands())
        .containsExactly("*", "it's");
    assertThat(inputs(Map.of("INPUT_COMMAND", "release"), "deprecate", "1.x", "old").operands())
        .containsExactly("1.x", "old");
  }

  @Test
  void a_command_that_takes_no_words_is_refused_with_them() {
    assertThat(refused(Map.of("INPUT_COMMAND", "release now")))
        .singleElement()
        .extracting(Problem::what)
        .asString()
        .startsWith("the input command is \"release now\", and must be one of release, plan,");
  }
}
