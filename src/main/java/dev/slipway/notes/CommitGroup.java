package dev.slipway.notes;

import java.util.List;

/// Commits below one heading.
///
/// @param title the empty text: no heading
record CommitGroup(String title, List<Entry> commits) {
  CommitGroup {
    commits = List.copyOf(commits);
  }

  /// A field by the name it has in sort orders.
  String value(String name) {
    return name.equals("title") ? title : "";
  }
}
