package dev.slipway.notes;

/// The fields of the whole notes by the names they have in templates, as far as they are texts.
final class NotesFields {
  private NotesFields() {}

  /// A field; the empty text where there is none.
  static String value(NotesContext context, String name) {
    return switch (name) {
      case "version" -> context.version();
      case "date" -> context.date();
      case "host" -> context.host();
      case "owner" -> context.owner().orElse("");
      case "repository" -> context.repository().orElse("");
      case "previousTag" -> context.previousTag().orElse("");
      case "currentTag" -> context.currentTag();
      case "commit" -> context.commit();
      case "issue" -> context.issue();
      default -> "";
    };
  }
}
