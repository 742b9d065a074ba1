package dev.slipway.pattern;

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

/// Random expressions over random texts, by us and by a real JavaScript engine.
@Tag("fuzz")
class RegexFuzzTest {
  private static final List<String> ATOMS =
      List.of(
          "a",
          "b",
          "c",
          ":",
          " ",
          "\\w",
          "\\s",
          "\\d",
          "\\S",
          "\\W",
          "\\D",
          ".",
          "[ab]",
          "[^a]",
          "[a-c:]",
          "[\\w-]",
          "[^\\s(]",
          "\\b",
          "\\B",
          "^",
          "$",
          "\\(",
          "\\)",
          "!",
          "-",
          "\\x61",
          "\\u0062",
          "[\\s\\S]",
          "[^]",
          "]",
          "}",
          "{",
          "\\.",
          "é",
          "[À-ÿ]",
          "\\/",
          "K",
          "s",
          "\\t",
          "[\\b]",
          "[]",
          "\\c",
          "\\cA",
          "{a",
          "\\e",
          "\\0",
          "\\k",
          "[a-\\d]",
          "x{,2}",
          "\\xg");
  private static final List<String> QUANTIFIERS =
      List.of(
          "", "", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?", "{2,}", "{0}");
  private static final String LETTERS = "aabbcc: -()!\n\r\u2028é1_K\u212As\u017f\u00e0.x{}]";

  @Test
  void a_random_expression_finds_what_a_javascript_engine_finds() {
    int cases = Fuzz.cases(1_500, 50_000);
    int refused = 0;
    try (Oracle oracle = Oracle.start("grammar-oracle.mjs")) {
      for (int number = 0; number < cases; number++) {
        RandomGenerator random = Fuzz.random(77_000_000L + number);
        String source = expression(random, 3);
        String flags = List.of("", "", "", "i", "m", "s", "is").get(random.nextInt(7));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          texts.add(text(random));
        }
        Map<String, Json> question = new LinkedHashMap<>();
        question.put("source", Json.of(source));
        question.put("flags", Json.of(flags));
        question.put("texts", Json.of(texts));
        Json answer = oracle.ask("regex", question);
        refused += compare(source, flags, texts, answer);
      }
    }
    System.out.printf(
        "%d random expressions, seed %d: no difference; %d need what is refused%n",
        cases, Fuzz.SEED, refused);
    assertThat(refused).isLessThan(cases / 3);
  }

  private static int compare(String source, String flags, List<String> texts, Json answer) {
    Regex regex;
    try {
      regex = Regex.of(source, flags);
    } catch (Unreadable unreadable) {
      if (unreadable.isMalformed()) {
        assertThat(answer.text("error")).as("/%s/%s", source, flags).isPresent();
        return 0;
      }
      return 1;
    }
    assertThat(answer.text("error")).as("/%s/%s", source, flags).isEmpty();
    for (int i = 0; i < texts.size(); i++) {
      List<String> groups =
          answer.items().get(i).get("groups").stream()
              .flatMap(all -> all.items().stream())
              .map(group -> group.text().orElse(""))
              .toList();
      assertThat(regex.find(texts.get(i)))
          .as("/%s/%s on %s", source, flags, Json.of(texts.get(i)))
          .isEqualTo(groups);
      boolean atStart =
          answer.items().get(i).get("index").flatMap(Json::whole).equals(java.util.Optional.of(0L));
      assertThat(regex.matchesAtStart(texts.get(i)) || !atStart)
          .as("/%s/%s at the start of %s", source, flags, Json.of(texts.get(i)))
          .isTrue();
      if (source.startsWith("^")) {
        assertThat(
                regex.matchesAtStart(texts.get(i))
                    && groups.isEmpty()
                    && !flags.contains("m")
                    && !source.contains("|"))
            .isFalse();
      }
    }
    return 0;
  }

  private static String expression(RandomGenerator random, int depth) {
    StringBuilder source = new StringBuilder();
    for (int items = 1 + random.nextInt(4); items > 0; items--) {
      source.append(atom(random, depth)).append(pick(random, QUANTIFIERS));
    }
    if (random.nextInt(5) == 0) {
      source.append('|').append(expression(random, depth - 1));
    }
    return source.toString();
  }

  private static String atom(RandomGenerator random, int depth) {
    if (depth <= 0 || random.nextInt(3) > 0) {
      return pick(random, ATOMS);
    }
    String inner = expression(random, depth - 1);
    return switch (random.nextInt(8)) {
      case 0 -> "(?=" + inner + ")";
      case 1 -> "(?!" + inner + ")";
      case 2, 3 -> "(?:" + inner + ")";
      case 4 -> random.nextInt(6) == 0 ? "(?<=" + inner + ")" : inner;
      default -> "(" + inner + ")";
    };
  }

  private static String text(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static String pick(RandomGenerator random, List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
