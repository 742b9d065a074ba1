package dev.slipway.settings;

import dev.slipway.history.Preset;
import dev.slipway.version.Version;
import dev.slipway.world.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Every input there is. `action.yml` says the same, and a test compares the two.
public final class InputTable {
  static final Reading<Boolean> FLAG = Reading.flag();
  static final Reading<Optional<Boolean>> MAYBE = Reading.maybe();
  static final Reading<List<String>> LINES = Reading.lines();

  public static final Input<Optional<Command>> COMMAND =
      Input.of(
              "command",
              Reading.oneOf(Command.class),
              "What to do: release, plan, prepare, pack, doctor, rehearse, watch, dist-tag or"
                  + " deprecate; the last two with what stands behind them on the command line.")
          .or("release");
  public static final Input<Optional<Secret>> NPM_TOKEN =
      Input.of(
          "npm-token",
          Reading.secret(),
          "The token for the registry; without it NPM_TOKEN or NODE_AUTH_TOKEN of the environment,"
              + " or trusted publishing.");
  public static final Input<Optional<LocalDate>> NPM_TOKEN_EXPIRES =
      Input.of(
          "npm-token-expires",
          Reading.day(),
          "The day the npm token expires, such as 2027-01-31; the run warns in good time.");
  public static final Input<Optional<Secret>> GITHUB_TOKEN =
      Input.of(
              "github-token",
              Reading.secret(),
              "The token for the repository; needs contents: write to release.")
          .or("${{ github.token }}");
  public static final Input<Optional<String>> WORKING_DIRECTORY =
      Input.of(
              "working-directory",
              Reading.text(),
              "The directory that holds package.json, relative to the workspace.")
          .or(".")
          .alias("working_directory");
  public static final Input<Boolean> DRY_RUN =
      Input.of("dry-run", FLAG, "Show what would be done, and change nothing.")
          .or("false")
          .alias("dry_run");
  public static final Input<Optional<String>> TAG =
      Input.of(
          "tag",
          Reading.text(),
          "Publish the version of this tag, instead of deciding one from the commits.");

  public static final Input<Optional<URI>> REGISTRY =
      Input.of(
          "registry",
          Reading.address(),
          "The registry to publish to; without it the manifest's publishConfig, else the public npm"
              + " registry.");
  public static final Input<List<URI>> REGISTRIES =
      Input.of(
          "registries",
          Reading.addresses(),
          "Further registries that get the same version, one address a line.");
  public static final Input<Optional<Choices.Access>> ACCESS =
      Input.of(
          "access",
          Reading.oneOf(Choices.Access.class),
          "Who may install a scoped package: public or restricted; without it as publishConfig"
              + " says.");
  public static final Input<Optional<String>> DIST_TAG =
      Input.of(
          "dist-tag",
          Reading.text(),
          "The dist-tag of the version; without it as the branch's channel says.");
  public static final Input<Boolean> LATEST_MAY_GO_DOWN =
      Input.of(
              "latest-may-go-down",
              FLAG,
              "Let the command dist-tag point latest at a lower version than now.")
          .or("false");
  public static final Input<Optional<Choices.Publish>> PUBLISH =
      Input.of(
              "publish",
              Reading.oneOf(Choices.Publish.class),
              "How to publish: direct, stage (a person approves it), or auto.")
          .or("auto");
  public static final Input<Optional<Choices.Provenance>> PROVENANCE =
      Input.of(
              "provenance",
              Reading.oneOf(Choices.Provenance.class),
              "Publish with a signed statement of the build: true, false, or auto (where it can be"
                  + " made).")
          .or("auto");
  public static final Input<Optional<Duration>> WAIT =
      Input.of(
              "wait",
              Reading.duration(),
              "How long to wait until the registry shows the version; then the run ends as"
                  + " pending.")
          .or("20m");
  public static final Input<Optional<Duration>> DEADLINE =
      Input.of(
          "deadline",
          Reading.duration(),
          "How long the whole run may take; nothing that cannot be undone is begun after it.");
  public static final Input<Boolean> IGNORE_SCRIPTS =
      Input.of(
              "ignore-scripts",
              FLAG,
              "Say nothing of scripts such as prepack in package.json, which do not run here.")
          .or("false");
  public static final Input<Optional<Choices.Guard>> GUARD =
      Input.of(
              "guard",
              Reading.oneOf(Choices.Guard.class),
              "What the look at the tarball does: strict (grave findings stop the release), warn"
                  + " (nothing stops it), or off.")
          .or("strict");

