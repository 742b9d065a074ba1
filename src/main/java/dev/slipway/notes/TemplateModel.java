package dev.slipway.notes;

import dev.slipway.history.Note;
import dev.slipway.history.Reference;
import dev.slipway.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What templates see: maps, lists, texts and truth values, by the names of semantic-release. What
/// is not there is not in the map.
final class TemplateModel {
  private static final List<String> TEXTS =
      List.of("hash", "header", "body", "footer", "merge", "subject", "message", "shortHash");

  private TemplateModel() {}

  static Map<String, Object> root(NotesContext context, Groups groups) {
    Map<String, Object> root = new LinkedHashMap<>();
    for (String name :
        List.of(
            "version",
            "date",
            "host",
            "owner",
            "repository",
            "previousTag",
            "currentTag",
            "commit",
            "issue")) {
      root.put(name, NotesFields.value(context, name));
    }
    root.put("isPatch", context.isPatch());
    root.put("linkCompare", context.linkCompare());
    root.put("linkReferences", context.linkReferences());
    root.put("packageData", value(context.packageData()));
    root.put("commitGroups", groups.commits().stream().map(TemplateModel::group).toList());
    root.put("noteGroups", groups.notes().stream().map(TemplateModel::group).toList());
    return root;
  }

  private static Map<String, Object> group(CommitGroup group) {
    return Map.of(
        "title",
        group.title(),
        "commits",
        group.commits().stream().map(TemplateModel::commit).toList());
  }

  private static Map<String, Object> group(NoteGroup group) {
    return Map.of(
        "title", group.title(), "notes", group.notes().stream().map(TemplateModel::note).toList());
  }

  private static Map<String, Object> note(EntryNote note) {
    return Map.of("title", note.title(), "text", note.text(), "commit", commit(note.entry()));
  }

  static Map<String, Object> commit(Entry entry) {
    Map<String, Object> commit = new LinkedHashMap<>();
    entry.change().fields().keySet().forEach(name -> commit.put(name, entry.value(name)));
    TEXTS.forEach(name -> commit.put(name, entry.value(name)));
    entry.patch().forEach(commit::put);
    var git = entry.change().commit();
    commit.put("author", Map.of("name", git.author().name(), "email", git.author().email()));
    commit.put(
        "committer", Map.of("name", git.committer().name(), "email", git.committer().email()));
    commit.put("commit", Map.of("long", git.sha(), "short", git.shortSha()));
    commit.put("tree", Map.of("long", git.tree()));
    commit.put("mentions", entry.change().mentions());
    commit.put("notes", entry.notes().stream().map(TemplateModel::plain).toList());
    commit.put("references", entry.references().stream().map(TemplateModel::reference).toList());
    entry.change().revert().ifPresent(revert -> commit.put("revert", revert(revert.fields())));
    commit.put(Templates.ENTRY, entry);
    return commit;
  }

  private static Map<String, Object> revert(Map<String, java.util.Optional<String>> fields) {
    Map<String, Object> revert = new LinkedHashMap<>();
    fields.forEach((name, value) -> value.ifPresent(text -> revert.put(name, text)));
    return revert;
  }

  private static Map<String, Object> plain(Note note) {
    return Map.of("title", note.title(), "text", note.text());
  }

  private static Map<String, Object> reference(Reference reference) {
    return Map.of(
        "raw", reference.raw(),
        "action", reference.action().orElse(""),
        "owner", reference.owner().orElse(""),
        "repository", reference.repository().orElse(""),
        "prefix", reference.prefix(),
        "issue", reference.issue());
  }

  private static Object value(Json json) {
    return switch (json) {
      case Json.Obj(var members) -> {
        Map<String, Object> map = new LinkedHashMap<>();
        members.forEach((name, member) -> map.put(name, value(member)));
        yield map;
      }
      case Json.Arr(var items) -> {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(value(item)));
        yield list;
      }
      case Json.Str(var text) -> text;
      case Json.Num(var literal) -> literal;
      case Json.Bool(var truth) -> truth;
      case Json.Null() -> "";
    };
  }
}
