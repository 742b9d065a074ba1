package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Corpus;
import dev.slipway.history.Commit;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.settings.ReleaseRule;
import dev.slipway.settings.ReleaseType;
import dev.slipway.version.Bump;
import dev.slipway.version.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real releases: the same commits and the same settings give the same version.
class DecisionsCorpusTest {
  @Test
  void every_release_of_the_corpus_has_the_same_bump_and_version() {
    Optional<List<Json>> corpus = Corpus.read("decisions.jsonl");
    Assumptions.assumeTrue(corpus.isPresent(), "no corpus here");
    List<String> differences = new ArrayList<>();
    for (Json decision : corpus.get()) {
      Optional<Bump> bump = Analysis.of(commits(decision), settings(decision)).bump();
      String version =
          bump.map(b -> Version.of(decision.text("previous").orElseThrow()).bump(b).toString())
              .orElse("none");
      if (!bump.map(Bump::toString).equals(decision.text("bump"))
          || !version.equals(decision.text("version").orElse("none"))) {
        differences.add(
            decision.get("id").orElseThrow() + ": " + bump + " is not " + decision.text("bump"));
      }
    }
    assertThat(corpus.get()).hasSize(1_755);
    assertThat(differences).isEmpty();
  }

  private static List<Commit> commits(Json decision) {
    var person = new Commit.Person("A Person", "person@example.test");
    return decision.get("commits").orElseThrow().items().stream()
        .map(commit -> {
          Instant at = Instant.parse(commit.text("date").orElseThrow());
          String hash = commit.text("hash").orElseThrow();
          return new Commit(
              hash, hash, List.of(), person, at, person, at, commit.text("message").orElseThrow());
        })
        .toList();
  }

  private static AnalyzerSettings settings(Json decision) {
    Preset preset = Preset.named(decision.text("preset").orElse("angular")).orElseThrow();
    return new AnalyzerSettings(preset.options(Profile.SR25), rules(decision), false);
  }

  private static List<ReleaseRule> rules(Json decision) {
    if (!decision.text("settingsFile").equals(Optional.of("package.json"))) {
      return List.of();
    }
    Json settings = decision.get("settings").orElseThrow();
    Json read = settings.text().map(JsonReader::read).orElse(settings);
    return read.get("plugins").stream()
        .flatMap(plugins -> plugins.items().stream())
        .filter(plugin -> plugin.items().size() > 1)
        .flatMap(plugin -> plugin.items().get(1).get("releaseRules").stream())
        .flatMap(rules -> rules.items().stream())
        .map(DecisionsCorpusTest::rule)
        .toList();
  }

  private static ReleaseRule rule(Json rule) {
    Json.Obj object = (Json.Obj) rule;
    return new ReleaseRule(
        object.get("breaking").flatMap(Json::truth).orElse(false),
        object.get("revert").flatMap(Json::truth).orElse(false),
        object.without("breaking").without("revert").without("release"),
        object.text("release").flatMap(ReleaseType::named).orElse(ReleaseType.NONE));
  }
}
