package dev.slipway.history;

import static dev.slipway.history.Characters.isWord;
import static dev.slipway.history.Characters.skipWord;

import java.util.Locale;

/// The patterns that the parser and the most used presets bring, each as a scanner that reads its
/// text once. What they match is what the JavaScript expression beside them matches.
enum BuiltInPattern implements TextPattern {
  /// The parser's own header, with a scope of few characters.
  PLAIN_HEADER("^(\\w*)(?:\\(([\\w$@.\\-*/ ]*)\\))?: (.*)$", "") {
    @Override
    public TextMatch match(String text) {
      int word = skipWord(text, 0);
      if (word == text.length() || text.charAt(word) != '(') {
        return header(text, word, word, word, 0);
      }
      int close = word + 1;
      while (close < text.length() && isPlainScope(text.charAt(close))) {
        close++;
      }
      return close < text.length() && text.charAt(close) == ')'
          ? header(text, word, close, close + 1, 0)
          : TextMatch.NONE;
    }
  },

  /// The header of angular.
  ANGULAR_HEADER("^(\\w*)(?:\\((.*)\\))?: (.*)$", "") {
    @Override
    public TextMatch match(String text) {
      return scoped(text, Bang.NONE);
    }
  },

  /// The header of conventionalcommits.
  CONVENTIONAL_HEADER("^(\\w*)(?:\\((.*)\\))?!?: (.*)$", "") {
    @Override
    public TextMatch match(String text) {
      return scoped(text, Bang.MAYBE);
    }
  },

  /// The header of conventionalcommits, of a commit that breaks something.
  BREAKING_HEADER("^(\\w*)(?:\\((.*)\\))?!: (.*)$", "") {
    @Override
    public TextMatch match(String text) {
      return scoped(text, Bang.ONE);
    }
  },

  /// The header of Conventional Commits 1.0.0: a type, perhaps a scope, perhaps a `!`, a colon, a
  /// blank and some text. The case of the type does not count (§15); it is given in small letters.
  STRICT_HEADER("^([\\w-]+)(?:\\(([^()\\s][^()]*)\\))?!?: +(\\S.*)$", "") {
    @Override
    public TextMatch match(String text) {
      return strict(text, Bang.MAYBE);
    }
  },

  /// The same, of a commit that breaks something.
  STRICT_BREAKING_HEADER("^([\\w-]+)(?:\\(([^()\\s][^()]*)\\))?!: +(\\S.*)$", "") {
    @Override
    public TextMatch match(String text) {
      return strict(text, Bang.ONE);
    }
  },

  /// The revert message as the parser has it without a preset.
  PLAIN_REVERT("^Revert\\s\"([\\s\\S]*)\"\\s*This reverts commit (\\w*)\\.?", "") {
    @Override
    public TextMatch match(String text) {
      int quote = "Revert".length() + 1;
      if (!text.startsWith("Revert")
          || text.length() <= quote
          || !Characters.isSpace(text.charAt(quote - 1))
          || text.charAt(quote) != '"') {
        return TextMatch.NONE;
      }
      int sentence = text.length();
      while ((sentence = text.lastIndexOf(REVERTS, sentence - 1)) > quote) {
        int end = sentence;
        while (Characters.isSpace(text.charAt(end - 1))) {
          end--;
        }
        if (text.charAt(end - 1) == '"' && end - 1 > quote) {
          int hash = sentence + REVERTS.length();
          int hashEnd = skipWord(text, hash);
          int dot = hashEnd < text.length() && text.charAt(hashEnd) == '.' ? 1 : 0;
          return TextMatch.of(
              text.substring(0, hashEnd + dot),
              text.substring(quote + 1, end - 1),
              text.substring(hash, hashEnd));
        }
      }
      return TextMatch.NONE;
    }
  },

  /// The revert message of angular.
  ANGULAR_REVERT(
      "^(?:Revert|revert:)\\s\"?([\\s\\S]+?)\"?\\s*This reverts commit (\\w{7,40})\\b", "i") {
    @Override
    public TextMatch match(String text) {
      return reverted(text, false);
    }
  },

  /// The revert message of conventionalcommits.
  CONVENTIONAL_REVERT(
      "^(?:Revert|revert:)\\s\"?([\\s\\S]+?)\"?\\s*This reverts commit (\\w*)\\.", "i") {
    @Override
    public TextMatch match(String text) {
      return reverted(text, true);
    }
  },

  /// A line that names a field.
  FIELD("^-(.*?)-$", "") {
    @Override
    public TextMatch match(String text) {
      return field(text);
    }
  },

  /// The same, when there is a word in the name: a YAML `---` is no field (parser 7).
  FIELD_WITH_WORD("^-(?=.*\\w)(.*?)-$", "") {
    @Override
    public TextMatch match(String text) {
      TextMatch match = field(text);
      return match.group(1).chars().anyMatch(c -> isWord((char) c)) ? match : TextMatch.NONE;
    }
  };

  private static final String REVERTS = "This reverts commit ";

  /// Whether a `!` stands before the colon.
  private enum Bang {
    NONE,
    MAYBE,
    ONE
  }

  private final String source;
  private final String flags;

  BuiltInPattern(String source, String flags) {
    this.source = source;
    this.flags = flags;
  }

  /// The JavaScript expression that it stands for.
  String source() {
    return source;
  }

  /// The flags of that expression.
  String flags() {
    return flags;
  }

  private static boolean isPlainScope(char c) {
    return isWord(c) || "$@.-*/ ".indexOf(c) >= 0;
  }

