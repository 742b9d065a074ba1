package dev.slipway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.manifest.PackageManifest;
import dev.slipway.pack.PackRequest;
import dev.slipway.pack.Packer;
import dev.slipway.pack.Sample;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryPointsTest {
  private static final String START = "{\"name\":\"widget\",\"version\":\"1.2.3\",";

  @TempDir Path folder;

  private List<Problem> check(String members, String... files) throws IOException {
    List<String> lines = new ArrayList<>(List.of("package.json " + START + members + "}"));
    lines.addAll(List.of(files));
    Path directory = new Sample("", lines).write(folder.resolve("package"));
    return EntryPoints.check(
        Packer.pack(PackRequest.of(directory, folder.resolve("out"))), directory);
  }

  @Test
  void a_main_that_was_never_built_is_a_problem_with_the_steps_that_build_it() throws IOException {
    List<Problem> problems =
        check("\"main\":\"dist/index.js\",\"scripts\":{\"build\":\"tsc\"}", "src/index.ts x");

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().isWarning()).isFalse();
    assertThat(problems.getFirst().what())
        .isEqualTo("\"main\" in package.json names dist/index.js, which is not in the tarball.");
    assertThat(problems.getFirst().remedy())
        .isEqualTo(
            """
            Slipway runs no script of the package. Build it in a step before Slipway:

                - run: npm ci
                - run: npm run build\
            """);
  }

  @Test
  void a_file_that_is_there_but_left_out_is_said_to_be_left_out() throws IOException {
    List<Problem> problems =
        check("\"files\":[\"lib\"],\"module\":\"dist/m.mjs\"", "dist/m.mjs x", "lib/a.js x");

    assertThat(problems)
        .extracting(Problem::remedy)
        .containsExactly(
            "The file is in the workspace, but is not packed: add it to \"files\" in package.json,"
                + " or take it out of the ignore file that leaves it out.");
  }

  @Test
  void a_file_in_another_case_is_found_on_a_mac_only() throws IOException {
    List<Problem> problems = check("\"main\":\"Lib/a.js\"", "lib/a.js x");

    assertThat(problems)
        .extracting(Problem::remedy)
        .containsExactly(
            "The tarball holds lib/a.js: upper and lower case differ, which counts on Linux. Write"
                + " both alike.");
  }

  @Test
  void one_file_that_several_fields_name_is_one_problem() throws IOException {
    List<Problem> problems =
        check(
            "\"main\":\"./d.js\",\"exports\":{\".\":{\"import\":\"./d.mjs\",\"default\":\"./d.js\"}}");

    assertThat(problems)
        .extracting(Problem::what)
        .containsExactly(
            "\"main\", \"exports[\".\"].default\" in package.json name d.js, which is not in the"
                + " tarball.",
            "\"exports[\".\"].import\" in package.json names d.mjs, which is not in the tarball.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"main\":\"lib\"                                     | lib/index.js",
        "\"main\":\"./lib/\"                                  | lib/index.js",
        "\"main\":\"lib/a\"                                   | lib/a.js",
        "\"main\":\".\"                                       | a.js",
        "\"module\":\"m.mjs\"                                 | m.mjs",
        "\"types\":\"t\"                                      | t.d.ts",
        "\"typings\":\"types\"                                | types/index.d.ts",
        "\"browser\":\"b.js\"                                 | b.js",
        "\"browser\":{\"./a.js\":\"./b.js\",\"fs\":false,\"x\":\"y\"} | b.js",
        "\"exports\":\"./e.js\"                               | e.js",
        "\"exports\":{\"./*\":\"./lib/*.js\"}                 | lib/deep/x.js",
        "\"exports\":{\"./f/\":\"./lib/\"}                    | lib/x.js",
        "\"exports\":{\".\":[\"./e.js\"],\"./no\":null}       | e.js",
        "\"imports\":{\"#a\":{\"node\":\"./a.js\",\"default\":\"left-pad\"}} | a.js",
        "\"bin\":\"./cli.js\"                                 | cli.js"
      })
  void what_node_finds_is_no_problem(String members, String file) throws IOException {
    assertThat(check(members, file + " #!/usr/bin/env node")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"main\":\"lib\"",
        "\"module\":\"m.mjs\"",
        "\"types\":\"t.d.ts\"",
        "\"browser\":\"b.js\"",
        "\"browser\":{\"./a.js\":\"./b.js\"}",
        "\"exports\":\"./e.js\"",
        "\"exports\":{\"./*\":\"./lib/*.js\"}",
        "\"exports\":{\".\":{\"node\":{\"import\":\"./e.mjs\"}}}",
        "\"imports\":{\"#a\":\"./a.js\"}",
        "\"bin\":{\"w\":\"cli\"}"
      })
  void what_nobody_finds_is_a_problem(String members) throws IOException {
    assertThat(check(members, "cli.js #!", "other.js x"))
        .extracting(Problem::code)
        .containsExactly("ENTRY_POINT_NOT_BUILT");
  }

  @Test
  void a_condition_of_the_authors_own_that_leads_nowhere_is_a_warning() throws IOException {
    List<Problem> problems =
        check(
            "\"exports\":{\".\":{\"@acme/source\":\"./src/a.ts\",\"default\":\"./a.js\"}}", "a.js");

    assertThat(problems).extracting(Problem::code).containsExactly("ENTRY_POINT_NOT_SHIPPED");
    assertThat(problems).allMatch(Problem::isWarning);
  }

  @Test
  void a_command_without_a_shebang_is_a_warning() throws IOException {
    List<Problem> problems = check("\"bin\":{\"w\":\"cli.js\"}", "cli.js console.log(1)");

    assertThat(problems)
        .containsExactly(
            Problem.warning(
                    "COMMAND_WITHOUT_SHEBANG",
                    "\"bin.w\" in package.json leads to cli.js, which does not begin with #!: a"
                        + " shell would run it as a shell script.",
                    "Make this its first line: #!/usr/bin/env node")
                .at(Place.line("cli.js", 1)));
  }

  @Test
  void an_entry_that_is_typescript_is_a_warning() throws IOException {
    assertThat(check("\"main\":\"index.ts\"", "index.ts x"))
        .extracting(Problem::code, Problem::isWarning)
        .containsExactly(tuple("ENTRY_POINT_IS_SOURCE", true));
  }

  @Test
  void exports_that_hide_the_types_are_a_warning() throws IOException {
    assertThat(check("\"types\":\"t/a.d.ts\",\"exports\":\"./a.js\"", "a.js x", "t/a.d.ts x"))
        .extracting(Problem::what)
        .containsExactly("The package ships type declarations, but these lead to none: exports.");
  }

  @Test
  void exports_with_types_beside_them_are_no_problem() throws IOException {
    assertThat(check("\"types\":\"a.d.ts\",\"exports\":\"./a.js\"", "a.js x", "a.d.ts x"))
        .isEmpty();
  }

  @Test
  void the_scripts_that_will_not_run_are_named_once_with_the_steps_in_their_place() {
    PackageManifest manifest =
        PackageManifest.read(
            (START + "\"scripts\":{\"prepack\":\"tsc\",\"postpublish\":\"x\",\"test\":\"y\"}}")
                .getBytes(StandardCharsets.UTF_8),
            "package.json");

    assertThat(LifecycleScripts.notice(manifest))
        .hasValueSatisfying(notice -> {
          assertThat(notice.what())
              .isEqualTo(
                  "Slipway does not run the package's scripts prepack, postpublish, which npm"
                      + " would run when publishing.");
          assertThat(notice.remedy())
              .isEqualTo(
                  """
                  What they do belongs into a step before Slipway:

                      - run: npm ci
                      - run: npm run prepack

                  What follows a publish belongs into a step behind Slipway:

                      - run: npm run postpublish

                  If they are there already, say so with `ignore-scripts: true`.\
                  """);
        });
  }

  @Test
  void a_package_without_such_scripts_has_nothing_to_be_said() {
    PackageManifest manifest =
        PackageManifest.read(
            (START + "\"scripts\":{\"test\":\"y\"}}").getBytes(StandardCharsets.UTF_8),
            "package.json");

    assertThat(LifecycleScripts.notice(manifest)).isEmpty();
  }
}
