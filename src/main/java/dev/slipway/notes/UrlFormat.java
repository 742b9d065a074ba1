package dev.slipway.notes;

import dev.slipway.problem.Problem;
import dev.slipway.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// An address with names in double braces, such as `{{host}}/{{owner}}/{{repository}}`.
///
/// @param pieces texts and names, in their order
record UrlFormat(List<Piece> pieces) {
  // Handlebars gives these a meaning of their own.
  private static final Set<String> WORDS =
      Set.of(
          "else",
          "this",
          "true",
          "false",
          "null",
          "undefined",
          "if",
          "unless",
          "each",
          "with",
          "log",
          "lookup",
          "as",
          "helperMissing",
          "blockHelperMissing");

  /// A part of an address.
  sealed interface Piece {
    /// A text as it stands.
    record Text(String text) implements Piece {}

    /// The value of a name.
    record Name(String name) implements Piece {}
  }

  UrlFormat {
    pieces = List.copyOf(pieces);
  }

  /// The format that a text is.
  ///
  /// @throws Refused when it holds more than plain names in braces
  static UrlFormat of(String text) {
    return parse(text)
        .orElseThrow(() ->
            new Refused(
                Problem.configuration(
                    "NOTES_URL_FORMAT",
                    "An address in presetConfig holds more than names in double braces: " + text,
                    "Use only {{host}}, {{owner}}, {{repository}} and, where it belongs,"
                        + " {{hash}}, {{id}}, {{prefix}}, {{user}}, {{previousTag}} and"
                        + " {{currentTag}}.")));
  }

  /// The format that a text is; empty when it holds more of Handlebars than plain names.
  static Optional<UrlFormat> parse(String text) {
    if (text.indexOf('\\') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      return Optional.empty();
    }
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", done)) {
      int close = text.indexOf("}}", open);
      if (close < 0 || !isName(text, open + 2, close)) {
        return Optional.empty();
      }
      String name = text.substring(open + 2, close);
      String before = text.substring(done, open);
      pieces.add(new Piece.Text(name.equals("host") ? before.stripTrailing() : before));
      pieces.add(new Piece.Name(name));
      done = close + 2;
    }
    pieces.add(new Piece.Text(text.substring(done)));
    return Optional.of(new UrlFormat(pieces));
  }

  private static boolean isName(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Mentions.isWord(text.charAt(i))) {
        return false;
      }
    }
    return from < to
        && !(text.charAt(from) >= '0' && text.charAt(from) <= '9')
        && !text.startsWith("}}}", to)
        && !WORDS.contains(text.substring(from, to));
  }

  /// The address with values for the names.
  String fill(UnaryOperator<String> values) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(var text) -> out.append(text);
        case Piece.Name(var name) -> out.append(values.apply(name));
      }
    }
    return out.toString();
  }
}
