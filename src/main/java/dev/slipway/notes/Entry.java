package dev.slipway.notes;

import dev.slipway.history.Change;
import dev.slipway.history.Note;
import dev.slipway.history.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A commit as the notes show it.
///
/// @param change the commit as it was read
/// @param patch the fields that the preset sets differently; the empty text is no value
/// @param notes what it breaks, titled as the preset titles it
/// @param references the issues that are named behind it
record Entry(
    Change change, Map<String, String> patch, List<Note> notes, List<Reference> references) {
  Entry {
    patch = Map.copyOf(patch);
    notes = List.copyOf(notes);
    references = List.copyOf(references);
  }

  /// A commit that the preset shows as it is, with its short hash.
  static Entry of(Change change) {
    return new Entry(
        change, Map.of("shortHash", shortHash(change)), change.notes(), change.references());
  }

  /// The same with one more field set.
  Entry with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(patch);
    more.put(name, value);
    return new Entry(change, more, notes, references);
  }

  static String shortHash(Change change) {
    return change.hash().substring(0, Math.min(7, change.hash().length()));
  }

  /// A field by the name it has in templates and sort orders; the empty text where it has no value
  /// or none that is a text.
  String value(String name) {
    String patched = patch.get(name);
    return patched != null ? patched : CommitFields.value(change, name);
  }

  boolean has(String name) {
    return !value(name).isEmpty();
  }
}
