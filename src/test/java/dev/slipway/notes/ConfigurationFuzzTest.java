package dev.slipway.notes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fuzz;
import dev.slipway.Oracle;
import dev.slipway.decision.Analysis;
import dev.slipway.history.Commit;
import dev.slipway.history.Preset;
import dev.slipway.json.Json;
import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import dev.slipway.settings.Configuration;
import dev.slipway.settings.ConfigurationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random configuration files over random commits: read, judged and written up by us and by
/// semantic-release as a whole.
@Tag("fuzz")
class ConfigurationFuzzTest {
  /// Where semantic-release itself breaks off in the middle.
  private static final List<String> CRASHES =
      List.of("TypeError: Cannot read properties of undefined", "is not a function");

  /// A pattern that is none, or is not linear, is refused here before any commit meets it.
  private static final Set<String> EARLY =
      Set.of(
          "refused: PATTERN_MALFORMED",
          "refused: PATTERN_NOT_LINEAR",
          "refused: PATTERN_MALFORMED, PATTERN_NOT_LINEAR");

  @TempDir Path folder;

  @Test
  void a_random_configuration_leads_to_the_same_release_with_the_same_notes() throws IOException {
    int cases = Fuzz.cases(100, 20_000);
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> different = new ArrayList<>();
    try (Oracle oracle = Oracle.start("configuration-oracle.mjs")) {
      for (int number = 0; number < cases && different.size() < 5; number++) {
        RandomGenerator random = Fuzz.random(91_000_000L + number);
        RandomConfiguration configuration = RandomConfiguration.of(random);
        Preset preset = RandomNotes.pick(random, List.of(Preset.values()));
        List<Commit> commits =
            RandomCommits.of(
                random, random.nextBoolean() ? Preset.CONVENTIONALCOMMITS : preset, List.of());
        Path place = Files.createDirectories(folder.resolve(Integer.toString(number)));
        Files.writeString(place.resolve(configuration.file()), configuration.text());
        Json theirs = oracle.ask("", question(place, commits));
        String ours = ours(place, commits);
        String outcome = compare(ours, theirs);
        outcomes.merge(outcome, 1, Integer::sum);
        if (outcome.equals("DIFFERENT")) {
          different.add(
              "case "
                  + number
                  + "\n"
                  + configuration.file()
                  + "\n"
                  + configuration.text()
                  + "\n--- commits\n"
                  + commits.stream()
                      .map(c -> Json.of(c.message()).toString())
                      .collect(Collectors.joining("\n"))
                  + "\n--- theirs\n"
                  + shown(theirs)
                  + "\n--- ours\n"
                  + ours
                  + "\n");
        }
      }
    }
    System.out.printf("%d random configurations, seed %d: %s%n", cases, Fuzz.SEED, outcomes);
    assertThat(different.stream().limit(3)).isEmpty();
    assertThat(outcomes.getOrDefault("the same", 0)).isGreaterThan(cases / 2);
  }

  private static Map<String, Json> question(Path place, List<Commit> commits) {
    Map<String, Json> question = new LinkedHashMap<>();
    question.put("cwd", Json.of(place.toString()));
    question.put("commits", new Json.Arr(commits.stream().map(RandomNotes::raw).toList()));
    question.put("lastRelease", Json.empty().with("gitTag", Json.of("v1.2.0")));
    question.put(
        "nextRelease",
        Json.empty().with("version", Json.of("1.3.0")).with("gitTag", Json.of("v1.3.0")));
    return question;
  }

  private static String shown(Json theirs) {
    return theirs
        .text("error")
        .map(error -> "refused (" + theirs.text("at").orElse("") + "): " + error)
        .orElseGet(
            () -> theirs.text("type").orElse("none") + "\n" + theirs.text("notes").orElse(""));
  }

  private static String ours(Path place, List<Commit> commits) {
    try {
      Configuration configuration = ConfigurationReader.read(place, Map.of());
      String bump =
          Analysis.of(commits, configuration.analyzer())
              .bump()
              .map(Object::toString)
              .orElse("none");
      String notes =
          configuration
              .notes()
              .map(settings ->
                  ReleaseNotes.write(
                      NotesRequest.of(
                          commits,
                          settings,
                          "https://github.com/acme/widget.git",
                          Optional.of("v1.2.0"),
                          "v1.3.0",
                          "1.3.0",
                          LocalDate.of(2026, 9, 1))))
              .orElse("");
      return bump + "\n" + notes;
    } catch (Refused refused) {
      return "refused: "
          + refused.problems().stream()
              .filter(problem -> !problem.isWarning())
              .map(Problem::code)
              .distinct()
              .sorted()
              .collect(Collectors.joining(", "));
    }
  }

  private static String compare(String ours, Json theirs) {
    boolean refusedHere = ours.startsWith("refused: ");
    Optional<String> error = theirs.text("error");
    if (error.isPresent()) {
      return refusedHere
          ? "refused by both"
          : CRASHES.stream().anyMatch(error.get()::contains) ? "broke off there" : "DIFFERENT";
    }
    if (refusedHere) {
      return EARLY.contains(ours) ? "refused before it is met" : "DIFFERENT";
    }
    return ours.equals(shown(theirs)) ? "the same" : "DIFFERENT";
  }
}
