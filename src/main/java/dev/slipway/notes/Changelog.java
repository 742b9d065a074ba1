package dev.slipway.notes;

import java.util.Optional;

/// A changelog file, written as `@semantic-release/changelog` 7 writes it.
public final class Changelog {
  private Changelog() {}

  /// The file with the notes of one more release on top, below the title.
  ///
  /// Line ends inside both are left as they are; what is added is a line feed. Without notes the
  /// file stays as it is.
  ///
  /// @param old the file's content; the empty text when there is no file
  /// @param notes the release notes
  /// @param title the text that stays above the newest entry
  public static String prepend(String old, String notes, Optional<String> title) {
    if (notes.isEmpty()) {
      return old;
    }
    String current = JsText.trim(old);
    String entries =
        title
            .filter(known -> !known.isEmpty() && current.startsWith(known))
            .map(known -> JsText.trim(current.substring(known.length())))
            .orElse(current);
    String content = JsText.trim(notes) + "\n" + (entries.isEmpty() ? "" : "\n" + entries + "\n");
    return title
        .filter(text -> !text.isEmpty())
        .map(text -> text + "\n\n" + content)
        .orElse(content);
  }
}
