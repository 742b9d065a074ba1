package dev.slipway.history;

import static dev.slipway.history.Characters.isSpace;
import static dev.slipway.history.Characters.skipSpaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// References as parser 6.4.0 finds them, with two expressions that backtrack there and do not
/// here: `(ACTION)(?:\s+(.*?))(?=(?:ACTION)|$)` for the sentences, and for the issues
/// `(?:.*?)??\s*([\w-\.\/]*?)??(PREFIX)([\w-]+)(?=\s|$|[,;)\]])`, both with flags `gi`.
final class PlainReferences extends ReferenceScanner {
  PlainReferences(ParserOptions options) {
    super(options);
  }

  @Override
  boolean isFooterLine(String line) {
    return false;
  }

  @Override
  List<Sentence> sentences(String line, boolean footer) {
    List<Sentence> sentences = new ArrayList<>();
    actions.ifPresent(words -> withActions(line, words, sentences));
    if (sentences.isEmpty()) {
      for (int start = 0; start < line.length(); ) {
        int end = Characters.nextLineEnd(line, start);
        if (end > start) {
          sentences.add(new Sentence(Optional.empty(), line.substring(start, end)));
        }
        start = end + 1;
      }
    }
    return sentences;
  }

  private static void withActions(String line, Words words, List<Sentence> sentences) {
    for (int at = 0; at < line.length(); ) {
      int end = words.cannotStartAt(line, at) ? -1 : withAction(line, at, words, sentences);
      at = end < 0 ? at + 1 : end;
    }
  }

  /// Adds the sentence of the action that stands here and gives its end, or -1.
  private static int withAction(String line, int at, Words words, List<Sentence> sentences) {
    for (int word = 0; word < words.count(); word++) {
      int blank = words.endAt(line, at, word);
      if (blank < 0 || blank == line.length() || !isSpace(line.charAt(blank))) {
        continue;
      }
      int start = skipSpaces(line, blank);
      int end = start;
      while (end < line.length() && !words.standAt(line, end)) {
        end++;
      }
      if (Characters.lastLineEnd(line, start, end) < 0) {
        sentences.add(
            new Sentence(
                Optional.of(line.substring(at, blank)).filter(action -> !action.isEmpty()),
                line.substring(start, end)));
        return end;
      }
    }
    return -1;
  }

  @Override
  void issues(Sentence sentence, Words prefixes, List<Reference> found) {
    String text = sentence.text();
    int from = 0;
    int runStart = 0;
    int runEnd = 0;
    for (int at = 0; at < text.length(); at++) {
      if (prefixes.cannotStartAt(text, at)) {
        continue;
      }
      for (int word = 0; word < prefixes.count(); word++) {
        int issue = prefixes.endAt(text, at, word);
        if (issue < 0) {
          continue;
        }
        // Issues that overlap end at the same place, which is looked for once.
        if (issue < runStart || issue >= runEnd) {
          runStart = issue;
          runEnd = skipIssue(text, issue);
        }
        if (runEnd > issue && endsIssue(text, runEnd)) {
          found.add(reference(sentence, from, at, issue, runEnd));
          from = runEnd;
          at = runEnd - 1;
          break;
        }
      }
    }
  }

  private static Reference reference(Sentence sentence, int from, int at, int issue, int end) {
    String text = sentence.text();
    int repository = at;
    while (repository > from && isRepository(text.charAt(repository - 1))) {
      repository--;
    }
    int blank = repository;
    while (blank > from && isSpace(text.charAt(blank - 1))) {
      blank--;
    }
    int raw = Math.max(from, Characters.lastLineEnd(text, from, blank) + 1);
    return reference(
        text.substring(raw, end),
        sentence.action(),
        text.substring(repository, at),
        text.substring(at, issue),
        text.substring(issue, end));
  }

  private static boolean endsIssue(String text, int at) {
    return at == text.length() || isSpace(text.charAt(at)) || ",;)]".indexOf(text.charAt(at)) >= 0;
  }
}
