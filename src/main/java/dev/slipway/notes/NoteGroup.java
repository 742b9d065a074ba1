package dev.slipway.notes;

import java.util.List;

/// Notes below one heading.
record NoteGroup(String title, List<EntryNote> notes) {
  NoteGroup {
    notes = List.copyOf(notes);
  }

  /// A field by the name it has in sort orders.
  String value(String name) {
    return name.equals("title") ? title : "";
  }
}
