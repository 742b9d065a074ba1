package dev.slipway.notes;

import dev.slipway.history.Reference;
import java.util.List;
import java.util.Set;

/// Commit text as Markdown that reads the same and does nothing: nobody is called, no other
/// repository is told, no HTML, no image, no comment, no heading. Code and links to the web stay.
///
/// @param links writes the issues of this repository
record QuietText(NextLinks links) {
  /// A zero-width space, which GitHub's mentions and references do not reach over. Nothing less
  /// helps: they are looked for when backslashes and entities are gone.
  static final String GAP = "&#8203;";

  private static final String BIDI =
      "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

  /// A text with the issues of this repository as links and everything else quiet.
  ///
  /// @param named takes the issues that became links
  String of(String foreign, Set<String> named) {
    String text = visible(foreign);
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (MarkdownScanner.Piece piece : scan(text)) {
      switch (piece) {
        case MarkdownScanner.Piece.Fixed fixed -> fixed(fixed, out);
        case MarkdownScanner.Piece.User user -> out.append('@').append(GAP).append(user.name());
        case MarkdownScanner.Piece.Plain plain -> plain(plain.text(), out);
        case MarkdownScanner.Piece.Issue issue -> {
          if (isForeign(out)) {
            out.append(issue.prefix()).append(GAP).append(issue.number());
          } else {
            named.add(issue.text());
            out.append(links.issueInSubject(issue.prefix(), issue.number()));
          }
        }
      }
    }
    return out.toString();
  }

  /// An issue behind a commit: a link when it is in this repository.
  String issue(Reference reference) {
    String label = Markdown.label(reference, reference.prefix());
    if (isOurs(reference)) {
      return links.context().linkReferences()
          ? Elements.link(label, links.issue(reference))
          : label;
    }
    return Markdown.label(reference, reference.prefix() + GAP);
  }

  private boolean isOurs(Reference reference) {
    String owner = reference.owner().orElse("");
    String repository = reference.repository().orElse("");
    return (owner.isEmpty() && repository.isEmpty())
        || (owner.equalsIgnoreCase(links.context().owner().orElse(""))
            && repository.equalsIgnoreCase(links.context().repository().orElse("")));
  }

  private List<MarkdownScanner.Piece> scan(String text) {
    return MarkdownScanner.scan(text, links.config().issuePrefixes(), true);
  }

  /// True behind what may be the name of a repository.
  private static boolean isForeign(StringBuilder before) {
    if (before.isEmpty()) {
      return false;
    }
    char last = before.charAt(before.length() - 1);
    return Mentions.isWord(last) || last == '/' || last == '-' || last == '.';
  }

  private static void fixed(MarkdownScanner.Piece.Fixed piece, StringBuilder out) {
    switch (piece.kind()) {
      case CODE -> out.append(piece.text());
      case ADDRESS -> out.append(piece.text().replace("<", "%3C"));
      case LINK -> {
        String text = piece.text();
        int target = text.lastIndexOf("](");
        boolean web =
            target > 0
                && (text.startsWith("https://", target + 2)
                    || text.startsWith("http://", target + 2));
        if (web && (out.isEmpty() || out.charAt(out.length() - 1) != '!')) {
          plain(text.substring(1, target), out.append('['));
          out.append(text.substring(target).replace("<", "%3C"));
        } else {
          plain(text, out);
        }
      }
    }
  }

  private static void plain(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '&' -> out.append(startsEntity(text, i) ? "&amp;" : "&");
        case '[' -> out.append("\\[");
        case '!' -> out.append(text.startsWith("[", i + 1) ? "\\!" : "!");
        case '@' -> {
          boolean calls = isLetterAt(text, i + 1) && !endsWithWord(out);
          out.append('@').append(calls ? GAP : "");
        }
        case '#' ->
            out.append(isLineStart(out) ? "\\#" : "#").append(isDigitAt(text, i + 1) ? GAP : "");
        case '`', '~' -> out.append(isLineStart(out) ? "\\" : "").append(c);
        case '-', '=' ->
            out.append(isLineStart(out) && !text.startsWith(" ", i + 1) ? "\\" : "").append(c);
        default -> out.append(c);
      }
    }
  }

  /// True where only blanks stand before on the line.
  private static boolean isLineStart(StringBuilder out) {
    int i = out.length() - 1;
    while (i >= 0 && out.charAt(i) == ' ') {
      i--;
    }
    return i < 0 || out.charAt(i) == '\n';
  }

  private static boolean endsWithWord(StringBuilder out) {
    return !out.isEmpty() && Mentions.isWord(out.charAt(out.length() - 1));
  }

  /// At the end of a piece an issue may follow, whose `#` would do.
  private static boolean startsEntity(String text, int at) {
    return at + 1 == text.length()
        || (text.charAt(at + 1) == '#' || Character.isLetter(text.charAt(at + 1)));
  }

  private static boolean isLetterAt(String text, int at) {
    return at < text.length() && Mentions.isWord(text.charAt(at));
  }

  private static boolean isDigitAt(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// Without control characters and marks of direction, which hide what is there.
  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hidden =
          (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) || BIDI.indexOf(c) >= 0;
      out.append(hidden ? "" : c);
    }
    return out.toString();
  }
}
