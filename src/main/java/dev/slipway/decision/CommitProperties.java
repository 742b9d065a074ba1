package dev.slipway.decision;

import dev.slipway.history.Change;
import dev.slipway.history.Commit;
import dev.slipway.history.Note;
import dev.slipway.history.Reference;
import dev.slipway.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a release rule can see of a commit, under the names that semantic-release gives it. Dates
/// are no text there and fit no rule, so they are left out.
final class CommitProperties {
  private CommitProperties() {}

  /// A property; empty when there is none of that name.
  static Optional<Json> of(Change change, String name) {
    Commit commit = change.commit();
    return switch (name) {
      case "notes" ->
          Optional.of(list(change.notes().stream().map(CommitProperties::note).toList()));
      case "references" ->
          Optional.of(list(change.references().stream().map(CommitProperties::reference).toList()));
      case "mentions" -> Optional.of(Json.of(change.mentions()));
      case "author" -> Optional.of(person(commit.author()));
      case "committer" -> Optional.of(person(commit.committer()));
      case "commit" -> Optional.of(hashes(commit.sha()));
      case "tree" -> Optional.of(hashes(commit.tree()));
      default -> change.property(name).map(Json::of);
    };
  }

  private static Json list(List<Json> items) {
    return new Json.Arr(items);
  }

  private static Json note(Note note) {
    return Json.empty().with("title", Json.of(note.title())).with("text", Json.of(note.text()));
  }

  private static Json reference(Reference reference) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("raw", Json.of(reference.raw()));
    members.put("action", Json.of(reference.action()));
    members.put("owner", Json.of(reference.owner()));
    members.put("repository", Json.of(reference.repository()));
    members.put("prefix", Json.of(reference.prefix()));
    members.put("issue", Json.of(reference.issue()));
    return new Json.Obj(members);
  }

  private static Json person(Commit.Person person) {
    return Json.empty().with("name", Json.of(person.name())).with("email", Json.of(person.email()));
  }

  private static Json hashes(String hash) {
    return Json.empty()
        .with("long", Json.of(hash))
        .with("short", Json.of(hash.substring(0, Math.min(7, hash.length()))));
  }
}
