package dev.slipway.notes;

import dev.slipway.history.Change;
import java.util.List;
import java.util.Optional;

/// The notes of one preset: which commits they show, in which order, and how each part looks.
interface Shape extends Parts {
  /// The commit as the notes show it; empty when they do not.
  Optional<Entry> entry(Change change);

  /// The order of the preset.
  Groups.Arrangement arrangement();

  /// Puts the parts together.
  ///
  /// @param parts the shape's own, or those that a configuration brings
  void page(Parts parts, Groups groups, StringBuilder out);

  /// A heading and commits, in the way most presets have it.
  static void group(Parts parts, CommitGroup group, StringBuilder out) {
    out.append('\n');
    if (!group.title().isEmpty()) {
      out.append("### ").append(group.title()).append("\n\n");
    }
    group.commits().forEach(entry -> parts.commit(entry, out));
  }

  @Override
  default void footer(List<NoteGroup> notes, StringBuilder out) {
    for (NoteGroup group : notes) {
      out.append("\n### ").append(group.title()).append("\n\n");
      group.notes().forEach(note -> out.append("* ").append(note.text()).append('\n'));
    }
  }
}
