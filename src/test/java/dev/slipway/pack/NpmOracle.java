package dev.slipway.pack;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// npm's own code, asked many questions in one process.
public final class NpmOracle {
  private NpmOracle() {}

  /// A question with text members; members that are objects are given as they are.
  public static Json question(String op, Object... members) {
    Map<String, Json> question = new LinkedHashMap<>();
    question.put("op", Json.of(op));
    for (int i = 0; i < members.length; i += 2) {
      Object value = members[i + 1];
      question.put(
          (String) members[i],
          switch (value) {
            case Json json -> json;
            case Boolean truth -> Json.of(truth);
            default -> Json.of(value.toString());
          });
    }
    return new Json.Obj(question);
  }

  /// An answer for each question: `ok` with the answer or `error` with a text.
  public static List<Json> ask(List<Json> questions) {
    String input =
        questions.stream().map(JsonWriter::compact).collect(Collectors.joining("\n", "", "\n"));
    String output =
        Peers.node(
                Path.of("."),
                Map.of(),
                Optional.of(input),
                Peers.folder().resolve("npm-oracle.cjs").toString())
            .ok();
    List<Json> answers = output.lines().map(JsonReader::read).toList();
    if (answers.size() != questions.size()) {
      throw new AssertionError(
          "asked " + questions.size() + ", answered " + answers.size() + ": " + output);
    }
    return answers;
  }
}
