package dev.slipway.history;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A commit, read: what its message says in the grammar of the project.
///
/// @param commit the commit that was read
/// @param fields what the header (and merge) pattern and `-name-` lines found, by field name. A
///   field that the pattern knows and did not find is there and empty; without a match of the
///   pattern its fields are not there at all
/// @param header the first line
/// @param body the lines up to the first that belongs to the footer; may be the empty text
/// @param footer the rest; may be the empty text
/// @param notes what it breaks, and other notes, as they stand in the message
/// @param references the issues it names, each once for an action
/// @param mentions the words behind an `@`, each time they stand there
/// @param revert present when it takes back another commit
/// @param merge the line that the merge pattern matched
public record Change(
    Commit commit,
    Map<String, Optional<String>> fields,
    Optional<String> header,
    Optional<String> body,
    Optional<String> footer,
    List<Note> notes,
    List<Reference> references,
    List<String> mentions,
    Optional<Revert> revert,
    Optional<String> merge) {
  public Change {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    notes = List.copyOf(notes);
    references = List.copyOf(references);
    mentions = List.copyOf(mentions);
  }

  /// A field by its name; empty when it was not found.
  public Optional<String> field(String name) {
    return fields.getOrDefault(name, Optional.empty());
  }

  /// The field `type`.
  public Optional<String> type() {
    return field("type");
  }

  /// The field `scope`.
  public Optional<String> scope() {
    return field("scope");
  }

  /// The field `subject`: the header without type and scope.
  public Optional<String> subject() {
    return field("subject");
  }

  /// The hash as the rest of the chain sees it: a `-hash-` line in the message overrides the
  /// commit's own, as it does in semantic-release.
  public String hash() {
    return field("hash").orElse(commit.sha());
  }

  /// True when there is any note: the rules call that breaking, whatever its keyword.
  public boolean isBreaking() {
    return !notes.isEmpty();
  }

  /// A text of the commit by the name that semantic-release gives it, or the empty `Optional`
  /// within when it has none. Nothing at all when there is no text of that name.
  public Optional<Optional<String>> property(String name) {
    return switch (name) {
      case "header" -> Optional.of(header);
      case "body" -> Optional.of(body);
      case "footer" -> Optional.of(footer);
      case "merge" -> Optional.of(merge);
      case "hash" -> Optional.of(Optional.of(hash()));
      default -> {
        Optional<String> field = fields.get(name);
        if (field != null) {
          yield Optional.of(field);
        }
        yield switch (name) {
          case "message" -> Optional.of(Optional.of(Characters.trim(commit.message())));
          case "subject" -> Optional.of(Optional.of(unfoldedSubject()));
          default -> Optional.empty();
        };
      }
    };
  }

  /// The first paragraph of the message in one line, as git shows it.
  private String unfoldedSubject() {
    StringBuilder subject = new StringBuilder();
    for (String line : (Iterable<String>) commit.message().stripLeading().lines()::iterator) {
      if (line.isBlank()) {
        break;
      }
      subject.append(subject.isEmpty() ? "" : " ").append(line.stripTrailing());
    }
    return subject.toString();
  }
}
