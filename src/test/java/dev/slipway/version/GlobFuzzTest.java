package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fuzz;
import dev.slipway.Oracle;
import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random globs over random texts, by us and by micromatch.
@Tag("fuzz")
class GlobFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "*",
          "*",
          "**",
          "?",
          "a",
          "b",
          "ab",
          "core",
          ".",
          "/",
          "/",
          "**/",
          "/**",
          "!",
          "!(a)",
          "!(a|b)",
          "@(a|b)",
          "+(a|b)",
          "*(a)",
          "?(b)",
          "+(a|aa)",
          "*(*(a))",
          "!(*.a)",
          ".a",
          "{a,b}",
          "{a,}",
          "{1..3}",
          "{a..c}",
          "{a}",
          "{}",
          "{",
          "}",
          "[ab]",
          "[!a]",
          "[^a]",
          "[a-c]",
          "[",
          "]",
          "[]]",
          "[[:alpha:]]",
          "[[:digit:]a]",
          "(a|b)",
          "(a)",
          "(",
          ")",
          "|",
          ",",
          "\\",
          "\\*",
          "\\a",
          "\\\\",
          "\"a\"",
          "\"",
          "+",
          "++",
          "$",
          "^",
          "-",
          "--",
          " ",
          "é",
          ":",
          "#",
          "./",
          "../",
          "***",
          "@",
          "~",
          "=",
          "a.b",
          "{a,b/c}",
          "!(a/b)",
          "(?:a)",
          "(?!a)",
          "(?=a)",
          "x",
          "1",
          "no-release");
  private static final List<String> TEXTS =
      List.of(
          "a",
          "b",
          "ab",
          "aa",
          "core",
          ".",
          "/",
          "a/b",
          ".a",
          "a.b",
          "x",
          "1",
          "2",
          "é",
          "-",
          " ",
          "*",
          "!",
          "{a}",
          "[ab]",
          "(a)",
          "\\",
          "+",
          "$",
          "c",
          "aab",
          "no-release",
          "\n",
          "a/b/c",
          "..",
          "|",
          ",",
          "\"a\"",
          ":",
          "#",
          "^");

  @Test
  void a_random_glob_matches_what_micromatch_matches() {
    int cases = Fuzz.cases(250, 20_000);
    int refused = 0;
    int matches = 0;
    int endless = 0;
    try (Oracle oracle = Oracle.start("grammar-oracle.mjs")) {
      for (int number = 0; number < cases; number++) {
        RandomGenerator random = Fuzz.random(55_000_000L + number);
        String pattern = some(random, PIECES, 4);
        List<String> texts = new ArrayList<>(List.of(pattern, ""));
        for (int i = 0; i < 25; i++) {
          texts.add(some(random, TEXTS, 3));
        }
        Map<String, Json> question = new LinkedHashMap<>();
        question.put("pattern", Json.of(pattern));
        question.put("texts", Json.of(texts));
        List<Json> answers = oracle.ask("glob", question).items();
        Glob glob;
        try {
          glob = Glob.of(pattern);
        } catch (IllegalArgumentException notLinear) {
          refused++;
          continue;
        }
        for (int i = 0; i < texts.size(); i++) {
          if (answers.get(i).truth().isPresent()) {
            assertThat(glob.matches(texts.get(i)))
                .as("%s on %s", Json.of(pattern), Json.of(texts.get(i)))
                .isEqualTo(answers.get(i).truth().get());
            matches += answers.get(i).truth().get() ? 1 : 0;
          } else {
            // The empty text is no glob there, and some globs never come to an end.
            endless +=
                answers.get(i).text("error").filter(e -> e.contains("timed out")).isPresent()
                    ? 1
                    : 0;
            glob.matches(texts.get(i));
          }
        }
      }
    }
    System.out.printf(
        "%d random globs, seed %d: no difference over %d matches; %d refused, %d never end there%n",
        cases, Fuzz.SEED, matches, refused, endless);
    assertThat(matches).isGreaterThan(cases);
    assertThat(refused).isLessThan(cases / 25);
  }

  private static String some(RandomGenerator random, List<String> choices, int most) {
    StringBuilder text = new StringBuilder();
    for (int left = 1 + random.nextInt(most); left > 0; left--) {
      text.append(choices.get(random.nextInt(choices.size())));
    }
    return text.toString();
  }
}
