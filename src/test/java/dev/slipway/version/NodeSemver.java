package dev.slipway.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

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
    List<String> different = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (!asked.get(i).ours().equals(plain(theirs.get(i)))) {
        different.add(asked.get(i) + ", theirs: " + plain(theirs.get(i)));
      }
    }
    assertThat(theirs).isNotEmpty().hasSameSizeAs(asked);
    assertThat(different).isEmpty();
  }

  private static String plain(Json answer) {
    return answer.text().orElseGet(() -> JsonWriter.compact(answer));
  }
}
