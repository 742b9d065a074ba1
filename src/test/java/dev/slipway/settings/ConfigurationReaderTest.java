package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.json.JsonWriter;
import dev.slipway.problem.Place;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.version.BranchSpec;
import dev.slipway.version.TagFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock")
class ConfigurationReaderTest {
  @TempDir Path folder;

  private Configuration read(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return ConfigurationReader.read(folder, Map.of());
  }

  private List<Problem> refused(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> ConfigurationReader.read(folder, Map.of()));
    return refused.problems();
  }

  @Test
  void without_a_file_the_native_defaults_hold() {
    Configuration configuration = ConfigurationReader.read(folder, Map.of());
    assertThat(configuration).isEqualTo(Configuration.nativeDefaults());
    assertThat(configuration.isNative()).isTrue();
    assertThat(configuration.profile()).isEqualTo(Profile.NATIVE);
    assertThat(configuration.preset()).isEqualTo(Preset.CONVENTIONALCOMMITS);
    assertThat(configuration.branches()).hasSize(7);
    assertThat(configuration.github().orElseThrow().successComment()).isEqualTo(new Wording.Off());
  }

  @Test
  void an_empty_object_is_what_semantic_release_does_by_default() throws IOException {
    Configuration configuration = read(".releaserc.json", "{}");
    assertThat(configuration.file()).contains(".releaserc.json");
    assertThat(configuration.profile()).isEqualTo(Profile.SR25);
    assertThat(configuration.preset()).isEqualTo(Preset.ANGULAR);
    assertThat(configuration.branches()).isEqualTo(Configuration.BRANCHES);
    assertThat(configuration.tagFormat()).isEqualTo(TagFormat.V);
    assertThat(configuration.npm()).containsExactly(NpmSettings.defaults());
    assertThat(configuration.github()).contains(GitHubSettings.defaults());
    assertThat(configuration.notes()).contains(NotesSettings.of(Preset.ANGULAR, Profile.SR25));
    assertThat(configuration.changelogs()).isEmpty();
    assertThat(configuration.git()).isEmpty();
    assertThat(configuration.warnings()).isEmpty();
  }

  @Test
  void options_of_the_root_flow_into_every_plugin_and_its_own_win() throws IOException {
    Configuration configuration =
        read(
            ".releaserc.yml",
            """
            preset: conventionalcommits
            releaseRules:
              - {type: docs, scope: README, release: patch}
              - {breaking: true, release: major}
              - {revert: true, release: false}
            linkCompare: false
            plugins:
              - '@semantic-release/commit-analyzer'
              - - '@semantic-release/release-notes-generator'
                - preset: angular
                  linkReferences: true
                  presetConfig: {types: [{type: feat, section: New}]}
                  writerOpts: {groupBy: scope, commitsSort: [scope, subject], commitGroupsSort: title}
              - - '@semantic-release/changelog'
                - {changelogFile: docs/CHANGES.md, changelogTitle: '# Changes'}
              - - '@semantic-release/npm'
                - {npmPublish: false, pkgRoot: dist, tarballDir: out}
              - - '@semantic-release/git'
                - {assets: [docs, [a, '!b'], {path: c}], message: 'release: ${nextRelease.version}'}
            """);
    assertThat(configuration.preset()).isEqualTo(Preset.CONVENTIONALCOMMITS);
    assertThat(configuration.analyzer().releaseRules())
        .extracting(rule ->
            rule.breaking()
                + " "
                + rule.revert()
                + " "
                + rule.release()
                + JsonWriter.compact(rule.properties()))
        .containsExactly(
            "false false patch{\"type\":\"docs\",\"scope\":\"README\"}",
            "true false major{}",
            "false true none{}");
    NotesSettings notes = configuration.notes().orElseThrow();
    assertThat(notes.preset()).isEqualTo(Preset.ANGULAR);
    assertThat(notes.linkCompare()).contains(false);
    assertThat(notes.linkReferences()).contains(true);
    assertThat(notes.writer().groupBy()).contains("scope");
    assertThat(notes.writer().commitsSort()).contains(List.of("scope", "subject"));
    assertThat(notes.writer().commitGroupsSort()).contains(List.of("title"));
    assertThat(JsonWriter.compact(notes.presetConfig()))
        .isEqualTo("{\"types\":[{\"type\":\"feat\",\"section\":\"New\"}]}");
    assertThat(configuration.changelogs())
        .containsExactly(new ChangelogSettings("docs/CHANGES.md", Optional.of("# Changes")));
    assertThat(configuration.npm())
        .containsExactly(
            new NpmSettings(
                Optional.of(false), "dist", Optional.of("out"), NpmSettings.defaults().steps()));
    assertThat(configuration.git())
        .containsExactly(
            new GitSettings(
                List.of(List.of("docs"), List.of("a", "!b"), List.of("c")),
                Template.of("release: ${nextRelease.version}")));
    assertThat(configuration.github()).isEmpty();
    assertThat(configuration.warnings()).isEmpty();
  }

  @Test
  void branches_and_tag_format_are_values() throws IOException {
    Configuration configuration =
        read(
            "release.config.js",
            "module.exports = {tagFormat: 'w-${version}-x', repositoryUrl: 'https://e.com/o/r',"
                + " branches: ['main', {name: 'b/*', prerelease: true, channel: 'c-${name}'},"
                + " {name: '1.x', range: '1.x', channel: false}]};");
    assertThat(configuration.tagFormat()).isEqualTo(new TagFormat("w-", "-x"));
    assertThat(configuration.repositoryUrl()).contains("https://e.com/o/r");
    assertThat(configuration.branches())
        .containsExactly(
            BranchSpec.of("main"),
            BranchSpec.of("b/*")
                .withPrerelease(new BranchSpec.Value.Flag(true))
                .withChannel(new BranchSpec.Value.Text("c-${name}")),
            BranchSpec.of("1.x")
                .withRange(new BranchSpec.Value.Text("1.x"))
                .withChannel(new BranchSpec.Value.Flag(false)));
  }

  @Test
  void the_key_of_a_step_names_its_plugins() throws IOException {
    Configuration configuration =
        read(
            "package.json",
            """
            {"name": "x", "release": {
              "verifyConditions": ["@semantic-release/npm"],
              "prepare": ["@semantic-release/changelog"],
              "publish": [["@semantic-release/npm", {"npmPublish": false}]],
              "addChannel": [], "success": false, "fail": false}}\
            """);
    assertThat(configuration.npm())
        .containsExactly(
            new NpmSettings(
                Optional.of(false),
                ".",
                Optional.empty(),
                Set.of(PluginStep.VERIFY_CONDITIONS, PluginStep.PUBLISH)));
    assertThat(configuration.github()).isEmpty();
    assertThat(configuration.changelogs()).containsExactly(ChangelogSettings.defaults());
    assertThat(configuration.notes()).isPresent();
  }

  @Test
  void an_object_at_a_step_goes_into_the_options_of_its_plugins() throws IOException {
    Configuration configuration =
        read(".releaserc.json", "{\"publish\": {\"npmPublish\": false, \"assets\": [\"x\"]}}");
    assertThat(configuration.npm().getFirst().npmPublish()).contains(false);
    assertThat(configuration.github().orElseThrow().assets())
        .containsExactly(
            new GitHubSettings.Asset(List.of("x"), Optional.empty(), Optional.empty()));
  }

  @Test
  void everything_wrong_is_said_at_once_with_its_place() throws IOException {
    List<Problem> problems =
        refused(
            ".releaserc.json",
            """
            {
              "branches": ["main", {"channel": "x"}],
              "tagFormat": "v1",
              "plugins": [
                ["@semantic-release/commit-analyzer", {"preset": "angulr"}],
                ["@semantic-release/npm", {"npmPublish": "yes"}],
                ["@semantic-release/exec", {"prepareCmd": "make"}],
                "semantic-release-slack-bot",
                ["@semantic-release/github", {"addReleases": "left"}],
                7
              ]
            }
            """);
    assertThat(problems)
        .extracting(p -> p.code() + " " + p.place().orElseThrow())
        .containsExactlyInAnyOrder(
            "EINVALIDBRANCH .releaserc.json:2:24",
            "ETAGNOVERSION .releaserc.json:3:16",
            "CONFIG_PRESET .releaserc.json:5:54",
            "EINVALIDNPMPUBLISH .releaserc.json:6:46",
            "CONFIG_PLUGIN .releaserc.json:7:47",
            "CONFIG_PLUGIN .releaserc.json:8:5",
            "EINVALIDADDRELEASES .releaserc.json:9:50",
            "EPLUGINSCONF .releaserc.json:10:5");
    assertThat(problems)
        .contains(
            Problem.configuration(
                    "EINVALIDNPMPUBLISH",
                    "The option npmPublish of @semantic-release/npm must be true or false, and is"
                        + " \"yes\".",
                    "Correct it, or take it out.")
                .at(new Place(".releaserc.json", 6, 46)),
            Problem.configuration(
                    "CONFIG_PLUGIN",
                    "The command in prepareCmd of @semantic-release/exec cannot be honoured:"
                        + " Slipway runs no commands, since it holds the token.",
                    "Write the version with the command prepare, run it in a step behind that, and"
                        + " release then. Then take it out of the configuration, or say that it may"
                        + " be passed over:\n\nwith:\n  ignore-plugins:"
                        + " \"@semantic-release/exec\"")
                .at(new Place(".releaserc.json", 7, 47)),
            Problem.configuration(
                    "CONFIG_PRESET",
                    "The preset angulr of @semantic-release/commit-analyzer is not built in, and"
                        + " Slipway runs nobody else's code.",
                    "Did you mean angular?")
                .at(new Place(".releaserc.json", 5, 54)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "@semantic-release/npm | {\"pkgRoot\": \" \"} | EINVALIDPKGROOT",
        "@semantic-release/npm | {\"tarballDir\": true} | EINVALIDTARBALLDIR",
        "@semantic-release/changelog | {\"changelogFile\": 1} | EINVALIDCHANGELOGFILE",
        "@semantic-release/changelog | {\"changelogTitle\": \"\"} | EINVALIDCHANGELOGTITLE",
        "@semantic-release/git | {\"assets\": [{}]} | EINVALIDASSETS",
        "@semantic-release/git | {\"message\": \" \"} | EINVALIDMESSAGE",
        "@semantic-release/github | {\"assets\": [1]} | EINVALIDASSETS",
        "@semantic-release/github | {\"successComment\": true} | EINVALIDSUCCESSCOMMENT",
        "@semantic-release/github | {\"failTitle\": \"\"} | EINVALIDFAILTITLE",
        "@semantic-release/github | {\"failComment\": 5} | EINVALIDFAILCOMMENT",
        "@semantic-release/github | {\"labels\": [\"\"]} | EINVALIDLABELS",
        "@semantic-release/github | {\"assignees\": [1]} | EINVALIDASSIGNEES",
        "@semantic-release/github | {\"releasedLabels\": [1]} | EINVALIDRELEASEDLABELS",
        "@semantic-release/github | {\"draftRelease\": \"yes\"} | EINVALIDDRAFTRELEASE",
        "@semantic-release/github | {\"releaseBodyTemplate\": \"\"} | EINVALIDRELEASEBODYTEMPLATE",
        "@semantic-release/github | {\"releaseNameTemplate\": 1} | EINVALIDRELEASENAMETEMPLATE",
        "@semantic-release/github | {\"discussionCategoryName\": 1} |"
            + " EINVALIDDISCUSSIONCATEGORYNAME",
        "@semantic-release/github | {\"proxy\": {\"host\": \"x\"}} | EINVALIDPROXY",
        "@semantic-release/git | {\"message\": \"${process.env.X}\"} | TEMPLATE_BEYOND",
        "@semantic-release/commit-analyzer | {\"releaseRules\": [{\"type\": \"x\"}]} |"
            + " CONFIG_RELEASE_RULES",
        "@semantic-release/commit-analyzer | {\"releaseRules\": [{\"release\": \"big\"}]} |"
            + " CONFIG_RELEASE_RULES",
        "@semantic-release/commit-analyzer | {\"releaseRules\": \"./none.js\"} |"
            + " CONFIG_RELEASE_RULES",
        "@semantic-release/commit-analyzer | {\"config\": \"conventional-changelog-mine\"} |"
            + " CONFIG_PRESET",
        "@semantic-release/commit-analyzer | {\"parserOpts\": 1} | CONFIG_PARSER_OPTS",
      })
  void a_wrong_option_has_the_code_that_the_plugin_gives_it(
      String plugin, String options, String code) throws IOException {
    assertThat(refused(".releaserc.json", "{\"plugins\": [[\"" + plugin + "\", " + options + "]]}"))
        .extracting(Problem::code)
        .contains(code);
  }

  @Test
  void a_function_is_refused_where_it_would_count() throws IOException {
    assertThat(
            refused(
                "release.config.js",
                """
                module.exports = {
                  plugins: [
                    ['@semantic-release/release-notes-generator', {
                      writerOpts: {
                        transform: (commit) => commit,
                      },
                    }],
                    [require('./mine'), {}],
                  ],
                };
                """))
        .containsExactlyInAnyOrder(
            Problem.configuration(
                    "CONFIG_CODE",
                    "The option writerOpts.transform of @semantic-release/release-notes-generator"
                        + " is code, and Slipway reads configurations without running them.",
                    "Take it out. Which types are shown, and under which titles, is said by"
                        + " presetConfig.types of the preset conventionalcommits; how they look, by"
                        + " the Handlebars templates mainTemplate, headerPartial, commitPartial and"
                        + " footerPartial.")
                .at(new Place("release.config.js", 5, 20)),
            Problem.configuration(
                    "CONFIG_CODE",
                    "The option plugins is code, and Slipway reads configurations without running"
                        + " them: `require('./mine')` (the module \"./mine\" would have to be"
                        + " run).",
                    "Write the value itself in its place, or take the option out.")
                .at(new Place("release.config.js", 8, 6)));
  }

  @Test
  void a_file_that_cannot_be_followed_is_refused_with_the_statement() throws IOException {
    assertThat(
            refused(
                "release.config.js",
                "const config = {};\n"
                    + "for (const x of []) { config.x = x }\n"
                    + "module.exports = config"))
        .containsExactly(
            Problem.configuration(
                    "CONFIG_CODE",
                    "The configuration holds code, and Slipway reads configurations without running"
                        + " them: `for` (what \"for\" does would have to be run).",
                    "Write the value itself in its place, or keep the configuration in a"
                        + " .releaserc.json.")
                .at(new Place("release.config.js", 2, 1)));
  }

  @Test
  void unparsable_files_name_line_and_column() throws IOException {
    assertThat(refused(".releaserc.yml", "branches:\n  - main\n bad: x\n"))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("CONFIG_SYNTAX");
          assertThat(problem.place()).contains(new Place(".releaserc.yml", 3, 2));
        });
    Files.delete(folder.resolve(".releaserc.yml"));
    assertThat(refused(".releaserc.json", "{\n  \"a\": 1,\n}"))
        .containsExactly(
            Problem.configuration(
                    "CONFIG_SYNTAX",
                    ".releaserc.json cannot be read as JSON: expected a key in double quotes.",
                    "Mend .releaserc.json at line 3, column 1.")
                .at(new Place(".releaserc.json", 3, 1)));
  }

  @Test
  void misspelt_and_misplaced_keys_are_warnings_with_the_right_name() throws IOException {
    Configuration configuration =
        read(
            ".releaserc.json",
            """
            {
              "branch": "main",
              "plugin": [],
              "plugins": [
                ["@semantic-release/commit-analyzer",
                  {"noteKeywords": ["X"], "parserOpts": {"noteKeyword": []}}],
                ["@semantic-release/npm", {"npmpublish": false}],
                ["@semantic-release/github", {"pkgRoot": "x", "comment": false}]
              ]
            }
            """);
    assertThat(configuration.warnings())
        .extracting(p -> p.what() + " " + p.remedy() + " " + p.place().orElseThrow())
        .containsExactlyInAnyOrder(
            "The option branch does nothing since semantic-release 16. Write branches in its place."
                + " .releaserc.json:2:3",
            "The option plugin is not known and does nothing. Did you mean plugins?"
                + " .releaserc.json:3:3",
            "The option noteKeywords of @semantic-release/commit-analyzer does nothing where it"
                + " stands. Move it into parserOpts. .releaserc.json:6:8",
            "The option parserOpts.noteKeyword of @semantic-release/commit-analyzer is not known"
                + " and does nothing. Did you mean parserOpts.noteKeywords? .releaserc.json:6:61",
            "The option npmpublish of @semantic-release/npm is not known and does nothing. Did you"
                + " mean npmPublish? .releaserc.json:7:32",
            "The option pkgRoot of @semantic-release/github is not known and does nothing. Take it"
                + " out. .releaserc.json:8:35",
            "The option comment of @semantic-release/github is not known and does nothing. Take it"
                + " out. .releaserc.json:8:51");
  }

  @Test
  void the_workflow_has_the_last_word_and_contradictions_are_refused() throws IOException {
    Files.writeString(
        folder.resolve(".releaserc.json"),
        "{\"branches\": [\"a\"], \"plugins\": [\"other\", \"@semantic-release/npm\"]}");
    Inputs inputs =
        Inputs.read(
            List.of("--branches", "b", "--tag-format=${version}", "--ignore-plugins=other"),
            Map.of());
    Configuration configuration =
        ConfigurationReader.read(folder, folder, Map.of(), Overrides.of(inputs));
    assertThat(configuration.branches()).containsExactly(BranchSpec.of("b"));
    assertThat(configuration.tagFormat()).isEqualTo(new TagFormat("", ""));
    assertThat(configuration.warnings())
        .extracting(Problem::code)
        .containsExactly("CONFIG_PLUGIN_IGNORED");
    Overrides preset = Overrides.of(Inputs.read(List.of("--preset=atom"), Map.of()));
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> ConfigurationReader.read(folder, folder, Map.of(), preset));
    assertThat(refused.problems()).extracting(Problem::code).contains("INPUT_CONTRADICTS");
  }
}
