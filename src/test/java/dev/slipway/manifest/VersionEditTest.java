package dev.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.pack.NpmOracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionEditTest {
  private static final List<String> MANIFESTS =
      List.of(
          nl("{¶  \"name\": \"w\",¶  \"version\": \"1.0.0\"¶}¶"),
          nl("{‡\t\"name\": \"w\",‡\t\"version\": \"1.0.0\",‡\t\"files\": [\"a\", \"b\"]‡}"),
          "\uFEFF{\"version\":\"1.0.0\",\"name\":\"w\"}",
          nl("{ \"name\": \"w\", \"version\": \"1.0.0\", \"x\": 1.0, \"10\": 1, \"2\": 2 }¶"),
          nl("{¶    \"name\": \"w\",¶    \"version\": \"0.1.0\",¶    \"version\": \"1.0.0\"¶}¶"),
          nl("{¶  \"name\": \"w\"¶}¶"),
          "{\"name\":\"w\",\"a\":{\"version\":\"5.0.0\"},\"ver\\u0073ion\":\"1.0.0\"}",
          nl("{\"name\":\"w\",\"version\":\"1.0.0\",\"dependencies\":{\"version\":\"1.0.0\"}}¶¶"));

  private static final List<String> LOCKS =
      List.of(
          "",
          nl(
              "{¶  \"name\": \"w\",¶  \"version\": \"1.0.0\",¶  \"lockfileVersion\": 1,¶ "
                  + " \"dependencies\": {}¶}¶"),
          nl(
              "{¶  \"name\": \"w\",¶  \"version\": \"1.0.0\",¶  \"lockfileVersion\": 2,¶ "
                  + " \"packages\": {¶    \"\": {¶      \"name\": \"w\",¶      \"version\":"
                  + " \"1.0.0\"¶    },¶    \"node_modules/a\": {\"version\": \"1.0.0\"}¶  }¶}¶"),
          "{\"name\":\"w\",\"version\":\"1.0.0\",\"lockfileVersion\":3,\"packages\":{\"\":{\"name\":\"w\"}}}");

  @TempDir Path folder;

  /// A text with its newlines written as signs: `¶`, and `‡` for those of Windows.
  private static String nl(String text) {
    return text.replace("‡", "\r\n").replace("¶", "\n");
  }

  @Test
  void read_as_data_the_result_is_what_npm_version_writes() throws IOException {
    List<Json> questions = new ArrayList<>();
    List<Path> theirs = new ArrayList<>();
    List<Path> own = new ArrayList<>();
    for (String manifest : MANIFESTS) {
      for (String lock : LOCKS) {
        Path dir = folder.resolve("p" + theirs.size());
        theirs.add(write(dir.resolve("npm"), manifest, lock));
        own.add(write(dir.resolve("own"), manifest, lock));
        questions.add(
            NpmOracle.question("bump", "dir", theirs.getLast(), "version", "2.3.4-beta.1"));
      }
    }

    List<Json> answers = NpmOracle.ask(questions);

    for (int i = 0; i < own.size(); i++) {
      assertThat(answers.get(i).text("error")).isEmpty();
      for (VersionEdit.Edited edited : VersionEdit.of(own.get(i), own.get(i), "2.3.4-beta.1")) {
        Files.writeString(edited.file(), edited.content());
      }
      for (String name : List.of("package.json", "package-lock.json")) {
        Path their = theirs.get(i).resolve(name);
        if (Files.exists(their)) {
          assertThat(data(own.get(i).resolve(name))).as(i + " " + name).isEqualTo(data(their));
        }
      }
    }
  }

  private static Path write(Path dir, String manifest, String lock) throws IOException {
    Files.createDirectories(dir);
    Files.writeString(dir.resolve("package.json"), manifest);
    if (!lock.isEmpty()) {
      Files.writeString(dir.resolve("package-lock.json"), lock);
    }
    return dir;
  }

  private static Map<String, Json> data(Path file) throws IOException {
    return plain(JsonReader.read(Files.readString(file))).members();
  }

  /// Numbers by their value: npm prints them anew.
  private static Json plain(Json value) {
    return switch (value) {
      case Json.Num(var literal) -> new Json.Num(Double.valueOf(literal).toString());
      case Json.Obj(var members) -> {
        Map<String, Json> plain = new java.util.TreeMap<>();
        members.forEach((name, each) -> plain.put(name, plain(each)));
        yield new Json.Obj(plain);
      }
      case Json.Arr(var items) -> new Json.Arr(items.stream().map(VersionEditTest::plain).toList());
      case Json.Str _, Json.Bool _, Json.Null _ -> value;
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\":\"1.0.0\"}",
        "\uFEFF{\r\n\t\"version\" : \"1.0.0\" , \"x\":[1.0,\"\\u0041\"]}\r\n\r\n",
        "{\"a\":{\"version\":\"9\"},\"version\":\"1.0.0\",\"version2\":\"1\"}"
      })
  void only_the_versions_own_characters_change(String text) {
    assertThat(VersionEdit.packageJson(text, "2.0.0")).isEqualTo(text.replace("1.0.0", "2.0.0"));
  }

  @Test
  void a_missing_version_is_added_as_the_other_members_are_spaced() {
    assertThat(VersionEdit.packageJson(nl("{¶    \"name\": \"w\"¶}¶"), "2.0.0"))
        .isEqualTo(nl("{¶    \"name\": \"w\",¶    \"version\": \"2.0.0\"¶}¶"));
    assertThat(VersionEdit.packageJson("{}", "2.0.0")).isEqualTo("{\"version\": \"2.0.0\"}");
  }

  @Test
  void a_members_version_changes_in_the_locks_of_the_root() throws IOException {
    Path member = folder.resolve("packages/a");
    Files.createDirectories(member);
    Files.writeString(member.resolve("package.json"), "{\"name\":\"a\",\"version\":\"1.0.0\"}");
    Files.writeString(folder.resolve("pnpm-lock.yaml"), nl("importers: {}¶"));
    Files.writeString(folder.resolve("yarn.lock"), nl("# yarn¶"));
    Files.writeString(
        folder.resolve("package-lock.json"),
        "{\"version\":\"7.0.0\",\"packages\":{\"\":{\"version\":\"7.0.0\"},\"packages/a\":{\"version\":\"1.0.0\"}}}");
    Files.writeString(
        folder.resolve("bun.lock"),
        nl(
            "{¶  // bun¶  \"workspaces\": {¶    \"packages/a\": { \"name\": \"a\", \"version\":"
                + " \"1.0.0\", },¶  },¶}¶"));

    List<VersionEdit.Edited> edited = VersionEdit.of(folder, member, "2.0.0");

    assertThat(edited)
        .extracting(each -> folder.relativize(each.file()).toString(), VersionEdit.Edited::content)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "packages/a/package.json", "{\"name\":\"a\",\"version\":\"2.0.0\"}"),
            org.assertj.core.groups.Tuple.tuple(
                "package-lock.json",
                "{\"version\":\"7.0.0\",\"packages\":{\"\":{\"version\":\"7.0.0\"},\"packages/a\":{\"version\":\"2.0.0\"}}}"),
            org.assertj.core.groups.Tuple.tuple(
                "bun.lock",
                nl(
                    "{¶  // bun¶  \"workspaces\": {¶    \"packages/a\": { \"name\": \"a\","
                        + " \"version\": \"2.0.0\", },¶  },¶}¶")));
  }
}
