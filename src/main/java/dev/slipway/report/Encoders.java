package dev.slipway.report;

import dev.slipway.json.Json;
import dev.slipway.json.JsonWriter;

/// Foreign text on its way to people and to the runner: one encoder for each sink. Foreign is
/// everything that a stranger can choose: commit messages, names, paths, what servers answer.
public final class Encoders {
  private Encoders() {}

  /// One line of the log, as plain text. The runner obeys `::name::` at the start of a line (blanks
  /// may precede) and `##[name]` anywhere in it (actions/runner, `ActionCommand`); neither
  /// survives. The runner compares by the rules of a culture, which do not see joiners: nor do we.
  public static String logLine(String foreign) {
    String line = Visible.line(foreign);
    if (line.indexOf("#") < 0 && !startsLikeACommand(line)) {
      return line;
    }
    StringBuilder out = new StringBuilder(line.length() + 8);
    if (startsLikeACommand(line)) {
      out.append("| ");
    }
    int hashes = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '[' && hashes >= 2) {
        out.append(' ');
      }
      hashes = c == '#' ? hashes + 1 : isJoiner(c) ? hashes : 0;
      out.append(c);
    }
    return out.toString();
  }

  private static boolean startsLikeACommand(String line) {
    int colons = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == ':') {
        colons++;
        if (colons == 2) {
          return true;
        }
      } else if (!isJoiner(c) && (colons > 0 || !isBlank(c))) {
        return false;
      }
    }
    return false;
  }

  private static boolean isJoiner(char c) {
    return c == '\u200c' || c == '\u200d' || (c >= '\ufe00' && c <= '\ufe0f') || c == '\u034f';
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// What stands behind the second `::` of a workflow command. Line breaks are kept, as `%0A`.
  public static String commandData(String foreign) {
    return Visible.lines(foreign).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /// The value of a property of a workflow command.
  public static String commandProperty(String foreign) {
    return commandData(foreign).replace(":", "%3A").replace(",", "%2C");
  }

  /// The value of a property, or the data, of a legacy command (`##[name key=value;]data`). Slipway
  /// writes none; this is here so that nobody who has to is tempted to write his own.
  public static String legacyCommand(String foreign) {
    return commandData(foreign).replace(";", "%3B").replace("]", "%5D");
  }

  /// Text inside a Markdown paragraph, list item, heading or link text, all on one line. Shows as
  /// it stands: no markup, no HTML, no link, no image, no emoji code, no mention, no reference.
  public static String markdown(String foreign) {
    return MarkdownText.inline(foreign);
  }

  /// The same, in a cell of a Markdown table.
  public static String tableCell(String foreign) {
    return MarkdownText.inline(foreign);
  }

  /// Text as code inside a Markdown paragraph, list item or heading.
  public static String code(String foreign) {
    return MarkdownText.code(foreign);
  }

  /// Text as code in a cell of a Markdown table, where a bar needs its backslash even in code.
  public static String codeCell(String foreign) {
    return MarkdownText.code(foreign).replace("|", "\\|");
  }

  /// Several lines as a fenced block of code, with the line breaks around it. Cannot be ended by
  /// what stands in it.
  ///
  /// @param language what stands behind the fence, one word of ours such as `yaml`; may be empty
  public static String codeBlock(String foreign, String language) {
    return MarkdownText.block(foreign, language);
  }

  /// Text between HTML tags or in an attribute's quotes, in HTML that stands in Markdown. Safe
  /// whether the Markdown reader takes the line as HTML or as Markdown.
  public static String html(String foreign) {
    return MarkdownText.html(foreign);
  }

  /// A Markdown document that was made from foreign text (release notes), as part of another one:
  /// headings, lists, emphasis, code and links to http(s) stay; HTML, images, mentions and
  /// references do not act, and a block of code it forgets to close is closed.
  public static String markdownDocument(String foreign) {
    return QuietMarkdown.of(foreign);
  }

  /// A JSON string, with its quotes.
  public static String json(String foreign) {
    return JsonWriter.compact(Json.of(foreign));
  }
}
