package dev.slipway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Corpus;
import dev.slipway.Fuzz;
import dev.slipway.Oracle;
import dev.slipway.history.Commit;
import dev.slipway.history.Messages;
import dev.slipway.history.Preset;
import dev.slipway.history.Profile;
import dev.slipway.json.Json;
import dev.slipway.problem.Refused;
import dev.slipway.settings.AnalyzerSettings;
import dev.slipway.settings.ReleaseRule;
import dev.slipway.settings.ReleaseType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random release rules over random commits, judged by us and by the real commit-analyzer.
@Tag("fuzz")
class RulesFuzzTest {
  private static final List<String> NAMES =
      List.of(
          "type",
          "type",
          "type",
          "scope",
          "scope",
          "subject",
          "header",
          "body",
          "footer",
          "message",
          "merge",
          "hash",
          "tag",
          "emoji",
          "component",
          "shortDesc",
          "language",
          "taggedAs",
          "pr",
          "nothing");
  private static final List<String> GLOBS =
      List.of(
          "feat",
          "fix",
          "docs",
          "*",
          "**",
          "f*",
          "{feat,fix}",
          "!(feat)",
          "!feat",
          "@(core|deps)",
          "core",
          "a/*",
          "?eat",
          "*x*",
          "*[[]x*",
          "[a-f]*",
          "re*",
          "fix|feat",
          "(fix|feat)",
          "no-release",
          "*no-release*",
          ":bug:",
          "BUGFIX",
          "BUGFIX*",
          "*\\(*",
          "+([a-z])",
          "1",
          "*.md",
          "c*",
          "Merge*",
          "[[:alpha:]]*");
  private static final List<Json> RELEASES =
      List.of(
          Json.of("major"),
          Json.of("minor"),
          Json.of("minor"),
          Json.of("patch"),
          Json.of("patch"),
          Json.of("patch"),
          Json.of(false),
          Json.of(false),
          new Json.Null(),
          Json.of("prerelease"),
          Json.of("premajor"),
          Json.of("prepatch"));

  @Test
  void random_rules_over_random_commits_lead_to_the_same_release() {
    int cases = Fuzz.cases(500, 20_000);
    List<String> real = Corpus.messages();
    Map<String, Integer> types = new LinkedHashMap<>();
    try (Oracle oracle = Oracle.start("grammar-oracle.mjs")) {
      for (int number = 0; number < cases; number++) {
        RandomGenerator random = Fuzz.random(33_000_000L + number);
        Preset preset = pick(random, List.of(Preset.values()));
        List<Json> rules = rules(random);
        List<Commit> commits = commits(random, new Messages(random, real));
        Map<String, Json> settings = new LinkedHashMap<>();
        settings.put("preset", Json.of(preset.toString()));
        if (!rules.isEmpty()) {
          settings.put("releaseRules", new Json.Arr(rules));
        }
        Map<String, Json> question = new LinkedHashMap<>();
        question.put("settings", new Json.Obj(settings));
        question.put("commits", new Json.Arr(commits.stream().map(RulesFuzzTest::asked).toList()));
        Json answer = oracle.ask("analyze", question);
        Optional<String> error = answer.text("error");
        if (error.isPresent()) {
          // The parser breaks off at some messages (see GrammarFuzzTest), and nothing is decided.
          assertThat(error.get()).containsAnyOf("not a function", "properties of undefined");
          types.merge("broke off", 1, Integer::sum);
          continue;
        }
        String wanted = answer.text("type").orElse("none");
        AnalyzerSettings own =
            new AnalyzerSettings(
                preset.options(Profile.SR25),
                rules.stream().map(RulesFuzzTest::rule).toList(),
                false);
        assertThat(bump(commits, own))
            .as(
                "seed %d case %d: %s%n%s",
                Fuzz.SEED,
                number,
                new Json.Obj(settings),
                commits.stream()
                    .map(c -> Json.of(c.message()).toString())
                    .collect(Collectors.joining("\n")))
            .isEqualTo(wanted);
        types.merge(wanted, 1, Integer::sum);
      }
    }
    System.out.printf(
        "%d random configurations of rules, seed %d: no difference; %s%n", cases, Fuzz.SEED, types);
    assertThat(types).containsKeys("none", "patch", "minor", "major");
  }

  private static String bump(List<Commit> commits, AnalyzerSettings settings) {
    try {
      return Analysis.of(commits, settings).bump().map(Object::toString).orElse("none");
    } catch (Refused refused) {
      String what = refused.problems().getFirst().what();
      int start = what.indexOf("release type `") + 14;
      return what.substring(start, what.indexOf('`', start));
    }
  }