  private static TextMatch scoped(String text, Bang bang) {
    int word = skipWord(text, 0);
    if (word == text.length()) {
      return TextMatch.NONE;
    }
    if (text.charAt(word) != '(') {
      int bangs = bangs(text, word, bang);
      return bangs < 0 ? TextMatch.NONE : header(text, word, word, word, bangs);
    }
    // The scope takes all it can: the last bracket with a colon behind it closes it.
    for (int close = text.lastIndexOf(')');
        close > word;
        close = text.lastIndexOf(')', close - 1)) {
      int bangs = bangs(text, close + 1, bang);
      if (bangs >= 0) {
        return Characters.lastLineEnd(text, word, close) >= 0
            ? TextMatch.NONE
            : header(text, word, close, close + 1, bangs);
      }
    }
    return TextMatch.NONE;
  }

  /// How many `!` stand before `: ` here, or -1 when that is not what stands here.
  private static int bangs(String text, int at, Bang bang) {
    return switch (bang) {
      case NONE -> text.startsWith(": ", at) ? 0 : -1;
      case ONE -> text.startsWith("!: ", at) ? 1 : -1;
      case MAYBE -> text.startsWith(": ", at) ? 0 : text.startsWith("!: ", at) ? 1 : -1;
    };
  }

  private static TextMatch header(String text, int word, int scopeEnd, int colon, int bangs) {
    int subject = colon + bangs + 2;
    if (!text.startsWith(": ", colon + bangs)
        || Characters.nextLineEnd(text, subject) < text.length()) {
      return TextMatch.NONE;
    }
    return TextMatch.of(
        text,
        text.substring(0, word),
        scopeEnd > word ? text.substring(word + 1, scopeEnd) : "",
        text.substring(subject));
  }

  private static TextMatch strict(String text, Bang bang) {
    int type = ReferenceScanner.skipIssue(text, 0);
    int scope = type;
    if (text.startsWith("(", type)) {
      scope++;
      while (scope < text.length() && "()".indexOf(text.charAt(scope)) < 0) {
        scope++;
      }
      if (!text.startsWith(")", scope)
          || scope == type + 1
          || Characters.isSpace(text.charAt(type + 1))) {
        return TextMatch.NONE;
      }
    }
    int colon = scope > type ? scope + 1 : type;
    int bangs = bangs(text, colon, bang);
    int subject = bangs < 0 ? 0 : Characters.skipSpaces(text, colon + bangs + 1);
    if (type == 0
        || bangs < 0
        || subject == text.length()
        || Characters.nextLineEnd(text, 0) < text.length()) {
      return TextMatch.NONE;
    }
    return TextMatch.of(
        text,
        text.substring(0, type).toLowerCase(Locale.ROOT),
        scope > type ? text.substring(type + 1, scope) : "",
        text.substring(subject));
  }

  private static TextMatch field(String text) {
    int last = text.length() - 1;
    return last > 0
            && text.charAt(0) == '-'
            && text.charAt(last) == '-'
            && Characters.nextLineEnd(text, 0) == text.length()
        ? TextMatch.of(text, text.substring(1, last))
        : TextMatch.NONE;
  }

  private static TextMatch reverted(String text, boolean dot) {
    int start = text.regionMatches(true, 0, "revert", 0, 6) && isAscii(text, 6) ? 6 : -1;
    if (start < 0) {
      return TextMatch.NONE;
    }
    if (start < text.length() && text.charAt(start) == ':') {
      start++;
    }
    if (start == text.length() || !Characters.isSpace(text.charAt(start))) {
      return TextMatch.NONE;
    }
    start++;
    if (start < text.length() && text.charAt(start) == '"') {
      TextMatch match = revertedFrom(text, start + 1, dot);
      if (match.found()) {
        return match;
      }
    }
    return revertedFrom(text, start, dot);
  }

  /// `([\s\S]+?)"?\s*This reverts commit` and the hash, from here: the first sentence that has a
  /// hash decides, and the header ends as early before it as quote and blanks allow.
  private static TextMatch revertedFrom(String text, int start, boolean dot) {
    for (int sentence = sentence(text, start + 1);
        sentence >= 0;
        sentence = sentence(text, sentence + 1)) {
      int hash = sentence + REVERTS.length();
      int hashEnd = skipWord(text, hash);
      if (dot ? !text.startsWith(".", hashEnd) : hashEnd - hash < 7 || hashEnd - hash > 40) {
        continue;
      }
      int end = sentence;
      while (end > start + 1 && Characters.isSpace(text.charAt(end - 1))) {
        end--;
      }
      if (end > start + 1 && text.charAt(end - 1) == '"') {
        end--;
      }
      return TextMatch.of(
          text.substring(0, dot ? hashEnd + 1 : hashEnd),
          text.substring(start, end),
          text.substring(hash, hashEnd));
    }
    return TextMatch.NONE;
  }

  /// Where the sentence stands next, in any case, or -1.
  private static int sentence(String text, int from) {
    int last = text.length() - REVERTS.length();
    for (int at = from; at <= last; at++) {
      char c = text.charAt(at);
      if ((c == 'T' || c == 't')
          && text.regionMatches(true, at, REVERTS, 0, REVERTS.length())
          && isAscii(text, at, at + REVERTS.length())) {
        return at;
      }
    }
    return -1;
  }

  /// Java folds U+017F to `s` and U+212A to `k`; JavaScript's flag `i` does not.
  private static boolean isAscii(String text, int to) {
    return isAscii(text, 0, to);
  }

  private static boolean isAscii(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) >= 128) {
        return false;
      }
    }
    return true;
  }
}
