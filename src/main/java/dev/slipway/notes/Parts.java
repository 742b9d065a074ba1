package dev.slipway.notes;

import java.util.List;

/// The parts of the notes that a configuration may bring its own templates for.
interface Parts {
  /// The first line, with its line end.
  void header(StringBuilder out);

  /// One commit, with its line end.
  void commit(Entry entry, StringBuilder out);

  /// What stands below all groups of commits.
  void footer(List<NoteGroup> notes, StringBuilder out);
}
