package dev.slipway.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the issues that a line refers to. The actions of a line cut it into sentences, and each
/// sentence is searched for issues; one with an address in it has none.
abstract class ReferenceScanner {
  /// The words before a reference; empty: a line is one sentence without an action.
  final Optional<Words> actions;

  /// What an issue starts with; empty: there are no references.
  final Optional<Words> prefixes;

  ReferenceScanner(ParserOptions options) {
    actions = options.referenceActions().map(words -> new Words(words, true));
    prefixes =
        options
            .issuePrefixes()
            .map(words -> new Words(words, !options.issuePrefixesCaseSensitive()));
  }

  static ReferenceScanner of(ParserOptions options) {
    return switch (options.profile()) {
      case SR25 -> new PlainReferences(options);
      case CC10, NATIVE -> new WordReferences(options);
    };
  }

  /// The references of a line, in their order.
  ///
  /// @param footer whether the line is one of the footer, where a colon may follow the action
  List<Reference> find(String line, boolean footer) {
    if (prefixes.isEmpty() || !prefixes.get().standIn(line)) {
      return List.of();
    }
    List<Reference> found = new ArrayList<>();
    for (Sentence sentence : sentences(line, footer)) {
      if (!Addresses.standIn(sentence.text())) {
        issues(sentence, prefixes.get(), found);
      }
    }
    return found;
  }

  /// A part of a line, and the word that it follows.
  record Sentence(Optional<String> action, String text) {}

  abstract List<Sentence> sentences(String line, boolean footer);

  abstract void issues(Sentence sentence, Words prefixes, List<Reference> found);

  /// True when text and footer tell apart by a line like this: a token, a colon or an issue, and
  /// something behind it. The parser before 7 does not know such lines.
  abstract boolean isFooterLine(String line);

  /// `[\w-\.\/]`
  static boolean isRepository(char c) {
    return Characters.isWordOrHyphen(c) || c == '.' || c == '/';
  }

  static int skipIssue(String text, int from) {
    int at = from;
    while (at < text.length() && Characters.isWordOrHyphen(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static Reference reference(
      String raw, Optional<String> action, String repository, String prefix, String issue) {
    int slash = repository.indexOf('/');
    return new Reference(
        raw,
        action,
        slash < 0 ? Optional.empty() : Optional.of(repository.substring(0, slash)),
        repository.isEmpty() ? Optional.empty() : Optional.of(repository.substring(slash + 1)),
        prefix,
        issue);
  }
}
