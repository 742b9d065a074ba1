package dev.slipway.notes;

import dev.slipway.history.Change;
import java.util.Optional;

/// The notes of `conventional-changelog-atom` 5.
record AtomShape(NotesContext context) implements PlainShape {
  private static final int LENGTH = 72;

  @Override
  public Optional<Entry> entry(Change change) {
    String emoji = change.field("emoji").orElse("");
    if (emoji.isEmpty()) {
      return Optional.empty();
    }
    String start = emoji.substring(0, Math.min(LENGTH, emoji.length()));
    String description = change.field("shortDesc").orElse("");
    int rest = Math.min(LENGTH - start.length(), description.length());
    return Optional.of(
        Entry.of(change).with("emoji", start).with("shortDesc", description.substring(0, rest)));
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "emoji",
        Order.by("title"),
        Order.by("emoji", "shortDesc"),
        Order.by("title"),
        Order.by("text"));
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    String description = entry.value("shortDesc");
    out.append("* ").append(description.isEmpty() ? entry.value("header") : description);
    tail(entry, out);
  }
}
