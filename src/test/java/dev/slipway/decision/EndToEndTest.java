package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Fuzz;
import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random repositories written to disk by git, and decided there by the whole of semantic-release
/// in a dry run, against our decision for the same repository in memory.
@Tag("fuzz")
class EndToEndTest {
  private static final int CASES = Fuzz.cases(3, 200);
  private static final int COMMANDS = Fuzz.cases(1, 50);
  private static final long SEED = Long.getLong("slipway.fuzz.seed", 41_000_000L);

  @TempDir Path folder;

  @Test
  void a_repository_on_disk_is_decided_as_the_same_repository_in_memory() {
    try (SemanticRelease oracle = SemanticRelease.start()) {
      compare(
          CASES,
          SEED,
          (scenario, real) ->
              oracle.run(
                  ScenarioJson.config(scenario)
                      .with("cwd", Json.of(real.checkout().toString()))
                      .with("repositoryUrl", Json.of("file://" + real.remote()))));
    }
  }

  @Test
  void the_command_itself_decides_so_too() {
    compare(COMMANDS, SEED + 1_000_000, EndToEndTest::command);
  }

  private void compare(
      int cases, long firstSeed, BiFunction<Scenario, RealRepository, Json> decide) {
    List<String> unexplained = new ArrayList<>();
    int compared = 0;
    for (long seed = firstSeed; compared < cases; seed++) {
      Scenario scenario = Scenario.of(seed);
      // what semantic-release cannot read right on disk is compared in memory, by DecisionFuzzTest
      if (Differences.toMend(scenario).isEmpty()) {
        compared++;
        Path place = folder.resolve(Long.toString(seed));
        RealRepository real =
            RealRepository.write(scenario.graph(), scenario.branch(), make(place));
        Json theirs = inMemory(decide.apply(scenario, real), real.memory(), scenario);
        Differences.compare(scenario, Answers.ours(scenario), theirs)
            .unexplained()
            .ifPresent(unexplained::add);
        delete(place);
      }
    }
    System.out.println(compared + " repositories on disk");
    assertThat(unexplained.stream().limit(3)).as(unexplained.size() + " differ").isEmpty();
  }

  /// Runs `semantic-release --dry-run` in the checkout.
  private static Json command(Scenario scenario, RealRepository real) {
    Path judged = real.checkout().resolveSibling("judged.json");
    Path plugin = Peers.folder().resolve("decision/plugin.mjs");
    Json config =
        ScenarioJson.config(scenario)
            .without("id")
            .without("ciBranch")
            .with("repositoryUrl", Json.of("file://" + real.remote()))
            .with("plugins", Json.of(List.of(plugin.toString())));
    try {
      Files.writeString(real.checkout().resolve(".releaserc.json"), JsonWriter.compact(config));
      Peers.Output output =
          Peers.node(
              real.checkout(),
              Map.of(
                  "HOME",
                  real.checkout().resolveSibling("home").toString(),
                  "JUDGE",
                  judged.toString(),
                  "GITHUB_ACTIONS",
                  "true",
                  "GITHUB_REF",
                  "refs/heads/" + scenario.branch()),
              Peers.of("semantic-release").resolve("bin/semantic-release.js").toString(),
              "--dry-run");
      Json.Obj result =
          Files.exists(judged)
              ? (Json.Obj) JsonReader.read(Files.readString(judged))
              : Json.empty().with("outcome", Json.of("wrong branch"));
      return output.code() == 0 ? result : refused(result, output.out() + output.err());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Json refused(Json.Obj result, String log) {
    List<Json> errors = new ArrayList<>();
    for (String line : log.lines().toList()) {
      for (String word : line.split(" ", -1)) {
        boolean code = word.startsWith("E") && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
        if (code && word.length() > 4) {
          errors.add(Json.empty().with("code", Json.of(word)));
        }
      }
      int crash = line.indexOf("TypeError: ");
      if (crash >= 0) {
        errors.add(Json.empty().with("message", Json.of(line.substring(crash + 11))));
      }
    }
    return result.with("outcome", Json.of("refused")).with("errors", new Json.Arr(errors));
  }

  /// The oracle's result with git's hashes replaced by those in memory.
  private static Json inMemory(Json result, Map<String, String> memory, Scenario scenario) {
    return switch (result) {
      case Json.Str(String text) when memory.containsKey(text) -> Json.of(memory.get(text));
      case Json.Arr(List<Json> items) ->
          new Json.Arr(items.stream().map(i -> inMemory(i, memory, scenario)).toList());
      case Json.Obj(Map<String, Json> members) -> {
        Json.Obj changed = Json.empty();
        for (Map.Entry<String, Json> member : members.entrySet()) {
          changed = changed.with(member.getKey(), inMemory(member.getValue(), memory, scenario));
        }
        yield changed.text("head").isPresent() ? withCommit(changed, scenario) : changed;
      }
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> result;
    };
  }

  /// A promotion names the release before it by its tag.
  private static Json.Obj withCommit(Json.Obj release, Scenario scenario) {
    String head = release.text("head").orElseThrow();
    return scenario.graph().tags().stream()
        .filter(tag -> head.equals(tag.name()))
        .findFirst()
        .map(tag -> release.with("head", Json.of(tag.commit())))
        .orElse(release);
  }

  private static Path make(Path place) {
    try {
      return Files.createDirectories(place);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void delete(Path place) {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
