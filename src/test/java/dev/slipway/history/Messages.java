package dev.slipway.history;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes commit messages at random: such as people write, such as nobody writes, and real ones with
/// something changed. The same generator gives the same messages.
public final class Messages {
  private static final List<String> TYPES =
      List.of(
          "feat",
          "fix",
          "perf",
          "docs",
          "chore",
          "refactor",
          "revert",
          "Feat",
          "FIX",
          "FEAT",
          "feature",
          "BUGFIX",
          "build",
          "ci",
          "test",
          "deps",
          "",
          "fe at",
          "f_1",
          "féat",
          "Update",
          "[BUGFIX beta]",
          "[[FEAT]]",
          ":bug:",
          "[css mode]",
          "[x]",
          "Merge",
          "Fix");
  private static final List<String> SCOPES =
      List.of(
          "",
          "",
          "",
          "(core)",
          "(a/b)",
          "(deps)",
          "(a)(b)",
          "()",
          "(a b)",
          "($@.-*/)",
          "(é)",
          "(",
          ")",
          " (x)",
          "(x) ",
          "(a): (b)",
          "(x)!",
          "(\u2028)");
  private static final List<String> MARKS =
      List.of(": ", ": ", ": ", ": ", "!: ", ":", " : ", "! : ", ":  ", ": : ", ":\t", "", "!!: ");
  private static final List<String> SUBJECTS =
      List.of(
          "add a thing",
          "x",
          "",
          " ",
          "closes #12",
          "fix #1, fixes #2",
          "see owner/repo#3",
          "a (#44)",
          "@user did it",
          "https://example.test/a#1 closes #2",
          "Revert \"feat: x\"",
          "ünïcode ✓ 😀",
          "a: b",
          "!: b",
          "gh-12 #ab #1-2",
          "a\rb",
          "resolved",
          "fixes",
          "tab\there",
          "end: ",
          "closes gh-7",
          "prefix #1",
          "#",
          "##1",
          "#1#2",
          "x/y/z#9",
          "a#1)",
          "a#1.",
          "#1;",
          "\u00a0#5");
  private static final List<String> LINES =
      List.of(
          "",
          "",
          "",
          "some text",
          "BREAKING CHANGE: it broke",
          "BREAKING CHANGE",
          "BREAKING CHANGE:",
          "BREAKING-CHANGE: y",
          "breaking change: z",
          "* BREAKING CHANGE: b",
          "- BREAKING CHANGE: c",
          " | BREAKING CHANGE d",
          "BREAKING CHANGES: e",
          "  BREAKING CHANGE : f",
          "BREAKING  CHANGE: g",
          "**BREAKING CHANGE**: h",
          "Breaking change in y",
          "BREAKING CHANGE\t:\u2028i",
          "closes #1",
          "Closes #2, #3",
          "fixes owner/repo#4 and resolves #5",
          "Refs: #6",
          "Reviewed-by: Z",
          "Z #7",
          "Signed-off-by: A <a@b.test>",
          "see https://github.test/a/b/issues/1",
          "http://x #1",
          "https:// #1",
          "-name-",
          "-hash-",
          "--",
          "---",
          "-a b-",
          "- item -",
          "-header-",
          "-body-",
          "-footer-",
          "gpg: made",
          " \tgpg:x",
          "gpg",
          "# comment",
          "; comment",
          "* feat: inner",
          "* fix(x): inner (#3)",
          "This reverts commit 1234567890abcdef1234567890abcdef12345678.",
          "This reverts commit 1234567.",
          "This reverts commit abc",
          "this reverts commit 1234567890123456789012345678901234567890",
          "This reverts commit 12345678901234567890123456789012345678901.",
          "Reverts owner/repo#12",
          "Closes: #8",
          "close #9\rfix #10",
          "a\u2028b #1",
          "fix\u2028 #1",
          "fix \u2029x #1 fixes #2",
          "Fixes gh-1 GH-2",
          "@a @b-c @",
          "mail@host.test",
          "#1 Fixes #2",
          "nothing #general",
          "#12abc",
          "\"quoted\"",
          "a\u00a0BREAKING CHANGE: x",
          "\ufeffBREAKING CHANGE: x",
          "   ",
          "\t",
          "(#1)",
          "[#1]",
          "ſixes #1",
          "BREAKING CHANGE #4",
          "token #5 ",
          "token: ",
          "Token:  ",
          "closeſ #3",
          "K: v");
  private static final String ALPHABET =
      "abfixcloses #@:-_!()[]{}*|/\\\"'.,;\t\r\n\u2028\u00a0 \ufeffBREAKINGCHANGE0123456789é😀";

  private final RandomGenerator random;
  private final List<String> real;

  /// @param real messages to start from at times; may be empty
  public Messages(RandomGenerator random, List<String> real) {
    this.random = random;
    this.real = real;
  }

  /// The next message.
  public String next() {
    String message =
        !real.isEmpty() && random.nextInt(3) == 0 ? real.get(random.nextInt(real.size())) : made();
    for (int changes = random.nextInt(6) - 2; changes > 0; changes--) {
      message = changed(message);
    }
    return message;
  }

  private String made() {
    StringBuilder message = new StringBuilder();
    if (random.nextInt(12) == 0) {
      message.append("Merge pull request #").append(random.nextInt(50)).append(" from a/b\n\n");
    }
    if (random.nextInt(8) == 0) {
      message
          .append(
              pick(
                  List.of(
                      "Revert \"", "revert: ", "Revert ", "REVERT: \"", "revert:\"", "Reapply \"")))
          .append(header())
          .append(pick(List.of("\"", "\"", "", "\"\"")))
          .append(pick(List.of("\n\n", "\n\n", " ", "\r\n\r\n", "")))
          .append(
              pick(
                  List.of(
                      "This reverts commit ", "This reverts commit ", "this Reverts commit ", "")))
          .append(pick(List.of("1234567", "1234567890abcdef1234567890abcdef12345678", "abc", "")))
          .append(pick(List.of(".", ".", "", ", reversing changes", "\n\nmore")));
    } else {
      message.append(header());
    }
    String end = random.nextInt(10) == 0 ? "\r\n" : "\n";
    for (int lines = random.nextInt(9); lines > 0; lines--) {
      message.append(end).append(random.nextInt(12) == 0 ? header() : pick(LINES));
    }
    return message.toString();
  }

  private String header() {
    return pick(TYPES) + pick(SCOPES) + pick(MARKS) + pick(SUBJECTS);
  }

  private String changed(String message) {
    int at = random.nextInt(message.length() + 1);
    int to = Math.min(message.length(), at + 1 + random.nextInt(4));
    return switch (random.nextInt(7)) {
      case 0 -> message.substring(0, at) + message.substring(to);
      case 1 -> message.substring(0, to) + message.substring(at);
      case 2, 3 -> message.substring(0, at) + letter() + message.substring(at);
      case 4 -> message.substring(0, at) + letter() + message.substring(to);
      case 5 -> message.substring(0, at) + pick(SUBJECTS) + message.substring(at);
      default -> withLine(message);
    };
  }

  private String withLine(String message) {
    List<String> lines = new ArrayList<>(List.of(message.split("\n", -1)));
    lines.add(random.nextInt(lines.size() + 1), pick(LINES));
    return String.join("\n", lines);
  }

  private char letter() {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
