package dev.slipway.notes;

import java.util.ArrayList;
import java.util.List;

/// Takes a text apart into what must stay as it is (links, code, addresses), issues, users, and the
/// rest, as the newer presets of conventional-changelog do with a pattern. In linear time.
final class MarkdownScanner {
  private final String text;
  private final List<String> prefixes;
  private final boolean digitsOnly;
  private final CodeBlocks blocks;
  private final CodeSpans spans;
  private final Links links;

  /// A piece of the text; all pieces in their order are the whole text.
  sealed interface Piece {
    /// The piece as it stands in the text.
    String text();

    /// A link, code, or an address.
    record Fixed(String text, Kind kind) implements Piece {}

    /// An issue.
    record Issue(String prefix, String number) implements Piece {
      @Override
      public String text() {
        return prefix + number;
      }
    }

    /// A user, behind an `@`; or a team.
    record User(String name) implements Piece {
      @Override
      public String text() {
        return "@" + name;
      }
    }

    /// Anything else.
    record Plain(String text) implements Piece {}
  }

  /// What stays as it is.
  enum Kind {
    LINK,
    CODE,
    ADDRESS
  }

  private MarkdownScanner(String text, List<String> prefixes, boolean digitsOnly) {
    this.text = text;
    this.prefixes = prefixes;
    this.digitsOnly = digitsOnly;
    this.blocks = new CodeBlocks(text);
    this.spans = new CodeSpans(text);
    this.links = new Links(text);
  }

  /// The pieces of a text.
  ///
  /// @param prefixes what the number of an issue starts with
  /// @param digitsOnly whether letters do not belong to the number
  static List<Piece> scan(String text, List<String> prefixes, boolean digitsOnly) {
    return new MarkdownScanner(text, prefixes, digitsOnly).scan();
  }

  private List<Piece> scan() {
    List<Piece> pieces = new ArrayList<>();
    int plain = 0;
    int i = 0;
    while (i < text.length()) {
      Piece piece = at(i);
      if (piece.text().isEmpty()) {
        i++;
        continue;
      }
      if (plain < i) {
        pieces.add(new Piece.Plain(text.substring(plain, i)));
      }
      pieces.add(piece);
      i += piece.text().length();
      plain = i;
    }
    if (plain < text.length()) {
      pieces.add(new Piece.Plain(text.substring(plain)));
    }
    return pieces;
  }

  /// The piece that starts here; an empty one where none does.
  private Piece at(int i) {
    int link = text.charAt(i) == '[' ? links.end(i) : i;
    if (link > i) {
      return new Piece.Fixed(text.substring(i, link), Kind.LINK);
    }
    int code = Math.max(blocks.end(i), i);
    code = code > i || text.charAt(i) != '`' ? code : spans.end(i);
    if (code > i) {
      return new Piece.Fixed(text.substring(i, code), Kind.CODE);
    }
    int address = addressEnd(i);
    if (address > i) {
      return new Piece.Fixed(text.substring(i, address), Kind.ADDRESS);
    }
    for (String prefix : prefixes) {
      int from = i + prefix.length();
      int end = text.startsWith(prefix, i) ? numberEnd(from) : from;
      if (end > from) {
        return new Piece.Issue(prefix, text.substring(from, end));
      }
    }
    boolean user = text.charAt(i) == '@' && (i == 0 || !Mentions.isWord(text.charAt(i - 1)));
    int end = user ? Mentions.nameEnd(text, i + 1) : i;
    return end > i + 1 ? new Piece.User(text.substring(i + 1, end)) : new Piece.Plain("");
  }

  private int numberEnd(int from) {
    int end = from;
    while (end < text.length() && isOfNumber(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || (!digitsOnly && c >= 'a' && c <= 'z');
  }

  private int addressEnd(int from) {
    if (text.charAt(from) != 'h'
        || !(text.startsWith("http://", from) || text.startsWith("https://", from))) {
      return from;
    }
    int start = text.indexOf("//", from) + 2;
    int i = start;
    while (i < text.length() && !JsText.isSpace(text.charAt(i)) && text.charAt(i) != ')') {
      int close = text.charAt(i) == '(' ? Links.roundEnd(text, i, true) : i + 1;
      if (close <= i) {
        break;
      }
      i = close;
    }
    return i > start ? i : from;
  }
}
