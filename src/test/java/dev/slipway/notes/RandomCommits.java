package dev.slipway.notes;

import static dev.slipway.notes.RandomNotes.pick;

import dev.slipway.history.Commit;
import dev.slipway.history.Preset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random commits of a kind that a preset understands, and others.
final class RandomCommits {
  private static final Commit.Person SOMEBODY =
      new Commit.Person("Somebody", "somebody@example.org");
  private static final List<String> TYPES =
      List.of(
          "feat",
          "fix",
          "perf",
          "revert",
          "docs",
          "style",
          "refactor",
          "test",
          "build",
          "ci",
          "chore",
          "feature",
          "Feat",
          "12",
          "007",
          "7",
          "perf",
          "deps",
          "FEAT",
          "x_y");
  private static final List<String> SCOPES =
      List.of(
          "", "", "(core)", "(api)", "(*)", "(core,api)", "(a/b)", "(\u00fcber)", "()", "(a b)");
  private static final List<String> WORDS =
      List.of(
          "add",
          "the",
          "Thing",
          "of #12",
          "#7",
          "gh-3",
          "JIRA-4",
          "@user",
          "`@code`",
          "@org/team",
          "owner/repo#5",
          "(#34)",
          "`tick",
          "e@mail.org",
          "\u00e9t\u00e9",
          "\ud83d\ude80",
          "a-b",
          "$& $1",
          "{{host}}",
          "__proto",
          "[link](https://x.org/#1)",
          "https://x.org/a#2",
          "!6",
          "PROJ-ab",
          "*bold*",
          "<b>",
          "@a-b-",
          "@UPPER",
          "closes #9",
          "``two`` @x",
          "~",
          "[ref][#8]",
          "\u202f",
          "fixes o/r#1,#2");
  private static final List<String> LINES =
      List.of(
          "",
          "",
          "Some text about it.",
          "Closes #1",
          "fixes owner/other#22, closes gh-4",
          "Refs: #5",
          "BREAKING CHANGE: it breaks",
          "BREAKING-CHANGE: it breaks, too #3",
          "BREAKING CHANGE: see @user",
          "breaking change: small `@code`",
          "* item",
          "  indented",
          "Release-As: 2.0.0",
          "release-as: v1.2.x@3.1.4-rc",
          "Signed-off-by: A <a@b.c>",
          "see https://x.org/issues/#44",
          "```",
          "~~~ js",
          "Resolves: #8 and #9",
          "\u00c4 line",
          "BREAKING CHANGE: \u4e2d\u6587 b",
          "BREAKING CHANGE: a b",
          "Co-authored-by: @user");

  private RandomCommits() {}

  static List<Commit> of(RandomGenerator random, Preset preset, List<String> real) {
    List<Commit> commits = new ArrayList<>();
    int count = random.nextInt(9);
    for (int i = 0; i < count; i++) {
      String message =
          !real.isEmpty() && random.nextInt(4) == 0
              ? pick(random, real)
              : message(random, preset, commits);
      Instant when = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(90_000_000));
      commits.add(
          new Commit(
              hash(random), hash(random), List.of(), SOMEBODY, when, SOMEBODY, when, message));
    }
    // Reverts stand before what they revert: newest first.
    return random.nextBoolean() ? commits.reversed() : commits;
  }

  private static String message(RandomGenerator random, Preset preset, List<Commit> before) {
    if (!before.isEmpty() && random.nextInt(8) == 0) {
      Commit reverted = pick(random, before);
      String header = reverted.message().lines().findFirst().orElse("").strip();
      return (random.nextBoolean() ? "Revert \"" + header + "\"" : "revert: " + header)
          + "\n\nThis reverts commit "
          + reverted.sha()
          + ".";
    }
    StringBuilder out = new StringBuilder(header(random, preset));
    int lines = random.nextInt(4) * random.nextInt(3);
    for (int i = 0; i < lines; i++) {
      out.append(random.nextInt(20) == 0 ? "\r\n" : "\n");
      out.append(i == 0 && random.nextInt(5) > 0 ? "\n" : "");
      out.append(pick(random, LINES));
    }
    return out.toString();
  }

  private static String header(RandomGenerator random, Preset preset) {
    String words = words(random);
    if (random.nextInt(10) == 0) {
      return words;
    }
    String type = pick(random, TYPES);
    return switch (preset) {
      case ANGULAR, CONVENTIONALCOMMITS ->
          type + pick(random, SCOPES) + (random.nextInt(6) == 0 ? "!" : "") + ": " + words;
      case ATOM ->
          pick(random, List.of(":bug:", ":art:", ":racehorse:", ":x".repeat(40) + ":"))
              + " "
              + words;
      case CODEMIRROR -> "[" + type + (random.nextBoolean() ? " mode" : "") + "] " + words;
      case EMBER ->
          (random.nextInt(4) > 0 ? "Merge pull request #12 from a/b\n\n" : "")
              + "["
              + pick(random, List.of("BUGFIX", "FEATURE", "DOC", "SECURITY", "CLEANUP", "OTHER"))
              + " beta] "
              + words;
      case ESLINT -> pick(random, List.of("Fix", "New", "Breaking", "Docs")) + ": " + words;
      case EXPRESS, JQUERY -> type + ": " + words;
      case JSHINT -> "[[" + type + "]] " + words;
    };
  }

  private static String words(RandomGenerator random) {
    StringBuilder out = new StringBuilder(pick(random, WORDS));
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append(random.nextInt(9) == 0 ? "" : " ").append(pick(random, WORDS));
    }
    return out.toString();
  }

  private static String hash(RandomGenerator random) {
    StringBuilder out = new StringBuilder();
    while (out.length() < 40) {
      out.append(Character.forDigit(random.nextInt(16), 16));
    }
    return out.toString();
  }
}
