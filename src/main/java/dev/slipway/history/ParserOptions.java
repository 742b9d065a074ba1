package dev.slipway.history;

import java.util.List;
import java.util.Optional;

/// How a commit message is read: the options of `conventional-commits-parser`.
///
/// @param profile whose parser
/// @param headerPattern the pattern of the first line
/// @param headerFields the names of its groups, in their order
/// @param breakingHeaderPattern tried before it; a match without notes is a note by itself
/// @param mergePattern a first line that is dropped before the header
/// @param mergeFields the names of its groups
/// @param revertPattern over the whole message
/// @param revertFields the names of its groups
/// @param fieldPattern a line that names a field, whose value the next lines are
/// @param noteKeywords what a note starts with, in any case; empty: no notes
/// @param issuePrefixes what an issue number starts with; empty: no references
/// @param issuePrefixesCaseSensitive whether their case counts
/// @param referenceActions the words before a reference, in any case; empty: none
/// @param commentChar what a line that is dropped starts with
public record ParserOptions(
    Profile profile,
    Optional<TextPattern> headerPattern,
    List<String> headerFields,
    Optional<TextPattern> breakingHeaderPattern,
    Optional<TextPattern> mergePattern,
    List<String> mergeFields,
    Optional<TextPattern> revertPattern,
    List<String> revertFields,
    Optional<TextPattern> fieldPattern,
    Optional<List<String>> noteKeywords,
    Optional<List<String>> issuePrefixes,
    boolean issuePrefixesCaseSensitive,
    Optional<List<String>> referenceActions,
    Optional<String> commentChar) {
  public ParserOptions {
    headerFields = List.copyOf(headerFields);
    mergeFields = List.copyOf(mergeFields);
    revertFields = List.copyOf(revertFields);
    noteKeywords = noteKeywords.map(List::copyOf);
    issuePrefixes = issuePrefixes.map(List::copyOf);
    referenceActions = referenceActions.map(List::copyOf);
  }

  /// What the parser of a profile does without any preset.
  public static ParserOptions defaults(Profile profile) {
    return new ParserOptionsDraft(profile).finish();
  }

  /// The same options, to be changed.
  public ParserOptionsDraft draft() {
    return new ParserOptionsDraft(this);
  }
}
