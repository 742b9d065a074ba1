package dev.slipway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.problem.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Configurations as semantic-release itself reads them: the real `get-config.js`, with the real
/// cosmiconfig and js-yaml, answers for every file.
class ConfigurationPeerTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("RELEASE_BRANCH", "trunk", "EMPTY", "", "CI_LEVEL", "3", "MY_TOKEN", "hush");

  @TempDir Path folder;

  @Test
  void every_configuration_is_read_as_semantic_release_reads_it() throws IOException {
    List<ConfigurationCases.Case> cases = ConfigurationCases.all();
    List<Json> folders = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Path place = folder.resolve("case-" + i);
      for (Map.Entry<String, String> file : cases.get(i).files().entrySet()) {
        Path target = place.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.getValue());
      }
      folders.add(Json.of(place.toString()));
    }
    String printed =
        Peers.node(
                Peers.folder(),
                ENVIRONMENT,
                Optional.of(JsonWriter.compact(new Json.Arr(folders))),
                Peers.folder().resolve("read-configs.mjs").toString())
            .ok();
    String mark = "@@answers@@";
    Json answers = JsonReader.read(printed.substring(printed.lastIndexOf(mark) + mark.length()));
    List<String> differences = new ArrayList<>();
    int i = 0;
    for (Json answer : ((Json.Arr) answers).items()) {
      ConfigurationCases.Case one = cases.get(i);
      String expected =
          answer.text("error").isPresent() ? "refused" : sorted(answer.get("options").get());
      String actual = ours(folder.resolve("case-" + i));
      boolean refusedOnly =
          one.refusedHere() && (actual.startsWith("refused") || actual.contains("\"$code\":true"));
      boolean bothRefuse = expected.equals("refused") && actual.startsWith("refused");
      if (!refusedOnly && !bothRefuse && !expected.equals(actual)) {
        differences.add(
            one.files()
                + "\n  theirs: "
                + (expected.equals("refused") ? JsonWriter.compact(answer) : expected)
                + "\n  ours:   "
                + actual);
      }
      i++;
    }
    assertThat(differences).as(String.join("\n", differences)).isEmpty();
    assertThat(cases).hasSizeGreaterThan(150);
  }

  private static String ours(Path place) {
    try {
      Optional<Written.Members> options =
          ConfigurationReader.options(place, ENVIRONMENT, Overrides.none());
      Map<String, Json> all = new LinkedHashMap<>(defaults());
      options.ifPresent(
          given -> given.members().forEach((key, value) -> all.put(key, shown(value))));
      if (all.get("branches") instanceof Json.Obj || all.get("branches") instanceof Json.Str) {
        all.put("branches", new Json.Arr(List.of(all.get("branches"))));
      }
      if (Json.of(false).equals(all.get("ci"))) {
        all.put("noCi", Json.of(true));
      }
      ConfigurationReader.read(place, ENVIRONMENT);
      return sorted(new Json.Obj(all));
    } catch (Refused refused) {
      return "refused: " + refused.getMessage();
    }
  }

  private static Map<String, Json> defaults() {
    return ((Json.Obj)
            JsonReader.read(
                """
                {"branches":["+([0-9])?(.{+([0-9]),x}).x","master","main","next","next-major",
                {"name":"beta","prerelease":true},{"name":"alpha","prerelease":true}],
                "tagFormat":"v${version}",
                "plugins":["@semantic-release/commit-analyzer",
                "@semantic-release/release-notes-generator",
                "@semantic-release/npm","@semantic-release/github"]}\
                """))
        .members();
  }

  private static Json shown(Written value) {
    return switch (value) {
      case Written.Pattern(var source, var flags, _) ->
          Json.empty().with("$pattern", Json.of(source)).with("flags", Json.of(flags));
      case Written.Code _ -> Json.empty().with("$code", Json.of(true));
      case Written.Items(var items, _) ->
          new Json.Arr(items.stream().map(ConfigurationPeerTest::shown).toList());
      case Written.Members members -> {
        Map<String, Json> all = new LinkedHashMap<>();
        members
            .members()
            .forEach((key, member) -> {
              if (!(member instanceof Written.Nothing(boolean undefined, _) && undefined)) {
                all.put(key, shown(member));
              }
            });
        yield new Json.Obj(all);
      }
      case Written.Text _, Written.Num _, Written.Flag _, Written.Nothing _ -> value.json();
    };
  }

  /// With the keys of the root in order; `repositoryUrl` may be git's answer and does not count.
  private static String sorted(Json options) {
    Map<String, Json> all = new TreeMap<>(((Json.Obj) options).members());
    all.remove("repositoryUrl");
    return JsonWriter.compact(new Json.Obj(all));
  }
}
