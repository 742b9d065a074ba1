package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Note;
import dev.slipway.history.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The notes of a repository that has no configuration: those of the newer `conventionalcommits`,
/// with every text of a stranger made quiet.
record NativeShape(NextConventionalShape shape, QuietText quiet) implements NextShape {
  @Override
  public NotesContext context() {
    return shape.context();
  }

  @Override
  public NextLinks links() {
    return shape.links();
  }

  @Override
  public Groups.Arrangement arrangement() {
    return shape.arrangement();
  }

  @Override
  public Optional<Entry> entry(Change change) {
    return shape.entry(change).map(entry -> quiet(change, entry));
  }

  private Entry quiet(Change change, Entry entry) {
    Set<String> named = new HashSet<>();
    String subject = CommitFields.value(change, "subject");
    Map<String, String> patch = new HashMap<>(entry.patch());
    patch.put("subject", quiet.of(subject.isEmpty() ? entry.value("header") : subject, named));
    patch.put("scope", of(entry.value("scope")));
    patch.put("type", of(entry.value("type")));
    // Not what a line of the message calls its hash.
    patch.put("hash", change.commit().sha());
    patch.put("shortHash", change.commit().shortSha());
    List<Note> notes =
        shape.notes(change).stream()
            .map(note -> new Note(NextShape.title(note.title()), of(note.text())))
            .toList();
    return new Entry(change, patch, notes, NextShape.others(change.references(), named));
  }

  private String of(String text) {
    return quiet.of(text, new HashSet<>());
  }

  @Override
  public void header(StringBuilder out) {
    shape.header(out);
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    NextConventionalShape.commit(this, entry, out);
  }

  @Override
  public String issue(Reference reference) {
    return quiet.issue(reference);
  }

  @Override
  public void footer(List<NoteGroup> notes, StringBuilder out) {
    shape.footer(notes, out);
  }

  @Override
  public void page(Parts parts, Groups groups, StringBuilder out) {
    shape.page(parts, groups, out);
  }
}