  public static final Input<Optional<Written>> BRANCHES =
      Input.of(
              "branches",
              BranchesText::read,
              "The branches to release from, one a line or as JSON; over the configuration file.")
          .alias("branch");
  public static final Input<Optional<String>> TAG_FORMAT =
      Input.of(
              "tag-format",
              Reading.text(),
              "How a version becomes a tag, such as v${version}; over the configuration file.")
          .alias("tag_format");
  public static final Input<Optional<String>> REPOSITORY_URL =
      Input.of(
              "repository-url",
              Reading.text(),
              "The address of the repository in notes and links; over the configuration file.")
          .alias("repository_url");
  public static final Input<List<String>> EXTENDS =
      Input.of(
          "extends",
          LINES,
          "Shared configurations to start from, one file or package a line; over the configuration"
              + " file.");
  public static final Input<Optional<Preset>> PRESET =
      Input.of(
          "preset",
          Reading.oneOf(Preset.class),
          "How commits are read where there is no configuration file: conventionalcommits, angular"
              + " …");
  public static final Input<Optional<Choices.Rules>> PROFILE =
      Input.of(
          "profile",
          Reading.oneOf(Choices.Rules.class),
          "Whose rules to follow: native, sr25 or cc10; without it sr25 where there is a"
              + " configuration file, else native.");
  public static final Input<List<String>> IGNORE_PLUGINS =
      Input.of(
          "ignore-plugins",
          LINES,
          "Plug-ins of the configuration file that the release can do without, one a line.");
  public static final Input<Optional<Version>> INITIAL_VERSION =
      Input.of(
          "initial-version",
          Reading.version(),
          "The version of the first release; without it 1.0.0.");
  public static final Input<Boolean> MAJOR_ZERO =
      Input.of(
              "major-zero",
              FLAG,
              "Below 1.0.0, let a breaking change move the minor version instead of going to"
                  + " 1.0.0.")
          .or("false");
  public static final Input<Boolean> SQUASH =
      Input.of(
              "squash",
              FLAG,
              "Read the list in the body of a squashed commit as commits of their own.")
          .or("false");
  public static final Input<Optional<Choices.Behind>> BEHIND =
      Input.of(
              "behind",
              Reading.oneOf(Choices.Behind.class),
              "When the branch has moved on since the checkout: skip, fail, or release what is"
                  + " checked out.")
          .or("skip");

  public static final Input<Optional<Choices.Commit>> COMMIT =
      Input.of(
          "commit",
          Reading.oneOf(Choices.Commit.class),
          "Write the version into the branch: false, true, or pull-request; without it as the"
              + " configuration file says.");
  public static final Input<Optional<String>> COMMIT_MESSAGE =
      Input.of(
          "commit-message",
          Reading.text(),
          "The message of that commit, with ${nextRelease.version} and ${nextRelease.notes} in"
              + " it.");
  public static final Input<List<String>> COMMIT_FILES =
      Input.of("commit-files", LINES, "Further files of that commit, one path or glob a line.");
  public static final Input<Optional<String>> CHANGELOG =
      Input.of(
          "changelog",
          Reading.text(),
          "The changelog file to write, such as CHANGELOG.md; without it as the configuration file"
              + " says.");
  public static final Input<Optional<Choices.GitHubRelease>> GITHUB_RELEASE =
      Input.of(
          "github-release",
          Reading.oneOf(Choices.GitHubRelease.class),
          "Make a release on GitHub: true, false, or draft; without it true, or as the"
              + " configuration file says.");
  public static final Input<List<String>> ASSETS =
      Input.of(
          "assets", LINES, "Further files for the release on GitHub, one path or glob a line.");
  public static final Input<Boolean> SBOM =
      Input.of("sbom", FLAG, "Add a CycloneDX list of the dependencies to the release on GitHub.")
          .or("false");
  public static final Input<Optional<String>> DISCUSSION_CATEGORY =
      Input.of(
          "discussion-category",
          Reading.text(),
          "Open a discussion of this category with the release on GitHub.");
  public static final Input<Optional<Boolean>> COMMENTS =
      Input.of(
          "comments",
          MAYBE,
          "Comment on the pull requests and issues that a release resolves; without it as the"
              + " configuration file says.");
  public static final Input<List<String>> LABELS =
      Input.of(
          "labels",
          LINES,
          "Labels for the pull requests and issues that a release resolves, one a line.");
  public static final Input<Optional<Boolean>> FAIL_ISSUE =
      Input.of(
          "fail-issue",
          MAYBE,
          "Open an issue when a release fails, and close it when one succeeds; without it as the"
              + " configuration file says.");
  public static final Input<Optional<Choices.Preview>> PREVIEW =
      Input.of(
              "preview",
              Reading.oneOf(Choices.Preview.class),
              "Where a pull request's preview goes: comment (and summary), summary, or off.")
          .or("comment");

