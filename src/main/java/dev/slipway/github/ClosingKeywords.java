package dev.slipway.github;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The issues a text says it closes: `fixes #1`, `closes: gh-2`, `resolved owner/name#3`, or the
/// issue's address. What stands in code does not count.
final class ClosingKeywords {
  private static final Set<String> WORDS =
      Set.of(
          "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved");

  private ClosingKeywords() {}

  /// The numbers of this repository's issues, in the order of the text.
  static List<Long> in(String text, Repository repository, String server) {
    Set<Long> numbers = new LinkedHashSet<>();
    String prose = withoutCode(text);
    int at = 0;
    while (at < prose.length()) {
      if (!isWord(prose.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < prose.length() && isWord(prose.charAt(end))) {
        end++;
      }
      if (end - at <= 8 && WORDS.contains(prose.substring(at, end).toLowerCase(Locale.ROOT))) {
        int next = skipBlanks(prose, end);
        next =
            next < prose.length() && prose.charAt(next) == ':' ? skipBlanks(prose, next + 1) : next;
        long number = next == end ? -1 : reference(prose, next, repository, server);
        if (number > 0) {
          numbers.add(number);
        }
      }
      at = end;
    }
    return new ArrayList<>(numbers);
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static long reference(String text, int from, Repository repository, String server) {
    for (String prefix :
        List.of(
            "#",
            "gh-",
            repository + "#",
            server + "/" + repository + "/issues/",
            server + "/" + repository + "/pull/")) {
      if (text.regionMatches(true, from, prefix, 0, prefix.length())) {
        return number(text, from + prefix.length());
      }
    }
    return -1;
  }

  private static long number(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean whole =
        end > from && end - from <= 9 && (end == text.length() || !isWord(text.charAt(end)));
    return whole ? Long.parseLong(text.substring(from, end)) : -1;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  /// Blanks in place of fenced blocks and code spans.
  private static String withoutCode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean fenced = false;
    for (String line : text.split("\n", -1)) {
      boolean fence =
          line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~");
      if (fence || fenced) {
        fenced = fenced != fence;
      } else {
        spans(line, out);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static void spans(String line, StringBuilder out) {
    int at = 0;
    while (at < line.length()) {
      int open = line.indexOf('`', at);
      int close = open < 0 ? -1 : line.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      out.append(line, at, open).append(' ');
      at = close + 1;
    }
    out.append(line, at, line.length());
  }
}
