package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Note;
import dev.slipway.history.TextPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The notes of `conventional-changelog-conventionalcommits` 10.
///
/// @param breakingHeader what a header with an exclamation mark looks like
record NextConventionalShape(
    NotesContext context,
    PresetConfig config,
    TypeTable types,
    NextLinks links,
    Optional<TextPattern> breakingHeader)
    implements NextShape {
  @Override
  public Optional<Entry> entry(Change change) {
    Optional<PresetConfig.Type> type = types.entry(change);
    boolean shown = type.filter(known -> !isHidden(known)).isPresent();
    List<Note> notes = notes(change);
    boolean forced = !notes.isEmpty() || TypeTable.asksForVersion(change);
    if ((!shown && !forced) || !types.isInScope(change)) {
      return Optional.empty();
    }
    Map<String, String> patch = new HashMap<>();
    patch.put("type", type.map(PresetConfig.Type::section).orElse(change.type().orElse("")));
    String scope = change.scope().orElse("");
    patch.put("scope", scope.equals("*") || config.scopes().isPresent() ? "" : scope);
    patch.put("shortHash", Entry.shortHash(change));
    Set<String> named = new HashSet<>();
    patch.put("subject", links.linked(CommitFields.value(change, "subject"), named));
    return Optional.of(
        new Entry(change, patch, linked(notes), NextShape.others(change.references(), named)));
  }

  /// `hidden`, which older versions have instead of `effect`, still counts where that is not said.
  private static boolean isHidden(PresetConfig.Type type) {
    return type.effect().map("hidden"::equals).orElse(type.hidden());
  }

  /// The parser takes an exclamation mark for a note only where there is no note at all; here it
  /// counts beside other notes, too.
  List<Note> notes(Change change) {
    boolean told =
        change.notes().stream()
            .anyMatch(n -> NextShape.title(n.title()).equals("BREAKING CHANGES"));
    String header = change.header().orElse("");
    if (told || !breakingHeader.filter(p -> p.match(header).found()).isPresent()) {
      return change.notes();
    }
    List<Note> all = new ArrayList<>();
    all.add(new Note("BREAKING CHANGE", CommitFields.value(change, "subject")));
    all.addAll(change.notes());
    return all;
  }

  @Override
  public Groups.Arrangement arrangement() {
    return new Groups.Arrangement(
        "type",
        new Order.ByRank(types.sections()),
        Order.by("scope", "subject"),
        Order.by("title"),
        Order.by("text"));
  }

  @Override
  public void header(StringBuilder out) {
    heading(2, out);
  }

  @Override
  public void commit(Entry entry, StringBuilder out) {
    commit(this, entry, out);
  }

  static void commit(NextShape shape, Entry entry, StringBuilder out) {
    var closing = entry.references().stream().filter(found -> found.action().isPresent()).toList();
    var others = entry.references().stream().filter(found -> found.action().isEmpty()).toList();
    out.append(
        Elements.joined(
            "",
            shape.line(entry),
            shape.issues("closes", closing),
            shape.issues("references", others)));
    out.append('\n');
  }

  @Override
  public void footer(List<NoteGroup> notes, StringBuilder out) {
    // Notes stand above the commits in this preset.
  }

  @Override
  public void page(Parts parts, Groups groups, StringBuilder out) {
    out.append(
        Elements.blocks(
            NextShape.text(parts::header),
            NextShape.notes(groups.notes(), "⚠"),
            NextShape.commits(parts, groups.commits()),
            NextShape.text(footer -> parts.footer(groups.notes(), footer))));
  }
}
