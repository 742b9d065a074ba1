package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fuzz;
import dev.slipway.json.Json;
import dev.slipway.notes.NotesOracle;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The order of texts, held against `localeCompare` of a real JavaScript engine.
@Tag("fuzz")
class CollationTest {
  private static final int CASES = Fuzz.cases(10_000, 200_000);

  record Pair(String left, String right) {
    Json json() {
      return Json.of(List.of(left, right));
    }
  }

  @Test
  void punctuation_counts_and_comes_before_digits_and_letters() {
    List<String> sorted =
        List.of("a-b", "ab", "a b", "A", "a", "b", "$", "1", "_", "a\u0001").stream()
            .sorted(Collation.ROOT)
            .toList();
    assertThat(sorted).containsExactly("_", "$", "1", "a", "a\u0001", "A", "a b", "a-b", "ab", "b");
  }

  @Test
  void every_pair_of_ascii_characters_stands_as_in_javascript() {
    List<Pair> pairs = new ArrayList<>();
    for (char left = 0; left < 128; left++) {
      for (char right = 0; right < 128; right++) {
        pairs.add(new Pair("x" + left + "b", "x" + right + "a"));
      }
    }
    assertThat(differences(pairs)).isEmpty();
  }

  @Test
  void random_texts_of_ascii_stand_as_in_javascript() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(Fuzz.SEED);
    assertThat(differences(pairs(random, CASES, "aAbB-_ .19\u0007/")))
        .as("seed " + Fuzz.SEED)
        .isEmpty();
  }

  @Test
  void random_texts_of_the_world_stand_as_in_javascript() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(Fuzz.SEED + 1);
    String letters =
        "aAbzZlL\u00b7-_ 1\u00e4\u00c4\u00e0\u00df\u00f8\u00e9e\u0301\u0323\u00ad\u200b\u03b1\u0391\u0431\u042f"
            + "\u4e2d\u6587\u3042\u30a2\uac00\u1100\u1161\uff21\ufb01\ud83d\ude80\ud83d\udc1b\u26a0\ufe0f\u0130\u0131\u2014\u2019";
    assertThat(differences(pairs(random, CASES, letters))).as("seed " + Fuzz.SEED).isEmpty();
  }

  @Test
  void every_character_stands_as_in_javascript() {
    List<Pair> pairs =
        IntStream.rangeClosed(1, 0x2ffff)
            .filter(c -> Character.isDefined(c) && !(c >= 0xd800 && c <= 0xdfff))
            .filter(c -> Fuzz.inFull() || c < 0x3000 || c % 37 == 0)
            .mapToObj(c -> new Pair(Character.toString(c), Character.toString(c * 7919 % 0xd7ff)))
            .filter(pair -> Character.isDefined(pair.right().codePointAt(0)))
            .toList();
    assertThat(pairs).hasSizeGreaterThan(5_000);
    assertThat(differences(pairs)).isEmpty();
  }

  private static List<Pair> pairs(RandomGenerator random, int count, String letters) {
    int[] codePoints = letters.codePoints().toArray();
    return IntStream.range(0, count)
        .mapToObj(_ -> new Pair(text(random, codePoints), text(random, codePoints)))
        .toList();
  }

  private static String text(RandomGenerator random, int[] codePoints) {
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(7); i > 0; i--) {
      out.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
    }
    return out.toString();
  }

  private static List<Pair> differences(List<Pair> pairs) {
    try (NotesOracle oracle = NotesOracle.start()) {
      Json question =
          Json.empty()
              .with("ask", Json.of("compare"))
              .with("pairs", new Json.Arr(pairs.stream().map(Pair::json).toList()));
      List<Json> signs = oracle.ask(question).get("signs").orElseThrow().items();
      return IntStream.range(0, pairs.size())
          .filter(i ->
              Integer.signum(Collation.ROOT.compare(pairs.get(i).left(), pairs.get(i).right()))
                  != signs.get(i).whole().orElseThrow())
          .mapToObj(pairs::get)
          .toList();
    }
  }
}
