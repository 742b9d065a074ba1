package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Reference;
import java.util.Optional;

/// The notes of `conventional-changelog-jquery` 6.
record JqueryShape(NotesContext context) implements PlainShape {
  private static final String TICKETS = "https://bugs.jquery.com/ticket/";

  @Override
  public Optional<Entry> entry(Change change) {
    return change.field("component").filter(name -> !name.isEmpty()).map(_ -> Entry.of(change));
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
  public void commit(Entry entry, StringBuilder out) {
    String description = entry.value("shortDesc");
    out.append("* ").append(description.isEmpty() ? entry.value("header") : description);
    Markdown.hash(context, repositoryPath(), entry, out);
    Markdown.closes(entry, out, this::issue);
    out.append('\n');
  }

  private String issue(Reference reference) {
    String label = Markdown.label(reference, reference.prefix());
    if (!context.linkReferences()) {
      return label;
    }
    return reference.prefix().equals("#")
        ? "[" + label + "](" + TICKETS + reference.issue() + ")"
        : Markdown.plainIssue(context, reference, reference.prefix());
  }

  @Override
  public void page(Parts parts, Groups groups, StringBuilder out) {
    parts.header(out);
    out.append('\n');
    for (CommitGroup group : groups.commits()) {
      Shape.group(parts, group, out);
      out.append('\n');
    }
  }
}
