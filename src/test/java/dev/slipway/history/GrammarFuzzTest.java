package dev.slipway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Corpus;
import dev.slipway.Fuzz;
import dev.slipway.Oracle;
import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random messages, read by us and by the real parsers.
@Tag("fuzz")
class GrammarFuzzTest {
  private static final int BATCH = 250;

  /// Messages at which the real parser itself breaks off: a `-notes-` line puts a text where it
  /// keeps a list, a `-name-` line without a value behind a note reads beyond the end.
  private static final List<String> CRASHES =
      List.of(
          "is not a function",
          "is not iterable",
          "Cannot read properties of undefined",
          "Cannot create property");

  @ParameterizedTest
  @EnumSource(names = {"SR25", "CC10"})
  void a_random_message_is_read_as_the_real_parser_reads_it(Profile profile) {
    int cases = Fuzz.cases(2_500, 200_000);
    List<String> real = Corpus.messages();
    int crashes = 0;
    try (Oracle oracle = Oracle.start("grammar-oracle.mjs")) {
      for (int batch = 0; batch * BATCH < cases; batch++) {
        RandomGenerator random = Fuzz.random(profile.name().hashCode() * 1_000_000L + batch);
        Messages messages = new Messages(random, real);
        Grammars grammars = Grammars.random(random, profile);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
          asked.add(messages.next());
        }
        Map<String, Json> question = new LinkedHashMap<>(grammars.question());
        question.put("messages", Json.of(asked));
        List<Json> answers = oracle.ask("parse", question).items();
        for (int i = 0; i < BATCH; i++) {
          crashes += compare(grammars, asked.get(i), answers.get(i));
        }
      }
    }
    System.out.printf(
        "%s: %d random messages, seed %d: no difference; the real parser broke off at %d%n",
        profile, cases, Fuzz.SEED, crashes);
  }

  /// An outline says of the header, the notes and what is taken back what the whole says.
  static void outline(CommitGrammar grammar, Commit commit) {
    Optional<Change> whole = grammar.read(commit);
    Optional<Change> outline = grammar.outline(commit);
    assertThat(outline.isPresent()).as(commit.message()).isEqualTo(whole.isPresent());
    whole.ifPresent(change -> {
      Change same = outline.orElseThrow();
      assertThat(same)
          .as(commit.message())
          .isEqualTo(
              new Change(
                  commit,
                  change.fields(),
                  change.header(),
                  same.body(),
                  same.footer(),
                  change.notes(),
                  same.references(),
                  same.mentions(),
                  change.revert(),
                  change.merge()));
      assertThat(holdsBreaking(same)).as(commit.message()).isEqualTo(holdsBreaking(change));
    });
  }

  private static boolean holdsBreaking(Change change) {
    return change.body().orElse("").contains("BREAKING")
        || change.footer().orElse("").contains("BREAKING");
  }

  private static int compare(Grammars grammars, String message, Json answer) {
    outline(grammars.grammar(), commit(message));
    String error = answer.text("error").orElse("");
    if (error.equals("Expected a raw commit")) {
      assertThat(grammars.grammar().read(commit(message), message)).as(message).isEmpty();
      return 0;
    }
    if (CRASHES.stream().anyMatch(error::contains)) {
      grammars.grammar().read(commit(message), message);
      return 1;
    }
    Json own =
        grammars.grammar().read(commit(message), message).map(ChangeJson::of).orElse(Json.empty());
    assertThat(JsonWriter.pretty(own))
        .as("%s %s", grammars.question(), JsonWriter.compact(Json.of(message)))
        .isEqualTo(JsonWriter.pretty(ChangeJson.sorted(answer)));
    return 0;
  }

  static Commit commit(String message) {
    var person = new Commit.Person("A", "a@example.test");
    return new Commit(
        "1234567890abcdef1234567890abcdef12345678",
        "tree",
        List.of(),
        person,
        Instant.EPOCH,
        person,
        Instant.EPOCH,
        message);
  }
}
