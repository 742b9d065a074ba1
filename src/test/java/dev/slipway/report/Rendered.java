package dev.slipway.report;

import dev.slipway.Peers;
import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Markdown as a reader of GitHub's flavour made it HTML, and what GitHub would find in it.
///
/// @param html the page
/// @param text what a person reads
/// @param mentions people who would be told
/// @param references issues that would be linked
/// @param emoji emoji codes that would become pictures
/// @param links where links lead
/// @param images pictures that would be loaded
/// @param tags the elements, each time
/// @param cells how many cells each row of a table has
record Rendered(
    String html,
    String text,
    List<String> mentions,
    List<String> references,
    List<String> emoji,
    List<String> links,
    List<String> images,
    List<String> tags,
    List<Long> cells) {

  /// Renders several texts at once.
  static List<Rendered> all(List<String> markdown) {
    String answer =
        Peers.node(
                Peers.folder(),
                Map.of(),
                Optional.of(JsonWriter.compact(Json.of(markdown))),
                "read-markdown.mjs")
            .ok();
    return JsonReader.read(answer).items().stream().map(Rendered::of).toList();
  }

  private static Rendered of(Json json) {
    return new Rendered(
        json.text("html").orElse(""),
        json.text("text").orElse(""),
        list(json, "mentions"),
        list(json, "references"),
        list(json, "emoji"),
        list(json, "links"),
        list(json, "images"),
        list(json, "tags"),
        json.get("cells").map(Json::items).orElse(List.of()).stream()
            .flatMap(count -> count.whole().stream())
            .toList());
  }

  private static List<String> list(Json json, String name) {
    return json.get(name).map(Json::items).orElse(List.of()).stream()
        .flatMap(item -> item.text().stream())
        .toList();
  }
}
