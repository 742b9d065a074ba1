package dev.slipway.history;

import static dev.slipway.history.Characters.isSpace;
import static dev.slipway.history.Characters.isWord;
import static dev.slipway.history.Characters.skipSpaces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// References as parser 7.1 finds them: actions and repositories are whole words, an issue has a
/// digit, and the text before an action is searched too.
final class WordReferences extends ReferenceScanner {
  private static final Words BREAKING = new Words(List.of("BREAKING CHANGE"), true);

  /// The prefixes as they tell footer lines apart, where their case never counts.
  private final Optional<Words> footerPrefixes;

  WordReferences(ParserOptions options) {
    super(options);
    footerPrefixes = options.issuePrefixes().map(words -> new Words(words, true));
  }

  /// `^(?:BREAKING CHANGE|[\w-]+)(?::\s+|\s+(?:PREFIXES)).+` with flag `i`.
  @Override
  boolean isFooterLine(String line) {
    int breaking = BREAKING.endAt(line, 0, 0);
    int token = skipIssue(line, 0);
    return (breaking > 0 && separates(line, breaking)) || (token > 0 && separates(line, token));
  }

  private boolean separates(String line, int at) {
    if (line.startsWith(":", at)) {
      int text = skipSpaces(line, at + 1);
      return text > at + 1 && (text < line.length() || hasTextWithin(line, at + 2));
    }
    int prefix = skipSpaces(line, at);
    if (prefix == at || footerPrefixes.isEmpty()) {
      return false;
    }
    for (int word = 0; word < footerPrefixes.get().count(); word++) {
      int end = footerPrefixes.get().endAt(line, prefix, word);
      if (end >= 0 && end < line.length() && !Characters.isLineEnd(line.charAt(end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasTextWithin(String line, int from) {
    for (int at = from; at < line.length(); at++) {
      if (!Characters.isLineEnd(line.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  @Override
  List<Sentence> sentences(String line, boolean footer) {
    List<Sentence> sentences = new ArrayList<>();
    int rest = 0;
    if (actions.isEmpty()) {
      for (int start = 0; start < line.length(); ) {
        int end = Characters.nextLineEnd(line, start);
        if (end > start) {
          sentences.add(new Sentence(Optional.empty(), line.substring(rest, start)));
          sentences.add(new Sentence(Optional.empty(), line.substring(start, end)));
          rest = end;
        }
        start = end + 1;
      }
    } else {
      for (int at = 0; at < line.length(); ) {
        int end = withAction(line, rest, at, footer, actions.get(), sentences);
        rest = end < 0 ? rest : end;
        at = end < 0 ? at + 1 : end;
      }
    }
    sentences.add(new Sentence(Optional.empty(), line.substring(rest)));
    return sentences;
  }

  /// Adds what stands between `rest` and the action here, and the action's sentence; gives the end
  /// of that, or -1 when no action stands here.
  private static int withAction(
      String line, int rest, int at, boolean footer, Words words, List<Sentence> sentences) {
    if (words.cannotStartAt(line, at) || !isWordStart(line, at)) {
      return -1;
    }
    for (int word = 0; word < words.count(); word++) {
      int end = words.endAt(line, at, word);
      if (end < 0) {
        continue;
      }
      int blank = footer && line.startsWith(":", end) ? end + 1 : end;
      if (blank == line.length() || !isSpace(line.charAt(blank))) {
        continue;
      }
      int start = skipSpaces(line, blank);
      int stop = start;
      while (stop < line.length() && !isAction(line, stop, words)) {
        stop++;
      }
      if (Characters.lastLineEnd(line, start, stop) < 0) {
        sentences.add(new Sentence(Optional.empty(), line.substring(rest, at)));
        sentences.add(
            new Sentence(
                Optional.of(line.substring(at, end)).filter(action -> !action.isEmpty()),
                line.substring(start, stop)));
        return stop;
      }
    }
    return -1;
  }

  /// `(?<!\w)(?:ACTIONS)(?!\w)`
  private static boolean isAction(String line, int at, Words words) {
    if (words.cannotStartAt(line, at) || !isWordStart(line, at)) {
      return false;
    }
    for (int word = 0; word < words.count(); word++) {
      int end = words.endAt(line, at, word);
      if (end >= 0 && (end == line.length() || !isWord(line.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordStart(String line, int at) {
    return at == 0 || !isWord(line.charAt(at - 1));
  }

  /// `.*?(?<!R)(?:(R+)(?!R))?(PREFIX)((?=[\w-]*\d)[\w-]+)(?=\s|$|[,;.)\]])` with flags `giy`, where
  /// R is `[\w-\.\/]`.
  @Override
  void issues(Sentence sentence, Words prefixes, List<Reference> found) {
    String text = sentence.text();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (at > from && Characters.isLineEnd(text.charAt(at - 1))) {
        return;
      }
      if (at > 0 && isRepository(text.charAt(at - 1))) {
        continue;
      }
      int prefix = at;
      while (prefix < text.length() && isRepository(text.charAt(prefix))) {
        prefix++;
      }
      int end = prefix > at ? issue(sentence, from, at, prefix, prefixes, found) : -1;
      if (end < 0) {
        end = issue(sentence, from, at, at, prefixes, found);
      }
      if (end >= 0) {
        from = end;
        at = end - 1;
      }
    }
  }

  /// Adds the reference whose prefix stands here and gives its end, or -1.
  private static int issue(
      Sentence sentence, int from, int at, int prefix, Words prefixes, List<Reference> found) {
    String text = sentence.text();
    if (prefixes.cannotStartAt(text, prefix)) {
      return -1;
    }
    for (int word = 0; word < prefixes.count(); word++) {
      int issue = prefixes.endAt(text, prefix, word);
      int end = issue < 0 ? -1 : skipIssue(text, issue);
      if (end > issue && hasDigit(text, issue, end) && endsIssue(text, end)) {
        found.add(
            reference(
                text.substring(from, end),
                sentence.action(),
                text.substring(at, prefix),
                text.substring(prefix, issue),
                text.substring(issue, end)));
        return end;
      }
    }
    return -1;
  }

  private static boolean hasDigit(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (Characters.isDigit(text.charAt(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsIssue(String text, int at) {
    return at == text.length() || isSpace(text.charAt(at)) || ",;.)]".indexOf(text.charAt(at)) >= 0;
  }
}
