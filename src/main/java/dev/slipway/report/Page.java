package dev.slipway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A page of Markdown for GitHub, written from top to bottom. What is handed in is Markdown
/// already, made by an encoder; blocks keep the empty lines between them that GitHub needs.
final class Page {
  private final StringBuilder out = new StringBuilder();

  /// A paragraph, heading or any other block.
  Page block(String markdown) {
    if (!markdown.isBlank()) {
      out.append(markdown.stripTrailing()).append("\n\n");
    }
    return this;
  }

  /// A table. Cells are encoded for cells.
  Page table(List<String> heads, List<List<String>> rows) {
    if (!rows.isEmpty()) {
      List<String> lines = new ArrayList<>();
      lines.add("| " + String.join(" | ", heads) + " |");
      lines.add("|" + " --- |".repeat(heads.size()));
      rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
      block(String.join("\n", lines));
    }
    return this;
  }

  /// Something that is folded until a person opens it.
  ///
  /// @param summary encoded as HTML
  Page fold(String summary, Page inside) {
    String content = inside.toString();
    return content.isBlank()
        ? this
        : block("<details>\n<summary>" + summary + "</summary>\n\n" + content + "\n</details>");
  }

  /// Lines marked at the side, by one of GitHub's kinds: `NOTE`, `WARNING`, `CAUTION`.
  Page alert(String kind, String markdown) {
    StringBuilder quoted = new StringBuilder("> [!" + kind + "]\n");
    markdown.lines().forEach(line -> quoted.append("> ").append(line).append('\n'));
    return block(quoted.toString());
  }

  /// A link; plain text where the address is none that a person should be led to.
  ///
  /// @param text encoded for where it stands
  static String link(String text, Optional<String> url) {
    return url.filter(Page::isSafe).map(u -> "[" + text + "](" + u + ")").orElse(text);
  }

  private static boolean isSafe(String url) {
    return (url.startsWith("https://") || url.startsWith("http://"))
        && url.chars().allMatch(c -> c > 0x20 && c < 0x7f && "()<>|\"`\\[]".indexOf(c) < 0);
  }

  @Override
  public String toString() {
    return out.toString().stripTrailing() + (out.isEmpty() ? "" : "\n");
  }
}
