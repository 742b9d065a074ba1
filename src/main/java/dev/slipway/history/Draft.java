package dev.slipway.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A change while its message is read. Its texts can be set by a pattern and grown by lines, under
/// the names that the parser's result gives them: a `-body-` line reaches the body.
final class Draft {
  private static final Text NO_TEXT = new Text("");

  private final Map<String, Text> texts = new LinkedHashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /// Names whose values are lists there; a text in their place breaks that parser.
  private static final Set<String> LISTS = Set.of("notes", "references", "mentions", "__proto__");

  /// A text that may grow; most never do.
  private static final class Text {
    private final String begin;
    private Optional<StringBuilder> grown = Optional.empty();

    Text(String begin) {
      this.begin = begin;
    }

    void append(String line) {
      if (grown.isEmpty()) {
        grown = Optional.of(new StringBuilder(begin.length() + line.length() + 1).append(begin));
      }
      Draft.append(grown.get(), line);
    }

    String whole() {
      return grown.isPresent() ? grown.get().toString() : begin;
    }
  }

  /// Puts a text in the place of what was there; an empty one is no text.
  void set(String name, String value) {
    if (!LISTS.contains(name)) {
      texts.put(name, value.isEmpty() ? NO_TEXT : new Text(value));
    }
  }

  /// Adds a line. An empty text takes the line as it is.
  void append(String name, String line) {
    if (LISTS.contains(name)) {
      return;
    }
    Text text = texts.getOrDefault(name, NO_TEXT);
    if (text == NO_TEXT) {
      texts.put(name, new Text(line));
    } else {
      text.append(line);
    }
  }

  static void append(StringBuilder text, String line) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    text.append(line);
  }

  Optional<String> text(String name) {
    return text(texts.getOrDefault(name, NO_TEXT));
  }

  private static Optional<String> text(Text text) {
    return text == NO_TEXT ? Optional.empty() : Optional.of(text.whole());
  }

  void note(String title, String text) {
    notes.add(new Note(title, Characters.trimNewLines(text)));
  }

  boolean hasNotes() {
    return !notes.isEmpty();
  }

  /// Adds references, each once for an action.
  void refer(List<Reference> found) {
    for (Reference reference : found) {
      if (references.isEmpty()) {
        references.add(reference);
        continue;
      }
      if (known.isEmpty()) {
        known.add(key(references.getFirst()));
      }
      if (known.add(key(reference))) {
        references.add(reference);
      }
    }
  }

  private static String key(Reference reference) {
    return (reference.action().orElse("null") + " " + reference.raw()).toLowerCase(Locale.ROOT);
  }

  Change finish(Commit commit, List<String> mentions, Optional<Revert> revert) {
    Map<String, Optional<String>> fields = new LinkedHashMap<>();
    texts.forEach((name, text) -> {
      switch (name) {
        case "header", "body", "footer", "merge", "revert" -> {}
        default -> fields.put(name, text(text));
      }
    });
    return new Change(
        commit,
        fields,
        text("header"),
        text("body").map(Characters::trimNewLines),
        text("footer").map(Characters::trimNewLines),
        notes,
        references,
        mentions,
        // A `-revert-` line makes a revert that fits no commit.
        revert.or(() ->
            text("revert")
                .filter(t -> !t.isEmpty())
                .map(t -> Revert.of(Map.of("0", Optional.of(t))))),
        text("merge"));
  }
}