  private static List<Json> rules(RandomGenerator random) {
    List<Json> rules = new ArrayList<>();
    for (int left = random.nextInt(6); left > 0; left--) {
      Map<String, Json> rule = new LinkedHashMap<>();
      for (int names = random.nextInt(3); names > 0; names--) {
        rule.put(pick(random, NAMES), value(random));
      }
      if (random.nextInt(4) == 0) {
        rule.put("breaking", pick(random, List.of(Json.of(true), Json.of(false), Json.of("x"))));
      }
      if (random.nextInt(5) == 0) {
        rule.put("revert", Json.of(random.nextInt(4) > 0));
      }
      if (random.nextInt(8) == 0) {
        rule.put("notes", new Json.Arr(List.of(Json.empty().with("title", Json.of("BREAKING*")))));
      }
      if (random.nextInt(8) == 0) {
        rule.put(
            "author",
            Json.empty().with("name", pick(random, List.of(Json.of("A *"), Json.of("B")))));
      }
      if (random.nextInt(10) == 0) {
        rule.put(
            "mentions", Json.of(pick(random, List.of(List.of("user"), List.of("a*"), List.of()))));
      }
      if (random.nextInt(10) == 0) {
        rule.put("references", new Json.Arr(List.of(Json.empty().with("issue", Json.of("1*")))));
      }
      rule.put("release", pick(random, RELEASES));
      rules.add(new Json.Obj(rule));
    }
    return rules;
  }

  private static Json value(RandomGenerator random) {
    return switch (random.nextInt(12)) {
      case 0 -> new Json.Null();
      case 1 ->
          pick(random, List.of(Json.of(true), Json.of(1), Json.empty(), Json.of(List.of("feat"))));
      default -> Json.of(pick(random, GLOBS));
    };
  }

  private static List<Commit> commits(RandomGenerator random, Messages messages) {
    List<Commit> commits = new ArrayList<>();
    var person = new Commit.Person("A Person", "a@example.test");
    String earlier = "";
    for (int left = 1 + random.nextInt(4); left > 0; left--) {
      String message = messages.next();
      String hash = hash(random);
      if (!earlier.isEmpty() && random.nextInt(4) == 0) {
        message = earlier;
      }
      commits.add(
          new Commit(hash, hash, List.of(), person, Instant.EPOCH, person, Instant.EPOCH, message));
      earlier = "";
      if (left > 1 && random.nextInt(4) == 0) {
        String target = "fix: taken back " + left;
        String targetHash = hash(random);
        String end = pick(random, List.of(".", ".", "", ".\n"));
        commits.add(
            new Commit(
                hash,
                hash,
                List.of(),
                person,
                Instant.EPOCH,
                person,
                Instant.EPOCH,
                "Revert \"" + target + "\"\n\nThis reverts commit " + targetHash + end));
        commits.add(
            new Commit(
                targetHash,
                hash,
                List.of(),
                person,
                Instant.EPOCH,
                person,
                Instant.EPOCH,
                target + pick(random, List.of("", "\n\nBREAKING CHANGE: x", " "))));
      }
    }
    return commits;
  }

  private static String hash(RandomGenerator random) {
    return String.format(Locale.ROOT, "%040x", random.nextLong() & Long.MAX_VALUE);
  }

  private static Json asked(Commit commit) {
    Json.Obj person =
        Json.empty().with("name", Json.of("A Person")).with("email", Json.of("a@example.test"));
    return Json.empty()
        .with("hash", Json.of(commit.sha()))
        .with("message", Json.of(commit.message()))
        .with("subject", Json.of(subject(commit.message())))
        .with("author", person)
        .with("committer", person);
  }

  /// git's `%s`.
  private static String subject(String message) {
    return message
        .strip()
        .lines()
        .takeWhile(line -> !line.isBlank())
        .map(String::stripTrailing)
        .collect(Collectors.joining(" "));
  }

  private static ReleaseRule rule(Json json) {
    Json.Obj rule = (Json.Obj) json;
    return new ReleaseRule(
        isTrue(rule.get("breaking")),
        isTrue(rule.get("revert")),
        rule.without("breaking").without("revert").without("release"),
        rule.text("release").flatMap(ReleaseType::named).orElse(ReleaseType.NONE));
  }

  private static boolean isTrue(Optional<Json> value) {
    return value.isPresent() && !value.get().equals(Json.of(false));
  }

  private static <T> T pick(RandomGenerator random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
