package dev.slipway.notes;

import dev.slipway.history.Change;
import java.util.Optional;

/// The notes of `conventional-changelog-codemirror` 5.
record CodemirrorShape(NotesContext context) implements PlainShape {
  @Override
  public Optional<Entry> entry(Change change) {
    return change
        .field("language")
        .filter(language -> !language.isEmpty())
        .map(_ -> Entry.of(change));
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "language",
        Order.by("title"),
        Order.by("language", "type", "message"),
        Order.by("title"),
        Order.by("text"));
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    if (entry.has("type")) {
      out.append("**").append(entry.value("type")).append("** ");
    }
    out.append(entry.value("message"));
    tail(entry, out);
  }
}
