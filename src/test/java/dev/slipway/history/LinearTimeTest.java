package dev.slipway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.pattern.Regex;
import dev.slipway.version.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Everything that reads foreign text, at 1 KiB to 8 MiB: twice the text takes about twice the
/// time. A measurement, so not part of the default run: `./build -Dtest=LinearTimeTest
/// -Dslipway.bench=true test`.
@EnabledIfSystemProperty(named = "slipway.bench", matches = "true")
class LinearTimeTest {
  private static final int SMALLEST = 1 << 10;
  private static final int LARGEST = 8 << 20;

  /// Below this a measurement says more about the machine than about the code.
  private static final long LEAST_NANOS = 4_000_000;

  private static final double MOST = 2.2;

  @Test
  void twice_the_text_takes_at_most_about_twice_the_time() {
    List<String> tooSlow = new ArrayList<>();
    texts()
        .forEach((text, piece) ->
            readers()
                .forEach((name, reader) -> measure(name + " of " + text, piece, reader, tooSlow)));
    assertThat(tooSlow).isEmpty();
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("words", "some words and #12 more\n");
    texts.put("one line", "some words and #12 more ");
    texts.put("notes", "BREAKING CHANGE: a\n");
    texts.put("actions", "close ");
    texts.put("signs", "#");
    texts.put("paths", "a-/");
    texts.put("blanks", " ");
    texts.put("feeds", "\n");
    texts.put("addresses", "http://-");
    texts.put("reverts", "This reverts commit ");
    texts.put("brackets", "(a)");
    texts.put("quotes", "\" ");
    texts.put("fields", "-a-\nb\n");
    texts.put("mentions", "@a");
    texts.put("skips", "[skip ");
    return texts;
  }

  private static Map<String, Consumer<String>> readers() {
    Map<String, Consumer<String>> readers = new LinkedHashMap<>();
    for (Profile profile : Profile.values()) {
      for (Preset preset : List.of(Preset.ANGULAR, Preset.CONVENTIONALCOMMITS)) {
        CommitGrammar grammar = CommitGrammar.of(preset.options(profile));
        readers.put(
            profile + " " + preset + " message",
            text -> grammar.read(GrammarFuzzTest.commit("feat(a): b\n\n" + text)));
        readers.put(
            profile + " " + preset + " header",
            text -> grammar.read(GrammarFuzzTest.commit("Revert \"" + text)));
      }
    }
    Regex regex = Regex.of("^(\\w*)(?:\\((.*)\\))?(?!!): ((?:a|.)*)$", "i");
    readers.put("a pattern's search", text -> regex.find("feat(a" + text));
    for (String glob : List.of("*a*b*", "!(*a*|b*)", "{a,b}*+(a|b)", "**")) {
      Glob compiled = Glob.of(glob);
      readers.put("glob " + glob, text -> compiled.matches(text));
    }
    return readers;
  }

  private static void measure(
      String name, String piece, Consumer<String> reader, List<String> tooSlow) {
    long before = 0;
    for (int size = SMALLEST; size <= LARGEST; size *= 2) {
      String text = piece.repeat(size / piece.length());
      long best = best(reader, text, before);
      if (before > LEAST_NANOS && best > MOST * before) {
        // Once more, both: a busy machine is no slow function.
        long again = best(reader, piece.repeat(size / 2 / piece.length()), 0);
        best = Math.min(best, best(reader, text, 0));
        if (best > MOST * Math.max(before, again)) {
          tooSlow.add(
              name + " at " + size + ": " + before / 1_000 + " us, then " + best / 1_000 + " us");
        }
      }
      before = best;
    }
    System.out.printf("%-60s %8.1f ms at 8 MiB%n", name, before / 1e6);
  }

  private static long best(Consumer<String> reader, String text, long before) {
    long best = Long.MAX_VALUE;
    int rounds = before > 100_000_000 ? 2 : 5;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      reader.accept(text);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
