package dev.slipway.notes;

import dev.slipway.history.Change;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The notes of `conventional-changelog-angular` 9.
record NextAngularShape(NotesContext context, NextLinks links) implements NextShape {
  @Override
  public Optional<Entry> entry(Change change) {
    if (change.notes().isEmpty() && !AngularShape.isShown(change)) {
      return Optional.empty();
    }
    Map<String, String> patch = new HashMap<>();
    patch.put("type", AngularShape.section(change, change.type().orElse("")));
    String scope = change.scope().orElse("");
    patch.put("scope", scope.equals("*") ? "" : scope);
    patch.put("shortHash", Entry.shortHash(change));
    Set<String> named = new HashSet<>();
    patch.put("subject", links.linked(CommitFields.value(change, "subject"), named));
    return Optional.of(
        new Entry(
            change, patch, linked(change.notes()), NextShape.others(change.references(), named)));
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "type",
        Order.by("title"),
        Order.by("scope", "subject"),
        Order.by("title"),
        Order.by("text"));
  }

  @Override
  public void header(StringBuilder out) {
    heading(context.isPatch() ? 2 : 1, out);
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    out.append(Elements.joined("", line(entry), issues("closes", entry.references())));
    out.append('\n');
  }

  @Override
  public void footer(List<NoteGroup> notes, StringBuilder out) {
    out.append(NextShape.notes(notes, ""));
  }

  @Override
  public void page(Parts parts, Groups groups, StringBuilder out) {
    out.append(
        Elements.blocks(
            NextShape.text(parts::header),
            NextShape.commits(parts, groups.commits()),
            NextShape.text(footer -> parts.footer(groups.notes(), footer))));
  }
}
