package dev.slipway.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The declarative part of `writerOpts`. What is empty is as the preset has it.
///
/// @param groupBy the field that commits are grouped by; the empty text: they are not grouped
/// @param commitsSort the fields that commits are sorted by; no fields: they are not sorted
/// @param commitGroupsSort the same for groups
/// @param noteGroupsSort the same for groups of notes
/// @param notesSort the same for notes
/// @param mainTemplate a Handlebars template, as are the next three
/// @param partials further Handlebars templates by name, over the three before
/// @param reverse oldest commit first
/// @param ignoreReverted whether a commit and its revert both stay away
public record WriterSettings(
    Optional<String> groupBy,
    Optional<List<String>> commitsSort,
    Optional<List<String>> commitGroupsSort,
    Optional<List<String>> noteGroupsSort,
    Optional<List<String>> notesSort,
    Optional<String> mainTemplate,
    Optional<String> headerPartial,
    Optional<String> commitPartial,
    Optional<String> footerPartial,
    Map<String, String> partials,
    Optional<Boolean> reverse,
    Optional<Boolean> ignoreReverted) {
  public WriterSettings {
    commitsSort = commitsSort.map(List::copyOf);
    commitGroupsSort = commitGroupsSort.map(List::copyOf);
    noteGroupsSort = noteGroupsSort.map(List::copyOf);
    notesSort = notesSort.map(List::copyOf);
    partials = Collections.unmodifiableMap(new LinkedHashMap<>(partials));
  }

  /// No option at all.
  public static WriterSettings none() {
    return new WriterSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }
}
