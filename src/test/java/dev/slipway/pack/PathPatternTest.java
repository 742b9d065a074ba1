package dev.slipway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  private static final int CASES = Integer.getInteger("slipway.glob.cases", 6_000);

  /// Pieces of patterns, so that a random pattern has something to mean.
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "c",
          "A",
          ".",
          "/",
          "/",
          "*",
          "**",
          "?",
          "!",
          "+(",
          "@(",
          "?(",
          "*(",
          "!(",
          "|",
          ")",
          ")",
          "[",
          "]",
          "[a-c]",
          "[!a]",
          "[[:alpha:]]",
          "[[:upper:]x]",
          "[^[:graph:]]",
          "{",
          "}",
          ",",
          "{a,b}",
          "{1..3}",
          "\\",
          "-",
          "js",
          ".js",
          "é",
          "..",
          "./",
          "**/",
          "/**");

  private static final List<String> NAMES =
      List.of(
          "a", "b", "c", "A", "ab", "abc", ".a", "a.js", "B.JS", "é", "É", "1", "(", "[a]", "{a}");

  @Test
  void random_patterns_mean_what_they_mean_to_npm() {
    Random random = new Random(20261124);
    List<Json> questions = new ArrayList<>();
    List<String> mine = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      String pattern = pattern(random);
      String path = path(random);
      boolean partial = random.nextInt(3) == 0;
      questions.add(
          NpmOracle.question("match", "pattern", pattern, "path", path, "partial", partial));
      PathPattern own = PathPattern.of(pattern);
      mine.add(own.matches(PathParts.of(path), partial) + " " + own.negated());
    }

    List<Json> theirs = NpmOracle.ask(questions);

    List<String> different = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < CASES; i++) {
      if (theirs.get(i).text("error").isPresent()) {
        // Its library makes an invalid regular expression of some; npm cannot pack with them.
        continue;
      }
      compared++;
      Json answer = theirs.get(i).get("ok").orElseThrow();
      String their =
          answer.get("match").flatMap(Json::truth).orElseThrow()
              + " "
              + answer.get("negate").flatMap(Json::truth).orElseThrow();
      if (!their.equals(mine.get(i))) {
        different.add(questions.get(i) + " npm " + their + ", own " + mine.get(i));
      }
    }
    assertThat(different).isEmpty();
    assertThat(compared).isGreaterThan(CASES * 9 / 10);
  }

  private static String pattern(Random random) {
    StringBuilder pattern = new StringBuilder();
    int pieces = 1 + random.nextInt(7);
    for (int i = 0; i < pieces; i++) {
      pattern.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    // An escaped bar becomes an alternative in the regular expression that npm's library makes.
    return pattern.toString().replace("\\|", "|").replace("\\|", "|");
  }

  private static String path(Random random) {
    StringBuilder path = new StringBuilder(random.nextBoolean() ? "/" : "");
    int names = 1 + random.nextInt(4);
    for (int i = 0; i < names; i++) {
      path.append(i == 0 ? "" : "/").append(NAMES.get(random.nextInt(NAMES.size())));
    }
    return path.append(random.nextInt(4) == 0 ? "/" : "").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
        "+(a|aa|aaa)+(a|aa|aaa)+(a|aa|aaa)b",
        "*(*(*(a)))b",
        "!(a!(a!(a)))",
        "**/**/a/**/a/**/a/**/a/**/a/**/b",
        "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
      })
  void no_pattern_hangs(String pattern) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          PathPattern own = PathPattern.of(pattern);
          own.matches(PathParts.of("a".repeat(250)), false);
          own.matches(PathParts.of("a/".repeat(120) + "a"), false);
        });
  }
}