  public static final Input<Optional<String>> DROP_INTENT =
      Input.of(
          "drop-intent",
          Reading.text(),
          "Give up the unfinished release of this tag; read first what that means.");
  public static final Input<Optional<String>> CA_FILE =
      Input.of(
          "ca-file",
          Reading.text(),
          "A PEM file of further certificate authorities, relative to the workspace.");
  public static final Input<Optional<String>> OUT =
      Input.of(
          "out",
          Reading.text(),
          "The directory that keeps the tarball, relative to the workspace.");

  public static final Input<Optional<String>> SEMANTIC_VERSION =
      Input.of(
          "semantic_version",
          Reading.text(),
          "Not needed; accepted from workflows of another action.");
  public static final Input<List<String>> EXTRA_PLUGINS =
      Input.of(
          "extra_plugins",
          LINES,
          "Not needed; accepted from workflows of another action: what can be honoured is built"
              + " in.");
  public static final Input<Optional<Boolean>> CI =
      Input.of("ci", MAYBE, "Not needed; accepted from workflows of another action.");
  public static final Input<Optional<Boolean>> UNSET_GHA_ENV =
      Input.of("unset_gha_env", MAYBE, "Not needed; accepted from workflows of another action.");

  public static final Input<Boolean> JSON =
      Input.of("json", FLAG, "Print one JSON document.").or("false").onCommandLine();
  public static final Input<Boolean> KEEP =
      Input.of("keep", FLAG, "Keep the rehearsal's registry running.").or("false").onCommandLine();
  public static final Input<Optional<String>> AS =
      Input.of(
              "as",
              Reading.text(),
              "Rehearse as if a commit with this message had been merged, such as \"feat: more\".")
          .onCommandLine();
  public static final Input<Optional<String>> FAIL_AT =
      Input.of("fail-at", Reading.text(), "Let the rehearsal crash at this step.").onCommandLine();
  public static final Input<Boolean> HELP =
      Input.of("help", FLAG, "Print the commands and options.").or("false").onCommandLine();
  public static final Input<Boolean> VERSION =
      Input.of("version", FLAG, "Print the version of Slipway.").or("false").onCommandLine();

  private static final List<Input<?>> ALL =
      List.of(
          COMMAND,
          NPM_TOKEN,
          NPM_TOKEN_EXPIRES,
          GITHUB_TOKEN,
          WORKING_DIRECTORY,
          DRY_RUN,
          TAG,
          REGISTRY,
          REGISTRIES,
          ACCESS,
          DIST_TAG,
          LATEST_MAY_GO_DOWN,
          PUBLISH,
          PROVENANCE,
          WAIT,
          DEADLINE,
          IGNORE_SCRIPTS,
          GUARD,
          BRANCHES,
          TAG_FORMAT,
          REPOSITORY_URL,
          EXTENDS,
          PRESET,
          PROFILE,
          IGNORE_PLUGINS,
          INITIAL_VERSION,
          MAJOR_ZERO,
          SQUASH,
          BEHIND,
          COMMIT,
          COMMIT_MESSAGE,
          COMMIT_FILES,
          CHANGELOG,
          GITHUB_RELEASE,
          ASSETS,
          SBOM,
          DISCUSSION_CATEGORY,
          COMMENTS,
          LABELS,
          FAIL_ISSUE,
          PREVIEW,
          DROP_INTENT,
          CA_FILE,
          OUT,
          SEMANTIC_VERSION,
          EXTRA_PLUGINS,
          CI,
          UNSET_GHA_ENV,
          JSON,
          KEEP,
          AS,
          FAIL_AT,
          HELP,
          VERSION);

  private InputTable() {}

  /// Every input, in the order of `action.yml`.
  public static List<Input<?>> all() {
    return ALL;
  }

  /// The inputs that are accepted and do nothing.
  static List<Input<?>> unneeded() {
    return List.of(SEMANTIC_VERSION, EXTRA_PLUGINS, CI, UNSET_GHA_ENV);
  }
}
