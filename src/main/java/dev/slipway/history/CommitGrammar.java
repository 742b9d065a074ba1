package dev.slipway.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads commit messages. Immutable; one for all commits of a run.
public final class CommitGrammar {
  private static final String SCISSORS = "------------------------ >8 ------------------------";

  private final ParserOptions options;
  private final Optional<NoteScanner> notes;
  private final ReferenceScanner references;
  private final ReferenceScanner noReferences;

  /// Whether a header can be told from the rest of a message without reading the rest.
  private final boolean outlines;

  private CommitGrammar(ParserOptions options) {
    this.options = options;
    notes = options.noteKeywords().map(words -> new NoteScanner(options.profile(), words));
    references = ReferenceScanner.of(options);
    noReferences = ReferenceScanner.of(options.draft().issuePrefixes(Optional.empty()).finish());
    outlines =
        options.mergePattern().isEmpty()
            && options.commentChar().isEmpty()
            && options
                .fieldPattern()
                .filter(p -> p != BuiltInPattern.FIELD && p != BuiltInPattern.FIELD_WITH_WORD)
                .isEmpty();
  }

  /// The grammar with these options.
  public static CommitGrammar of(ParserOptions options) {
    return new CommitGrammar(options);
  }

  /// The options it follows.
  public ParserOptions options() {
    return options;
  }

  /// The change that a commit's message tells of; empty when the message is blank. Blanks around
  /// the message count for nothing: semantic-release trims it before anything reads it.
  public Optional<Change> read(Commit commit) {
    return read(commit, Characters.trim(commit.message()));
  }

  /// The same as [#read] in all that a header says, in its notes and in what it takes back. Body,
  /// footer, references and mentions are missing where nothing in them can change that, as in most
  /// commits. A text with `BREAKING` in it is always there: a decision warns of one that is no
  /// note.
  public Optional<Change> outline(Commit commit) {
    String message = Characters.trim(commit.message());
    if (!outlines || !isToldByHeader(message)) {
      return read(commit, message);
    }
    int feed = message.indexOf('\n');
    int end = feed < 0 ? message.length() : message.charAt(feed - 1) == '\r' ? feed - 1 : feed;
    List<String> header = List.of(message.substring(0, end));
    Draft draft = new MessageReader(options, notes, noReferences, header).read();
    return Optional.of(draft.finish(commit, List.of(), MessageReader.revert(message, options)));
  }

  /// True when no line behind the first one can be a note, a field, or what was meant to be a note.
  private boolean isToldByHeader(String message) {
    return !message.isEmpty()
        && !message.startsWith("gpg:")
        && !message.contains("\n-")
        && !message.contains("BREAKING")
        && notes.filter(scanner -> scanner.mayFind(message)).isEmpty();
  }

  /// The changes in the body of a squashed commit: each line that starts with `* ` and is a header
  /// starts one, which goes up to the next such line. GitHub writes bodies like that. Not part of
  /// [#read]; empty where the body is none.
  public List<Change> squashed(Commit commit) {
    List<Change> changes = new ArrayList<>();
    Optional<StringBuilder> message = Optional.empty();
    for (String line : (Iterable<String>) commit.message().lines().skip(1)::iterator) {
      if (line.startsWith("* ") && isHeader(line.substring(2))) {
        message.flatMap(text -> read(commit, text.toString())).ifPresent(changes::add);
        message = Optional.of(new StringBuilder(line.substring(2)));
      } else {
        message.ifPresent(text -> text.append('\n').append(line));
      }
    }
    message.flatMap(text -> read(commit, text.toString())).ifPresent(changes::add);
    return changes;
  }

  /// Everything a squashed commit tells of: what stands above the list in its body, and each item
  /// of the list as [#squashed] has it. A commit without such a list is what [#read] makes of it.
  public List<Change> unfolded(Commit commit) {
    List<Change> items = squashed(commit);
    if (items.isEmpty()) {
      return read(commit).stream().toList();
    }
    StringBuilder above = new StringBuilder();
    for (String line : (Iterable<String>) commit.message().lines()::iterator) {
      if (!above.isEmpty() && line.startsWith("* ") && isHeader(line.substring(2))) {
        break;
      }
      above.append(line).append('\n');
    }
    List<Change> all = new ArrayList<>();
    read(commit, Characters.trim(above.toString())).ifPresent(all::add);
    all.addAll(items);
    return all;
  }

  private boolean isHeader(String line) {
    return options.headerPattern().filter(p -> p.match(line.strip()).found()).isPresent()
        || options.breakingHeaderPattern().filter(p -> p.match(line.strip()).found()).isPresent();
  }

  /// The change that a message tells of, as it is.
  Optional<Change> read(Commit commit, String message) {
    if (Characters.isBlank(message)) {
      return Optional.empty();
    }
    Draft draft = new MessageReader(options, notes, references, lines(message)).read();
    return Optional.of(
        draft.finish(
            commit, MessageReader.mentions(message), MessageReader.revert(message, options)));
  }

  /// The lines that are read: without comments, without what a signature check has printed.
  private List<String> lines(String message) {
    String text = Characters.trimNewLines(message);
    List<String> lines = new ArrayList<>();
    for (int start = 0; start <= text.length(); ) {
      int feed = text.indexOf('\n', start);
      int end = feed < 0 ? text.length() : feed;
      int cut = feed > start && text.charAt(feed - 1) == '\r' ? feed - 1 : end;
      String line = text.substring(start, cut);
      if (options.commentChar().isPresent()) {
        String comment = options.commentChar().get();
        if (line.equals(comment + " " + SCISSORS)) {
          break;
        }
        if (line.startsWith(comment)) {
          start = end + 1;
          continue;
        }
      }
      if (!line.startsWith("gpg:", Characters.skipSpaces(line, 0))) {
        lines.add(line);
      }
      start = end + 1;
    }
    return lines;
  }
}
