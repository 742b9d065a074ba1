package dev.slipway.history;

import dev.slipway.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A change as the parser's own result looks in JSON, members in the order of their names.
public final class ChangeJson {
  private ChangeJson() {}

  /// The JSON of a change.
  public static Json of(Change change) {
    Map<String, Json> members = new TreeMap<>();
    change.fields().forEach((name, value) -> members.put(name, Json.of(value)));
    members.put("header", Json.of(change.header()));
    members.put("body", Json.of(change.body()));
    members.put("footer", Json.of(change.footer()));
    members.put("merge", Json.of(change.merge()));
    members.put("mentions", Json.of(change.mentions()));
    members.put("notes", list(change.notes().stream().map(ChangeJson::note).toList()));
    members.put(
        "references", list(change.references().stream().map(ChangeJson::reference).toList()));
    members.put(
        "revert",
        change
            .revert()
            .map(revert -> {
              if (revert.fields().containsKey("0")) {
                return Json.of(revert.fields().get("0"));
              }
              Map<String, Json> fields = new TreeMap<>();
              revert.fields().forEach((name, value) -> fields.put(name, Json.of(value)));
              return new Json.Obj(fields);
            })
            .orElse(new Json.Null()));
    return new Json.Obj(members);
  }

  /// The same JSON with the members of each object in the order of their names.
  public static Json sorted(Json json) {
    return switch (json) {
      case Json.Obj(var members) -> {
        Map<String, Json> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put(name, sorted(value)));
        yield new Json.Obj(sorted);
      }
      case Json.Arr(var items) -> list(items.stream().map(ChangeJson::sorted).toList());
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> json;
    };
  }

  private static Json list(List<Json> items) {
    return new Json.Arr(items);
  }

  private static Json note(Note note) {
    Map<String, Json> members = new TreeMap<>();
    members.put("title", Json.of(note.title()));
    members.put("text", Json.of(note.text()));
    return new Json.Obj(members);
  }

  private static Json reference(Reference reference) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("action", Json.of(reference.action()));
    members.put("issue", Json.of(reference.issue()));
    members.put("owner", Json.of(reference.owner()));
    members.put("prefix", Json.of(reference.prefix()));
    members.put("raw", Json.of(reference.raw()));
    members.put("repository", Json.of(reference.repository()));
    return new Json.Obj(members);
  }
}
