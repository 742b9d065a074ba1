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

/// The notes of `conventional-changelog-conventionalcommits` 9.
record ConventionalShape(
    NotesContext context,
    PresetConfig config,
    TypeTable types,
    IssuePattern issues,
    Addresses addresses)
    implements Shape {

  static ConventionalShape of(NotesContext context, PresetConfig config) {
    return new ConventionalShape(
        context,
        config,
        new TypeTable(config),
        IssuePattern.ofPatterns(config.issuePrefixes()),
        Addresses.of(context, config));
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "type",
        new Order.ByRank(types.sections()),
        Order.by("scope", "subject"),
        Order.by("title"),
        new Order.AsIs());
  }

  @Override
  public Optional<Entry> entry(Change change) {
    Optional<PresetConfig.Type> type = types.entry(change);
    boolean shown = type.filter(known -> !known.hidden()).isPresent();
    boolean forced = !change.notes().isEmpty() || TypeTable.asksForVersion(change);
    if ((!shown && !forced) || !types.isInScope(change)) {
      return Optional.empty();
    }
    Map<String, String> patch = new HashMap<>();
    patch.put("type", type.map(PresetConfig.Type::section).orElse(change.type().orElse("")));
    String scope = change.scope().orElse("");
    patch.put("scope", scope.equals("*") || config.scopes().isPresent() ? "" : scope);
    patch.put("shortHash", Entry.shortHash(change));
    Set<String> named = new HashSet<>();
    patch.put("subject", subject(CommitFields.value(change, "subject"), named));
    List<Note> notes =
        change.notes().stream().map(note -> new Note("BREAKING CHANGES", note.text())).toList();
    List<Reference> references =
        change.references().stream()
            .filter(reference -> !named.contains(reference.prefix() + reference.issue()))
            .toList();
    return Optional.of(new Entry(change, patch, notes, references));
  }

  private String subject(String text, Set<String> named) {
    String linked =
        issues.replace(
            text,
            (prefix, issue) -> {
              named.add(prefix + issue);
              return "[" + prefix + issue + "](" + addresses.issueInText(prefix, issue) + ")";
            });
    return Mentions.linked(linked, addresses::user);
  }

  @Override
  public void header(StringBuilder out) {
    out.append("## ");
    if (context.linkCompare()) {
      out.append('[').append(context.version()).append("](");
      out.append(addresses.comparison()).append(')');
    } else {
      out.append(context.version());
    }
    out.append(" (").append(context.date()).append(")\n");
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    out.append('*');
    if (entry.has("scope")) {
      out.append(" **").append(entry.value("scope")).append(":**");
    }
    String subject = entry.value("subject");
    out.append(' ').append(subject.isEmpty() ? entry.value("header") : subject);
    if (entry.has("hash")) {
      String hash = entry.value("shortHash");
      out.append(' ');
      out.append(
          context.linkReferences() ? "([" + hash + "](" + addresses.commit(entry) + "))" : hash);
    }
    Markdown.closes(entry, out, this::issue);
    out.append('\n');
  }

  private String issue(Reference reference) {
    String label = Markdown.label(reference, reference.prefix());
    return context.linkReferences() ? "[" + label + "](" + addresses.issue(reference) + ")" : label;
  }

  @Override
  public void footer(List<NoteGroup> notes, StringBuilder out) {
    // Notes stand above the commits in this preset.
  }

  @Override
  public void page(Parts parts, Groups groups, StringBuilder out) {
    parts.header(out);
    for (NoteGroup group : groups.notes()) {
      out.append("\n### ⚠ ").append(group.title()).append("\n\n");
      group.notes().forEach(note -> Markdown.breaking(note, out));
    }
    groups.commits().forEach(group -> Shape.group(parts, group, out));
    parts.footer(groups.notes(), out);
  }
}
