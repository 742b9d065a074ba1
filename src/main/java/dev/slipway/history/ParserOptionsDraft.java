package dev.slipway.history;

import java.util.List;
import java.util.Optional;

/// Parser options while they are put together: each setter replaces one option.
public final class ParserOptionsDraft {
  private final Profile profile;
  private Optional<TextPattern> headerPattern;
  private List<String> headerFields;
  private Optional<TextPattern> breakingHeaderPattern;
  private Optional<TextPattern> mergePattern;
  private List<String> mergeFields;
  private Optional<TextPattern> revertPattern;
  private List<String> revertFields;
  private Optional<TextPattern> fieldPattern;
  private Optional<List<String>> noteKeywords;
  private Optional<List<String>> issuePrefixes;
  private boolean issuePrefixesCaseSensitive;
  private Optional<List<String>> referenceActions;
  private Optional<String> commentChar;

  /// Starts from what the parser does without any preset.
  ParserOptionsDraft(Profile profile) {
    this.profile = profile;
    headerPattern = Optional.of(BuiltInPattern.PLAIN_HEADER);
    headerFields = List.of("type", "scope", "subject");
    breakingHeaderPattern = Optional.empty();
    mergePattern = Optional.empty();
    mergeFields = List.of();
    revertPattern = Optional.of(BuiltInPattern.PLAIN_REVERT);
    revertFields = List.of("header", "hash");
    fieldPattern =
        Optional.of(
            profile == Profile.SR25 ? BuiltInPattern.FIELD : BuiltInPattern.FIELD_WITH_WORD);
    noteKeywords = Optional.of(List.of("BREAKING CHANGE", "BREAKING-CHANGE"));
    issuePrefixes = Optional.of(List.of("#"));
    issuePrefixesCaseSensitive = false;
    referenceActions =
        Optional.of(
            List.of(
                "close",
                "closes",
                "closed",
                "fix",
                "fixes",
                "fixed",
                "resolve",
                "resolves",
                "resolved"));
    commentChar = Optional.empty();
  }

  ParserOptionsDraft(ParserOptions options) {
    profile = options.profile();
    headerPattern = options.headerPattern();
    headerFields = options.headerFields();
    breakingHeaderPattern = options.breakingHeaderPattern();
    mergePattern = options.mergePattern();
    mergeFields = options.mergeFields();
    revertPattern = options.revertPattern();
    revertFields = options.revertFields();
    fieldPattern = options.fieldPattern();
    noteKeywords = options.noteKeywords();
    issuePrefixes = options.issuePrefixes();
    issuePrefixesCaseSensitive = options.issuePrefixesCaseSensitive();
    referenceActions = options.referenceActions();
    commentChar = options.commentChar();
  }

  /// The pattern of the first line.
  public ParserOptionsDraft headerPattern(Optional<TextPattern> value) {
    headerPattern = value;
    return this;
  }

  /// The names of its groups.
  public ParserOptionsDraft headerFields(List<String> value) {
    headerFields = value;
    return this;
  }

  /// The pattern of a first line that breaks something.
  public ParserOptionsDraft breakingHeaderPattern(Optional<TextPattern> value) {
    breakingHeaderPattern = value;
    return this;
  }

  /// The pattern of a first line that is a merge.
  public ParserOptionsDraft mergePattern(Optional<TextPattern> value) {
    mergePattern = value;
    return this;
  }

  /// The names of its groups.
  public ParserOptionsDraft mergeFields(List<String> value) {
    mergeFields = value;
    return this;
  }

  /// The pattern of a message that takes back a commit.
  public ParserOptionsDraft revertPattern(Optional<TextPattern> value) {
    revertPattern = value;
    return this;
  }

  /// The names of its groups.
  public ParserOptionsDraft revertFields(List<String> value) {
    revertFields = value;
    return this;
  }

  /// The pattern of a line that names a field.
  public ParserOptionsDraft fieldPattern(Optional<TextPattern> value) {
    fieldPattern = value;
    return this;
  }

  /// What a note starts with; empty: no notes.
  public ParserOptionsDraft noteKeywords(Optional<List<String>> value) {
    noteKeywords = value;
    return this;
  }

  /// What an issue number starts with; empty: no references.
  public ParserOptionsDraft issuePrefixes(Optional<List<String>> value) {
    issuePrefixes = value;
    return this;
  }

  /// Whether the case of the prefixes counts.
  public ParserOptionsDraft issuePrefixesCaseSensitive(boolean value) {
    issuePrefixesCaseSensitive = value;
    return this;
  }

  /// The words before a reference; empty: none.
  public ParserOptionsDraft referenceActions(Optional<List<String>> value) {
    referenceActions = value;
    return this;
  }

  /// What a dropped line starts with.
  public ParserOptionsDraft commentChar(Optional<String> value) {
    commentChar = value;
    return this;
  }

  /// The options.
  public ParserOptions finish() {
    return new ParserOptions(
        profile,
        headerPattern,
        headerFields,
        breakingHeaderPattern,
        mergePattern,
        mergeFields,
        revertPattern,
        revertFields,
        fieldPattern,
        noteKeywords,
        issuePrefixes,
        issuePrefixesCaseSensitive,
        referenceActions,
        commentChar);
  }
}
