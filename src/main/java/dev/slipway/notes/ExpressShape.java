package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Reference;
import java.util.Optional;

/// The notes of `conventional-changelog-express` 5.
record ExpressShape(NotesContext context) implements PlainShape {
  @Override
  public Optional<Entry> entry(Change change) {
    Entry entry = new Entry(change, java.util.Map.of(), change.notes(), change.references());
    return switch (change.field("component").orElse("")) {
      case "perf" -> Optional.of(entry.with("component", "Performance"));
      case "deps" -> Optional.of(entry.with("component", "Dependencies"));
      default -> Optional.empty();
    };
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "component",
        Order.by("title"),
        Order.by("component", "shortDesc"),
        Order.by("title"),
        Order.by("text"));
  }

  @Override
  public void header(StringBuilder out) {
    if (!context.version().isEmpty()) {
      Markdown.version(context, repository(), out);
      out.append(" / ");
    }
    out.append(context.date()).append("\n===================\n");
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    String description = entry.value("shortDesc");
    out.append("* ").append(description.isEmpty() ? entry.value("header") : description);
    out.append('\n');
    if (entry.has("body")) {
      out.append('\n').append(entry.value("body")).append("\n\n");
    }
    if (!entry.references().isEmpty()) {
      out.append("\n  Closes");
      entry.references().forEach(reference -> out.append(' ').append(issue(reference)));
      out.append('\n');
    }
  }

  private String issue(Reference reference) {
    return context.linkReferences()
        ? Markdown.plainIssue(context, reference, "#")
        : reference.repository().orElse("") + "#" + reference.issue();
  }
}
