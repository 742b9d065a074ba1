package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Note;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The notes of `conventional-changelog-jshint` 5. The text of its links to commits is empty: so it
/// is there.
record JshintShape(NotesContext context) implements PlainShape {
  @Override
  public Optional<Entry> entry(Change change) {
    return switch (change.type().orElse("").toUpperCase(Locale.ROOT)) {
      case "FEAT" -> Optional.of(entry(change, "Features"));
      case "FIX" -> Optional.of(entry(change, "Bug Fixes"));
      default -> Optional.empty();
    };
  }

  private static Entry entry(Change change, String section) {
    List<Note> notes = change.notes().stream().map(JshintShape::titled).toList();
    Map<String, String> patch = Map.of("type", section, "hash", Entry.shortHash(change));
    return new Entry(change, patch, notes, change.references());
  }

  private static Note titled(Note note) {
    return note.title().equals("BREAKING CHANGE")
        ? new Note("BREAKING CHANGES", note.text())
        : note;
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "type",
        Order.by("title"),
        Order.by("type", "shortDesc"),
        Order.by("title"),
        new Order.AsIs());
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    String description = entry.value("shortDesc");
    out.append("* ").append(description.isEmpty() ? entry.value("header") : description);
    tail(entry, out);
  }

  @Override
  public void footer(List<NoteGroup> notes, StringBuilder out) {
    for (NoteGroup group : notes) {
      out.append("\n### ").append(group.title()).append("\n\n");
      for (EntryNote note : group.notes()) {
        String scope = note.entry().value("scope");
        out.append("* ").append(scope).append(scope.isEmpty() ? "" : ": ");
        out.append(note.text()).append('\n');
      }
    }
    out.append(notes.isEmpty() ? "" : "\n");
  }

  @Override
  public void page(Parts parts, Groups groups, StringBuilder out) {
    PlainShape.super.page(parts, groups, out);
    parts.footer(groups.notes(), out);
  }
}
