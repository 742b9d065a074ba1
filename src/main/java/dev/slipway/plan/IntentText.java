package dev.slipway.plan;

import dev.slipway.json.Json;
import dev.slipway.json.JsonReader;
import dev.slipway.json.JsonWriter;
import dev.slipway.json.NotJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// An intent as the text in its commit, and back.
public final class IntentText {
  private static final long SCHEMA = 1;

  private IntentText() {}

  /// The text. The same intent always gives the same text.
  public static String write(Intent intent) {
    Map<String, Json> json = new LinkedHashMap<>();
    json.put("schema", Json.of(SCHEMA));
    json.put("phase", Json.of(intent.phase().name()));
    json.put("bytes", Json.of(intent.bytes().name()));
    Map<String, Json> staged = new TreeMap<>();
    intent.staged().forEach((name, id) -> staged.put(name, Json.of(id)));
    json.put("staged", new Json.Obj(staged));
    putTimes(json, "left", intent.left());
    putTimes(json, "taken", intent.taken());
    json.put("mark", Json.of(intent.mark()));
    json.put("plan", PlanJson.write(intent.plan()));
    return JsonWriter.compact(new Json.Obj(json));
  }

  /// The plan alone as text: what a mark is made over.
  public static String plan(Plan plan) {
    return JsonWriter.compact(PlanJson.write(plan));
  }

  /// Reads one. Foreign text.
  ///
  /// @throws NotAnIntent when it is none, or one of a later version
  public static Intent read(String text) throws NotAnIntent {
    Json json;
    try {
      json = JsonReader.read(text);
    } catch (NotJson notJson) {
      throw new NotAnIntent("it is not JSON", notJson);
    }
    Fields fields = new Fields(json);
    if (fields.whole("schema") != SCHEMA) {
      throw new NotAnIntent("it was written by another version of Slipway");
    }
    Map<String, String> staged = new LinkedHashMap<>();
    fields.object("staged").members().forEach((name, id) -> staged.put(name, id.text().orElse("")));
    return new Intent(
        PlanJson.read(fields.object("plan")),
        fields.oneOf("phase", Intent.Phase.class),
        fields.oneOf("bytes", Intent.Bytes.class),
        staged,
        times(json, "left"),
        times(json, "taken"),
        fields.maybe("mark"));
  }

  private static void putTimes(Map<String, Json> json, String field, Map<String, Instant> times) {
    if (!times.isEmpty()) {
      Map<String, Json> texts = new TreeMap<>();
      times.forEach((name, when) -> texts.put(name, Json.of(when.toString())));
      json.put(field, new Json.Obj(texts));
    }
  }

  private static Map<String, Instant> times(Json json, String field) throws NotAnIntent {
    Map<String, Instant> times = new LinkedHashMap<>();
    if (json.get(field).isPresent()) {
      for (var one : new Fields(json).object(field).members().entrySet()) {
        times.put(one.getKey(), instant(one.getValue()));
      }
    }
    return times;
  }

  private static Instant instant(Json text) throws NotAnIntent {
    try {
      return Instant.parse(text.text().orElse(""));
    } catch (DateTimeException notATime) {
      throw new NotAnIntent("a time in it is none", notATime);
    }
  }
}
