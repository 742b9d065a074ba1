package dev.slipway.version;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;

/// The real node-semver, asked many questions at once, next to our answers.
final class NodeSemver {
  private record Asked(List<String> question, String ours) {}

  private final List<Asked> asked = new ArrayList<>();

  /// A question, and what we answer.
  void ask(Supplier<String> ours, String... question) {
    asked.add(new Asked(List.of(question), ours.get()));
  }

  /// Asks everything and compares.
  void compare() {
    Json questions = new Json.Arr(asked.stream().<Json>map(a -> Json.of(a.question())).toList());
    Peers.of("semver");
    String answers =
        Peers.node(
                Peers.folder(),
                Map.of(),
                Optional.of(JsonWriter.compact(questions)),
                Peers.folder().resolve("decision/semver.mjs").toString())
            .ok();
    List<Json> theirs = JsonReader.read(answers).items();
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < asked.size(); i++) {
      softly
          .assertThat(asked.get(i).ours())
          .as(asked.get(i).question().toString())
          .isEqualTo(plain(theirs.get(i)));
    }
    softly.assertThat(theirs).hasSizeGreaterThan(0).hasSameSizeAs(asked);
    softly.assertAll();
  }

  private static String plain(Json answer) {
    return answer.text().orElseGet(() -> JsonWriter.compact(answer));
  }
}
