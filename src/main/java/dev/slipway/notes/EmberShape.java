package dev.slipway.notes;

import dev.slipway.history.Change;
import java.util.Optional;

/// The notes of `conventional-changelog-ember` 5.
record EmberShape(NotesContext context) implements PlainShape {
  @Override
  public Optional<Entry> entry(Change change) {
    return change
        .field("pr")
        .filter(pr -> !pr.isEmpty())
        .flatMap(_ -> change.field("tag"))
        .flatMap(EmberShape::section)
        .map(section -> Entry.of(change).with("tag", section));
  }

  private static Optional<String> section(String tag) {
    return switch (tag) {
      case "BUGFIX" -> Optional.of("Bug Fixes");
      case "CLEANUP" -> Optional.of("Cleanup");
      case "FEATURE" -> Optional.of("Features");
      case "DOC" -> Optional.of("Documentation");
      case "SECURITY" -> Optional.of("Security");
      default -> Optional.empty();
    };
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "tag",
        Order.by("title"),
        Order.by("tag", "taggedAs", "message"),
        Order.by("title"),
        Order.by("text"));
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    String pull = entry.value("pr");
    out.append("- ");
    if (!pull.isEmpty()) {
      out.append('[').append(pull).append("](").append(repositoryOf(entry));
      out.append("/pull/").append(pull).append(')');
    }
    out.append(" **").append(entry.value("taggedAs")).append("** ");
    out.append(entry.value("message")).append('\n');
  }

  private String repositoryOf(Entry entry) {
    return entry.has("repository")
        ? context.sitePath()
            + (entry.has("owner") ? entry.value("owner") + "/" : "")
            + entry.value("repository")
        : repositoryPath();
  }
}
