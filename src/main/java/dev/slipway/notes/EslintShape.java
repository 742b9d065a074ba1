package dev.slipway.notes;

import dev.slipway.history.Change;
import java.util.Optional;

/// The notes of `conventional-changelog-eslint` 6.
record EslintShape(NotesContext context) implements PlainShape {
  @Override
  public Optional<Entry> entry(Change change) {
    return change.field("tag").filter(tag -> !tag.isEmpty()).map(_ -> Entry.of(change));
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "tag", Order.by("title"), Order.by("tag", "message"), Order.by("title"), Order.by("text"));
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    String message = entry.value("message");
    out.append("* ").append(message.isEmpty() ? entry.value("header") : message);
    // Without links this preset shows the whole hash.
    tail(context.linkReferences() ? entry : entry.with("shortHash", entry.value("hash")), out);
  }
}
