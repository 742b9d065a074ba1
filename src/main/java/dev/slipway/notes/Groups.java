package dev.slipway.notes;

import dev.slipway.settings.WriterSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Commits and notes below their headings, in the order they are shown.
record Groups(List<CommitGroup> commits, List<NoteGroup> notes) {

  /// How commits are grouped and put in order.
  ///
  /// @param groupBy the field whose value is the heading
  record Arrangement(
      String groupBy, Order commitGroups, Order commits, Order noteGroups, Order notes) {
    /// The same with what a configuration says differently.
    Arrangement with(WriterSettings writer) {
      return new Arrangement(
          writer.groupBy().orElse(groupBy),
          writer.commitGroupsSort().map(Order::byFields).orElse(commitGroups),
          writer.commitsSort().map(Order::byFields).orElse(commits),
          writer.noteGroupsSort().map(Order::byFields).orElse(noteGroups),
          writer.notesSort().map(Order::byFields).orElse(notes));
    }
  }

  static Groups of(List<Entry> entries, Arrangement arrangement) {
    return new Groups(commitGroups(entries, arrangement), noteGroups(entries, arrangement));
  }

  private static List<CommitGroup> commitGroups(List<Entry> entries, Arrangement arrangement) {
    Map<String, List<Entry>> byTitle = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String title = entry.value(arrangement.groupBy());
      byTitle.computeIfAbsent(title, _ -> new ArrayList<>()).add(entry);
    }
    List<CommitGroup> groups = new ArrayList<>();
    byTitle.forEach((title, commits) ->
        groups.add(new CommitGroup(title, arrangement.commits().sorted(commits, Entry::value))));
    // Where no order is asked for, whole numbers come first: the order of a JavaScript object.
    groups.sort(Comparator.comparingLong(group -> arrayIndex(group.title())));
    return arrangement.commitGroups().sorted(groups, CommitGroup::value);
  }

  private static long arrayIndex(String title) {
    boolean digits =
        !title.isEmpty()
            && title.length() <= 10
            && title.chars().allMatch(c -> c >= '0' && c <= '9')
            && (title.length() == 1 || title.charAt(0) != '0');
    long number = digits ? Long.parseLong(title) : Long.MAX_VALUE;
    return number < 0xffff_ffffL ? number : Long.MAX_VALUE;
  }

  private static List<NoteGroup> noteGroups(List<Entry> entries, Arrangement arrangement) {
    Map<String, List<EntryNote>> byTitle = new LinkedHashMap<>();
    for (Entry entry : entries) {
      for (var note : entry.notes()) {
        byTitle
            .computeIfAbsent(note.title(), _ -> new ArrayList<>())
            .add(new EntryNote(note.title(), note.text(), entry));
      }
    }
    List<NoteGroup> groups = new ArrayList<>();
    byTitle.forEach((title, notes) ->
        groups.add(new NoteGroup(title, arrangement.notes().sorted(notes, EntryNote::value))));
    return arrangement.noteGroups().sorted(groups, NoteGroup::value);
  }
}
